// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/OperatorDesk.h"

#include "core/operators/NameOnPosters.h"
#include "core/operators/OperatorMails.h"
#include "core/staff/Actor.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OperatorDesk)
};

/// A stranger's words set off at most that many mails to contacts.
constexpr qsizetype mostTold = 3;

bool sharesDays(const FacilityDetails &one, const FacilityDetails &other)
{
    if (!one.from || !one.until || !other.from || !other.until)
        return true;
    return *one.from <= *other.until && *other.from <= *one.until;
}

bool isMailbox(const QString &text, const EmailAddress &address)
{
    const Result<EmailAddress> other = EmailAddress::parse(text);
    return other && other->canonical() == address.canonical();
}

std::unexpected<Error> tooManyMails()
{
    return fail(ErrorCode::Refused, Tr::tr("This mailbox was given too often. Please try again in an hour."));
}

} // namespace

/// Other registrations of a place: its name and address, and for an event some of its days.
struct OperatorDesk::Duplicates
{
    std::optional<Facility> own; ///< with the same contact
    QList<Facility> others;
};

OperatorDesk::OperatorDesk(const Services &services)
    : m_services(services)
    , m_typed(services.settings)
    , m_contacts(services.settings)
{}

Result<OperatorDesk::Registration> OperatorDesk::registerPlace(const FacilityDetails &details,
                                                                const QString &language)
{
    const FacilityDetails good = mended(details);
    const Result<EmailAddress> contact = EmailAddress::parse(good.contactEmail);
    if (!contact)
        return passOn(contact);
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    const Result<Duplicates> duplicates = duplicatesOf(good, *contact);
    if (!duplicates)
        return passOn(duplicates);
    if (!m_typed.take(*contact, m_services.clock.now()))
        return tooManyMails();
    const Registration how = isOnlyAName(good.name) ? Registration::PosterMailed : Registration::ContactAsked;
    Result<> written = duplicates->own ? mailPosterAgain(*duplicates->own, how, language)
                                       : addPlace(good, how, language);
    for (const Facility &first : duplicates->own ? QList<Facility>() : duplicates->others)
        written = written ? tellFirst(first) : written;
    if (written)
        written = transaction->commit();
    if (!written) {
        m_typed.giveBack(*contact, m_services.clock.now());
        return passOn(written);
    }
    return how;
}

Result<> OperatorDesk::mailPosterAgain(const Facility &own, Registration how, const QString &language)
{
    if (how == Registration::ContactAsked || !isOnlyAName(own.details.name))
        return ask(own, own.details.contactEmail, language);
    return mail(operatorMail::registeredAgain, own, own.details.contactEmail, language, ManageToken::of(own));
}

Result<> OperatorDesk::addPlace(const FacilityDetails &details, Registration how, const QString &language)
{
    const bool mailed = how == Registration::PosterMailed;
    const Result<Facility> added =
        m_services.registration.addWithin(details, FacilitySource::Form, mailed, language);
    if (!added)
        return passOn(added);
    return mailed ? Result<>() : ask(*added, added->details.contactEmail, language);
}

Result<OperatorDesk::Duplicates> OperatorDesk::duplicatesOf(const FacilityDetails &details,
                                                            const EmailAddress &contact)
{
    const Result<QList<Facility>> same = m_services.facilities.duplicatesOf(details);
    if (!same)
        return passOn(same);
    Duplicates found;
    for (const Facility &facility : *same) {
        if (facility.details.exercise || !sharesDays(facility.details, details))
            continue;
        if (!found.own && isMailbox(facility.details.contactEmail, contact))
            found.own = facility;
        else if (found.others.size() < mostTold)
            found.others.append(facility);
    }
    return found;
}

Result<> OperatorDesk::tellFirst(const Facility &first)
{
    const Result<EmailAddress> contact = EmailAddress::parse(first.details.contactEmail);
    if (!contact || !m_contacts.take(*contact, m_services.clock.now()))
        return {};
    if (const Result<> noted = note(u"facility.duplicate"_s, first); !noted)
        return noted;
    // Its contact may be somebody who has never heard of it, and the mail carries the poster.
    if (!isOnlyAName(first.details.name))
        return {};
    // In Japanese: which language the second one reads says nothing about the first.
    return mail(operatorMail::registeredAgain, first, first.details.contactEmail, u"ja"_s,
                ManageToken::of(first));
}

Result<> OperatorDesk::mailLink(const FacilityCode &code, const QString &language)
{
    const Result<CodeLookup> found = m_services.facilities.findByCode(code);
    if (!found)
        return found.error().code == ErrorCode::NotFound ? Result<>() : passOn(found);
    const Facility &facility = found->facility;
    const Result<EmailAddress> contact = EmailAddress::parse(facility.details.contactEmail);
    if (facility.state == FacilityState::Retired || !contact)
        return {};
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    const qint64 now = m_services.clock.now();
    if (!m_contacts.take(*contact, now))
        return {};
    Result<> mailed = mail(operatorMail::link, facility, facility.details.contactEmail, language,
                           ManageToken::of(facility));
    if (mailed)
        mailed = transaction->commit();
    if (!mailed)
        m_contacts.giveBack(*contact, now);
    return mailed;
}

Result<Facility> OperatorDesk::placeOf(const ManageToken &token)
{
    Result<Facility> facility = m_services.facilities.find(token.facility);
    if (facility && (!token.fits(*facility) || facility->state == FacilityState::Retired))
        return fail(ErrorCode::NotFound, Tr::tr("This link has served already."));
    return facility;
}

