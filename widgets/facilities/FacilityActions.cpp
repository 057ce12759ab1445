// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityActions.h"

#include "widgets/common/JobDialog.h"
#include "widgets/common/Letters.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityFiles.h"

#include <QDir>
#include <QScopedValueRollback>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualGraceDays = 14;
constexpr int longestGraceDays = 90;

QString commandText(const FacilityAct &act, const QString &name)
{
    const int count = act.size();
    if (!act.state())
        return FacilityActions::tr("Correct %1").arg(name);
    if (*act.state() == FacilityState::Suspended)
        return count == 1 ? FacilityActions::tr("Suspend %1", "name of a facility").arg(name)
                          : FacilityActions::tr("Suspend %n facilities", "", count);
    return count == 1 ? FacilityActions::tr("Use %1 again").arg(name)
                      : FacilityActions::tr("Use %n facilities again", "", count);
}

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
         .explanation = tr("The mail goes to %1 and to nobody else. A mail cannot be taken back.").arg(facility.details.contactEmail),
         .action = tr("&Send")});
    if (!go || !m_session)
        return;
    if (const Result<> queued = m_context.office.facilityDesk.sendPoster(*m_session, facility, u"ja"_s); !queued)
        Q_EMIT failed(queued.error());
    else
        Q_EMIT done(tr("The mail with the poster of %1 is in the queue.").arg(facility.details.name));
}

void FacilityActions::reissue(const Facility &facility)
{
    const std::optional<int> days = m_context.dialogs.askNumber(
        m_window,
        {.title = tr("New code"),
         .text = tr("For how many &days shall the old code of %1 still work?").arg(amongLetters(facility.details.name)),
         .explanation =
             tr("Choose 0 if the old code is being abused. The new posters have to hang before the old "
                "code ends. This cannot be undone."),
         .action = tr("&Issue new code")},
        usualGraceDays, 0, longestGraceDays);
    if (!days || !m_session)
        return;
    const Result<Facility> fresh = m_context.office.facilityDesk.reissue(*m_session, facility.id, *days);
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    Q_EMIT changed();
    Q_EMIT done(tr("%1 has a new code. Please print its poster again.").arg(facility.details.name));
}

Result<> FacilityActions::correct(const Facility &before, const FacilityDetails &after)
{
    if (before.details == after)
        return {};
    m_name = after.name;
    FacilityAct act = FacilityAct::correction(before, after);
    const QString text = commandText(act, m_name);
    m_undo.push(new FacilityCommand(*this, std::move(act), text));
    return m_last;
}

void FacilityActions::changeState(const QList<FacilityId> &facilities, const QString &name, FacilityState to)
{
    if (!confirmState(int(facilities.size()), name, to) || !m_session)
        return;
    m_name = name;
    FacilityAct act = FacilityAct::stateChange(facilities, to);
    if (!act.canBeUndone()) {
        std::ignore = run(std::make_shared<FacilityAct>(std::move(act)), FacilityAct::Direction::Do);
    } else {
        const QString text = commandText(act, name);
        m_undo.push(new FacilityCommand(*this, std::move(act), text));
    }
    if (!m_last)
        Q_EMIT failed(m_last.error());
}

bool FacilityActions::confirmState(int count, const QString &name, FacilityState to)
{
    switch (to) {
    case FacilityState::Active:
        return true; // can be undone, and nobody loses anything by it
    case FacilityState::Suspended:
        return m_context.dialogs.confirm(
            m_window,
            {.title = tr("Suspend facility"),
             .text = count == 1 ? tr("Suspend %1?").arg(name) : tr("Suspend %n facilities?", "", count),
             .explanation = tr("Nobody can register there until it is taken into use again. "
                               "What is registered already stays."),
             .action = tr("&Suspend")});
    case FacilityState::Retired:
        return m_context.dialogs.confirm(
            m_window, {.title = tr("Retire facility"),
                       .text = count == 1 ? tr("Retire %1 for good?").arg(name)
                                          : tr("Retire %n facilities for good?", "", count),
                       .explanation = tr(
                           "Its posters then lead to a page that says so. It cannot be taken into use again; "
                           "a place that reopens is registered anew."),
                       .action = tr("&Retire"),
                       .grave = true});
    }
    Q_UNREACHABLE();
}

