// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/EmailAddress.h"
#include "core/mail/Outbox.h"
#include "core/vault/BriefSealers.h"
#include "core/vault/DayKeys.h"
#include "core/visits/ScanToken.h"
#include "core/visits/SignupLimits.h"
#include "core/visits/VisitStore.h"
#include "core/visits/VisitToken.h"

#include <vector>

namespace shirase {

/// One visitor's registration.
struct Signup
{
    ScanToken token; ///< decoded and valid
    EmailAddress address;
    QString language;
};

/// How far the erasure of a visit at its visitor's wish is (VisitErasure). Between its two commits the power may fail, or the
/// disk be full: the visit does not come back then, and is still there.
enum class ErasureState { None, Begun, Done };

/// Writes registrations: visits and their confirmation mails together. For the one thread of its connections.
class SignupBook
{
public:
    /// The kind of the confirmation letter.
    static const QString confirmationLetter;

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
    explicit SignupBook(Stores stores);

    /// Registers these people in one transaction; one that cannot be stored does not fail the others. Returns the
    /// token of each visit's confirmation page, in their order, once it is on the disk. A repetition of the same token
    /// and address changes nothing and is answered alike. Errors: Conflict (that day is over), Refused (too many people
    /// use this scan), and what the database says; nothing was registered then, and repeating is harmless.
    [[nodiscard]] std::vector<Result<VisitToken>> store(std::vector<Signup> signups);

    /// For a visit's confirmation page.
    [[nodiscard]] Result<ErasureState> erasureOf(const VisitKey &key);

    /// Whether a registration could be committed now: does everything that one needs, down to the disk. Fails as
    /// one would.
    [[nodiscard]] Result<> rehearse();
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    struct Pending
    {
        Signup signup;
        Result<VisitToken> result;
        bool fresh = false; ///< a visit that was not there before
    };
    struct Turn; ///< what the registrations of one transaction share

    [[nodiscard]] Result<> storeCounted(const std::vector<Pending *> &pending);
    [[nodiscard]] Result<> storeTogether(const std::vector<Pending *> &pending);
    [[nodiscard]] Result<> choose(const std::vector<Pending *> &pending, Turn &turn);
    [[nodiscard]] Result<> take(Pending &pending, const VisitKey &key, Turn &turn);
    [[nodiscard]] Result<> insert(Turn &turn);

    Stores m_stores;
    BriefSealers m_sealers;
    SignupLimits m_limits;
    Counts m_counts;
};

} // namespace shirase
