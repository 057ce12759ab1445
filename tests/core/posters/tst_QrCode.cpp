// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/QrCode.h"
#include "tests/core/posters/PosterSamples.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_QrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteSurvives();
    void aLongerTextTakesALargerCode();
    void nothingIsRefused();
    void tooMuchIsRefused();
    void theOutlineCoversTheDarkModulesAndNoOthers();
    void theOutlineHasNoInnerEdges();
    void theSvgPathIsTheOutline();
    void onPixelsEveryModuleIsAWholeNumberOfPixels_data();
    void onPixelsEveryModuleIsAWholeNumberOfPixels();
    void aSmallBoxIsStillPainted();
    void theImageHasItsQuietZone();
    void aWornCodeStillDecodes();
};

namespace {

const QByteArray address = "https://shirase.example.jp/f/7K2M9QXT4DZ"_ba;

QrCode codeOf(const QByteArray &data)
{
    const Result<QrCode> code = QrCode::encode(data);
    if (!code)
        qFatal("the sample cannot be encoded");
    return *code;
}

/// The code as a phone in the cold sees it: tilted, out of focus, in poor light, with a corner worn off.
QImage wornPictureOf(const QrCode &code)
{
    const QImage clean = code.image(12).convertToFormat(QImage::Format_RGB32);
    QImage picture(clean.size() * 1.5, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(picture.rect().center());
    painter.rotate(15);
    painter.translate(-clean.rect().center());
    painter.drawImage(0, 0, clean);
    painter.fillRect(clean.width() * 7 / 10, clean.height() * 7 / 10, 50, 50, Qt::white);
    painter.end();
    picture = picture.scaled(picture.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                  .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const int grey = 80 + qGray(picture.pixel(x, y)) * 40 / 100;
            picture.setPixel(x, y, qRgb(grey, grey, grey));
        }
    }
    return picture;
}

} // namespace

void tst_QrCode::everyByteSurvives()
{
    if (!samples::hasTool(u"zbarimg"_s))
        QSKIP("zbarimg (package zbar-tools) is not installed");
    for (const QByteArray &text :
         {address, "a"_ba, u"札幌テスト食堂"_s.toUtf8(), address + QByteArray(400, 'x')})
        QCOMPARE(samples::decode(codeOf(text).image(4)), QStringList(QString::fromUtf8(text)));
}

void tst_QrCode::aLongerTextTakesALargerCode()
{
    // ISO/IEC 18004, byte mode, level Q: version 1 holds 11 bytes, version 2 holds 20.
    QCOMPARE(codeOf(QByteArray(11, 'a')).size(), 21);
    QCOMPARE(codeOf(QByteArray(12, 'a')).size(), 25);
    QCOMPARE(codeOf(QByteArray(1663, 'a')).size(), 177);
}

void tst_QrCode::nothingIsRefused()
{
    const Result<QrCode> code = QrCode::encode({});
    QVERIFY(!code);
    QCOMPARE(code.error().code, ErrorCode::Invalid);
}

void tst_QrCode::tooMuchIsRefused()
{
    const Result<QrCode> code = QrCode::encode(QByteArray(1664, 'a'));
    QVERIFY(!code);
    QCOMPARE(code.error().code, ErrorCode::Invalid);
    QVERIFY(!code.error().message.isEmpty());
}

void tst_QrCode::theOutlineCoversTheDarkModulesAndNoOthers()
{
    const QrCode code = codeOf(address);
    const QPainterPath outline = code.outline();
    for (int y = -1; y <= code.size(); ++y) {
        for (int x = -1; x <= code.size(); ++x)
            QCOMPARE(outline.contains(QPointF(x + 0.5, y + 0.5)), code.at(x, y));
    }
}

