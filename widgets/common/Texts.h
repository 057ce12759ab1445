// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/notices/Notice.h"
#include "core/settings/Settings.h"
#include "core/staff/Account.h"

#include <QCoreApplication>

namespace shirase {

/// How the window writes numbers, times and the words of the core's enumerations. Times are shown as Japanese
/// ones.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)

public:
    [[nodiscard]] static QString number(qint64 number); ///< "1,284"
    [[nodiscard]] static QString people(int count);     ///< "1,284 people"
    [[nodiscard]] static QString day(QDate day);
    [[nodiscard]] static QString shortDay(QDate day); ///< without the year, for a chart's axis
    /// @param at seconds since the epoch, UTC
    [[nodiscard]] static QString time(qint64 at);
    /// The same in few words where it was today or yesterday. @param now seconds since the epoch, UTC
    [[nodiscard]] static QString recentTime(qint64 at, qint64 now);
    /// A window in few words: only the day where it is a whole one.
    [[nodiscard]] static QString window(const NoticeTarget &target);

    /// The format of a date or a time field, for QDateTimeEdit.
    [[nodiscard]] static QString dayFormat();
    [[nodiscard]] static QString timeFormat();

    /// What the organisation calls this system, in the language of the window.
    [[nodiscard]] static QString systemName(const Settings &settings);
    /// The name of a place, marked if it is one for exercises.
    [[nodiscard]] static QString name(const FacilityDetails &facility);
    [[nodiscard]] static QString of(FacilityKind kind);
    [[nodiscard]] static QString of(FacilityState state);
    [[nodiscard]] static QString of(NoticeState state);
    [[nodiscard]] static QString of(Recommendation recommendation);
    /// "approval, notices"; a dash for none.
    [[nodiscard]] static QString of(Roles roles);
    /// A language by its own name: "English".
    [[nodiscard]] static QString language(const QString &code);
};

} // namespace shirase
