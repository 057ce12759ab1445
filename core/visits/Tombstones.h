// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/visits/Visit.h"

#include <QList>

#include <functional>

namespace shirase {

/// Which visits were erased at their visitor's wish (REQUIREMENTS V11), in the vault: the same scan must not register
/// them again, and a restored backup must not bring them back. They go with their day. One object per connection.
class Tombstones
{
public:
    explicit Tombstones(Database &vault)
        : m_vault(vault)
    {}

    /// Marks visits as erased, in one transaction; twice is once. Done before the visits themselves go, so that an
    /// interruption between the two leaves nothing that comes back.
    [[nodiscard]] Result<> add(const QList<VisitKey> &visits);
    [[nodiscard]] Result<bool> contains(const VisitKey &visit);
    /// Those of a day at a facility.
    [[nodiscard]] Result<QList<VisitKey>> at(FacilityId facility, QDate day);
    /// Those of them that are marked, in few statements.
    [[nodiscard]] Result<QList<VisitKey>> among(const QList<VisitKey> &visits);

    /// Calls the function with each of them, in the order of their days; it may use the vault meanwhile, and returns
    /// false to stop.
    [[nodiscard]] Result<> forEach(const std::function<bool(const VisitKey &)> &function);

    /// Forgets those of days up to that one, at most that many; returns how many it were.
    [[nodiscard]] Result<int> forget(QDate until, int atMost);

private:
    /// Whether any visit of their days is marked.
    [[nodiscard]] Result<bool> anyOf(const QList<VisitKey> &visits);
    [[nodiscard]] Result<QList<VisitKey>> where(const QString &condition, const QVariantList &values);

    Database &m_vault;
};

} // namespace shirase
