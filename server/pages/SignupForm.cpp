// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/SignupForm.h"

#include "core/foundation/JapaneseTime.h"
#include "core/mail/EmailAddress.h"

namespace shirase {

void SignupForm::find(const QString &code, Found found) const
{
    const std::optional<FacilityCode> parsed = FacilityCode::parse(code);
    if (!parsed) {
        found(std::unexpected(Refusal{Page::UnknownCode, 404}));
        return;
    }
    m_services.places.find(*parsed, [found = std::move(found)](Result<CodeLookup> place) mutable {
        if (place)
            found(*std::move(place));
        else if (place.error().code == ErrorCode::NotFound)
            found(std::unexpected(Refusal{Page::UnknownCode, 404}));
        else
            found(std::unexpected(Refusal{Page::Busy, 503}));
    });
}

std::optional<SignupForm::Refusal> SignupForm::closed(const CodeLookup &place, qint64 at) const
{
    if (place.codeRetired(now()) || place.facility.state == FacilityState::Retired)
        return Refusal{Page::Retired, 410};
    if (place.facility.state == FacilityState::Suspended)
        return Refusal{Page::Suspended, 410};
    const FacilityDetails &details = place.facility.details;
    const QDate day = japan::dayOf(at);
    if ((details.from && day < *details.from) || (details.until && day > *details.until))
        return Refusal{Page::OutsideDays, 410};
    return std::nullopt;
}

QString SignupForm::newToken(const CodeLookup &place) const
{
    const ScanToken token = ScanToken::make(place.facility.id, now());
    return QString::fromLatin1(token.encode(m_services.serverKey.tokenKey()));
}

void SignupForm::submit(const CodeLookup &place, const http::Form &form, const QString &language,
                        Answer answer)
{
    Entry entry{.token = form.value(u"token"),
                .typed = form.value(u"email"),
                .agreed = !form.value(u"agree").isEmpty(),
                .keep = form.value(u"keep") == u"1"};
    const auto token = ScanToken::decode(entry.token.toLatin1(), m_services.serverKey.tokenKey(), now());
    const bool scannedHere = token && token->facility == place.facility.id;
    // Days count at the scan: who scanned at 23:59 of the last day may finish after midnight (REQUIREMENTS
    // V1).
    if (const auto reason = closed(place, scannedHere ? token->scannedAt : now())) {
        answer(entry, *reason);
        return;
    }
    if (!scannedHere) {
        answer(entry, Refusal{Page::ScanAgain, 400});
        return;
    }
    const Result<EmailAddress> address = EmailAddress::parse(entry.typed);
    if (!address || !entry.agreed) {
        const bool missing = entry.typed.trimmed().isEmpty();
        answer(entry, Problems{missing, !missing && !address, !entry.agreed});
        return;
    }
    if (const auto meant = address->likelyMeant(); meant && !entry.keep) {
        answer(entry, Question{address->display(), meant->display()});
        return;
    }
    m_services.signups.submit(
        {.token = *token, .address = *address, .language = language},
        [entry = std::move(entry), answer = std::move(answer)](const Result<VisitToken> &result) mutable {
            answer(entry, outcome(result));
        });
}

SignupForm::Outcome SignupForm::outcome(const Result<VisitToken> &result)
{
    if (result)
        return *result;
    // The day of the scan is over: the scan cannot count any more, however often the form is sent.
    if (result.error().code == ErrorCode::Conflict)
        return Refusal{Page::ScanAgain, 400};
    if (result.error().code == ErrorCode::Refused)
        return Refusal{Page::ScanShared, 400};
    return Unconfirmed{};
}

} // namespace shirase
