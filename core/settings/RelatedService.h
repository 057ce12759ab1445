// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QMap>
#include <QUrl>

namespace shirase {

class Settings;

/// Another service that the home page explains and links to (setting organisation.services).
struct RelatedService
{
    struct Words
    {
        QString name;
        QString text;
        bool operator==(const Words &) const = default;
    };
    QUrl url;                   ///< https
    QMap<QString, Words> words; ///< by language, BCP 47; Japanese is always there

    bool operator==(const RelatedService &) const = default;
};

/// Reads [{"url": "https://…", "ja": {"name": "…", "text": "…"}, …}, …]. Empty for an empty text. Fails with
/// Invalid and a sentence that names the service at fault.
[[nodiscard]] Result<QList<RelatedService>> servicesOf(const QString &json);

/// The JSON of relatedServices().
[[nodiscard]] QString servicesJson(const Settings &settings);

/// What the settings name; while nobody has set any, those of the default profile, if its disease is still
/// the one that this system tells of.
[[nodiscard]] QList<RelatedService> relatedServices(const Settings &settings);

} // namespace shirase
