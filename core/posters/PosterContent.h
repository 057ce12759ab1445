// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/settings/Profile.h"

#include <QDate>
#include <QString>

namespace shirase {

/// What is printed on one facility's poster. A value, usable in any thread. It knows nothing of the
/// facility's contact: a poster hangs in public.
struct PosterContent
{
    QString facilityName; ///< as entered, any script and any length
    QString url;          ///< of the registration page: <public URL>/f/<CODE>
    QString checkCode;    ///< "K7-4F2" (REQUIREMENTS V10)
    QDate issued;         ///< Japanese date
    bool exercise = false; ///< the facility is made up for drills, and its poster says so
    Profile japanese;
    Profile english;

    /// @param publicUrl https://…, with or without a trailing slash
    [[nodiscard]] static PosterContent of(const Facility &facility, const Profile &japanese,
                                          const Profile &english, const QString &publicUrl);

    bool operator==(const PosterContent &) const = default;
};

} // namespace shirase
