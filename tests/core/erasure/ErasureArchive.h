// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/Erasure.h"
#include "core/visits/Tombstones.h"
#include "tests/support/TestOffice.h"

namespace shirase {

using namespace Qt::StringLiterals;

inline const QDate today(2026, 11, 21);
inline const QDate lastGone(2026, 9, 21); ///< two months back

/// A Shirase with something in it that is older than what is kept; it is today, three in the morning.
struct ErasureArchive
{
    /// Registers people on a day.
    void visitOn(QDate day, const QStringList &people)
    {
        office.clock.set(japan::startOf(day) + 12 * 3600);
        office.visit(cafe, people);
        office.clock.set(japan::startOf(today) + 3 * 3600);
    }
    void visitOn(QDate day, const QString &who) { visitOn(day, QStringList{who}); }
    /// An approved notice for days, of which the first recipients are sent; the clock is where staff approved it.
    NoticeId noticeFor(QDate from, QDate until, int sent)
    {
        office.clock.set(japan::startOf(until.addDays(2)) + 10 * 3600);
        const NoticeId id = must(office.desk.draft(
            *office.session, {{cafe.id, japan::startOf(from), japan::startOf(until.addDays(1))}}, u"standard"_s));
        must(office.desk.approve(*office.session, id, false));
        must(office.desk.send(*office.session, id));
        office.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL, finished_at = %1 WHERE id IN "
                   "(SELECT id FROM notice_recipient WHERE notice_id = %2 ORDER BY id LIMIT %3)"_s
                       .arg(office.clock.now())
                       .arg(id)
                       .arg(sent));
        office.clock.set(japan::startOf(today) + 3 * 3600);
        return id;
    }
    void writeMail(const QString &name)
    {
        QVERIFY(QDir().mkpath(office.files.path(u"mail"_s)));
        QFile file(office.files.path(u"mail/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QStringList mails() const { return QDir(office.files.path(u"mail"_s)).entryList(QDir::Files); }
    /// Something of everything that goes, and of everything that stays.
    void fill()
    {
        for (int offset = -2; offset <= 2; ++offset)
            visitOn(lastGone.addDays(offset), {u"taro@example.jp"_s, u"hanako@example.jp"_s, u"jiro@example.jp"_s});
        noticeFor(lastGone, lastGone, 1);
        noticeFor(lastGone.addDays(1), lastGone.addDays(1), 1);
        must(Tombstones(*office.files.vault).add({{lastGone, cafe.id, 1, QByteArray(16, 't')}}));
        writeMail(u"20260901T000000.000Z-1-0123abcd.eml"_s);
        writeMail(u"20261101T000000.000Z-1-0123abcd.eml"_s);
        const Facility closed = office.addFacility(u"昔の店"_s);
        office.clock.set("2026-08-01T12:00");
        must(office.facilities.setState(closed.id, FacilityState::Retired));
        office.clock.set(japan::startOf(today) + 3 * 3600);
    }
    qint64 inVault(const QString &sql) { return TestDatabase::number(*office.files.vault, sql); }
    Result<ErasureReport> run(const Erasure::Progress &progress = {})
    {
        return erasure.run(today, {.visits = 2, .contacts = 3}, progress);
    }
    ErasureReport due() { return must(erasure.count(today, {.visits = 2, .contacts = 3})); }
    std::optional<ErasureReport> lastReport() { return must(erasure.reports().last()); }

    TestOffice office;
    Facility cafe = office.addFacility();
    Erasure erasure{*office.files.main, *office.files.vault, office.clock, office.files.path(u"mail"_s)};
};

} // namespace shirase
