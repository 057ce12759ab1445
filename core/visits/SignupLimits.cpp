// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupLimits.h"

#include <sodium.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600; // seconds

} // namespace

SignupLimits::SignupLimits(const Settings &settings, qsizetype mostRows)
    : m_settings(settings)
    , m_key(SecretBytes::random(crypto_generichash_KEYBYTES))
    , m_scans(mostRows)
    , m_mailboxes(mostRows)
{}

QByteArray SignupLimits::mailboxOf(const EmailAddress &address) const
{
    const QByteArray canonical = address.canonical();
    QByteArray hash(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(canonical.constData()),
                       static_cast<unsigned long long>(canonical.size()), m_key.data(), m_key.size());
    return hash;
}

bool SignupLimits::Attempt::mayShare(const ScanToken &scan, const QByteArray &who)
{
    const auto row = m_limits.m_scans.row(scan.random, m_now);
    if (!row || row->value.contains(who))
        return true;
    if (row->value.size() >= m_limits.m_settings.number(u"limits.people_per_token"_s))
        return false;
    row->value.append(who);
    row->until = scan.scannedAt + ScanToken::validSeconds;
    m_shares.emplace_back(scan.random, who);
    return true;
}

bool SignupLimits::Attempt::mayMail(const EmailAddress &address)
{
    QByteArray mailbox = m_limits.mailboxOf(address);
    const auto row = m_limits.m_mailboxes.row(mailbox, m_now);
    if (!row)
        return true;
    row->value.removeIf([this](qint64 at) { return at <= m_now - hour; });
    if (row->value.size() >= m_limits.m_settings.number(u"limits.mails_per_address_per_hour"_s))
        return false;
    row->value.append(m_now);
    row->until = m_now + hour;
    m_mails.push_back(std::move(mailbox));
    return true;
}

void SignupLimits::Attempt::keep()
{
    m_shares.clear();
    m_mails.clear();
}

SignupLimits::Attempt::~Attempt()
{
    for (const auto &[scan, who] : m_shares) {
        if (const auto row = m_limits.m_scans.existing(scan))
            row->value.removeOne(who);
    }
    for (const QByteArray &mailbox : m_mails) {
        if (const auto row = m_limits.m_mailboxes.existing(mailbox))
            row->value.removeOne(m_now);
    }
}

} // namespace shirase
