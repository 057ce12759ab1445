// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace shirase {

/// Whoever scrolls a page by the wheel changes nothing on the way: a field that the pointer passes over, and
/// that does not have the keyboard, leaves the wheel to the page. For the whole program, as long as it lives.
class WheelGuard final : public QObject
{
public:
    explicit WheelGuard(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;
};

} // namespace shirase
