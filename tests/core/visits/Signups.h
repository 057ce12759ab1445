// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/VisitErasure.h"
#include "tests/support/TestOffice.h"

/// Registrations as the desk hands them to the book, and their erasure.
namespace shirase {

inline std::vector<Result<VisitToken>> stored(TestOffice &office, const QList<Signup> &signups)
{
    return office.signups.store(std::vector<Signup>(signups.begin(), signups.end()));
}

inline Signup signupOf(const ScanToken &token, const QString &typed, const QString &language = QStringLiteral("ja"))
{
    return {token, address(typed), language};
}

inline VisitErasure erasureIn(const TestOffice &office)
{
    return {*office.files.main, *office.files.vault, office.clock};
}

} // namespace shirase
