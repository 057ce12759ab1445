// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/FittedText.h"
#include "tests/core/posters/PosterSamples.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_FittedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortNameKeepsItsSize();
    void aLongerNameTakesTwoLinesBeforeItShrinks();
    void twoHundredCharactersLoseNothing();
    void onlyTheEndIsCutOff();
    void noNameLeavesItsBox_data();
    void noNameLeavesItsBox();
    void ourSentencesBreakBetweenPhrases();
    void textStandsWhereItsAlignmentSays();
    void arabicLettersJoin();
    void pictographsAreOutlines();
    void emptyTextPaintsNothing();
    void lineEndsInANameAreSpaces();
};

namespace {

const QRectF box(15, 20, 180, 25);
const TextStyle style{.points = 28, .minPoints = 9, .lines = 2, .bold = true, .leading = 1.25};

constexpr int dots = 6; // a millimetre

QImage blank()
{
    QImage image(210 * dots, 70 * dots, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage pictureOf(const FittedText &text)
{
    QImage image = blank();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dots, dots);
    text.draw(painter);
    return image;
}

/// Where a text really leaves ink, measured on pixels, in millimetres.
QRectF paintedInkOf(const FittedText &text)
{
    const QRect ink = samples::differenceOf(pictureOf(text), blank());
    return {QPointF(ink.topLeft()) / dots, QSizeF(ink.size()) / dots};
}

/// How many columns of pixels between the first and the last ink of a text have none.
int gapsIn(const QString &text)
{
    const QImage image = pictureOf(FittedText::foreignText(text, box, style));
    const QRect ink = samples::differenceOf(image, blank());
    int gaps = 0;
    for (int x = ink.left(); x <= ink.right(); ++x)
        gaps += samples::differenceOf(image.copy(x, 0, 1, image.height()), blank().copy(0, 0, 1, image.height()))
                    .isEmpty();
    return gaps;
}

} // namespace

void tst_FittedText::aShortNameKeepsItsSize()
{
    const FittedText text = FittedText::foreignText(u"札幌テスト食堂"_s, box, style);
    QCOMPARE(text.points(), 28.0);
    QCOMPARE(text.lineCount(), 1);
    QVERIFY(!text.isElided());
    // Seven characters of 28 points, a point being 1/72 inch.
    QVERIFY(qAbs(text.ink().width() - 7 * 28 * 25.4 / 72) < 3);
}

void tst_FittedText::aLongerNameTakesTwoLinesBeforeItShrinks()
{
    const FittedText text =
        FittedText::foreignText(u"札幌市中央区北三条西六丁目地下一階テスト食堂"_s, box, style);
    QCOMPARE(text.lineCount(), 2);
    QCOMPARE(text.points(), 28.0);
}

void tst_FittedText::twoHundredCharactersLoseNothing()
{
    const FittedText text = FittedText::foreignText(u"食"_s.repeated(200), box, style);
    QVERIFY(!text.isElided());
    QVERIFY(text.points() >= style.minPoints);
}

void tst_FittedText::onlyTheEndIsCutOff()
{
    const FittedText text = FittedText::foreignText(u"食"_s.repeated(4000), box, style);
    QVERIFY(text.isElided());
    QCOMPARE(text.points(), style.minPoints);
    QVERIFY(box.contains(text.ink()));
}

void tst_FittedText::noNameLeavesItsBox_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QRectF>("room");
    const QStringList names = samples::difficultNames();
    for (const QString &name : names) {
        QTest::addRow("poster, %s", qPrintable(name.left(12))) << name << box;
        QTest::addRow("card, %s", qPrintable(name.left(12))) << name << QRectF(46, 22, 41, 12);
        QTest::addRow("sliver, %s", qPrintable(name.left(12))) << name << QRectF(46, 22, 6, 3);
    }
}

void tst_FittedText::noNameLeavesItsBox()
{
    QFETCH(const QString, name);
    QFETCH(const QRectF, room);
    const FittedText text = FittedText::foreignText(name, room, style);
    QVERIFY(room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(text.ink()));
    // A pixel of antialiasing is a sixth of a millimetre.
    const QRectF painted = paintedInkOf(text);
    QVERIFY(!painted.isEmpty());
    QVERIFY2(room.adjusted(-0.34, -0.34, 0.34, 0.34).contains(painted), "ink outside the box");
}

void tst_FittedText::ourSentencesBreakBetweenPhrases()
{
    const TextStyle plain{.points = 20, .minPoints = 5, .lines = 2};
    // Ten characters fit on a line of 72 mm: the Unicode rules would end the first line after メール.
    const QRectF narrow(0, 0, 72, 30);
    const FittedText broken = FittedText::fixedText(u"感染が|わかると|メールが届く"_s, narrow, plain);
    QCOMPARE(broken.lineCount(), 2);
    const FittedText first = FittedText::fixedText(u"感染がわかると"_s, narrow, plain);
    QVERIFY(qAbs(broken.ink().width() - first.ink().width()) < 1.5);
}

void tst_FittedText::textStandsWhereItsAlignmentSays()
{
    TextStyle aligned{.points = 20};
    aligned.alignment = Qt::AlignRight | Qt::AlignBottom;
    const QRectF rightInk = FittedText::foreignText(u"札幌"_s, box, aligned).ink();
    QVERIFY(box.right() - rightInk.right() < 1);
    QVERIFY(box.bottom() - rightInk.bottom() < 1.5);
    aligned.alignment = Qt::AlignHCenter | Qt::AlignVCenter;
    const QRectF centredInk = FittedText::foreignText(u"札幌"_s, box, aligned).ink();
    QVERIFY(qAbs(centredInk.center().x() - box.center().x()) < 0.5);
    QVERIFY(qAbs(centredInk.center().y() - box.center().y()) < 0.8);
}

void tst_FittedText::arabicLettersJoin()
{
    // U+200C keeps two letters apart.
    if (FittedText::foreignText(u"مطعم"_s, box, style).ink().isEmpty())
        QSKIP("no font with Arabic letters is installed");
    QCOMPARE(gapsIn(u"مطعم"_s), 0);
    QVERIFY(gapsIn(u"م\u200cط\u200cع\u200cم"_s) > 0);
}

// A colour font would leave them out of a PDF or an SVG, which take outlines.
void tst_FittedText::pictographsAreOutlines()
{
    const FittedText bowl = FittedText::foreignText(u"🍜"_s, box, style);
    if (bowl.ink().isEmpty())
        QSKIP("no font with pictographs as outlines is installed (package fonts-symbola)");
    const QImage image = pictureOf(bowl);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, y).saturation() == 0);
    }
}

void tst_FittedText::emptyTextPaintsNothing()
{
    const FittedText text = FittedText::foreignText(u" \n "_s, box, style);
    QVERIFY(text.ink().isEmpty());
    QVERIFY(paintedInkOf(text).isEmpty());
}

void tst_FittedText::lineEndsInANameAreSpaces()
{
    QCOMPARE(FittedText::foreignText(u"札幌\r\n\u2028食堂"_s, box, style).ink(),
             FittedText::foreignText(u"札幌 食堂"_s, box, style).ink());
}

QTEST_MAIN(tst_FittedText)
#include "tst_FittedText.moc"
