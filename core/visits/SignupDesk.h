// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/foundation/Clock.h"
#include "core/mail/EmailAddress.h"
#include "core/mail/Outbox.h"
#include "core/vault/DayKeys.h"
#include "core/visits/ScanToken.h"
#include "core/visits/SignupLimits.h"
#include "core/visits/VisitStore.h"
#include "core/visits/VisitToken.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace shirase {

/// Registers visitors. Requests wait for the end of the event loop's turn, go into one transaction together with their
/// confirmation mails, and are answered after the commit: thousands of durable registrations a second with one fsync
/// per turn. It lives in the web server's thread.
class SignupDesk : public QObject
{
    Q_OBJECT
public:
    /// The kind of the confirmation letter.
    static const QString confirmationLetter;

    struct Signup
    {
        ScanToken token; ///< decoded and valid
        EmailAddress address;
        QString language;
    };
    /// The token of the visit's confirmation page. Errors: Conflict (that day is over), Refused (too many people use
    /// this scan), and what the database says; nothing was registered then, and repeating is harmless.
    using Answer = std::move_only_function<void(Result<VisitToken>)>;

    struct Stores
    {
        Database &database;
        Database &vault;
        DayKeys &dayKeys;
        VisitStore &visits;
        OutboxWriter &outbox;
        const Clock &clock;
        const Settings &settings;
    };
    /// What happened since the start, for the metrics.
    struct Counts
    {
        quint64 registrations = 0; ///< new visits that are committed
        quint64 sharedScans = 0;   ///< refused because too many people use one scan
        quint64 mailsLeftOut = 0;  ///< confirmations that did not go to a mailbox that had enough
        quint64 commits = 0;       ///< transactions, also failed ones
        double commitSeconds = 0;  ///< what they took, from the first seal to the disk
    };
    explicit SignupDesk(Stores stores, QObject *parent = nullptr);

    /// Takes one registration; the answer comes in a later turn of the event loop. A repetition of the same token and
    /// address changes nothing and is answered alike, as late as a new one.
    void submit(Signup signup, Answer answer);

    /// Erases one visit at its visitor's wish, at once. The same scan cannot register it again (REQUIREMENTS V11).
    [[nodiscard]] Result<> erase(const VisitKey &visit);
    /// Whether a visit was erased so, for its confirmation page.
    [[nodiscard]] Result<bool> wasErased(const VisitKey &key);

    /// Whether a registration could be committed now: does everything that one needs, down to the disk. Fails as
    /// one would.
    [[nodiscard]] Result<> rehearse();
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    struct Pending
    {
        Signup signup;
        Answer answer;
        Result<VisitToken> result;
        bool fresh = false; ///< a visit that was not there before
    };
    struct Turn; ///< what the registrations of one transaction share

    void commitTurn();
    [[nodiscard]] Result<> store(const std::vector<Pending *> &pending);
    [[nodiscard]] Result<> storeTogether(const std::vector<Pending *> &pending);
    [[nodiscard]] Result<> storeOne(Pending &pending, Turn &turn);
    [[nodiscard]] Result<> writeAnyway(); ///< a row for the writing's sake

    Stores m_stores;
    SignupLimits m_limits;
    Counts m_counts;
    std::vector<Pending> m_pending;
    QTimer m_turn;
};

} // namespace shirase
