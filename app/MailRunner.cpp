// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailRunner.h"

#include "app/MailTransports.h"
#include "core/erasure/VisitErasure.h"
#include "core/notices/NoticeTestMail.h"
#include "core/notices/RestoreGuard.h"
#include "core/operators/OperatorMails.h"
#include "core/visits/ConfirmationMail.h"
#include "core/visits/SignupBook.h"

#include <QCoreApplication>

#include <thread>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseSeconds = 15;
constexpr qint64 longerThanATry = 60; // seconds: who cannot deliver has the lease for as long as it tries
constexpr qint64 hour = 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(MailRunner)
};

} // namespace

MailRunner::MailRunner(Connection &connection)
    : m_connection(connection)
    , m_lease(*connection.database, u"sender"_s, connection.clock)
    , m_mark(*connection.database, *connection.vault)
{}

MailRunner::~MailRunner() = default;

Result<> MailRunner::turn(std::chrono::milliseconds atMost)
{
    const qint64 now = m_connection.sharedClock.now();
    if (const Result<> begun = begin(now); !begun) {
        if (m_sender && !m_sender->idle())
            std::ignore = m_sender->bringHome(atMost);
        else
            std::ignore = giveLeaseBack(); // somebody else may be able to deliver
        return begun;
    }
    if (!canDeliver(now)) {
        if (const Result<> given = giveLeaseBack(); !given)
            return given;
    }
    if (m_sender && m_holdsLease)
        return m_sender->step(atMost);
    if (m_sender && !m_sender->idle())
        return m_sender->bringHome(atMost); // somebody else delivers now
    std::this_thread::sleep_for(std::min(atMost, std::chrono::milliseconds(200)));
    return {};
}

Result<> MailRunner::begin(qint64 now)
{
    // Who cannot deliver has the lease for a moment each second, where it is free: for what everySecond() notes.
    const bool looks = now != m_lookedAt;
    if (looks || canDeliver(now)) {
        if (const Result<> taken = takeLease(now); !taken)
            return taken;
    }
    if (looks) {
        if (const Result<> looked = everySecond(now); !looked)
            return looked;
        m_lookedAt = now;
    }
    return {};
}

Result<> MailRunner::everySecond(qint64 now)
{
    if (const Result<> reloaded = reloadSettings(); !reloaded)
        return reloaded;
    if (m_holdsLease) {
        if (const Result<> noted = m_mark.note(now); !noted)
            return noted;
    }
    return lookForHeld();
}

Result<> MailRunner::lookForHeld()
{
    const Result<QMap<NoticeId, HoldReason>> notices = heldNotices(*m_connection.database);
    if (!notices)
        return passOn(notices);
    const Result<int> letters = lettersHeld(*m_connection.database);
    if (!letters)
        return passOn(letters);
    QStringList sentences;
    for (const auto &[id, reason] : notices->asKeyValueRange())
        sentences << Tr::tr("Notice %1 has stopped by itself. %2").arg(id).arg(reason.sentence());
    if (*letters > 0)
        sentences << Tr::tr(
            "%n confirmations and posters are held: the database was restored from a backup, so that "
            "they may have been sent already. Whether they leave or are given up is decided on the page "
            "\"Mail queue\", or with the commands \"mail release\" and \"mail discard\".",
            "", *letters);
    m_held = sentences.join(u'\n');
    return {};
}

// What is under way is brought home first: who takes over would send it again.
bool MailRunner::canDeliver(qint64 now) const
{
    return m_sender ? !m_sender->rests(now) || !m_sender->idle() : m_settingsProblem.isEmpty();
}

// Renewed well before it lapses, so that a slow turn does not lose it.
Result<> MailRunner::takeLease(qint64 now)
{
    if (m_holdsLease && now >= m_leaseUntil - leaseSeconds && now < m_leaseUntil - leaseSeconds / 2)
        return {};
    const Result<bool> taken = m_lease.take(leaseSeconds);
    if (!taken) {
        // Busy for so long that somebody else may have it by now.
        m_holdsLease = m_holdsLease && now < m_leaseUntil;
        return passOn(taken);
    }
    m_guarded = m_guarded && m_holdsLease;
    m_holdsLease = *taken;
    m_othersSince = *taken ? std::nullopt : std::optional(m_othersSince.value_or(now));
    m_leaseUntil = now + leaseSeconds;
    return m_holdsLease ? guard() : Result<>();
}

