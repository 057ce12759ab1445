// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QDate>
#include <QMap>

namespace shirase {

/// One line of news on the home page (setting organisation.news).
struct NewsItem
{
    QDate day;                   ///< Japanese date
    QMap<QString, QString> text; ///< by language, BCP 47; Japanese is always there

    bool operator==(const NewsItem &) const = default;
};

/// Reads [{"date": "2026-11-20", "ja": "…", "en": "…"}, …]; the newest come first. Empty for an empty text.
/// Fails with Invalid and a sentence that names the item at fault.
[[nodiscard]] Result<QList<NewsItem>> newsOf(const QString &json);

} // namespace shirase
