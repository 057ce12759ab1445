// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/notices/Notice.h"

#include <QList>

namespace shirase {

/// The notices in the database. One object per connection.
class NoticeStore
{
public:
    explicit NoticeStore(Database &database)
        : m_database(database)
    {}

    /// Inside the caller's transaction; the id is given by the database.
    [[nodiscard]] Result<NoticeId> insert(const Notice &notice);
    /// Writes everything but id, targets, texts and what is fixed at the draft, inside the caller's transaction, if
    /// the state is still @p expected and the texts are still those of the notice. Fails with Conflict if somebody else has
    /// moved or changed it meanwhile.
    [[nodiscard]] Result<> update(const Notice &notice, NoticeState expected);
    /// Gives a notice other texts, inside the caller's transaction.
    [[nodiscard]] Result<> setTexts(NoticeId id, const QMap<QString, NoticeText> &texts, const QByteArray &hash);
    /// Fails with Conflict, as update() does, unless the notice is in that state.
    [[nodiscard]] Result<> expect(NoticeId id, NoticeState state);
    [[nodiscard]] Result<Notice> find(NoticeId id);
    /// The newest first.
    [[nodiscard]] Result<QList<Notice>> newest(int atMost);
    /// The newest of those whose number was typed, or that go to one of these facilities (FacilitySearch::ids() finds them for
    /// what was typed, without a pattern over their texts); none for an empty one.
    [[nodiscard]] Result<QList<Notice>> search(const QString &typed, const QList<FacilityId> &facilities, int atMost);
    [[nodiscard]] Result<NoticeProgress> progress(NoticeId id);
    /// How many wait for an approval that this account may give, if it has the role.
    [[nodiscard]] Result<int> countWaiting(const QString &account);
    /// How many wait for the approval of anybody.
    [[nodiscard]] Result<int> countWaiting();
    /// To how many people the notices that are being sent, or are paused, have yet to go.
    [[nodiscard]] Result<int> countUnsent();
    /// How many have been sent to the end.
    [[nodiscard]] Result<int> countSent();
    /// Ends a notice that is being sent and has nobody left to send to; the addresses of those whom the relay refused
    /// go then. Inside the caller's transaction; false if it is not over.
    [[nodiscard]] Result<bool> closeIfDone(NoticeId id, qint64 now);

private:
    [[nodiscard]] Result<QList<NoticeId>> newestOfFew(const QList<FacilityId> &facilities, int atMost);
    [[nodiscard]] Result<QList<NoticeId>> newestOfMany(const QList<FacilityId> &facilities, int atMost);
    [[nodiscard]] Result<QList<Notice>> select(const QString &condition, const QVariantList &values);
    [[nodiscard]] Result<> count(NoticeId id, NoticeProgress &progress);
    [[nodiscard]] Result<> countFailures(NoticeId id, NoticeProgress &progress);

    Database &m_database;
};

} // namespace shirase
