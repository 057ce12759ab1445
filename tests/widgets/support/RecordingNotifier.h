// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/desktop/Notifier.h"

#include <QStringList>

namespace shirase {

/// Remembers what it was to show.
class RecordingNotifier final : public Notifier
{
public:
    void show(const QString &title, const QString &text) override
    {
        titles << title;
        texts << text;
    }

    QStringList titles;
    QStringList texts;
};

} // namespace shirase