Result<FacilityAct::Outcome> FacilityActions::run(const std::shared_ptr<FacilityAct> &act,
                                                  FacilityAct::Direction direction)
{
    const QScopedValueRollback running(m_running, true);
    Result<FacilityAct::Outcome> outcome = perform(act, direction);
    const bool first = direction == FacilityAct::Direction::Do;
    m_last = {};
    if (!outcome)
        m_last = passOn(outcome);
    else if (outcome->changed == 0 && !outcome->cancelled)
        m_last = fail(ErrorCode::Conflict, tr("Nothing was changed: somebody else has changed this "
                                              "meanwhile, or it is so already. Please look "
                                              "at it again."));
    // A first "do" belongs to a caller that reports; undo and redo come from the menu.
    if (!m_last && !first)
        Q_EMIT failed(m_last.error());
    if (outcome && outcome->changed > 0)
        tell(*act, direction, *outcome);
    Q_EMIT changed();
    return outcome;
}

Result<FacilityAct::Outcome> FacilityActions::perform(const std::shared_ptr<FacilityAct> &act,
                                                      FacilityAct::Direction direction)
{
    if (act->size() == 1)
        return m_context.office.facilityDesk.perform(*m_session, *act, direction);
    return JobDialog::run<FacilityAct::Outcome>(
        m_context.worker, m_window, tr("%n facilities are being changed.", "", act->size()),
        [by = m_session, act, direction](Office &office, const Job::Report &report) {
            return office.facilityDesk.perform(*by, *act, direction, report);
        });
}

QString FacilityActions::stateSentence(const QString &name, FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return tr("%1 is in use again.").arg(name);
    case FacilityState::Suspended:
        return tr("%1 is suspended.").arg(name);
    case FacilityState::Retired:
        return tr("%1 is retired.").arg(name);
    }
    Q_UNREACHABLE();
}

QString FacilityActions::stateSentence(int count, FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return tr("%n facilities are in use again.", "", count);
    case FacilityState::Suspended:
        return tr("%n facilities are suspended.", "", count);
    case FacilityState::Retired:
        return tr("%n facilities are retired.", "", count);
    }
    Q_UNREACHABLE();
}

void FacilityActions::tell(const FacilityAct &act, FacilityAct::Direction direction,
                           const FacilityAct::Outcome &outcome)
{
    QStringList sentences;
    if (direction == FacilityAct::Direction::Undo)
        sentences << tr("Undone: %n facilities are as they were before.", "", outcome.changed);
    else if (!act.state())
        sentences << tr("%1 is corrected.").arg(m_name);
    else
        sentences << (act.size() == 1 ? stateSentence(m_name, *act.state())
                                      : stateSentence(outcome.changed, *act.state()));
    if (outcome.leftAlone > 0)
        sentences << tr("%n were left alone: they are in another state.", "", outcome.leftAlone);
    if (outcome.cancelled)
        sentences << tr("Then it was cancelled; the others stay as they are.");
    Q_EMIT done(sentences.join(u' '));
}

void FacilityActions::exportCsv(const QList<FacilityId> &facilities)
{
    const std::optional<QString> path =
        m_context.dialogs.askSaveName(m_window, tr("Export facilities"),
                                      FacilityFiles::suggestedName(tr("facilities"), u"csv"_s), {u"csv"_s});
    if (!path || !m_session)
        return;
    const Result<int> saved = JobDialog::run<int>(
        m_context.worker, m_window, tr("%n facilities are being written.", "", int(facilities.size())),
        [by = m_session, facilities, path](Office &office, const Job::Report &report) {
            return FacilityFiles::saveCsv(office, *by, facilities, *path, report);
        });
    if (!saved)
        Q_EMIT failed(saved.error());
    else
        Q_EMIT done(tr("%n facilities are saved as %1.", "", *saved).arg(QDir::toNativeSeparators(*path)));
}

void FacilityActions::clear()
{
    m_session.reset();
    // The stack must not lose the command that it is performing: the window may be locked meanwhile.
    if (m_running)
        QMetaObject::invokeMethod(&m_undo, &QUndoStack::clear, Qt::QueuedConnection);
    else
        m_undo.clear();
}

} // namespace shirase
