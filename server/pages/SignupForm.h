// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/ServerKey.h"
#include "core/visits/SignupDesk.h"
#include "server/http/Form.h"
#include "server/pages/Page.h"
#include "server/pages/PlaceFinder.h"

#include <expected>
#include <functional>
#include <optional>
#include <variant>

namespace shirase {

/// Judges a visitor's form, alike for the page behind the poster and for the kiosk: place, token, consent and
/// address (REQUIREMENTS V1, V2, V6). What is sound goes to the signup desk. How the outcome is said is the
/// pages' own matter.
class SignupForm
{
public:
    struct Services
    {
        PlaceFinder &places;
        SignupDesk &signups;
        const ServerKey &serverKey;
        const Clock &clock;
    };

    /// Why nothing can be registered; nothing that was typed is shown again.
    struct Refusal
    {
        Page page;
        int status;
    };
    struct Problems
    {
        bool addressMissing = false;
        bool addressWrong = false;
        bool agreementMissing = false;
    };
    /// A likely slip: which of the two is meant?
    struct Question
    {
        QString typed; ///< as it would be registered
        QString meant;
    };
    /// The database did not confirm it; sending again is harmless.
    struct Unconfirmed
    {
    };
    using Outcome = std::variant<Refusal, Problems, Question, Unconfirmed, VisitToken>;

    /// What a form held.
    struct Entry
    {
        QString token; ///< encoded
        QString typed; ///< the address as it was sent
        bool agreed = false;
        bool keep = false; ///< the visitor has looked at the address and wants it as typed
    };
    using Answer = std::move_only_function<void(const Entry &, const Outcome &)>;

    explicit SignupForm(Services services)
        : m_services(services)
    {}

    using Found = std::move_only_function<void(const std::expected<CodeLookup, Refusal> &)>;
    /// The place behind a code, whether it takes visits or not. @param found called now or in a later turn
    void find(const QString &code, Found found) const;
    /// Why a place takes no visits at that time, if so. @param at seconds since the epoch, UTC
    [[nodiscard]] std::optional<Refusal> closed(const CodeLookup &place, qint64 at) const;
    /// A token for a form that is opened now.
    [[nodiscard]] QString newToken(const CodeLookup &place) const;

    /// @param language in which the visitor's mails will be; @param answer called now or in a later turn
    void submit(const CodeLookup &place, const http::Form &form, const QString &language, Answer answer);

    [[nodiscard]] qint64 now() const { return m_services.clock.now(); }

private:
    [[nodiscard]] static Outcome outcome(const Result<VisitToken> &result);

    Services m_services;
};

} // namespace shirase
