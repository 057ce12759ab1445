// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// What a notice says in one language.
struct NoticeText
{
    QString subject;
    QString body;
    bool operator==(const NoticeText &) const = default;
};

} // namespace shirase
