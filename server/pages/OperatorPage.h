// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/operators/OperatorDesk.h"
#include "core/vault/ServerKey.h"
#include "server/http/Router.h"
#include "server/pages/FacilityForm.h"

#include <QHash>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace shirase {

/// The operators' form: GET and POST /facilities/new, and what is shown afterwards, /facilities/new/done or
/// /facilities/new/asked. The code goes to the contact's mailbox and nowhere else (REQUIREMENTS O1, O2).
class OperatorPage
{
public:
    OperatorPage(const PageFrame &frame, Remote<OperatorDesk> desk, const ServerKey &serverKey, const Clock &clock)
        : m_frame(frame)
        , m_desk(desk)
        , m_serverKey(serverKey)
        , m_clock(clock)
    {}

    void addTo(http::Router &router);

private:
    using Registration = OperatorDesk::Registration;
    struct Filled; ///< the form as it came in

    [[nodiscard]] http::Response show(const http::Request &request) const;
    void submit(const http::Request &request, http::Answer answer);
    void registerOnce(const http::Request &request, const PageLanguage &language, const Filled &filled, qint64 until,
                      http::Answer answer);
    [[nodiscard]] http::Response outcome(const http::Request &request, const PageLanguage &language,
                                         const Filled &filled,
                                         const Result<Registration> &registered) const;

    [[nodiscard]] FacilityForm::Problems problemsOf(const Filled &filled, const PageLanguage &language) const;
    [[nodiscard]] http::Response form(const http::Request &request, const PageLanguage &language,
                                      const Filled &filled, int status,
                                      const FacilityForm::Problems &problems, const QString &banner = {}) const;
    [[nodiscard]] http::Response done(const PageLanguage &language, Registration outcome) const;
    /// What became of the same form when it came before. @param hash of the form
    [[nodiscard]] std::optional<Registration> outcomeOf(const QByteArray &hash);

    const PageFrame &m_frame;
    Remote<OperatorDesk> m_desk;
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
    /// Those that are being stored, and who waits for it.
    std::unordered_map<QByteArray, std::vector<std::move_only_function<void(const Result<Registration> &)>>> m_underWay;
};

} // namespace shirase
