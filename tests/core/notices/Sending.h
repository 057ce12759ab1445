// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Sender.h"
#include "core/notices/NoticeQueue.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/TestOffice.h"

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QDate day(2026, 11, 21);

/// A notice that is approved, and what sends it.
struct Sending
{
    explicit Sending(const QStringList &people = {u"taro@example.jp"_s, u"hanako@example.jp"_s},
                     std::optional<QuietHours> quiet = {}, std::size_t connections = 4)
        : transport(connections)
        , queue(*office.files.main, office.serverKey.queueOpener(), office.staff.audit(), {quiet, {}})
        , sender(*office.files.main, transport, {&queue}, must(MailIdentity::of(office.settings)),
                 office.clock, {})
    {
        cafe = office.addFacility();
        office.visit(cafe, people);
        office.clock.set("2026-11-24T10:00");
        id = approved();
    }
    NoticeId approved()
    {
        const NoticeId notice =
            must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, day)}, u"standard"_s));
        must(office.desk.approve(*office.session, notice, false));
        return notice;
    }
    void send(std::optional<qint64> at = {}) { must(office.desk.send(*office.session, id, at)); }
    void steps(int number = 5)
    {
        for (int i = 0; i < number; ++i)
            must(sender.step(0ms));
    }
    NoticeProgress progress() { return must(office.notices.progress(id)); }
    QString reason() { return must(office.notices.find(id)).reason; }
    qint64 addresses()
    {
        return office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s);
    }

    TestOffice office;
    ScriptedTransport transport;
    NoticeQueue queue;
    Sender sender;
    Facility cafe = office.addFacility(u"もう一つの店"_s);
    NoticeId id = 0;
};

inline QStringList manyPeople(int number)
{
    QStringList people;
    for (int i = 0; i < number; ++i)
        people.append(u"user%1@example.jp"_s.arg(i));
    return people;
}

inline std::string headerOf(const OutgoingMail &mail, const std::string &name)
{
    const size_t begin = mail.mime.find("\r\n" + name + ": ");
    const size_t value = begin + name.size() + 4;
    return begin == std::string::npos ? std::string()
                                      : mail.mime.substr(value, mail.mime.find("\r\n", value) - value);
}

} // namespace shirase