void tst_QrCode::theOutlineHasNoInnerEdges()
{
    // Its length is that of the border between dark and light, each piece once.
    const QrCode code = codeOf(address);
    int border = 0;
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
                border += code.at(x, y) && !code.at(x + step.x(), y + step.y()) ? 1 : 0;
        }
    }
    QCOMPARE(qRound(code.outline().length()), border);
}

void tst_QrCode::theSvgPathIsTheOutline()
{
    const QrCode code = codeOf(address);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const QString data = code.svgPath();
    QPointF at;
    static const QRegularExpression step(u"M(-?\\d+) (-?\\d+)|h(-?\\d+)|v(-?\\d+)"_s);
    qsizetype read = 0;
    for (auto steps = step.globalMatch(data); steps.hasNext();) {
        const QRegularExpressionMatch found = steps.next();
        read += found.capturedLength();
        if (found.captured().startsWith(u'M')) {
            at = {found.captured(1).toDouble(), found.captured(2).toDouble()};
            path.moveTo(at);
        } else {
            at += {found.captured(3).toDouble(), found.captured(4).toDouble()};
            path.lineTo(at);
        }
    }
    QCOMPARE(read, data.size());
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x)
            QCOMPARE(path.contains(QPointF(x + 0.5, y + 0.5)), code.at(x, y));
    }
}

void tst_QrCode::onPixelsEveryModuleIsAWholeNumberOfPixels_data()
{
    QTest::addColumn<QTransform>("transform");
    const qreal dots = 300 / 25.4;
    QTest::newRow("upright") << QTransform::fromScale(dots, dots);
    QTest::newRow("upside down") << QTransform::fromTranslate(1000.3, 1000.7).rotate(180).scale(dots, dots);
    QTest::newRow("on its side") << QTransform::fromTranslate(1000.3, 0.2).rotate(90).scale(dots, dots);
}

void tst_QrCode::onPixelsEveryModuleIsAWholeNumberOfPixels()
{
    QFETCH(const QTransform, transform);
    const QrCode code = codeOf(address);
    QImage image(1001, 1001, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform);
    code.paint(painter, QRectF(3.3, 2.7, 77.7, 79));
    painter.end();

    QRect dark;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y) & 0xffffffU;
            QVERIFY2(pixel == 0 || pixel == 0xffffffU, "a grey pixel");
            if (pixel == 0)
                dark |= QRect(x, y, 1, 1);
        }
    }
    const int expected = int(std::floor(77.7 * 300 / 25.4 / (code.size() + 8)));
    QCOMPARE(dark.size(), QSize(expected, expected) * code.size());
}

void tst_QrCode::aSmallBoxIsStillPainted()
{
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    codeOf(address).paint(painter, QRectF(0, 0, 20, 20));
    painter.end();
    QVERIFY(samples::differenceOf(image, QImage(20, 20, QImage::Format_RGB32)).isValid());
    QVERIFY(image.pixel(10, 10) != image.pixel(0, 0) || image.pixel(3, 3) != image.pixel(0, 0));
}

void tst_QrCode::theImageHasItsQuietZone()
{
    const QrCode code = codeOf(address);
    const QImage image = code.image(3);
    QCOMPARE(image.size(), QSize(1, 1) * (code.size() + 8) * 3);
    QCOMPARE(image.pixel(12, 12), qRgb(0, 0, 0));
    for (int i = 0; i < image.width(); ++i) {
        for (int border = 0; border < 12; ++border)
            QVERIFY(image.pixel(i, border) == qRgb(255, 255, 255) &&
                    image.pixel(border, i) == qRgb(255, 255, 255));
    }
}

void tst_QrCode::aWornCodeStillDecodes()
{
    if (!samples::hasTool(u"zbarimg"_s))
        QSKIP("zbarimg (package zbar-tools) is not installed");
    QCOMPARE(samples::decode(wornPictureOf(codeOf(address))), QStringList(QString::fromLatin1(address)));
}

QTEST_MAIN(tst_QrCode)
#include "tst_QrCode.moc"
