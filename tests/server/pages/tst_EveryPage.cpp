// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageReading.h"
#include "SiteWithPlace.h"

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

} // namespace

/// What holds for every page, in every language.
class tst_EveryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteWithPlace>(); }

    void everyPageIsSoundInEveryLanguage_data() { languageRows(); }
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

    void everyPageIsWrittenInItsLanguage_data() { languageRows(); }
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

    void everyPageStaysUnder40KilobytesWithEverything_data() { languageRows(); }
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

private:
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
                m->path,
                {{u"token"_s, token}, {u"email"_s, email}, {u"agree"_s, u"1"_s}, {u"lang"_s, language}});
        };
        const auto token = [&] { return m->get(m->path).field(u"token"_s); };
        const QString kiosk = u"/kiosk/"_s + m->place.code.text();
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
              kiosk, kiosk.left(7) + retired.code.text(), m->path, pathOf(retired), pathOf(suspended),
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

    std::unique_ptr<SiteWithPlace> m;
};

QTEST_GUILESS_MAIN(tst_EveryPage)
#include "tst_EveryPage.moc"
