// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupLimits.h"

namespace shirase {

using namespace Qt::StringLiterals;

SignupLimits::SignupLimits(const Settings &settings, qsizetype mostRows)
    : m_settings(settings)
    , m_scans(mostRows)
    , m_mailboxes(settings, mostRows)
{}

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
    if (!m_limits.m_mailboxes.take(address, m_now))
        return false;
    m_mails.push_back(address);
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
    for (const EmailAddress &address : m_mails)
        m_limits.m_mailboxes.giveBack(address, m_now);
}

} // namespace shirase
