// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/NameOnPosters.h"

#include "core/wording/TextRules.h"

#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60; ///< QChars; what is longer has room for a message

/// HTML, an encoded character of an address or a header, an entity. "<本店>" is none.
bool isMarkup(const QString &name)
{
    static const QRegularExpression markup(u"<[ /!?]{0,3}[a-z]|%[0-9a-f]{2}|&#?[a-z0-9]{2,8};"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return name.normalized(QString::NormalizationForm_KC).contains(markup);
}

/// Words that call to do something, promise something, or name an account elsewhere, and a second sentence. A list
/// cannot know every advertisement, but the common ones need no link: "search for …" is as good.
bool advertises(const QString &name)
{
    static const QRegularExpression calls(
        u"検索|クリック|無料|当選|副業|稼[ぐげ]|儲[かけ]|借金|融資|出会い|(?:今|いま)すぐ|登録(?:する)?だけ|もらえ|プレゼント"
        u"|[0-9〇一二三四五六七八九十百千][万億]円"
        u"|免费|免費|点击|點擊|赚钱|賺錢|中奖|中獎|贷款|貸款|搜索|搜尋|무료|클릭|당첨|대출|검색"
        u"|\\b(?:free|click|winners?|prizes?|earn|casino|bitcoin|crypto|loans?|search|google|buy now|visit us|follow us)\\b"
        u"|(?:\\bline|ライン|telegram|テレグラム|whatsapp|wechat|微信|kakao|카카오|instagram|インスタ|twitter|facebook|tiktok)"
        u" ?(?:talk|톡|グラム)? ?(?:id|:)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression secondSentence(u"[。!?][^。!?]+[。!?]"_s);
    const QString plain = name.normalized(QString::NormalizationForm_KC);
    return plain.contains(calls) || plain.contains(secondSentence);
}

bool saysWhereToTurn(const QString &name)
{
    const textRules::Views views(name);
    return !textRules::links(views).empty() || !textRules::mailAddresses(views).empty() ||
           !textRules::phoneNumbers(views).empty();
}

} // namespace

bool isOnlyAName(const QString &name)
{
    return name.size() <= longestName && !isMarkup(name) && !saysWhereToTurn(name) && !advertises(name);
}

} // namespace shirase
