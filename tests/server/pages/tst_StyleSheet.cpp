// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/StyleSheet.h"

#include <QTest>

#include <cmath>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_StyleSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itCarriesTheAccent()
    {
        QVERIFY(StyleSheet(QColor(u"#7a1f3d"_s)).file().content().contains("--accent:#7a1f3d"));
    }

    void itsVersionFollowsItsContent()
    {
        const StyleSheet blue(QColor(u"#0a3b8c"_s));
        QCOMPARE(blue.file().version(), StyleSheet(QColor(u"#0a3b8c"_s)).file().version());
        QVERIFY(blue.file().version() != StyleSheet(QColor(u"#0a3b8d"_s)).file().version());
    }

    void everyAccentCanBeReadInTheDark_data()
    {
        QTest::addColumn<QString>("accent");
        for (const auto *accent : {"#0a3b8c", "#000000", "#7a1f3d", "#006400", "#4b0082", "#595959"})
            QTest::newRow(accent) << QString::fromLatin1(accent);
    }
    void everyAccentCanBeReadInTheDark()
    {
        QFETCH(QString, accent);
        const QColor light = StyleSheet::onDark(QColor(accent));
        QVERIFY(contrast(light, QColor(u"#14181f"_s)) >= 4.5); // --paper
        QVERIFY(contrast(light, QColor(u"#1e2b45"_s)) >= 4.5); // --key-wash
    }

    // REQUIREMENTS V8: no request to any other host; 40 KB a page with everything.
    void itIsSmallAndAsksNobodyElse()
    {
        const QByteArray css = StyleSheet(QColor(u"#0a3b8c"_s)).file().content();
        QVERIFY(css.size() < 20'000);
        for (const char *reference : {"url(", "@import", "http:", "https:", "//"})
            QVERIFY2(!css.contains(reference), reference);
        QCOMPARE(css.count('{'), css.count('}'));
    }

private:
    static double luminance(const QColor &colour)
    {
        const auto linear = [](float channel) {
            return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    }
    static double contrast(const QColor &above, const QColor &below)
    {
        return (luminance(above) + 0.05) / (luminance(below) + 0.05);
    }
};

QTEST_GUILESS_MAIN(tst_StyleSheet)
#include "tst_StyleSheet.moc"
