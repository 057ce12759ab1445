// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/ExerciseMark.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Mark
{
    QString subject;
    QString line; ///< the first of the body
};

// Part of the texts that leave, in their languages, and so no matter of the window's translation.
Mark markOf(const QString &language)
{
    const QString primary = language.section(u'-', 0, 0);
    if (language == u"ja-x-easy")
        return {u"【くんれん】"_s, u"【くんれん】 これは れんしゅうの メールです。"_s};
    if (primary == u"ja")
        return {u"【訓練】"_s, u"【訓練】これは訓練のメールです。"_s};
    if (language.startsWith(u"zh-Hant"))
        return {u"【演練】"_s, u"【演練】這是一封演練郵件。"_s};
    if (primary == u"zh")
        return {u"【演练】"_s, u"【演练】这是一封演练邮件。"_s};
    if (primary == u"ko")
        return {u"[훈련]"_s, u"[훈련] 이것은 훈련 메일입니다."_s};
    return {u"[EXERCISE]"_s, u"[EXERCISE] This mail is part of an exercise."_s};
}

} // namespace

QMap<QString, NoticeText> markedAsExercise(QMap<QString, NoticeText> texts)
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const Mark mark = markOf(it.key());
        if (!it->subject.startsWith(mark.subject))
            it->subject.prepend(mark.subject + u' ');
        if (!it->body.startsWith(mark.line))
            it->body.prepend(mark.line + u"\n\n"_s);
    }
    return texts;
}

} // namespace shirase
