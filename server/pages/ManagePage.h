// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/operators/OperatorDesk.h"
#include "core/vault/ServerKey.h"
#include "server/http/Form.h"
#include "server/http/Router.h"
#include "server/pages/FacilityForm.h"

#include <functional>

namespace shirase {

/// What is behind a mailed link: /facilities/manage/TOKEN shows the place; beneath it are details, code and
/// close, each a page with one button (REQUIREMENTS O4, O6). Opening a page never changes anything, as mail
/// programs open links by themselves. What was done is said at /facilities/manage/done/WHAT, which names
/// nothing.
class ManagePage
{
public:
    ManagePage(const PageFrame &frame, Remote<OperatorDesk> desk, const ServerKey &serverKey, const Clock &clock)
        : m_frame(frame)
        , m_desk(desk)
        , m_serverKey(serverKey)
        , m_clock(clock)
    {}

    void addTo(http::Router &router);

private:
    struct Visit;
    enum class Link { Manages, Confirms }; ///< a place, or that a mailbox is its contact's
    using Show = http::Response (ManagePage::*)(const Visit &visit) const;
    using Act = void (ManagePage::*)(const Visit &visit, http::Answer answer) const;
    using Step = std::function<void(const Visit &visit, http::Answer answer)>;

    void addDone(http::Router &router, const QString &what, Page page);
    void addShow(http::Router &router, const QString &what, Show show);
    void addAct(http::Router &router, const QString &what, Act act, Link link = Link::Manages);
    void addStep(http::Router &router, http::Method method, const QString &what, const QList<Link> &links,
                 const Step &step);
    void answerTo(const http::Request &request, const QString &token, const QList<Link> &links, const Step &step,
                  http::Answer answer) const;
    [[nodiscard]] http::Response gone(const http::Request &request, const PageLanguage &language) const;

    [[nodiscard]] http::Response showPlace(const Visit &visit) const;
    [[nodiscard]] http::Response showDetails(const Visit &visit) const;
    [[nodiscard]] http::Response showCode(const Visit &visit) const;
    [[nodiscard]] http::Response showClose(const Visit &visit) const;
    void correct(const Visit &visit, http::Answer answer) const;
    void reissue(const Visit &visit, http::Answer answer) const;
    void close(const Visit &visit, http::Answer answer) const;
    void confirm(const Visit &visit, http::Answer answer) const;
    [[nodiscard]] http::Response corrected(const Visit &visit, const FacilityForm &form,
                                           const Result<OperatorDesk::Correction> &done) const;

    [[nodiscard]] http::Response page(const Visit &visit, Page page, QJsonObject values = {},
                                      int status = 200) const;
    [[nodiscard]] http::Response details(const Visit &visit, const FacilityForm &form, int status,
                                         const FacilityForm::Problems &problems) const;
    [[nodiscard]] http::Response code(const Visit &visit, int chosenDays, int status) const;
    /// To the page that says what was done, or @p again where it could not be stored.
    template <typename T>
    [[nodiscard]] http::Response outcome(const Visit &visit, const Result<T> &done, const QString &what,
                                         const std::function<http::Response()> &again) const;

    const PageFrame &m_frame;
    Remote<OperatorDesk> m_desk;
    const ServerKey &m_serverKey;
    const Clock &m_clock;
};

} // namespace shirase
