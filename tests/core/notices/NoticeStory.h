// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/NoticeDesk.h"
#include "tests/support/TestOffice.h"

namespace shirase {

using namespace Qt::StringLiterals;

inline const QDate day(2026, 11, 21);
inline constexpr const char *officeHours = "2026-11-24T10:00"; ///< three days after it

/// That day there.
inline QList<NoticeTarget> at(const Facility &facility)
{
    return {NoticeTarget::wholeDay(facility.id, day)};
}

/// A cafe where two people were, and the desk that tells them. Nobody else has to approve.
struct NoticeStory
{
    NoticeStory()
    {
        cafe = office.addFacility();
        office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
        office.run(u"DELETE FROM outbox"_s);
        office.clock.set(officeHours);
        must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
    }
    NoticeId draft(const QList<NoticeTarget> &targets)
    {
        return must(office.desk.draft(*office.session, targets, u"standard"_s));
    }
    NoticeId approved(const QList<NoticeTarget> &targets)
    {
        const NoticeId id = draft(targets);
        must(office.desk.approve(*office.session, id, false));
        return id;
    }
    /// That many more people who were at the café that day.
    void addCrowd(int number)
    {
        QStringList people;
        for (int i = 0; i < number; ++i)
            people.append(u"user%1@example.jp"_s.arg(i));
        const qint64 now = office.clock.now();
        office.clock.set("2026-11-21T13:00");
        office.visit(cafe, people);
        office.clock.set(now);
    }
    NoticeState state(NoticeId id) { return must(office.notices.find(id)).state; }
    QStringList actions()
    {
        QStringList names;
        for (const AuditLog::Entry &entry : must(office.staff.audit().page(*office.session, {}, {}, 100)))
            names.prepend(entry.action + u' ' + entry.subject);
        return names;
    }

    TestOffice office;
    Facility cafe = office.addFacility(u"もう一つの店"_s);
};

} // namespace shirase
