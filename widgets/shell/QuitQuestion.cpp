// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/QuitQuestion.h"

namespace shirase {

std::optional<Question> QuitQuestion::question() const
{
    QStringList sentences;
    if (noticeIsBegun)
        sentences << tr("The notice that you have begun is not saved: its places would be lost.");
    if (webRuns)
        sentences << tr("The web page closes: visitors and operators cannot register until Shirase runs again.");
    if (mailsWaiting > 0)
        sentences << tr("%L1 mails wait. None is lost: they leave once Shirase runs again.", "", mailsWaiting)
                         .arg(mailsWaiting);
    if (taskRuns)
        sentences << tr("What is under way is cancelled. What of it was finished stays.");
    if (sentences.isEmpty())
        return std::nullopt;
    return Question{.title = tr("Quit"),
                    .text = tr("Quit Shirase?"),
                    .explanation = sentences.join(u'\n'),
                    .action = tr("&Quit")};
}

} // namespace shirase
