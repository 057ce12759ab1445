// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterPainter.h"
#include "core/posters/PosterRenderer.h"
#include "tests/core/posters/PosterSamples.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTimeZone>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_PosterLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContentComesFromTheFacility();
    void sizesHaveTheNamesOfTheCommandLine();
    void partsStandApartOnTheSheet_data();
    void partsStandApartOnTheSheet();
    void theCodeOnA4Is110Millimetres();
    void aNameTouchesNothingButItsBox_data();
    void aNameTouchesNothingButItsBox();
    void tenCardsStandOnASheet();
    void theUpperFaceOfATentIsUpsideDown();
    void facesStandApartOnTheirSheet_data();
    void facesStandApartOnTheirSheet();
    void marksStandOutsideOfThePosters();
    void theAccentOfTheProfileReachesTheDrawings();
    void aLogoTakesThePlaceOfTheMark_data();
    void aLogoTakesThePlaceOfTheMark();
    void aLogoLeavesItsHeaderAlone_data();
    void aLogoLeavesItsHeaderAlone();
};

namespace {

constexpr int dots = 5; // a millimetre

QImage picture(PosterSize size, const PosterContent &content)
{
    const PosterLayout layout(size);
    QImage image((layout.sheet() * dots).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(dots, dots);
    PosterRenderer(layout).paint(painter, content);
    return image;
}

constexpr std::array<PosterSize, 5> sizes{PosterSize::A4, PosterSize::A5, PosterSize::A5Pair, PosterSize::Tent,
                                          PosterSize::Card};
constexpr QColor logoColour(0xc0, 0x00, 0xc0);
const QByteArray svgLogo =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><rect width='20' height='10' "
    "fill='#c000c0'/></svg>"_ba;

QByteArray pngLogo(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(logoColour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

constexpr std::array<PosterPart, 9> parts{PosterPart::Header, PosterPart::Headline,    PosterPart::Purpose,
                                          PosterPart::Code,   PosterPart::Name,        PosterPart::CheckCode,
                                          PosterPart::Steps,  PosterPart::GenuineMail, PosterPart::Foot};

} // namespace

void tst_PosterLayout::theContentComesFromTheFacility()
{
    Facility facility{.details = {}, .code = FacilityCode::random()};
    facility.details.name = u"札幌テスト食堂"_s;
    facility.details.contactEmail = u"owner@example.jp"_s;
    // 15:30 of the 20th in UTC is past midnight in Japan (REQUIREMENTS D3).
    facility.codeIssuedAt = QDateTime(QDate(2026, 11, 20), QTime(15, 30), QTimeZone::utc()).toSecsSinceEpoch();
    const PosterContent content = PosterContent::of(
        facility, samples::japaneseProfile(), samples::englishProfile(), u"https://shirase.example.jp/"_s);
    QCOMPARE(content.facilityName, u"札幌テスト食堂"_s);
    QCOMPARE(content.url, u"https://shirase.example.jp/f/"_s + facility.code.text());
    QCOMPARE(content.checkCode, facility.code.checkCode());
    QCOMPARE(content.issued, QDate(2026, 11, 21));
    QCOMPARE(content.english.disease, u"COVID-19"_s);
}

void tst_PosterLayout::sizesHaveTheNamesOfTheCommandLine()
{
    QCOMPARE(PosterLayout::sizeFromName(u"a4"), PosterSize::A4);
    QCOMPARE(PosterLayout::sizeFromName(u"A5"), PosterSize::A5);
    QCOMPARE(PosterLayout::sizeFromName(u"tent"), PosterSize::Tent);
    QCOMPARE(PosterLayout::sizeFromName(u"card"), PosterSize::Card);
    QCOMPARE(PosterLayout::sizeFromName(u"a5x2"), PosterSize::A5Pair);
    QVERIFY(!PosterLayout::sizeFromName(u"a3"));
    for (const PosterSize size : sizes)
        QCOMPARE(PosterLayout::sizeFromName(PosterLayout::nameOf(size)), size);
}

void tst_PosterLayout::partsStandApartOnTheSheet_data()
{
    QTest::addColumn<int>("size");
    for (const PosterSize size : sizes)
        QTest::newRow(qPrintable(PosterLayout::nameOf(size))) << int(size);
}

void tst_PosterLayout::partsStandApartOnTheSheet()
{
    QFETCH(const int, size);
    const PosterLayout layout{PosterSize(size)};
    // What most printers leave white.
    const QRectF printable = QRectF(QPointF(), layout.sheet()).adjusted(5, 5, -5, -5);
    for (size_t i = 0; i < parts.size(); ++i) {
        const QRectF box = layout.box(parts[i]);
        if (box.isEmpty())
            continue;
        QVERIFY(printable.contains(box));
        for (size_t j = i + 1; j < parts.size(); ++j)
            QVERIFY2(!box.intersects(layout.box(parts[j])), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
    }
    for (const PosterPart needed :
         {PosterPart::Code, PosterPart::Name, PosterPart::CheckCode, PosterPart::Foot})
        QVERIFY(!layout.box(needed).isEmpty());
}

void tst_PosterLayout::theCodeOnA4Is110Millimetres()
{
    const QImage image = picture(PosterSize::A4, samples::poster());
    const QRectF box = PosterLayout(PosterSize::A4).box(PosterPart::Code).adjusted(1, 1, -1, -1);
    QCOMPARE(box.size(), QSizeF(110, 110));
    QRect dark;
    const QRect pixels = QRectF(box.topLeft() * dots, box.size() * dots).toRect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                dark |= QRect(x, y, 1, 1);
        }
    }
    // Version 4 has 33 modules, 41 with the quiet zone: whole pixels of 110 mm leave 13 for each.
    QCOMPARE(dark.size(), QSize(33 * 13, 33 * 13));
}

void tst_PosterLayout::aNameTouchesNothingButItsBox_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("name");
    const QStringList names = samples::difficultNames();
    for (const PosterSize size : {PosterSize::A4, PosterSize::A5}) {
        for (const QString &name : names)
            QTest::addRow("%s, %s", qPrintable(PosterLayout::nameOf(size)), qPrintable(name.left(12)))
                << int(size) << name;
    }
}

void tst_PosterLayout::aNameTouchesNothingButItsBox()
{
    QFETCH(const int, size);
    QFETCH(const QString, name);
    const QRectF box = PosterLayout(PosterSize(size)).box(PosterPart::Name);
    const QRect touched = samples::differenceOf(picture(PosterSize(size), samples::poster(name)),
                                                picture(PosterSize(size), samples::poster(QString())));
    QVERIFY(touched.isValid());
    const QRectF pixels(box.topLeft() * dots, box.size() * dots);
    QVERIFY(pixels.adjusted(-2, -2, 2, 2).contains(QRectF(touched)));
}

void tst_PosterLayout::tenCardsStandOnASheet()
{
    if (!samples::hasTool(u"zbarimg"_s))
        QSKIP("zbarimg (package zbar-tools) is not installed");
    const QImage sheet = picture(PosterSize::Card, samples::poster());
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 2; ++column) {
            // 91 × 55 mm each, in the middle of A4.
            const QImage card =
                sheet.copy((14 + column * 91) * dots, (11 + row * 55) * dots, 91 * dots, 55 * dots);
            QCOMPARE(samples::decode(card.scaledToWidth(1200)), QStringList(samples::poster().url));
        }
    }
}

