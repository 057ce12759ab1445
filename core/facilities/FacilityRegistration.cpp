// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityRegistration.h"

namespace shirase {

using namespace Qt::StringLiterals;

const QString FacilityRegistration::posterLetter = u"poster"_s;

Result<Facility> FacilityRegistration::add(const FacilityDetails &details, FacilitySource source, bool sendPoster,
                                           const QString &language)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Result<Facility> facility = addWithin(details, source, sendPoster, language);
    if (!facility)
        return facility;
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return facility;
}

Result<Facility> FacilityRegistration::addWithin(const FacilityDetails &details, FacilitySource source,
                                                 bool sendPoster, const QString &language)
{
    const FacilityDetails good = mended(details);
    if (const QList<FieldProblem> found = problems(good); !found.isEmpty())
        return fail(ErrorCode::Invalid, found.first().message, found.first().field);
    Result<Facility> facility = m_store.add(good, source);
    if (!facility || !sendPoster)
        return facility;
    if (const Result<> queued = sendPosterWithin(*facility, language); !queued)
        return passOn(queued);
    return facility;
}

Result<> FacilityRegistration::sendPosterWithin(const Facility &facility, const QString &language)
{
    return m_outbox.put({.kind = posterLetter,
                         .recipient = facility.details.contactEmail,
                         .language = language,
                         .content = {{u"facility"_s, facility.id}}});
}

} // namespace shirase