Result<> MailRunner::giveLeaseBack()
{
    m_holdsLease = false;
    return m_lease.giveBack();
}

// Before anything leaves: is this the database that we sent from?
Result<> MailRunner::guard()
{
    if (m_guarded)
        return {};
    Result<> checked = holdWhatWasRestored();
    m_guarded = checked.has_value();
    m_holdsLease = m_guarded;
    return checked;
}

Result<> MailRunner::holdWhatWasRestored()
{
    const Result<std::optional<qint64>> behind = m_mark.behindSince();
    if (!behind)
        return passOn(behind);
    // Who was erased since then does not come back by it (REQUIREMENTS V11, D5). First, as the guard leaves no trace of it.
    const Result<VisitErasure::Erased> erased =
        *behind ? VisitErasure(*m_connection.database, *m_connection.vault, m_connection.clock).applyTombstones()
                : VisitErasure::Erased();
    if (!erased)
        return passOn(erased);
    const Result<bool> held = RestoreGuard(*m_connection.database, m_mark, m_connection.staff.audit()).check();
    return held ? Result<>() : passOn(held);
}

Result<> MailRunner::reloadSettings()
{
    const Result<bool> changed = m_connection.settings.reload();
    if (!changed)
        return passOn(changed);
    if (m_sender && !*changed)
        return {};
    if (m_sender)
        finish(std::chrono::seconds(5));
    const Result<> built = build();
    m_settingsProblem = built ? QString() : built.error().message;
    return {};
}

Result<> MailRunner::build()
{
    m_sender.reset();
    const Result<MailIdentity> identity = MailIdentity::of(m_connection.settings);
    if (!identity)
        return passOn(identity);
    Result<std::unique_ptr<MailTransport>> transport =
        makeMailTransport(m_connection.folder, m_connection.settings);
    if (!transport)
        return passOn(transport);
    {
        const std::lock_guard lock(m_transportMutex);
        m_transport = std::move(*transport);
    }
    const Settings &settings = m_connection.settings;
    std::map<QString, Outbox::Composer> composers = operatorMails(m_connection.facilities, settings);
    composers.emplace(SignupBook::confirmationLetter, confirmationMail(settings));
    composers.emplace(noticeTestMail::kind, noticeTestMail::composer());
    m_outbox = std::make_unique<Outbox>(*m_connection.database, m_connection.serverKey.queueOpener(),
                                        std::move(composers));
    const Result<Pace> pace = noticePace();
    if (!pace)
        return passOn(pace);
    m_notices = std::make_unique<NoticeQueue>(
        *m_connection.database, m_connection.serverKey.queueOpener(), m_connection.staff.audit(),
        NoticeQueue::Limits{quietHoursOf(settings.value(u"mail.quiet_hours"_s)), *pace});
    m_sender = std::make_unique<Sender>(
        *m_connection.database, *m_transport, std::vector<MailSource *>{m_outbox.get(), m_notices.get()},
        *identity, m_connection.sharedClock, Sender::Pauses(), settings.number(u"mail.per_domain_rate"_s));
    return {};
}

// Goes on from what is on record, so that a restart or a changed setting is followed by no burst.
Result<Pace> MailRunner::noticePace()
{
    const int perHour = m_connection.settings.number(u"notice.rate_per_hour"_s);
    if (perHour == 0)
        return Pace();
    const Result<qint64> last = lastNoticeMailAt(*m_connection.database, m_connection.sharedClock.now() - hour);
    if (!last)
        return passOn(last);
    return Pace(perHour, hour, *last);
}

void MailRunner::wake()
{
    const std::lock_guard lock(m_transportMutex);
    if (m_transport)
        m_transport->wake();
}

void MailRunner::finish(std::chrono::milliseconds atMost)
{
    if (!m_sender)
        return;
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (!m_sender->idle() && std::chrono::steady_clock::now() < end) {
        if (!m_sender->bringHome(std::chrono::milliseconds(100)))
            return; // the outcomes stay unrecorded; those mails go again, with the same Message-ID
    }
    std::ignore = m_mark.note(m_connection.sharedClock.now()); // else the next who sends makes up for it
}

QString MailRunner::problem() const
{
    if (!m_settingsProblem.isEmpty())
        return m_settingsProblem;
    // Others who cannot deliver either have the lease now and then.
    const bool othersDeliver = m_othersSince && m_lookedAt - *m_othersSince >= longerThanATry;
    return m_sender && !othersDeliver ? m_sender->relayProblem() : QString();
}

} // namespace shirase
