// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityActions.h"

#include "widgets/common/Texts.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int usualGraceDays = 14;
constexpr int longestGraceDays = 90;
} // namespace

FacilityActions::FacilityActions(PageContext context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{}

void FacilityActions::sendPoster(const Facility &facility)
{
    const bool go = m_context.dialogs.confirm(
        m_window,
        {.title = tr("Send poster"),
         .text = tr("Send the poster of %1 to its registered contact?").arg(facility.details.name),
         .explanation = tr("The mail goes to %1 and to nobody else.").arg(facility.details.contactEmail),
         .action = tr("&Send")});
    if (!go)
        return;
    if (const Result<> queued = m_context.office.registration.sendPoster(facility, u"ja"_s); !queued)
        Q_EMIT failed(queued.error());
    else
        Q_EMIT done(tr("The mail with the poster of %1 is in the queue.").arg(facility.details.name));
}

void FacilityActions::toggleSuspended(const Facility &facility)
{
    if (facility.state == FacilityState::Suspended) {
        setState(facility, FacilityState::Active, tr("%1 is in use again.").arg(facility.details.name));
        return;
    }
    const bool go = m_context.dialogs.confirm(
        m_window, {.title = tr("Suspend facility"),
                   .text = tr("Suspend %1?").arg(facility.details.name),
                   .explanation = tr("Nobody can register there until it is taken into use again. "
                                     "What is registered already stays."),
                   .action = tr("&Suspend")});
    if (go)
        setState(facility, FacilityState::Suspended, tr("%1 is suspended.").arg(facility.details.name));
}

void FacilityActions::retire(const Facility &facility)
{
    const bool go = m_context.dialogs.confirm(
        m_window,
        {.title = tr("Retire facility"),
         .text = tr("Retire %1 for good?").arg(facility.details.name),
         .explanation = tr("Its posters then lead to a page that says so. It cannot be taken into use again; "
                           "a place that reopens is registered anew."),
         .action = tr("&Retire"),
         .grave = true});
    if (go)
        setState(facility, FacilityState::Retired, tr("%1 is retired.").arg(facility.details.name));
}

void FacilityActions::reissue(const Facility &facility)
{
    const std::optional<int> days = m_context.dialogs.askNumber(
        m_window,
        {.title = tr("New code"),
         .text = tr("For how many &days shall the old code of %1 still work?").arg(facility.details.name),
         .explanation =
             tr("Choose 0 if the old code is being abused. The new posters have to hang before the old "
                "code ends."),
         .action = tr("&Issue new code")},
        usualGraceDays, 0, longestGraceDays);
    if (!days)
        return;
    const Result<Facility> fresh = m_context.office.facilities.reissue(facility.id, *days);
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    Q_EMIT changed(facility.id);
    Q_EMIT done(tr("%1 has a new code. Please print its poster again.").arg(facility.details.name));
}

void FacilityActions::setState(const Facility &facility, FacilityState state, const QString &sentence)
{
    if (const Result<> set = m_context.office.facilities.setState(facility.id, state); !set) {
        Q_EMIT failed(set.error());
        return;
    }
    Q_EMIT changed(facility.id);
    Q_EMIT done(sentence);
}

} // namespace shirase
