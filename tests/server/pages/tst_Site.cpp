// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageReading.h"
#include "SiteWithPlace.h"

using namespace shirase;

/// The site as a whole: plain pages, languages, assets, caching and limits.
class tst_Site : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteWithPlace>(); }

    void visitorsAndOperatorsHaveTheirQuestions_data() { languageRows(); }
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
        for (const QString &path : {m->path, u"/facilities/new"_s, u"/facilities/manage"_s, u"/nowhere"_s})
            QVERIFY2(m->get(path).html().contains(forms), qPrintable(path));
        for (const QString &path : {u"/"_s, u"/faq"_s, u"/privacy"_s})
            QVERIFY2(!m->get(path).html().contains(forms), qPrintable(path));
        QVERIFY(m->get(u"/forms.css"_s).response.body.contains(".signup"));
    }

    void robotsStayAwayFromRegistrations()
    {
        const QString robots = m->get(u"/robots.txt"_s).html();
        for (const QString &path : {u"/f/"_s, u"/v/"_s, u"/kiosk/"_s, u"/facilities/"_s})
            QVERIFY(robots.contains(u"Disallow: "_s + path));
        for (const QString &path : {m->path, u"/f/AAAA"_s, u"/v/abc"_s, u"/facilities/new"_s})
            QCOMPARE(m->get(path).header("X-Robots-Tag"), u"noindex"_s);
        for (const QString &path : {u"/"_s, u"/terms"_s, u"/privacy"_s})
            QVERIFY(m->get(path).header("X-Robots-Tag").isEmpty());
    }

    void pagesOfOneVisitorAreNeitherStoredNorCompressed()
    {
        const QString token = m->get(m->path).field(u"token"_s);
        const Answered sent =
            m->post(m->path, {{u"token"_s, token}, {u"email"_s, u"taro@example.jp"_s}, {u"agree"_s, u"1"_s}});
        QCOMPARE(sent.header("Cache-Control"), u"no-store"_s);
        for (const QString &path : {m->path, sent.header("Location"), u"/facilities/new"_s, u"/nowhere"_s}) {
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

    void whoIsAskedToWaitGetsNoMoreThanAFormsWorthBack()
    {
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"1"_s));
        const auto turnedAway = [&](int fields) {
            SiteUnderTest::Fields form;
            for (int i = 0; i < fields; ++i)
                form.emplaceBack(u"field%1"_s.arg(i), QString(1000, u'\''));
            m->post(u"/facilities/new"_s, form);
            const Answered page = m->post(u"/facilities/new"_s, form);
            return page.status() == 429 ? page.hiddenFields().size() : -1;
        };
        QCOMPARE(turnedAway(4), 4);
        QCOMPARE(turnedAway(20), 0);
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
    std::unique_ptr<SiteWithPlace> m;
};

QTEST_GUILESS_MAIN(tst_Site)
#include "tst_Site.moc"
