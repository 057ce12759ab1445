// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageRenderer.h"

#include "server/pages/Furigana.h"

#include <QJsonArray>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_PageRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templatesAndTextsFitTogether() { QCOMPARE(m_renderer.faults(), QStringList()); }

    void everyPageHasATitleAndNoMarkLeftOver()
    {
        for (const QString &language : m_renderer.languages()) {
            for (const PageParts &parts : pages) {
                // Word joiners keep lines from ending within a word, and are no part of it.
                const QString html = QString::fromUtf8(m_renderer.render(parts.page, language, {})).remove(QChar(0x2060));
                const QString title = m_renderer.text(language, parts.name + u".title"_s);
                const QByteArray element = "<title>" + title.toHtmlEscaped().toUtf8() + "</title>";
                const QString plain = QString::fromUtf8(furigana::asRuby(element)).section(u'>', 1).section(u'<', 0, 0).remove(QChar(0x2060));
                QVERIFY2(!plain.isEmpty() && html.contains(u"<title>"_s + plain), parts.name.data());
                QVERIFY2(!html.contains(u"[["_s) && !html.contains(u"{{"_s), parts.name.data());
            }
        }
    }

    void valuesAreEscapedInTextAndInAttributes()
    {
        const QString nasty = u"<script>alert(\"x\")</script> & 'y'"_s;
        const QString html = QString::fromUtf8(
            m_renderer.render(Page::Signup, u"ja"_s, {{u"facilityName"_s, nasty}, {u"email"_s, nasty}}));
        QVERIFY(!html.contains(u"<script"_s));
        const QString escaped = u"&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &apos;y&apos;"_s;
        QVERIFY(html.contains(u"<bdi>"_s + escaped + u"</bdi>"_s));
        QVERIFY(html.contains(u"value=\""_s + escaped + u"\""_s));
    }

    void valuesAreNeverReadAsTemplates()
    {
        const QString html = QString::fromUtf8(m_renderer.render(
            Page::Signup, u"ja"_s,
            {{u"facilityName"_s, u"{{{token}}} [[.title]]"_s}, {u"token"_s, u"secret-token"_s}}));
        QVERIFY(html.contains(u"<bdi>{{{token}}} [[.title]]</bdi>"_s));
    }

    void anEmptyTextCountsAsNone()
    {
        const auto render = [&](const QString &days) {
            return m_renderer.render(Page::Signup, u"ja"_s, {{u"eventDays"_s, days}});
        };
        QVERIFY(!render(QString()).contains("class=\"days\""));
        QVERIFY(render(u"11月"_s).contains("class=\"days\""));
    }

    void phoneNumbersInTextsAreLinks()
    {
        const QString html = QString::fromUtf8(
            m_renderer.render(Page::Suspended, u"ja"_s,
                              {{u"contactPhone"_s, u"011-206-0289"_s}, {u"contactTel"_s, u"0112060289"_s}}));
        QCOMPARE(html.count(u"<a class=\"phone\" href=\"tel:0112060289\">011-206-0289</a>"_s), 2);
    }

    void textsAreFilledIn()
    {
        QCOMPARE(m_renderer.text(u"en"_s, u"language.days"_s, {{u"first"_s, u"A"_s}, {u"last"_s, u"B"_s}}),
                 u"A to B"_s);
    }

private:
    PageRenderer m_renderer;
};

QTEST_GUILESS_MAIN(tst_PageRenderer)
#include "tst_PageRenderer.moc"
