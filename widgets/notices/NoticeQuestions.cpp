// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeQuestions.h"

namespace shirase {

using namespace Qt::StringLiterals;

bool NoticeQuestions::approve(const NoticePreview &counted)
{
    QString meaning = tr("The people and the texts are fixed now. Nothing is sent before the next step.");
    if (counted.windowOpen)
        meaning +=
            u"\n\n"_s +
            tr("People can still register for this time. For those who come later, a follow-up is drafted, "
               "which needs an approval of its own.");
    return m_dialogs.confirm(
        m_parent,
        {.title = tr("Approve notice"),
         .text = counted.people > 0
                     ? tr("Approve this notice to %L1 people?", "", counted.people).arg(counted.people)
                     : tr("Nobody would be told. Approve this notice all the same?"),
         .explanation = meaning,
         .action = counted.windowOpen ? tr("&Approve now") : tr("&Approve")});
}

std::optional<QString> NoticeQuestions::overrideReason()
{
    return m_dialogs.askText(
        m_parent, {.title = tr("Below the thresholds"),
                   .text = tr("&Why is this notice approved all the same?"),
                   .explanation = tr(
                       "The thresholds recommend no notice in this case. The reason stays on record; please "
                       "name no person in it."),
                   .action = tr("&Go on")});
}

std::optional<QString> NoticeQuestions::withholdReason(std::optional<Recommendation> recommendation)
{
    QString meaning =
        tr("For example: all close contacts are known. The reason stays on record; please name no "
           "person in it.");
    if (recommendation == Recommendation::Send)
        meaning = tr("The thresholds recommend sending this notice.") + u'\n' + meaning;
    return m_dialogs.askText(m_parent, {.title = tr("Do not notify"),
                                        .text = tr("&Why is nobody notified?"),
                                        .explanation = meaning,
                                        .action = tr("&Do not notify")});
}

std::optional<QString> NoticeQuestions::remark()
{
    return m_dialogs.askText(m_parent,
                             {.title = tr("Send back"),
                              .text = tr("&What should the author change?"),
                              .explanation = tr("The notice becomes a draft again, with this remark."),
                              .action = tr("&Send back")});
}

bool NoticeQuestions::discard()
{
    return m_dialogs.confirm(
        m_parent,
        {.title = tr("Discard draft"),
         .text = tr("Discard this draft?"),
         .explanation = tr("It stays in the list as cancelled. To record why nobody is told, choose \"Do not "
                           "notify\" instead."),
         .action = tr("&Discard"),
         .grave = true});
}

bool NoticeQuestions::send(int people)
{
    return m_dialogs.confirm(m_parent, {.title = tr("Send notice"),
                                        .text = tr("Send the notice to %L1 people?", "", people).arg(people),
                                        .explanation = tr("A mail that has left cannot be called back."),
                                        .action = tr("&Send to %L1 people", "", people).arg(people),
                                        .grave = true});
}

bool NoticeQuestions::cancelSending(int waiting)
{
    return m_dialogs.confirm(
        m_parent, {.title = tr("Cancel notice"),
                   .text = tr("Cancel this notice for the %L1 people who wait?", "", waiting).arg(waiting),
                   .explanation = tr(
                       "What has not left yet never will, and its addresses are erased. What has left cannot "
                       "be called back."),
                   .action = tr("&Cancel notice"),
                   .grave = true});
}

} // namespace shirase
