// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/ExerciseMark.h"

#include "core/mail/MailTemplate.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<QMap<QString, NoticeText>> markedAsExercise(QMap<QString, NoticeText> texts)
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const Result<MailText> mark = mailTemplate(u"mark-exercise"_s, it.key());
        if (!mark)
            return passOn(mark);
        if (!it->subject.startsWith(mark->subject))
            it->subject.prepend(mark->subject + u' ');
        if (!it->body.startsWith(mark->body))
            it->body.prepend(mark->body + u'\n');
    }
    return texts;
}

} // namespace shirase
