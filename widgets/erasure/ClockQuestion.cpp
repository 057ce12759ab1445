// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/erasure/ClockQuestion.h"

namespace shirase {

using namespace Qt::StringLiterals;

ClockQuestion::ClockQuestion(PageContext context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    setObjectName(u"clockQuestion"_s);
}

void ClockQuestion::ask(const SharedSession &session)
{
    using Doubt = std::optional<ClockGuard::Doubt>;
    m_context.reader.run<Doubt>(
        this, [](Office &office, const Job::Report &) { return office.clockGuard.look(); },
        [this, asked = std::weak_ptr(session)](const Result<Doubt> &doubt) {
            // A database that cannot be read shows elsewhere.
            if (doubt && *doubt && !asked.expired())
                put(**doubt, asked);
        });
}

void ClockQuestion::put(const ClockGuard::Doubt &doubt, const std::weak_ptr<const Session> &asked)
{
    const bool right = m_context.dialogs.confirm(
        m_window, {.title = tr("Is the clock right?"),
                   .text = doubt.sentence(),
                   .explanation = tr("After the computer was switched off for more than a day, this is as it should be. With a "
                                     "wrong clock, registrations would be erased too early, and nobody could bring them back."),
                   .action = tr("The clock is &right"),
                   .grave = true});
    // The window may have been locked during the question.
    if (const SharedSession session = asked.lock(); right && session)
        confirm(session->account().name);
}

void ClockQuestion::confirm(const QString &account)
{
    m_context.reader.run<void>(
        this, [account](Office &office, const Job::Report &) { return office.clockGuard.confirm(account); },
        [this](const Result<> &noted) {
            if (!noted)
                m_context.dialogs.showError(m_window, noted.error());
            else
                Q_EMIT confirmed();
        });
}

} // namespace shirase
