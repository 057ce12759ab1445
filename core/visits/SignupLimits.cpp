// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupLimits.h"

#include <QtEndian>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Of values that are random, or look so to everybody but us: 64 bits of one are as good as all.
quint64 beginningOf(const QByteArray &random)
{
    Q_ASSERT(random.size() >= qsizetype(sizeof(quint64)));
    return qFromLittleEndian<quint64>(random.constData());
}

} // namespace

SignupLimits::SignupLimits(const Settings &settings, qsizetype mostRows)
    : m_settings(settings)
    , m_scans(mostRows)
    , m_mailboxes(settings, mostRows)
{}

bool SignupLimits::Attempt::mayShare(const ScanToken &scan, const QByteArray &who)
{
    const quint64 key = beginningOf(scan.random);
    const quint64 person = beginningOf(who);
    const auto row = m_limits.m_scans.row(key, m_now);
    if (!row || row->value.contains(person))
        return true;
    if (row->value.size() >= m_limits.m_settings.number(u"limits.people_per_token"_s))
        return false;
    row->value.append(person);
    row->until = scan.scannedAt + ScanToken::validSeconds;
    m_shares.emplace_back(key, person);
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
    for (const auto &[scan, person] : m_shares) {
        if (const auto row = m_limits.m_scans.existing(scan))
            row->value.removeOne(person);
    }
    for (const EmailAddress &address : m_mails)
        m_limits.m_mailboxes.giveBack(address, m_now);
}

} // namespace shirase
