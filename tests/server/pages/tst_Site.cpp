// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

#include "core/mail/MailTemplate.h"
#include "server/http/Compression.h"
#include "server/pages/Furigana.h"
#include "server/pages/PageTexts.h"

using namespace shirase;

namespace {

/// What is wrong with the markup of one of our pages, in a word and the place; empty if nothing is. Stricter
/// than HTML: every element is closed in order, every attribute quoted.
QString fault(const QString &html)
{
    static const QSet<QString> voids{u"meta"_s, u"link"_s, u"img"_s, u"input"_s, u"wbr"_s, u"br"_s};
    static const QRegularExpression tag(
        u"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z:-]+(?:=\"[^\"<>]*\")?)*)\\s*(/?)>"_s);
    QStringList open;
    qsizetype end = 0;
    for (auto tags = tag.globalMatch(html); tags.hasNext();) {
        const QRegularExpressionMatch found = tags.next();
        const QString between = html.sliced(end, found.capturedStart() - end);
        if (between.contains(u'<') && !between.startsWith(u"<!DOCTYPE html>"_s))
            return u"stray < before "_s + found.captured();
        end = found.capturedEnd();
        if (voids.contains(found.captured(2)) || !found.captured(4).isEmpty())
            continue;
        if (found.captured(1).isEmpty())
            open += found.captured(2);
        else if (open.isEmpty() || open.takeLast() != found.captured(2))
            return u"closed out of order: "_s + found.captured(2);
    }
    return open.join(u' ');
}

QString withoutReadings(QString html)
{
    static const QRegularExpression readings(u"<rt>[^<]*</rt>|</?ruby>|\\x{2060}"_s);
    return html.remove(readings);
}

QStringList captures(const QString &html, const QString &pattern)
{
    QStringList all;
    const QRegularExpression expression(pattern);
    for (auto matches = expression.globalMatch(html); matches.hasNext();)
        all += matches.next().captured(1);
    return all;
}

} // namespace

