// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageReading.h"
#include "SiteWithPlace.h"

#include "core/mail/MailTemplate.h"
#include "server/pages/Furigana.h"
#include "server/pages/PageTexts.h"

using namespace shirase;

/// GET / (REQUIREMENTS V5).
class tst_HomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteWithPlace>(); }

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

    void theHomePageHasEveryPartInEveryLanguage_data() { languageRows(); }
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

    void theHomePageShowsANoticeAsItIsSent_data() { languageRows(); }
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

    void aHyphenInTheSystemsNameDoesNotEndALine()
    {
        QVERIFY(m->get(u"/?lang=en"_s).html().contains(u"COVID-\u206019"_s));
    }

private:
    std::unique_ptr<SiteWithPlace> m;
};

QTEST_GUILESS_MAIN(tst_HomePage)
#include "tst_HomePage.moc"
