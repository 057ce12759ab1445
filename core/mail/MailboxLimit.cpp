// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailboxLimit.h"

#include <sodium.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600; // seconds

} // namespace

MailboxLimit::MailboxLimit(const Settings &settings, qsizetype mostRows)
    : m_settings(settings)
    , m_key(SecretBytes::random(crypto_shorthash_KEYBYTES))
    , m_mailboxes(mostRows)
{}

quint64 MailboxLimit::mailboxOf(const EmailAddress &address) const
{
    // SipHash is made for tables whose keys strangers choose.
    const QByteArray canonical = address.canonical();
    quint64 hash = 0;
    static_assert(sizeof hash == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash),
                     reinterpret_cast<const unsigned char *>(canonical.constData()),
                     static_cast<unsigned long long>(canonical.size()), m_key.data());
    return hash;
}

bool MailboxLimit::take(const EmailAddress &address, qint64 now)
{
    const auto row = m_mailboxes.row(mailboxOf(address), now);
    if (!row)
        return true;
    row->value.removeIf([now](qint64 at) { return at <= now - hour; });
    if (row->value.size() >= m_settings.number(u"limits.mails_per_address_per_hour"_s))
        return false;
    row->value.append(now);
    row->until = now + hour;
    return true;
}

void MailboxLimit::giveBack(const EmailAddress &address, qint64 takenAt)
{
    if (const auto row = m_mailboxes.existing(mailboxOf(address)))
        row->value.removeOne(takenAt);
}

} // namespace shirase