/// The site as a whole: plain pages, languages, assets, and what holds for every page.
class tst_Site : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place = m->addFacility();
        m_path = u"/f/"_s + m_place.code.text();
    }

    void theHomePageSaysWhatItHasTo() // REQUIREMENTS V4, V5
    {
        const Answered page = m->get(u"/"_s);
        QCOMPARE(page.status(), 200);
        for (const QString &part :
             {u"011-204-5020"_s, u"011-206-0289"_s, u"@pref.hokkaido.lg.jp"_s, u"最終更新日"_s,
              u"QRコードは株式会社デンソーウェーブの登録商標です。"_s,
              u"お知らせは「感染した」という意味ではありません"_s, u"SMS"_s, u"2か\u2060月"_s})
            QVERIFY2(page.says(part), qPrintable(part));
    }

    void theHomePageHasEveryPartInEveryLanguage_data() { languages(); }
    void theHomePageHasEveryPartInEveryLanguage() // REQUIREMENTS V5
    {
        QFETCH(QString, language);
        QVERIFY(m->settings->set(u"organisation.news"_s, uR"([{"date":"2026-12-01","ja":"開始"}])"_s));
        const QString html = m->get(u"/?lang="_s + language).html();
        const QString text = withoutReadings(html);
        for (const char *part : {"news", "visitors", "meaning", "sample", "fraud", "operators", "pictures",
                                 "places", "services"})
            QVERIFY2(html.contains(u"<h2 id=\"%1\">"_s.arg(QString::fromLatin1(part))), part);
        QCOMPARE(html.count(u"<img src=\"/art/step-"_s), 4);
        for (const char *there : {"/art/poster.svg", "/art/form.svg", "/art/place-shop.svg",
                                  "/art/place-hall.svg", "/art/place-table.svg", "href=\"/faq?lang=",
                                  "href=\"/faq/operators?lang=", "href=\"/facilities/new?lang=",
                                  "href=\"tel:0112045020\"", "href=\"tel:0112060289\"", "@pref.hokkaido.lg.jp",
                                  "https://www.mhlw.go.jp/", "COCOA", "<time datetime=\"2026-12-01\""})
            QVERIFY2(html.contains(QString::fromLatin1(there)), there);
        const PageTexts texts = *PageTexts::load(language);
        for (const char *key : {"layout.trademark", "home.meaning3", "home.good1", "home.good2",
                                "home.operatorGood1", "home.operatorGood2", "genuine.contains"})
            QVERIFY2(text.contains(
                         furigana::withoutReadings(texts.text(QString::fromLatin1(key))).toHtmlEscaped()),
                     key);
    }

    void theHomePageShowsANoticeAsItIsSent_data() { languages(); }
    void theHomePageShowsANoticeAsItIsSent() // REQUIREMENTS V5
    {
        QFETCH(QString, language);
        const Answered page = m->get(u"/?lang="_s + language);
        const auto mail = renderMail(u"notice-standard"_s, m->settings->profile(language));
        QVERIFY(mail.has_value() && page.says(mail->subject));
        for (const QString &paragraph : mail->body.trimmed().split(u"\n\n"_s))
            QVERIFY2(page.says(paragraph), qPrintable(paragraph));
    }

    void newsComeFromTheSettingsNewestFirst() // REQUIREMENTS V5
    {
        QVERIFY(!m->get(u"/"_s).html().contains(u"id=\"news\""_s));
        const QString news = uR"([{"date":"2026-11-20","ja":"開始 <1>"},
                                      {"date":"2026-12-24","ja":"追加","en":"More"}])"_s;
        QVERIFY(m->settings->set(u"organisation.news"_s, news));
        const Answered page = m->get(u"/"_s);
        const QString added = u"<time datetime=\"2026-12-24\">2026年12月24日</time></dt><dd>追加</dd>"_s;
        QVERIFY(page.html().contains(added));
        QVERIFY(page.says(u"開始 <1>"_s));
        QVERIFY(page.html().indexOf(added) < page.html().indexOf(u"開始"_s));
        QCOMPARE(page.match(u"class=\"updated\">[^<]*<time datetime=\"([^\"]*)"_s), u"2026-12-24"_s);
        // What has no translation says in which language it is.
        const QString english = m->get(u"/?lang=en"_s).html();
        QVERIFY(english.contains(u"<dd>More</dd>"_s) &&
                english.contains(u"<dd lang=\"ja\">開始 &lt;1&gt;"_s));
        const QString korean = m->get(u"/?lang=ko"_s).html();
        QVERIFY(korean.contains(u"<dd lang=\"en\">More</dd>"_s));
    }

    void relatedServicesComeFromTheSettings() // REQUIREMENTS V5
    {
        QVERIFY(m->get(u"/"_s).says(u"新型コロナウイルス接触確認アプリ（COCOA）"_s));
        const QString services =
            uR"([{"url":"https://example.jp/?a=1&b=2","ja":{"name":"はしか","text":"予防接種"}}])"_s;
        QVERIFY(m->settings->set(u"organisation.services"_s, services));
        const Answered page = m->get(u"/"_s);
        QVERIFY(page.says(u"予防接種"_s) && !page.says(u"COCOA"_s));
        QVERIFY(page.html().contains(
            u"<a href=\"https://example.jp/?a=1&amp;b=2\" rel=\"external noopener\">「はしか」"_s));
        QVERIFY(m->settings->set(u"organisation.services"_s, u"[]"_s));
        QVERIFY(!m->get(u"/"_s).html().contains(u"id=\"services\""_s));
    }

    void visitorsAndOperatorsHaveTheirQuestions_data() { languages(); }
    void visitorsAndOperatorsHaveTheirQuestions() // at least 15 and 12
    {
        QFETCH(QString, language);
        for (const auto &[path, fewest] : {std::pair(u"/faq"_s, 15), std::pair(u"/faq/operators"_s, 12)}) {
            const QString html = withoutReadings(m->get(path + u"?lang="_s + language).html());
            const QStringList questions = captures(html, u"<h3[^>]*>([^<]+)</h3>\\n<p>[^<]"_s);
            QVERIFY2(questions.size() >= fewest, qPrintable(path));
            QCOMPARE(questions.size(), html.count(u"<h3"_s)); // each has its answer
            QCOMPARE(QSet<QString>(questions.begin(), questions.end()).size(), questions.size());
        }
    }

    void settingsShowAtOnce()
    {
        QVERIFY(m->settings->set(u"organisation.system_name"_s, u"長野はしか通知"_s));
        QVERIFY(m->settings->set(u"organisation.disease"_s, u"麻しん"_s));
        QVERIFY(m->settings->set(u"retention.months"_s, u"1"_s));
        QVERIFY(m->settings->set(u"organisation.accent"_s, u"#7a1f3d"_s));
        const Answered page = m->get(u"/"_s);
        QVERIFY(page.says(u"長野はしか通知"_s) && page.says(u"麻しん"_s) && page.says(u"1か\u2060月"_s));
        QVERIFY(!page.says(u"コロナ"_s));
        QVERIFY(m->get(u"/style.css"_s).html().contains(u"--accent:#7a1f3d"_s));
    }

    void theLanguageIsChosen_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QString>("expected");
        QTest::newRow("by nobody") << QString() << QByteArray() << u"ja"_s;
        QTest::newRow("by the browser") << QString() << QByteArray("en-GB,en;q=0.9,ja;q=0.1") << u"en"_s;
        QTest::newRow("by a link") << u"?lang=en"_s << QByteArray("ja") << u"en"_s;
        QTest::newRow("unknown by a link") << u"?lang=tlh"_s << QByteArray("en") << u"en"_s;
        QTest::newRow("unknown by all") << u"?lang=%22%3E"_s << QByteArray("tlh") << u"ja"_s;
    }
    void theLanguageIsChosen()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, accept);
        QFETCH(QString, expected);
        const Answered page = m->get(u"/"_s + query, {{"accept-language", accept}});
        QVERIFY(page.html().contains(u"<html lang=\"%1\">"_s.arg(expected)));
        QCOMPARE(page.header("Content-Language"), expected);
        QCOMPARE(page.header("Vary"), u"Accept-Language, Accept-Encoding"_s);
    }

    void aChosenLanguageIsCarriedOnByLinks()
    {
        QVERIFY(m->get(u"/?lang=en"_s).html().contains(u"href=\"/terms?lang=en\""_s));
        QVERIFY(m->get(u"/"_s, {{"accept-language", "en"}}).html().contains(u"href=\"/terms\""_s));
    }

    void languagesAreOfferedAsTheSettingsSay()
    {
        QVERIFY(m->settings->set(u"web.languages"_s, u"ja"_s));
        const Answered page = m->get(u"/?lang=en"_s, {{"accept-language", "en"}});
        QCOMPARE(page.header("Content-Language"), u"ja"_s);
        QVERIFY(!page.html().contains(u"class=\"languages\""_s)); // there is nothing to choose from
    }

    void everyPageIsSoundInEveryLanguage_data() { languages(); }
    void everyPageIsSoundInEveryLanguage()
    {
        QFETCH(QString, language);
        for (const Answered &page : everyPage(language)) {
            const QString html = page.html();
            const QString where = language + u' ' + page.match(u"<title>(.*)</title>"_s);
            QVERIFY2(fault(html).isEmpty(), qPrintable(where + u": "_s + fault(html)));
            QVERIFY2(html.count(u"<h1"_s) == 1, qPrintable(where));
            const QStringList ids = captures(html, u" id=\"([^\"]*)\""_s);
            QVERIFY2(QSet<QString>(ids.begin(), ids.end()).size() == ids.size(), qPrintable(where));
            for (const QString &pattern :
                 {u"href=\"#([^\"]*)\""_s, u" for=\"([^\"]*)\""_s, u"aria-labelledby=\"([^\"]*)\""_s}) {
                for (const QString &id : captures(html, pattern))
                    QVERIFY2(ids.contains(id), qPrintable(where + u": "_s + id));
            }
            QVERIFY2(!html.contains(u"{{"_s) && !html.contains(u"[["_s), qPrintable(where));
        }
    }

    void everyPageIsWrittenInItsLanguage_data() { languages(); }
    void everyPageIsWrittenInItsLanguage() // REQUIREMENTS V7
    {
        QFETCH(QString, language);
        static const QRegularExpression otherLanguages(
            u"<details class=\"languages\">.*?</details>|<nav class=\"tongues\".*?</nav>|<([a-z]+)[^>]* lang=[^>]*>.*?</\\1>|<bdi>.*?</bdi>|\\svalue=\"[^\"]*\"|<[^>]*href=[^>]*>"_s,
            QRegularExpression::DotMatchesEverythingOption);
        static const QMap<QString, QRegularExpression> strange{
            {u"en"_s,
             QRegularExpression(
                 u"[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FA}\\x{4E00}-\\x{9FFF}\\x{AC00}-\\x{D7A3}]"_s)},
            {u"ko"_s, QRegularExpression(u"[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FA}\\x{4E00}-\\x{9FFF}]"_s)},
            {u"zh-Hans"_s,
             QRegularExpression(
                 u"[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FA}\\x{AC00}-\\x{D7A3}體請點時間錄電]"_s)},
            {u"zh-Hant"_s,
             QRegularExpression(
                 u"[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FA}\\x{AC00}-\\x{D7A3}体请点时间录电]"_s)},
            {u"ja"_s, QRegularExpression(u"[\\x{AC00}-\\x{D7A3}请點时]"_s)},
            {u"ja-x-easy"_s, QRegularExpression(u"[\\x{AC00}-\\x{D7A3}请點时]"_s)}};
        for (const Answered &page : everyPage(language)) {
            QString html = page.html();
            html = html.sliced(html.indexOf(u"<body"_s));
            const QRegularExpressionMatch found = strange[language].match(html.remove(otherLanguages));
            QVERIFY2(!found.hasMatch(),
                     qPrintable(page.heading() + u": "_s + html.mid(found.capturedStart() - 40, 80)));
            QVERIFY(strange[language].isValid());
        }
    }

    void plainPagesNameTheirTwinsInOtherLanguages() // REQUIREMENTS V7
    {
        QVERIFY(m->settings->set(u"web.public_url"_s, u"https://shirase.example.jp"_s));
        const QString html = m->get(u"/faq?lang=ko"_s).html();
        const QString here = u"https://shirase.example.jp/faq"_s;
        QVERIFY(html.contains(u"<link rel=\"canonical\" href=\"%1?lang=ko\">"_s.arg(here)));
        QVERIFY(html.contains(u"hreflang=\"x-default\" href=\"%1\">"_s.arg(here)));
        for (const QString &tag : m->settings->list(u"web.languages"_s)) {
            QVERIFY(html.contains(
                u"<link rel=\"alternate\" hreflang=\"%1\" href=\"%2?lang=%1\">"_s.arg(tag, here)));
            QVERIFY(html.contains(u"<a href=\"/faq?lang=%1\" lang=\"%1\" hreflang=\"%1\""_s.arg(tag)));
        }
    }

    void noPageReachesOutsideOrRunsAnything() // REQUIREMENTS V8
    {
        QVERIFY(m->settings->set(u"web.public_url"_s, u"https://shirase.example.jp"_s));
        static const QRegularExpression outside(
            u"(?<!<a href=\")https?://(?!shirase\\.example\\.jp)|[\"(]//|<script(?! src=\"/kiosk\\.js\\?)| on[a-z]+=|style=\"|<style"_s);
        for (const Answered &page : everyPage(u"ja"_s)) {
            QVERIFY2(!page.html().contains(outside), qPrintable(outside.match(page.html()).captured()));
            QVERIFY(page.header("Set-Cookie").isEmpty());
            const bool kiosk = page.html().contains(u"<body class=\"kiosk\""_s);
            QVERIFY(kiosk || (!page.html().contains(u"<script"_s) &&
                              page.header("Content-Security-Policy").isEmpty()));
        }
    }

    void everyPageStaysUnder40KilobytesWithEverything_data() { languages(); }
    void everyPageStaysUnder40KilobytesWithEverything() // REQUIREMENTS V8
    {
        QFETCH(QString, language);
        for (const Answered &page : everyPage(language)) {
            qsizetype size = page.response.body.size(); // nothing compressed
            QStringList parts = captures(page.html(), u"src=\"([^\"]*)\""_s) +
                                captures(page.html(), u"rel=\"stylesheet\" href=\"([^\"]*)\""_s);
            parts.removeDuplicates();
            QVERIFY(parts.size() >= 2);
            for (const QString &part : std::as_const(parts))
                size += m->get(part).response.body.size();
            QVERIFY2(size < 40 * 1024, qPrintable(page.heading() + u' ' + QString::number(size)));
        }
    }

    void everyLinkOnThePagesLeadsSomewhere()
    {
        for (const Answered &page : everyPage(u"en"_s)) {
            for (const QString &link : captures(page.html(), u"(?:href|src)=\"(/[^\"#]*)"_s)) {
                if (!link.startsWith(u"/nowhere"_s) && !link.startsWith(u"/f/"_s) &&
                    !link.startsWith(u"/kiosk/"_s))
                    QVERIFY2(m->get(link).status() == 200 || link.startsWith(u"/v/"_s), qPrintable(link));
            }
        }
    }

    void linksBackNeverLeadToAnotherHost()
    {
        for (const QString &path : {u"//evil.example/x"_s, u"/\\evil.example"_s, u"/%2F/evil.example"_s}) {
            const Answered page = m->get(path);
            QCOMPARE(page.status(), 404);
            QVERIFY(!page.html().contains(u"href=\"//"_s) && !page.html().contains(u"href=\"/\\"_s));
        }
    }

    void anUnknownPathAndAWrongMethodHaveTheirPages()
    {
        QCOMPARE(m->get(u"/nowhere"_s).heading(), u"ページが見つかりません"_s);
        QCOMPARE(m->get(u"/nowhere"_s).status(), 404);
        const Answered wrong = m->post(u"/"_s, {});
        QCOMPARE(wrong.status(), 405);
        QCOMPARE(wrong.header("Allow"), u"GET, HEAD"_s);
    }

    void theServersOwnRefusalsHaveThePageToo()
    {
        for (const int status : {400, 408, 413, 431, 503}) {
            const http::Response page = m->site->refusalPage(status);
            QCOMPARE(page.status, status);
            QVERIFY(page.body.contains("<h1>"));
        }
    }

    void plainPagesAreRevalidated()
    {
        for (const QString &path :
             {u"/"_s, u"/faq"_s, u"/faq/operators"_s, u"/terms"_s, u"/terms/operators"_s, u"/privacy"_s,
              u"/favicon.svg"_s, u"/art/step-scan.svg"_s}) {
            const Answered page = m->get(path);
            QCOMPARE(page.status(), 200);
            const Answered again = m->get(path, {{"if-none-match", page.header("ETag").toLatin1()}});
            QCOMPARE(again.status(), 304);
            QVERIFY(again.response.body.isEmpty());
            QCOMPARE(m->get(path, {{"if-none-match", "\"older\""}}).status(), 200);
        }
    }

    void theStyleSheetIsKeptForGoodUnderItsVersion()
    {
        const QString style = m->get(u"/"_s).match(u"rel=\"stylesheet\" href=\"([^\"]*)\""_s);
        QVERIFY(style.startsWith(u"/style.css?v="_s));
        const Answered sheet = m->get(style);
        QCOMPARE(sheet.response.contentType, QByteArray("text/css; charset=utf-8"));
        QVERIFY(sheet.header("Cache-Control").contains(u"immutable"_s));
        QCOMPARE(m->get(u"/style.css?v=older"_s).header("Cache-Control"), u"no-cache"_s);
    }

    void onlyPagesWithAFormHaveItsStyles()
    {
        const QString forms = u"href=\"/forms.css?v="_s;
        for (const QString &path : {m_path, u"/facilities/new"_s, u"/facilities/manage"_s, u"/nowhere"_s})
            QVERIFY2(m->get(path).html().contains(forms), qPrintable(path));
        for (const QString &path : {u"/"_s, u"/faq"_s, u"/privacy"_s})
            QVERIFY2(!m->get(path).html().contains(forms), qPrintable(path));
        QVERIFY(m->get(u"/forms.css"_s).response.body.contains(".signup"));
    }

    void aHyphenInTheSystemsNameDoesNotEndALine()
    {
        QVERIFY(m->get(u"/?lang=en"_s).html().contains(u"COVID-\u206019"_s));
    }

    void robotsStayAwayFromRegistrations()
    {
        const QString robots = m->get(u"/robots.txt"_s).html();
        for (const QString &path : {u"/f/"_s, u"/v/"_s, u"/kiosk/"_s, u"/facilities/"_s})
            QVERIFY(robots.contains(u"Disallow: "_s + path));
        for (const QString &path : {m_path, u"/f/AAAA"_s, u"/v/abc"_s, u"/facilities/new"_s})
            QCOMPARE(m->get(path).header("X-Robots-Tag"), u"noindex"_s);
        for (const QString &path : {u"/"_s, u"/terms"_s, u"/privacy"_s})
            QVERIFY(m->get(path).header("X-Robots-Tag").isEmpty());
    }

    void pagesOfOneVisitorAreNeitherStoredNorCompressed()
    {
        const QString token = m->get(m_path).field(u"token"_s);
        const Answered sent =
            m->post(m_path, {{u"token"_s, token}, {u"email"_s, u"taro@example.jp"_s}, {u"agree"_s, u"1"_s}});
        QCOMPARE(sent.header("Cache-Control"), u"no-store"_s);
        for (const QString &path : {m_path, sent.header("Location"), u"/facilities/new"_s, u"/nowhere"_s}) {
            const Answered page = m->get(path, {{"accept-encoding", "gzip"}});
            QCOMPARE(page.header("Cache-Control"), u"no-store"_s);
            QVERIFY(page.header("Content-Encoding").isEmpty());
            QVERIFY(page.header("ETag").isEmpty());
        }
        QCOMPARE(m->get(u"/"_s, {{"accept-encoding", "gzip"}}).header("Content-Encoding"), u"gzip"_s);
    }

    void headIsAnsweredAsGetIs()
    {
        for (const QString &path :
             {u"/"_s, u"/style.css"_s, u"/forms.css"_s, u"/favicon.svg"_s, u"/robots.txt"_s, u"/nowhere"_s}) {
            http::Request request;
            request.path = path.toLatin1();
            request.headers = {{"accept-encoding", "gzip"}};
            const Answered get = m->send(request);
            request.method = http::Method::Head;
            const Answered head = m->send(request);
            QCOMPARE(head.status(), get.status());
            QCOMPARE(head.response.headers, get.response.headers);
            QCOMPARE(head.response.body.size(), get.response.body.size()); // the writer leaves it out
        }
    }

    void aNetworkThatSendsTooMuchIsAskedToWait_data()
    {
        QTest::addColumn<http::Method>("method");
        QTest::addColumn<int>("allowed");
        QTest::newRow("forms") << http::Method::Post << 3;
        QTest::newRow("pages") << http::Method::Get << 30;
    }
    void aNetworkThatSendsTooMuchIsAskedToWait()
    {
        QFETCH(http::Method, method);
        QFETCH(int, allowed);
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"3"_s));
        http::Request request;
        request.method = method;
        request.path = "/nowhere";
        request.client = QHostAddress(u"192.0.2.1"_s);
        request.headers = {{"accept-language", "en"}};
        for (int i = 0; i < allowed; ++i)
            QVERIFY(m->send(request).status() != 429);
        const Answered page = m->send(request);
        QCOMPARE(page.status(), 429);
        const int wait = page.header("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 60 / allowed);
        QCOMPARE(page.heading(), u"Please wait a moment and try again"_s);
        QVERIFY(page.says(u"This one was not registered."_s));
        request.client = QHostAddress(u"192.0.2.2"_s);
        QVERIFY(m->send(request).status() != 429);
        request.client = QHostAddress(u"192.0.2.1"_s);
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"1000000"_s));
        QTRY_VERIFY(m->send(request).status() !=
                    429); // it grows back in no time now, QTRY_VERIFY's second look too
    }

    void whoIsAskedToWaitLosesNothing()
    {
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"1"_s));
        const SiteUnderTest::Fields fields{{u"name"_s, u"\"札幌\" <&'>"_s}, {u"address"_s, QString()}, {u"token"_s, u"t"_s}};
        m->post(u"/facilities/new"_s, fields);
        const Answered page = m->post(u"/facilities/new"_s, fields);
        QCOMPARE(page.status(), 429);
        QVERIFY(page.says(u"同じ内容をもう一度送る"_s));
        QVERIFY(page.html().contains(u"action=\"/facilities/new\""_s));
        QCOMPARE(page.hiddenFields(), fields);
        const Answered korean = m->post(u"/facilities/new"_s, {{u"lang"_s, u"ko"_s}}); // as the form said it
        QCOMPARE(korean.status(), 429);
        QVERIFY(korean.says(u"같은 내용을 다시 보내기"_s));
    }

    void aKioskThatIsAskedToWaitBeginsAnew() // REQUIREMENTS V9
    {
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"1"_s));
        const QString kiosk = u"/kiosk/"_s + m->addFacility().code.text();
        const SiteUnderTest::Fields fields{{u"email"_s, u"taro@example.jp"_s}};
        m->post(kiosk, fields);
        const Answered page = m->post(kiosk, fields);
        QCOMPARE(page.status(), 429);
        QVERIFY(!page.says(u"taro"_s));
        QCOMPARE(page.header("Refresh"), page.header("Retry-After") + u"; url="_s + kiosk);
        QVERIFY(!page.html().contains(u"<body class=\"kiosk\""_s)); // so that its script asks again
    }

