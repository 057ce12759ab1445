// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"

#include <QList>
#include <QStringList>

namespace shirase {

/// What is kept with a facility so that it is found, sorted and compared whatever way it was typed: texts
/// folded as FoldedText does (width, case, kana, accents), without spaces.
struct FacilityKeys
{
    /// Counts the ways of folding; rows that were folded another way are folded anew (FacilityUpkeep).
    static constexpr int version = 1;

    QString duplicate;  ///< name and address: a second registration of the same place has the same
    QString search;     ///< everything that is searched, one field per line, without hyphens
    QString name;       ///< by which names are sorted
    QString prefecture; ///< as PostalArea has them
    QString municipality;
    QString place; ///< the postal address behind its prefecture

    /// @param codes every code that the facility has or had
    [[nodiscard]] static FacilityKeys of(const FacilityDetails &details, const QList<FacilityCode> &codes);
    /// The duplicate key alone.
    [[nodiscard]] static QString duplicateOf(const FacilityDetails &details);
    /// What was typed into a search field as the parts that the search key has to hold, every one of them.
    [[nodiscard]] static QStringList wordsOf(const QString &typed);
    /// For "LIKE ? ESCAPE '\'": the text anywhere.
    [[nodiscard]] static QString anywhere(QString text);
    /// A text folded for comparing, without spaces.
    [[nodiscard]] static QString folded(const QString &text);
};

} // namespace shirase