// A link to a mailbox that has only been asked whether it is the contact's manages nothing.
Result<Facility> OperatorDesk::managed(const ManageToken &token)
{
    if (!token.newContact.isEmpty())
        return fail(ErrorCode::NotFound, Tr::tr("This link does not manage a place."));
    return placeOf(token);
}

Result<OperatorDesk::Correction>
OperatorDesk::correct(const ManageToken &token, const FacilityDetails &details, const QString &language)
{
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    const Result<Facility> facility = managed(token);
    if (!facility)
        return passOn(facility);
    FacilityDetails good = mended(details);
    good.aliases = facility->details.aliases;
    good.exercise = facility->details.exercise;
    if (const QList<FieldProblem> found = problems(good); !found.isEmpty())
        return fail(ErrorCode::Invalid, found.first().message, found.first().field);
    const EmailAddress contact = *EmailAddress::parse(good.contactEmail);
    if (good == facility->details)
        return Correction::Unchanged;
    if (isMailbox(facility->details.contactEmail, contact)) {
        Result<> done = write(*facility, good, language);
        if (done)
            done = transaction->commit();
        return done ? Result<Correction>(Correction::Done) : passOn(done);
    }

    const qint64 now = m_services.clock.now();
    if (!m_typed.take(contact, now))
        return tooManyMails();
    good.contactEmail = facility->details.contactEmail;
    Result<> done = write(*facility, good, language);
    if (done)
        done = askNewContact(facility->id, contact, language);
    if (done)
        done = transaction->commit();
    if (!done)
        m_typed.giveBack(contact, now);
    return done ? Result<Correction>(Correction::ContactAsked) : passOn(done);
}

Result<> OperatorDesk::write(const Facility &facility, const FacilityDetails &details,
                             const QString &language)
{
    if (const Result<> updated = m_services.facilities.update(facility.id, details); !updated)
        return updated;
    if (const Result<> noted = note(u"facility.correct"_s, facility); !noted)
        return noted;
    // The name stands on the poster.
    return details.name == facility.details.name
               ? Result<>()
               : mail(operatorMail::newPoster, facility, details.contactEmail, language);
}

Result<> OperatorDesk::askNewContact(FacilityId id, const EmailAddress &contact, const QString &language)
{
    const Result<Facility> corrected = m_services.facilities.find(id);
    return corrected ? ask(*corrected, contact.display(), language) : passOn(corrected);
}

Result<> OperatorDesk::ask(const Facility &facility, const QString &contact, const QString &language)
{
    return mail(operatorMail::confirmContact, facility, contact, language,
                ManageToken::of(facility, contact));
}

Result<OperatorDesk::Confirmation> OperatorDesk::confirmContact(const ManageToken &token,
                                                                const QString &language)
{
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    if (token.newContact.isEmpty())
        return fail(ErrorCode::NotFound, Tr::tr("This link confirms no mailbox."));
    const Result<Facility> facility = placeOf(token);
    if (!facility)
        return passOn(facility);
    const QString before = facility->details.contactEmail;
    const bool isOurs = before == token.newContact;
    FacilityDetails details = facility->details;
    details.contactEmail = token.newContact;
    // Also where nothing changes: the record is another one then, and the link has served.
    Result<> done = m_services.facilities.update(facility->id, details);
    if (done)
        done = note(isOurs ? u"facility.confirmed"_s : u"facility.contact"_s, *facility);
    if (done)
        done = isOurs ? mail(FacilityRegistration::posterLetter, *facility, before, language)
                      : mail(operatorMail::contactChanged, *facility, before, language);
    if (done)
        done = transaction->commit();
    if (!done)
        return passOn(done);
    return isOurs ? Confirmation::PosterMailed : Confirmation::ContactChanged;
}

Result<> OperatorDesk::reissue(const ManageToken &token, int graceDays, const QString &language)
{
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    const Result<Facility> facility = managed(token);
    if (!facility)
        return passOn(facility);
    const Result<Facility> fresh =
        m_services.facilities.reissueWithin(facility->id, std::clamp(graceDays, 0, longestGraceDays));
    if (!fresh)
        return passOn(fresh);
    if (const Result<> noted = note(u"facility.reissue"_s, *facility); !noted)
        return noted;
    if (const Result<> sent = mail(operatorMail::newPoster, *fresh, fresh->details.contactEmail, language);
        !sent)
        return sent;
    return transaction->commit();
}

Result<> OperatorDesk::close(const ManageToken &token, const QString &language)
{
    Result<Transaction> transaction = Transaction::begin(m_services.database);
    if (!transaction)
        return passOn(transaction);
    const Result<Facility> facility = managed(token);
    if (!facility)
        return passOn(facility);
    if (const Result<> set = m_services.facilities.setState(facility->id, FacilityState::Retired); !set)
        return set;
    if (const Result<> noted = note(u"facility.retire"_s, *facility); !noted)
        return noted;
    if (const Result<> told = mail(operatorMail::closed, *facility, facility->details.contactEmail, language);
        !told)
        return told;
    return transaction->commit();
}

Result<> OperatorDesk::mail(const QString &kind, const Facility &facility, const QString &recipient,
                            const QString &language, const std::optional<ManageToken> &token)
{
    QJsonObject content{{u"facility"_s, facility.id}};
    // Made now and not when the mail leaves: by then the record may have another contact.
    if (token)
        content.insert(u"token"_s, QString::fromLatin1(token->encode(m_services.serverKey.tokenKey(),
                                                                     m_services.clock.now())));
    return m_services.outbox.put(
        {.kind = kind, .recipient = recipient, .language = language, .content = content});
}

Result<> OperatorDesk::note(const QString &action, const Facility &facility)
{
    return m_services.audit.add(actors::operators, action, u"facility %1"_s.arg(facility.id));
}

} // namespace shirase
