// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/TextRules.h"

namespace shirase::textRules {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDay = 29; // television's 25時 is one in the morning

const QString numeral =
    u"(?:(?<![0-9])[0-9]{1,4}|(?<![〇零一二三四五六七八九十百千廿卅])[〇零一二三四五六七八九十百千廿卅元]{1,6})"_s;
const QString weekday = u"(?:[月火水木金土日]曜日?)"_s;

QRegularExpression pattern(const QString &text)
{
    // N stands for a numeral, W for a weekday.
    return QRegularExpression(QString(text).replace(u"N"_s, numeral).replace(u"W"_s, weekday),
                              QRegularExpression::UseUnicodePropertiesOption);
}

bool isWithin(QStringView number, int from, int until)
{
    const std::optional<int> value = numeralValue(number);
    return value && *value >= from && *value <= until;
}

/// Whether what stands before a match is the whole part of a decimal: the 37 of 37.5日.
bool isBehindPoint(const FoldedText &text, qsizetype begin)
{
    return text.at(begin - 1) == u'.' && text.at(begin - 2).isDigit();
}

/// 11月22日, 令和八年十一月, 2026年11月22日, 12월 3일: a month by itself is enough.
void addMonths(Spans &spans, const FoldedText &text)
{
    static const QRegularExpression month = pattern(
        u"(?:(?:令和|平成|昭和|西暦|公元|民国|民國)?N[年년])?(?<month>N)[月월](?![間间経经])(?:(?<day>N)[日号號일](?!間)|[上中下]旬|초순|중순|하순)?"_s);
    addMatches(spans, text, month, [&](const QRegularExpressionMatch &match) {
        return isWithin(match.capturedView(u"month"), 1, 12) && !isBehindPoint(text, match.capturedStart());
    });
    static const QRegularExpression spelled = pattern(
        u"(?<![가-힣])(?:일|이|삼|사|오|유|칠|팔|구|시|십|십일|십이)월(?:[일이삼사오육칠팔구십]{1,4}일)"_s);
    addMatches(spans, text, spelled);
}

/// "2、3日" and "二、三日" are two or three days; "22、23日" are dates.
bool isAboutSoManyDays(const FoldedText &text, qsizetype begin, int days)
{
    constexpr int most = 10;
    static const QRegularExpression before(u"(?:(?<![0-9])[0-9]{1,2}|[一二三四五六七八九])[、,・~\\-]?$"_s);
    const QRegularExpressionMatch match =
        before.match(text.text().sliced(std::max<qsizetype>(begin - 3, 0), std::min<qsizetype>(begin, 3)));
    if (!match.hasMatch() || days > most)
        return false;
    QString number = match.captured();
    while (!number.isEmpty() && !number.back().isLetterOrNumber())
        number.chop(1);
    return numeralValue(number) == days - 1;
}

/// "潜伏期間は約10～12日", "多くは5日", "잠복기는 보통 10~12일": the number says how long, whatever follows.
bool isDuration(const FoldedText &text, qsizetype begin)
{
    constexpr qsizetype farthest = 20;
    static const QRegularExpression before(
        u"(?:約|およそ|平均|多くは|長くて|短くて|通常は?|普通は?|期間は|約?期は|보통|대략|평균|약|뒤|후|"
        u"기간은|기는|约为?|約為?|通常为?|通常為?)"
        u"(?:[0-9]{1,3}|[〇一二三四五六七八九十]{1,3})?[~\\-、]?$"_s);
    const qsizetype from = std::max<qsizetype>(begin - farthest, 0);
    return before.match(text.text().sliced(from, begin - from)).hasMatch();
}

/// 22日, 二十二日, 22일: a day of a month, unless it counts days.
void addDays(Spans &spans, const FoldedText &text)
{
    // 14日間, 3日以内, 2日目, 三日月, 四日市, 日本; 1日1回 is left out by its value.
    const QString counting =
        u"[間间以内內後后ご目分続連连未ほく程ずおたぶ毎每齢龄経]|[)\\]]の?間|の(?:間|あいだ)|ぐらい|にわたり|で症状"_s;
    const QString perDays = u"に(?:[0-9一二三四五六七八九]|何|数)"_s;
    const QString lasting = u"[がを](?:経|過|す|た)|も(?:続|た|休)|休|寝|安静|待|まで(?:うつ|人)"_s;
    const QString inWords = u"[本曜市町村坊月中毒光酔]"_s;
    const QString countingInKorean =
        u"간|동안|이내|이상|이하|마다|후|뒤|째|분|내|연속|정도|쯤|가량|격리|치|에한|에[0-9]|본|반"_s;
    static const QRegularExpression day =
        pattern(u"(?<![数數何几幾毎每第前])(?<day>N)(?:日(?!%1)|일(?!%2))"_s.arg(
            QStringList{counting, perDays, lasting, inWords}.join(u'|'), countingInKorean));
    addMatches(spans, text, day, [&](const QRegularExpressionMatch &match) {
        const std::optional<int> days = numeralValue(match.capturedView(u"day"));
        const qsizetype begin = match.capturedStart();
        // "3日前" is the next rule's matter.
        const QChar next = text.at(match.capturedEnd());
        return days && *days >= 2 && !isDuration(text, begin) && *days <= 31 && next != u'前' &&
               next != u'전' && !isBehindPoint(text, begin) && !isAboutSoManyDays(text, begin, *days);
    });
}

/// Yesterday, three days ago: together with the day of the mail they are dates. "発症の2日前" is none.
void addRelativeDays(Spans &spans, const FoldedText &text)
{
    static const std::vector<QRegularExpression> patterns{
        pattern(
            u"一昨日|一昨晩|昨日|昨晩|昨夜|おととい|(?<![ぁ-ん])きのう|前天|昨天|그저께|엊그제|어젯밤|(?<![가-힣])어제"_s),
        pattern(
            u"(?<![のるた病狀状症前])N日前(?=[にのあ、,。]|$)|(?<![病狀状症前])N天(?:之)?前|N일전에(?!도)"_s),
        pattern(u"N[日天](?:の)?(?:午前|午後|夜|朝|夕方|昼)"_s),
        pattern(u"N[号號](?:那天|当天|當天|当日|當日|晚上|上午|下午)"_s),
        pattern(u"(?:先々週|先週|前週)(?:末|の(?:初め|はじめ|終わり|おわり|半ば))"_s),
    };
    for (const QRegularExpression &relative : patterns)
        addMatches(spans, text, relative);
}

/// 先週の金曜日, 金曜日に, 上周五, 지난주 금요일. "毎週金曜日" and "月曜日から金曜日まで" are the centre's
/// hours.
void addWeekdays(Spans &spans, const FoldedText &text)
{
    static const std::vector<QRegularExpression> patterns{
        pattern(u"(?:先々週|先週|今週|来週|前週|この前|この間|こないだ|前|先日|去る|さる)の?[、,]?W"_s),
        pattern(u"(?<!毎週)(?<!毎週の)(?<!、)W(?:の(?:午前|午後|夜|朝|夕|昼|晩)|(?=に(?!は)))"_s),
        pattern(u"(?:上|这|這|本|下|前)(?:个|個)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]"_s),
        pattern(
            u"(?:지난|저번|이번|다음)주?[월화수목금토일]요일|(?<!매주)[월화수목금토일]요일(?=에(?!는))"_s),
    };
    for (const QRegularExpression &day : patterns)
        addMatches(spans, text, day);
}

/// Days that have a name. 年末年始 is none: the centre's hours speak of it.
void addHolidays(Spans &spans, const FoldedText &text)
{
    static const std::vector<QRegularExpression> patterns{
        pattern(u"元日(?!本)|元旦|大晦日|おおみそか|お正月|くりすます|ごーるでんうぃーく|しるばーうぃーく|(?:"
                u"成人|建国記念|春分|"
                u"秋分|昭和|憲法記念|みどり|こども|海|山|敬老|すぽーつ|体育|文化|勤労感謝)の日(?!["
                u"差焼常光陰程々本])|天皇誕生日|はろうぃん|"
                u"ばれんたいん"_s),
        pattern(
            u"春节|春節|除夕|元宵节|元宵節|清明节|清明節|端午节|端午節|中秋节|中秋節|国庆节|國慶節|圣诞节|聖誕節"_s),
        pattern(u"설날|추석|크리스마스|성탄절|어린이날|삼일절|광복절|개천절|한글날"_s),
        pattern(u"N?年(?:睦月|如月|弥生|卯月|皐月|水無月|文月|葉月|長月|神無月|霜月|師走)"_s),
    };
    for (const QRegularExpression &day : patterns)
        addMatches(spans, text, day);
}

/// In kana, as やさしい日本語 writes: 11がつ22にち, じゅういちがつ, にちようびに.
void addKanaDates(Spans &spans, const FoldedText &text)
{
    static const std::vector<QRegularExpression> patterns{
        // Not the だれかさんがつくった of a text without kanji.
        pattern(
            u"(?:N|(?<![ぁ-ん])(?:じゅう(?:いち|に)?|いち|に|さん|し|ご|ろく|しち|はち|く))がつ"
            u"(?:(?:N|[いちにさんよごろくなはきゅうじみっふかつとお]{1,8})(?:にち|か)|(?=[にのはも、。]|$))"_s),
        pattern(
            u"(?<![ぁ-ん])(?:げつ|か|すい|もく|きん|ど|にち)ようび?(?=に(?!は)|の(?:ごぜん|ごご|よる|あさ|ゆうがた|ひる|夜|朝|昼))"_s),
    };
    for (const QRegularExpression &date : patterns)
        addMatches(spans, text, date);
}

/// 18時, 午後6時半, 下午6点, 오후 6시. Not 24時間, 一時的, 2小时.
void addTimes(Spans &spans, const FoldedText &text)
{
    static const QRegularExpression hour = pattern(
        u"(?<half>午前|午後|正午|上午|下午|晚上|早上|傍晚|凌晨|中午|夜里|夜裡|오전|오후|저녁|아침|새벽|밤|"
        u"夜の?|朝の?|夕方の?)?"
        u"(?<hour>N)(?:[時时](?![間间刻差期代空点给給])|시(?!간|기|험|작|점|설|민|도))(?:(?<minute>N)[分분]|半|반)?"_s);
    addMatches(spans, text, hour, [](const QRegularExpressionMatch &match) {
        // 一時 means "for a while", too.
        const bool sure = match.capturedLength(u"half") > 0 || match.capturedLength(u"minute") > 0;
        const QStringView number = match.capturedView(u"hour");
        return isWithin(number, 0, longestDay) && number != u"元" && (sure || number != u"一");
    });
    static const std::vector<QRegularExpression> patterns{
        pattern(u"正午"_s),
        pattern(u"(?:上午|下午|晚上|早上|傍晚|凌晨|中午|夜里|夜裡)(?:N|两|兩)[点點](?:N分|半|钟|鐘|整)?"_s),
        pattern(u"(?:N|两|兩)[点點](?:N分|半|钟|鐘|整)"_s),
        pattern(
            u"(?:오전|오후|저녁|아침|새벽|밤)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)시(?!간)"_s),
        pattern(u"(?:다섯|여섯|일곱|여덟|아홉|열한|열두)시(?!간)(?:에|부터|까지|경|쯤|반|정각)"_s),
    };
    for (const QRegularExpression &time : patterns)
        addMatches(spans, text, time);
}

bool isMonthAndDay(QStringView one, QStringView other)
{
    return (isWithin(one, 1, 12) && isWithin(other, 1, 31)) ||
           (isWithin(one, 1, 31) && isWithin(other, 1, 12));
}

/// 2026-11-22, 11/22, 22.11.2026, R8.11.22, 20261122, 18:30
void addNumericDates(Spans &spans, const Views &views)
{
    const QString day = u"(?:[12][0-9]|3[01]|0?[1-9])"_s;
    const QString month = u"(?:1[0-2]|0?[1-9])"_s;
    const QString gap = u" {0,2}[-/.年・_] {0,2}"_s;
    static const QRegularExpression yearFirst(
        u"(?<![0-9])(?:(?:19|20)[0-9]{2}|(?<![a-z])[rhs] ?[0-9]{1,2}|(?:令和|平成|昭和)[0-9]{1,2})"_s + gap +
        month + gap + day + u"(?![0-9])"_s);
    static const QRegularExpression yearLast(u"(?<![0-9])"_s + day + gap + day + gap +
                                             u"(?:19|20)[0-9]{2}(?![0-9])"_s);
    static const QRegularExpression yearAndMonth(
        u"(?<![0-9\\-])(?:19|20)[0-9]{2} ?[-/.] ?(?:1[0-2]|0[1-9])(?![0-9]|[-.][0-9])"_s);
    static const QRegularExpression together(
        u"(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"_s);
    static const QRegularExpression shortYear(
        u"(?<![0-9.\\-])(?:[0-9]{2}([.\\-])(?:1[0-2]|0[1-9])\\1(?:0[1-9]|[12][0-9]|3[01])|"
        u"(?:0[1-9]|[12][0-9]|3[01])([.\\-])(?:1[0-2]|0[1-9])\\2[0-9]{2})(?![0-9.\\-])"_s);
    static const QRegularExpression clock(u"(?<![0-9:.])(?:[01]?[0-9]|2[0-9]) ?: ?[0-5][0-9](?![0-9:])"_s);
    for (const QRegularExpression &date : {yearFirst, yearLast, yearAndMonth, together, shortYear, clock})
        addMatches(spans, views.plain, date);

    // 11-22に, 11.22(日): what follows tells it from a range or a decimal.
    static const QRegularExpression followed(
        u"(?<![0-9.\\-])(?:1[0-2]|0?[1-9])[-.](?:[12][0-9]|3[01])(?=に|の(?:夜|朝|昼|午)| {0,2}\\([月火水木金土日])"_s);
    addMatches(spans, views.plain, followed);

    static const QRegularExpression slash(
        u"(?<![0-9/])(?<one>[0-9]{1,2}) ?/ ?(?<other>[0-9]{1,2})(?: ?/ ?(?:[0-9]{4}|[0-9]{2}))?(?![0-9/])"
        u"(?! ?(?:of|cups?|tea|table|litres?|liters?|gallons?|かっぷ|杯|컵|盃))"_s);
    addMatches(spans, views.plain, slash, [](const QRegularExpressionMatch &match) {
        return match.capturedView() != u"24/7" &&
               isMonthAndDay(match.capturedView(u"one"), match.capturedView(u"other"));
    });
    // 11. 22. is how Korean writes the day; elsewhere it is a number.
    static const QRegularExpression dotted(
        u"(?<![0-9.])(?:1[0-2]|0?[1-9])\\. ?(?:[12][0-9]|3[01])(?:\\.(?![0-9])|(?= ?\\([월화수목금토일月火水木金土日]\\)))"_s);
    if (views.korean)
        addMatches(spans, views.plain, dotted);
}

} // namespace

Spans dates(const Views &views)
{
    Spans found = englishDates(views);
    addMonths(found, views.tight);
    addDays(found, views.tight);
    addRelativeDays(found, views.tight);
    addWeekdays(found, views.tight);
    addHolidays(found, views.tight);
    addKanaDates(found, views.tight);
    addTimes(found, views.tight);
    addNumericDates(found, views);
    return found;
}

} // namespace shirase::textRules
