// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/mail/EmailAddress.h"
#include "core/notices/Notice.h"
#include "core/vault/DayKeys.h"
#include "core/visits/VisitStore.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace shirase {

/// One person among the visitors of a notice's targets.
struct NoticeRecipient
{
    QString address;  ///< EmailAddress::display()
    QString language; ///< of the latest visit
    qint64 latestScan = 0;
    std::vector<VisitKey> visits;
    bool alreadyNotified = false; ///< was told before about each of these facilities and days
};

/// Opens the visits of a notice's targets and joins them to people: one mail each, however often somebody was there.
class RecipientList
{
public:
    using Progress = std::function<bool(int done, int total)>;

    /// @param office the opener of the office key
    RecipientList(Database &database, Database &vault, const Opener &office);

    /// Fails with Conflict when @p progress cancels, with Refused if the office key is not the current one any more, and with
    /// what the databases say.
    [[nodiscard]] Result<> collect(const QList<NoticeTarget> &targets, const Progress &progress);

    /// By canonical address.
    [[nodiscard]] const std::map<QByteArray, NoticeRecipient> &people() const { return m_people; }
    [[nodiscard]] int visits() const { return m_visits; }
    /// Records that could not be opened; the others are not held up by them.
    [[nodiscard]] int unreadable() const { return m_unreadable; }

private:
    using Told = std::set<QByteArray>;

    [[nodiscard]] Result<> take(const std::vector<Visit> &visits);
    void add(const Visit &visit, const EmailAddress &address);
    [[nodiscard]] Result<> markAlreadyNotified();
    [[nodiscard]] Result<Told> toldAt(QDate day, FacilityId facility);

    Database &m_database;
    VisitStore m_store;
    OpenedDays m_days;
    std::map<QByteArray, NoticeRecipient> m_people;
    int m_visits = 0;
    int m_unreadable = 0;
};

} // namespace shirase
