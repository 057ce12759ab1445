// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/OperatorDesk.h"
#include "core/vault/ServerKey.h"
#include "server/http/Router.h"
#include "server/pages/FacilityForm.h"

#include <QHash>

#include <optional>

namespace shirase {

/// The operators' form: GET and POST /facilities/new, and what is shown afterwards, /facilities/new/done or
/// /facilities/new/asked. The code goes to the contact's mailbox and nowhere else (REQUIREMENTS O1, O2).
class OperatorPage
{
public:
    OperatorPage(const PageFrame &frame, OperatorDesk &desk, const ServerKey &serverKey, const Clock &clock)
        : m_frame(frame)
        , m_desk(desk)
        , m_serverKey(serverKey)
        , m_clock(clock)
    {}

    void addTo(http::Router &router);

private:
    struct Filled; ///< the form as it came in

    [[nodiscard]] http::Response show(const http::Request &request) const;
    [[nodiscard]] http::Response submit(const http::Request &request);

    [[nodiscard]] FacilityForm::Problems problemsOf(const Filled &filled, const PageLanguage &language) const;
    [[nodiscard]] http::Response form(const http::Request &request, const PageLanguage &language,
                                      const Filled &filled, int status,
                                      const FacilityForm::Problems &problems, const QString &banner = {}) const;
    using Registration = OperatorDesk::Registration;
    [[nodiscard]] http::Response done(const PageLanguage &language, Registration outcome) const;
    /// What became of the same form when it came before.
    [[nodiscard]] std::optional<Registration> outcomeOf(const QByteArray &body);

    const PageFrame &m_frame;
    OperatorDesk &m_desk;
    const ServerKey &m_serverKey;
    const Clock &m_clock;
    /// Hashes of forms that have registered a facility, until their tokens expire: pressing twice registers
    /// once.
    struct Finished
    {
        Registration outcome;
        qint64 until; ///< seconds since the epoch, UTC
    };
    QHash<QByteArray, Finished> m_finished;
};

} // namespace shirase
