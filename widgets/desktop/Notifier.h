// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace shirase {

/// What tells people something while they look elsewhere. It may show over a locked screen: nothing of the data
/// belongs there.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// @param text one sentence
    virtual void show(const QString &title, const QString &text) = 0;

Q_SIGNALS:
    /// The person wants to see what it was about.
    void activated();
};

} // namespace shirase
