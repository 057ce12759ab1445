// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/FilledText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FilledText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsWhatTheSettingsSay();
    void leavesEverythingElseAsItIs_data();
    void leavesEverythingElseAsItIs();
    void fillsNothingTwice();
    void knowsWhereEachPartStoodInTheWording_data();
    void knowsWhereEachPartStoodInTheWording();
};

namespace {

Profile profile()
{
    Profile profile;
    profile.organisation = u"青森県"_s;
    profile.systemName = u"しらせ"_s;
    profile.disease = u"麻しん（はしか）"_s;
    profile.centreName = u"相談所"_s;
    profile.centrePhone = u"017-000-0000"_s;
    profile.publicUrl = u"https://example.jp"_s;
    return profile;
}

} // namespace

void tst_FilledText::fillsWhatTheSettingsSay()
{
    const FilledText text =
        FilledText::of(u"{{organisation}}の{{systemName}}: {{disease}}は{{ centreName }}へ"_s, profile());
    QCOMPARE(text.text(), u"青森県のしらせ: 麻しん（はしか）は相談所へ"_s);
}

void tst_FilledText::leavesEverythingElseAsItIs_data()
{
    QTest::addColumn<QString>("wording");
    // REQUIREMENTS S5: nothing can bring a number, an address or a name in.
    for (const QString &wording :
         {u"{{centrePhone}}"_s, u"{{publicUrl}}"_s, u"{{facility}}"_s, u"{{Disease}}"_s, u"{disease}"_s,
          u"{{{disease}"_s, u"{{#disease}}{{/disease}}"_s, u"{{!disease}}"_s, u"{{dis ease}}"_s,
          u"｛｛disease｝｝"_s, u""_s})
        QTest::newRow(wording.toUtf8().constData()) << wording;
}

void tst_FilledText::leavesEverythingElseAsItIs()
{
    QFETCH(const QString, wording);
    QCOMPARE(FilledText::of(wording, profile()).text(), wording);
}

void tst_FilledText::fillsNothingTwice()
{
    Profile tricky = profile();
    tricky.disease = u"{{organisation}}"_s;
    QCOMPARE(FilledText::of(u"{{disease}}"_s, tricky).text(), u"{{organisation}}"_s);
}

void tst_FilledText::knowsWhereEachPartStoodInTheWording_data()
{
    QTest::addColumn<TextSpan>("filled");
    QTest::addColumn<QString>("wording");
    QTest::addColumn<QString>("placeholder");
    // "前は麻しん（はしか）で、相談所へ。"
    QTest::newRow("before") << TextSpan{0, 2} << u"前は"_s << QString();
    QTest::newRow("a whole value") << TextSpan{2, 8} << u"{{disease}}"_s << u"disease"_s;
    QTest::newRow("a part of a value") << TextSpan{5, 3} << u"{{disease}}"_s << u"disease"_s;
    QTest::newRow("into a value") << TextSpan{1, 2} << u"は{{disease}}"_s << u"disease"_s;
    QTest::newRow("out of a value") << TextSpan{8, 3} << u"{{disease}}で"_s << u"disease"_s;
    QTest::newRow("between values") << TextSpan{10, 2} << u"で、"_s << QString();
    QTest::newRow("over two values") << TextSpan{9, 4} << u"{{disease}}で、{{centreName}}"_s << u"disease"_s;
    QTest::newRow("behind") << TextSpan{15, 2} << u"へ。"_s << QString();
}

void tst_FilledText::knowsWhereEachPartStoodInTheWording()
{
    QFETCH(const TextSpan, filled);
    QFETCH(const QString, wording);
    QFETCH(const QString, placeholder);
    const QString whole = u"前は{{disease}}で、{{centreName}}へ。"_s;
    const FilledText text = FilledText::of(whole, profile());
    const TextSpan place = text.inWording(filled);
    QCOMPARE(whole.sliced(place.offset, place.length), wording);
    QCOMPARE(text.placeholderAt(filled), placeholder);
}

QTEST_GUILESS_MAIN(tst_FilledText)
#include "tst_FilledText.moc"