void tst_PosterLayout::theUpperFaceOfATentIsUpsideDown()
{
    const QImage sheet = picture(PosterSize::Tent, samples::poster());
    const QImage lower = sheet.copy(0, sheet.height() / 2 + 2, sheet.width(), sheet.height() / 2 - 2);
    QImage upper = sheet.copy(0, 0, sheet.width(), sheet.height() / 2 - 1).mirrored(true, true);
    upper = upper.copy(0, 1, lower.width(), lower.height());
    // The pixels of the two halves may lie half a dot apart: compare them from some distance.
    const auto blurred = [](const QImage &image) {
        return image.scaled(image.size() / 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage a = blurred(lower);
    const QImage b = blurred(upper);
    qint64 difference = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            difference += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    QVERIFY(difference / (a.width() * a.height()) < 6);
}

void tst_PosterLayout::facesStandApartOnTheirSheet_data()
{
    partsStandApartOnTheSheet_data();
}

void tst_PosterLayout::facesStandApartOnTheirSheet()
{
    QFETCH(const int, size);
    const PosterLayout layout{PosterSize(size)};
    const QRectF face(QPointF(), layout.face().size);
    QList<QRectF> faces;
    for (int place = 0; place < layout.places(); ++place) {
        for (const QTransform &toSheet : layout.faces(place)) {
            const QRectF onSheet = toSheet.mapRect(face);
            QVERIFY(QRectF(QPointF(-0.01, -0.01), layout.sheet() + QSizeF(0.02, 0.02)).contains(onSheet));
            for (const QRectF &other : std::as_const(faces))
                QVERIFY((other & onSheet).width() < 0.01 || (other & onSheet).height() < 0.01);
            faces << onSheet;
        }
    }
    const QSizeF paper = layout.page().fullRect(QPageLayout::Millimeter).size();
    QVERIFY(qAbs(paper.width() - layout.sheet().width()) < 0.5);
    QVERIFY(qAbs(paper.height() - layout.sheet().height()) < 0.5);
}

// Whoever cuts along them cuts through no poster and leaves no line on one.
void tst_PosterLayout::marksStandOutsideOfThePosters()
{
    const PosterLayout cards(PosterSize::Card);
    QCOMPARE(cards.cropMarks().size(), 2 * (3 + 6));
    const QRectF all = cards.faces(0).first().mapRect(QRectF(QPointF(), cards.face().size)) |
                       cards.faces(9).first().mapRect(QRectF(QPointF(), cards.face().size));
    for (const QLineF &mark : cards.cropMarks()) {
        QVERIFY(!all.contains(mark.p1()) && !all.contains(mark.p2()));
        QVERIFY(QRectF(QPointF(), cards.sheet()).contains(mark.p1()));
    }
    const PosterLayout pair(PosterSize::A5Pair);
    QCOMPARE(pair.cropMarks().size(), 2);
    QCOMPARE(pair.cropMarks().first().x1(), pair.sheet().width() / 2);
    QVERIFY(PosterLayout(PosterSize::A4).cropMarks().isEmpty());
    QCOMPARE(PosterLayout(PosterSize::Tent).foldMarks().size(), 2);
}

void tst_PosterLayout::theAccentOfTheProfileReachesTheDrawings()
{
    PosterContent content = samples::poster();
    content.japanese.accent = QColor(0x80, 0x00, 0x20);
    const QImage image = picture(PosterSize::A4, content);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY2((image.pixel(x, y) & 0xffffffU) != 0x0a3b8cU, "a drawing kept the stored accent");
    }
    // The ring of the mark, one millimetre from the margin.
    QCOMPARE(QColor(image.pixel(16 * dots, 22 * dots)), content.japanese.accent);
}

void tst_PosterLayout::aLogoTakesThePlaceOfTheMark_data()
{
    QTest::addColumn<QByteArray>("logo");
    QTest::newRow("PNG") << pngLogo({120, 60});
    QTest::newRow("SVG") << svgLogo;
}

void tst_PosterLayout::aLogoTakesThePlaceOfTheMark()
{
    QFETCH(const QByteArray, logo);
    PosterContent content = samples::poster();
    content.japanese.logo = logo;
    const QImage image = picture(PosterSize::A4, content);
    const QRectF header = PosterLayout(PosterSize::A4).box(PosterPart::Header);
    // Twice as wide as high, at the left edge of the header.
    QCOMPARE(image.pixelColor(QPointF((header.topLeft() + QPointF(2, 2)) * dots).toPoint()), logoColour);
    QCOMPARE(image.pixelColor(QPointF((header.topLeft() + QPointF(26, 12)) * dots).toPoint()), logoColour);
    QVERIFY(image.pixelColor(QPointF((header.topLeft() + QPointF(29, 7)) * dots).toPoint()) != logoColour);
}

void tst_PosterLayout::aLogoLeavesItsHeaderAlone_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QSize>("logo");
    for (const PosterSize size : {PosterSize::A4, PosterSize::Tent, PosterSize::Card}) {
        for (const QSize &logo : {QSize(2000, 20), QSize(20, 2000), QSize(1, 1)})
            QTest::addRow("%s, %d by %d", qPrintable(PosterLayout::nameOf(size)), logo.width(), logo.height())
                << int(size) << logo;
    }
}

void tst_PosterLayout::aLogoLeavesItsHeaderAlone()
{
    QFETCH(const int, size);
    QFETCH(const QSize, logo);
    const PosterLayout layout{PosterSize(size)};
    PosterContent content = samples::poster();
    QImage image((layout.sheet() * dots).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QImage without = image;
    for (QImage *one : {&without, &image}) {
        QPainter painter(one);
        painter.scale(dots, dots);
        painter.setTransform(layout.faces(0).last(), true);
        PosterAssets assets;
        PosterPainter(painter, content, assets).paint(layout.face(), QRectF(QPointF(), layout.face().size));
        content.japanese.logo = pngLogo(logo);
    }
    const QRectF header = layout.box(PosterPart::Header);
    const QRectF pixels(header.topLeft() * dots, header.size() * dots);
    // The mark's plate stands a little over the header's edge.
    QVERIFY(pixels.adjusted(-8, -8, 2, 8).contains(QRectF(samples::differenceOf(image, without))));
}

QTEST_MAIN(tst_PosterLayout)
#include "tst_PosterLayout.moc"
