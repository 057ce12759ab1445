// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/OperatorDesk.h"
#include "core/operators/OperatorMails.h"
#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

#include <QMap>

#include <memory>

namespace shirase {

using namespace Qt::StringLiterals;

inline const QString first = u"first@example.jp"_s;
inline const QString second = u"second@example.jp"_s;

inline FacilityDetails withContact(const QString &contact, const QString &name = u"喫茶しらかば"_s)
{
    FacilityDetails details = TestOffice::details(name);
    details.contactEmail = contact;
    return details;
}

/// An office with the desk that operators come to, and what it has mailed. For each test a new one.
class OperatorOffice
{
protected:
    void begin()
    {
        m = std::make_unique<TestOffice>();
        m_desk = std::make_unique<OperatorDesk>(
            OperatorDesk::Services{*m->files.main, m->facilities, m->registration, m->outbox,
                                   m->staff.audit(), m->settings, m->serverKey, m->clock});
    }

    Facility add()
    {
        return must(m->registration.add(withContact(first), FacilitySource::Form, false, u"ja"_s));
    }
    [[nodiscard]] qint64 placeCount() const { return m->number(u"SELECT count(*) FROM facility"_s); }

    /// "kind → recipient, language[, link]" of every letter since the last look, opened as the sender does.
    QStringList letters()
    {
        QStringList lines;
        std::map<QString, Outbox::Composer> composers;
        for (const auto &[kind, composer] : operatorMails(m->facilities, m->settings)) {
            composers.emplace(kind, [&](const Letter &letter, Message &message) -> Result<> {
                const bool hasToken = letter.content.contains(u"token"_s);
                lines.append(u"%1 → %2, %3%4"_s.arg(letter.kind, letter.recipient, letter.language,
                                                    hasToken ? u", link"_s : QString()));
                m_tokens.insert(letter.kind, letter.content[u"token"_s].toString().toLatin1());
                message.subject = u"x"_s;
                message.body = u"x\n"_s;
                return {};
            });
        }
        Outbox outbox(*m->files.main, m->serverKey.queueOpener(), std::move(composers));
        const MailIdentity identity = must(MailIdentity::of(m->settings));
        for (const qint64 id : must(outbox.due(m->clock.now(), 100)))
            std::ignore = must(outbox.compose(id, m->clock.now(), identity));
        m->run(u"DELETE FROM outbox"_s);
        return lines;
    }
    /// The link of the newest letter of a kind that letters() has seen.
    ManageToken tokenOf(const QString &kind)
    {
        return *ManageToken::decode(m_tokens[kind], m->serverKey.tokenKey(), m->clock.now());
    }
    QStringList audited()
    {
        QStringList entries;
        for (const AuditLog::Entry &entry : must(m->staff.audit().about(u"facility 1"_s)))
            entries.append(entry.account + u' ' + entry.action + u' ' + entry.subject);
        return entries;
    }

    std::unique_ptr<TestOffice> m;
    std::unique_ptr<OperatorDesk> m_desk;
    QMap<QString, QByteArray> m_tokens;
};

} // namespace shirase
