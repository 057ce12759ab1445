// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityRegistration.h"
#include "core/mail/MailboxLimit.h"
#include "core/operators/ManageToken.h"
#include "core/staff/AuditLog.h"
#include "core/vault/ServerKey.h"

namespace shirase {

/// What operators do by themselves: register a place, and correct, re-issue and close it through a link that
/// is mailed to the registered contact and nobody else (REQUIREMENTS O1, O2, O4, O6). What an act changes,
/// its mails and its entry in the audit log are one transaction. For one thread.
class OperatorDesk
{
public:
    struct Services
    {
        Database &database;
        FacilityStore &facilities;
        FacilityRegistration &registration;
        OutboxWriter &outbox;
        AuditLog &audit;
        const Settings &settings;
        const ServerKey &serverKey;
        const Clock &clock;
    };
    /// The longest time in days for which an operator's old code works on.
    static constexpr int longestGraceDays = 30;

    /// The services outlive the desk.
    explicit OperatorDesk(const Services &services);

    /// Registers a place and mails its poster. Where a place of that name and address is registered already:
    ///
    /// - by the same mailbox, nothing new is made; it gets its poster again and a link to manage.
    /// - by another one, the place is registered as any other, and the one who was first is told, with a link
    /// to manage.
    ///
    /// A name that says more than a name does goes into nobody's mailbox unasked (NameOnPosters.h): then no
    /// poster is mailed, but a link by which the contact asks for it.
    ///
    /// The one who asks sees and gets the same whether or not somebody was first: a mail that does not come
    /// would tell a stranger who is registered. It also must not be refused: a stranger who was first could
    /// then keep the owner out. And nothing of the first one's (code, poster, link) ever goes to the second,
    /// who can be anybody: what a stranger gains is a code of his own, which staff see in the audit log and
    /// the owner can report.
    ///
    /// Fails with Invalid where a field breaks a rule, with Refused where this mailbox was given too often in
    /// an hour.
    enum class Registration { PosterMailed, ContactAsked };
    [[nodiscard]] Result<Registration> registerPlace(const FacilityDetails &details, const QString &language);

    /// Mails a link to the contact of the facility with that code. Succeeds as well where there is none, it
    /// is closed, or its contact has had its number of links this hour: whoever asks learns nothing.
    [[nodiscard]] Result<> mailLink(const FacilityCode &code, const QString &language);

    /// The facility that a link is for. Fails with NotFound where the link has served or the facility is
    /// closed.
    [[nodiscard]] Result<Facility> placeOf(const ManageToken &token);

    enum class Correction { Unchanged, Done, ContactAsked };
    /// Takes over corrected details, except a new contact's mailbox, which has to confirm first:
    /// ContactAsked. Aliases stay as staff have set them. Fails with Refused where that mailbox was given too
    /// often in an hour.
    [[nodiscard]] Result<Correction> correct(const ManageToken &token, const FacilityDetails &details,
                                             const QString &language);
    enum class Confirmation { ContactChanged, PosterMailed };
    /// The mailbox of the token becomes the contact's, and the old one is told; or it is the contact's
    /// already, and gets the poster that waited for this.
    [[nodiscard]] Result<Confirmation> confirmContact(const ManageToken &token, const QString &language);
    /// A new code, whose poster is mailed; the old ones work on for that many days.
    [[nodiscard]] Result<> reissue(const ManageToken &token, int graceDays, const QString &language);
    /// Retires the facility for good.
    [[nodiscard]] Result<> close(const ManageToken &token, const QString &language);

private:
    struct Duplicates;
    [[nodiscard]] Result<Facility> managed(const ManageToken &token);
    [[nodiscard]] Result<Duplicates> duplicatesOf(const FacilityDetails &details,
                                                  const EmailAddress &contact);
    [[nodiscard]] Result<> mailPosterAgain(const Facility &own, Registration how, const QString &language);
    [[nodiscard]] Result<> addPlace(const FacilityDetails &details, Registration how,
                                    const QString &language);
    [[nodiscard]] Result<> tellFirst(const Facility &first);
    [[nodiscard]] Result<> write(const Facility &facility, const FacilityDetails &details,
                                 const QString &language);
    [[nodiscard]] Result<> askNewContact(FacilityId id, const EmailAddress &contact,
                                         const QString &language);
    [[nodiscard]] Result<> ask(const Facility &facility, const QString &contact, const QString &language);
    [[nodiscard]] Result<> mail(const QString &kind, const Facility &facility, const QString &recipient,
                                const QString &language, const std::optional<ManageToken> &token = {});
    [[nodiscard]] Result<> note(const QString &action, const Facility &facility);

    Services m_services;
    /// Two counts: what is mailed to registered contacts must not show in what may be mailed to a typed
    /// address, or that would tell whose address it is.
    MailboxLimit m_typed;
    MailboxLimit m_contacts;
};

} // namespace shirase
