// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace shirase {

/// What the window shows while nobody is logged in: the mark, and nothing of the data.
class LockedPage : public QWidget
{
    Q_OBJECT
public:
    explicit LockedPage(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace shirase