private:
    void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : SiteUnderTest().settings->list(u"web.languages"_s))
            QTest::newRow(qPrintable(language)) << language;
    }

    /// Every page there is, as far as a request can call it forth.
    QList<Answered> everyPage(const QString &language)
    {
        const QString query = u"?lang="_s + language;
        const Facility retired = m->addFacility(u"閉店"_s);
        const Facility suspended = m->addFacility(u"休み"_s);
        const Facility past = m->addFacility(u"昔の祭"_s, QDate(2020, 1, 1), QDate(2020, 1, 2));
        const Facility event = m->addFacility(u"雪まつり"_s, QDate(2026, 11, 20), QDate(2026, 11, 22));
        Q_UNUSED(m->facilities->setState(retired.id, FacilityState::Retired))
        Q_UNUSED(m->facilities->setState(suspended.id, FacilityState::Suspended))
        const auto pathOf = [](const Facility &place) { return u"/f/"_s + place.code.text(); };
        const auto signup = [&](const QString &email, const QString &token) {
            return m->post(
                m_path,
                {{u"token"_s, token}, {u"email"_s, email}, {u"agree"_s, u"1"_s}, {u"lang"_s, language}});
        };
        const auto token = [&] { return m->get(m_path).field(u"token"_s); };
        const QString kiosk = u"/kiosk/"_s + m_place.code.text();
        const auto atKiosk = [&](const QString &email, const QString &scan) {
            return m->post(
                kiosk,
                {{u"token"_s, scan}, {u"email"_s, email}, {u"agree"_s, u"1"_s}, {u"lang"_s, language}});
        };

        QList<Answered> all;
        for (const QString &path :
             {u"/"_s, u"/faq"_s, u"/faq/operators"_s, u"/terms"_s, u"/terms/operators"_s, u"/privacy"_s,
              u"/facilities/new"_s, u"/facilities/new/done"_s, u"/facilities/new/asked"_s,
              u"/facilities/manage"_s, u"/facilities/manage/sent"_s, u"/facilities/manage/done/corrected"_s,
              u"/facilities/manage/done/asked"_s, u"/facilities/manage/done/contact"_s,
              u"/facilities/manage/done/confirmed"_s, u"/facilities/manage/done/code"_s,
              u"/facilities/manage/done/closed"_s, u"/nowhere"_s, u"/v/abc"_s, u"/f/AAAA"_s,
              kiosk, kiosk.left(7) + retired.code.text(), m_path, pathOf(retired), pathOf(suspended),
              pathOf(past), pathOf(event)})
            all += m->get(path + query);
        all += signup(u"taro@@x\"<i>"_s, token());
        all += signup(u"taro@gmial.com"_s, token());
        all += signup(u"taro@example.jp"_s, QString());
        const QString visit = signup(u"taro@example.jp"_s, token()).header("Location");
        all += m->get(visit + query);
        all += m->post(visit + u"/erase"_s, {{u"lang"_s, language}});
        for (const QString &email : {u"taro@@x\"<i>"_s, u"taro@gmial.com"_s})
            all += atKiosk(email, token());
        all += atKiosk(u"taro@example.jp"_s, QString());
        all += m->get(atKiosk(u"taro@example.jp"_s, token()).header("Location"));
        all += m->post(u"/facilities/new"_s, {{u"lang"_s, language}});
        const QString form = m->get(u"/facilities/new"_s).field(u"token"_s);
        all += m->post(u"/facilities/new"_s,
                       {{u"lang"_s, language}, {u"token"_s, form}, {u"name"_s, u"<\"'&>"_s}});
        all += m->post(u"/"_s, {}, {{"accept-language", language.toLatin1()}});
        m->hide(u"visit"_s);
        all += signup(u"hanako@example.jp"_s, token());
        all += atKiosk(u"hanako@example.jp"_s, token());
        m->unhide(u"visit"_s);
        return all;
    }

    std::unique_ptr<SiteUnderTest> m;
    Facility m_place{.details = {}, .code = FacilityCode::random()};
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_Site)
#include "tst_Site.moc"
