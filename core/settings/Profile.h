// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace shirase {

/// Who runs this Shirase and against what, in one language: all that posters, pages and mails say of it. The default
/// is Hokkaido and COVID-19; Settings::profile() fills it (settings organisation.*).
struct Profile
{
    QString language;       ///< the language of the texts below, BCP 47
    QString organisation;   ///< 北海道
    QString systemName;     ///< 北海道コロナ通知システム
    QString disease;        ///< 新型コロナウイルス感染症
    QString centreName;     ///< the consultation centre
    QString centrePhone;    ///< 011-204-5020
    QString contactName;    ///< whom to ask about the system itself
    QString contactPhone;   ///< 011-206-0289
    QString mailDomain;     ///< the domain from which mail comes: pref.hokkaido.lg.jp
    QColor accent;          ///< at least 4.5:1 on white
    QString publicUrl;      ///< https://… without a trailing slash
    int retentionMonths = 2; ///< calendar months after which a registration is erased

    bool operator==(const Profile &) const = default;
};

} // namespace shirase
