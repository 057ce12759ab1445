// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeTestMail.h"

namespace shirase::noticeTestMail {

using namespace Qt::StringLiterals;

namespace {

QString markedAsTest(const QString &subject, const QString &language)
{
    static const QMap<QString, QString> marks{
        {u"ja"_s, u"【テスト】"_s},    {u"ja-x-easy"_s, u"【テスト】"_s}, {u"zh-Hans"_s, u"【测试】"_s},
        {u"zh-Hant"_s, u"【測試】"_s}, {u"ko"_s, u"[테스트] "_s},
    };
    return marks.value(language, u"[TEST] "_s) + subject;
}

} // namespace

Letter letter(const QString &recipient, const QString &language, const NoticeText &text)
{
    return {kind, recipient, language, {{u"subject"_s, text.subject}, {u"body"_s, text.body}}};
}

Outbox::Composer composer()
{
    return [](const Letter &letter, Message &message) -> Result<> {
        message.subject = markedAsTest(letter.content[u"subject"_s].toString(), letter.language);
        message.body = letter.content[u"body"_s].toString();
        return {};
    };
}

} // namespace shirase::noticeTestMail
