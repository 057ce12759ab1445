// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/Wordings.h"

#include "core/mail/MailTemplate.h"
#include "core/wording/FilledText.h"

namespace shirase {

using namespace Qt::StringLiterals;

const QStringList &visitorLanguages()
{
    static const QStringList all = Settings::find(u"web.languages"_s)->choices;
    return all;
}

QStringList inOrder(QStringList languages)
{
    QStringList ordered;
    for (const QString &language : visitorLanguages()) {
        if (languages.removeOne(language))
            ordered.append(language);
    }
    return ordered + languages;
}

Result<Wordings> standardWordings()
{
    const QString name = u"notice-standard"_s;
    Wordings wordings;
    for (const QString &language : mailLanguages(name)) {
        const Result<MailText> text = mailTemplate(name, language);
        if (!text)
            return passOn(text);
        wordings.insert(language, {text->subject, text->body});
    }
    return wordings;
}

Wordings filled(const Wordings &wordings, const Settings &settings)
{
    Wordings texts;
    for (const auto &[language, wording] : wordings.asKeyValueRange()) {
        const Profile profile = settings.profile(language);
        texts.insert(language, {FilledText::of(wording.subject, profile).text(),
                                FilledText::of(wording.body, profile).text()});
    }
    return texts;
}

NoticeText mended(const NoticeText &text)
{
    QString body = text.body;
    body.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    while (body.startsWith(u'\n'))
        body.remove(0, 1);
    while (!body.isEmpty() && body.back().isSpace())
        body.chop(1);
    return {text.subject.trimmed(), body.isEmpty() ? body : body + u'\n'};
}

ChosenText textFor(const QString &language, const QMap<QString, NoticeText> &texts)
{
    if (texts.contains(language))
        return {language, texts[language]};
    if (!texts.contains(u"ja"_s) || !texts.contains(u"en"_s)) {
        const QString only = texts.contains(u"en"_s) ? u"en"_s : u"ja"_s;
        return {only, texts.value(only)};
    }
    const NoticeText &japanese = texts[u"ja"_s];
    const NoticeText &english = texts[u"en"_s];
    return {u"ja"_s,
            {japanese.subject + u" / "_s + english.subject, japanese.body + u"\n\n"_s + english.body}};
}

} // namespace shirase
