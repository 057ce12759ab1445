// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterFile.h"
#include "tests/core/posters/PosterSamples.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QThread>
#include <QXmlStreamReader>

#include <memory>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_PosterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatOfEverySizeDecodes_data();
    void everyFormatOfEverySizeDecodes();
    void everyFormatShowsTheSamePicture_data();
    void everyFormatShowsTheSamePicture();
    void theTextOfThePdfCanBeSearched();
    void theFontsAreInThePdf();
    void anExerciseIsMarkedOnEverySize_data();
    void anExerciseIsMarkedOnEverySize();
    void theSvgNeedsNoFonts();
    void aPngIsTheSameEveryTime();
    void aPngIsA4At300Dots();
    void severalPostersArePagesOfOnePdf();
    void aCancelledPdfLeavesNoFile();
    void aFailedWriteIsReported_data();
    void aFailedWriteIsReported();
    void aPathThatCannotBeWrittenIsNamed();
    void anUnknownEndingIsRefused_data();
    void anUnknownEndingIsRefused();
    void anAddressTooLongForACodeIsRefused();
    void aCodeTooFineToBeReadIsRefused_data();
    void aCodeTooFineToBeReadIsRefused();
    void theCodeAloneDecodes();
    void otherThreadsMayPaint();
};

namespace {

/// A device whose disk is full.
class FullDevice final : public QIODevice
{
public:
    FullDevice() { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 length) override
    {
        m_room -= length;
        return m_room >= 0 ? length : -1;
    }

private:
    qint64 m_room = 4096;
};

void addSizes()
{
    QTest::addColumn<int>("size");
    for (const PosterSize size : {PosterSize::A4, PosterSize::A5, PosterSize::A5Pair, PosterSize::Tent, PosterSize::Card})
        QTest::newRow(qPrintable(PosterLayout::nameOf(size))) << int(size);
}

QByteArray must(const Result<QByteArray> &bytes)
{
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().message));
    return *bytes;
}

QImage svgPicture(const QByteArray &svg, QSize size)
{
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

void tst_PosterFile::everyFormatOfEverySizeDecodes_data()
{
    addSizes();
}

void tst_PosterFile::everyFormatOfEverySizeDecodes()
{
    if (!samples::hasTool(u"zbarimg"_s) || !samples::hasTool(u"pdftoppm"_s))
        QSKIP("zbarimg (package zbar-tools) or pdftoppm (package poppler-utils) is not installed");
    QFETCH(const int, size);
    const PosterFile file{PosterSize(size)};
    const QStringList expected{samples::poster().url};
    const QByteArray png = must(file.png(samples::poster()));
    const QImage picture = QImage::fromData(png);
    QCOMPARE(samples::decode(picture), expected);
    QCOMPARE(samples::decode(samples::pagePicture(must(file.pdf(samples::poster())), 150)), expected);
    QCOMPARE(samples::decode(svgPicture(must(file.svg(samples::poster())), picture.size() / 2)), expected);
}

void tst_PosterFile::everyFormatShowsTheSamePicture_data()
{
    addSizes();
}

void tst_PosterFile::everyFormatShowsTheSamePicture()
{
    if (!samples::hasTool(u"pdftoppm"_s))
        QSKIP("pdftoppm (package poppler-utils) is not installed");
    QFETCH(const int, size);
    const PosterFile file{PosterSize(size)};
    const PosterContent content = samples::poster(u"「髙橋①亭」 Café & Bar <札幌>"_s);
    const QImage png = QImage::fromData(must(file.png(content)));
    const QImage page = samples::pagePicture(must(file.pdf(content)), 300);
    QVERIFY(qAbs(page.width() - png.width()) <= 4 && qAbs(page.height() - png.height()) <= 4);
    // Page sizes in PDF are whole points: compare from the upper left corner on.
    const qreal pdfUnlikeness = samples::unlikeness(png, page.copy(png.rect()), PosterLayout(PosterSize(size)));
    const qreal svgUnlikeness =
        samples::unlikeness(png, svgPicture(must(file.svg(content)), png.size()), PosterLayout(PosterSize(size)));
    QVERIFY2(pdfUnlikeness < 2.5, qPrintable(QString::number(pdfUnlikeness)));
    QVERIFY2(svgUnlikeness < 2.5, qPrintable(QString::number(svgUnlikeness)));
}

void tst_PosterFile::theTextOfThePdfCanBeSearched()
{
    if (!samples::hasTool(u"pdftotext"_s))
        QSKIP("pdftotext (package poppler-utils) is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"poster.pdf"_s);
    QVERIFY(PosterFile(PosterSize::A4).save({samples::poster()}, path));
    const QString text = QString::fromUtf8(samples::outputOf(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}));
    for (const QString &words :
         {u"札幌テスト食堂"_s, u"7P-5TK"_s, u"https://shirase.example.jp/f/7K2M9QXT4DZ"_s,
          u"QRコードは株式会社デンソーウェーブの登録商標です。"_s, u"DENSO WAVE INCORPORATED"_s,
          u"「@pref.hokkaido.lg.jp」から届きます。"_s, u"011-206-0289"_s, u"2026年11月21日発行"_s,
          u"Issued 21 November 2026"_s, u"ご来店・ご来場の方へ"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
    QVERIFY(samples::outputOf(u"pdfinfo"_s, {path}).contains(u"札幌テスト食堂"_s.toUtf8()));
}

void tst_PosterFile::theFontsAreInThePdf()
{
    if (!samples::hasTool(u"pdffonts"_s))
        QSKIP("pdffonts (package poppler-utils) is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"poster.pdf"_s);
    QVERIFY(PosterFile(PosterSize::A4).save({samples::poster(u"札幌 مطعم ร้านอาหาร 🍜"_s)}, path));
    // Two lines of heading, then one for each font: name, type, encoding, emb, sub, uni, object ID.
    const QStringList lines =
        QString::fromUtf8(samples::outputOf(u"pdffonts"_s, {path})).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        QVERIFY2(words.size() > 5 && words[words.size() - 5] == "yes"_L1, qPrintable(line));
    }
}

void tst_PosterFile::anExerciseIsMarkedOnEverySize_data()
{
    addSizes();
}

// Nobody may take the poster of a place that is made up for a drill for a real one.
void tst_PosterFile::anExerciseIsMarkedOnEverySize()
{
    if (!samples::hasTool(u"pdftotext"_s))
        QSKIP("pdftotext (package poppler-utils) is not installed");
    QFETCH(const int, size);
    const PosterFile file{PosterSize(size)};
    PosterContent content = samples::poster();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"poster.pdf"_s);
    QVERIFY(file.save({content}, path));
    QVERIFY(!samples::outputOf(u"pdftotext"_s, {path, u"-"_s}).contains(u"訓練"_s.toUtf8()));
    content.exercise = true;
    QVERIFY(file.save({content}, path));
    const QString text = QString::fromUtf8(samples::outputOf(u"pdftotext"_s, {path, u"-"_s}));
    QVERIFY(text.contains(u"【訓練】"_s) && text.contains(u"[EXERCISE]"_s));
    QVERIFY(samples::outputOf(u"pdfinfo"_s, {path}).contains(u"【訓練】"_s.toUtf8()));
    QVERIFY(must(file.svg(content)).contains(u"【訓練】"_s.toUtf8()));
}

void tst_PosterFile::theSvgNeedsNoFonts()
{
    const QByteArray svg = must(PosterFile(PosterSize::A4).svg(samples::poster(u"<札幌> & テスト"_s)));
    QXmlStreamReader reader(svg);
    QString title;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY(reader.name() != "text"_L1);
        if (reader.name() == "svg"_L1)
            QCOMPARE(reader.attributes().value("width"_L1), "210mm"_L1);
        if (reader.name() == "title"_L1 && title.isEmpty())
            title = reader.readElementText();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(title.contains(u"<札幌> & テスト"_s));
}

void tst_PosterFile::aPngIsTheSameEveryTime()
{
    const PosterFile file(PosterSize::A4);
    QCOMPARE(must(file.png(samples::poster())), must(file.png(samples::poster())));
    QVERIFY(must(file.png(samples::poster())) != must(file.png(samples::poster(u"別の店"_s))));
}

void tst_PosterFile::aPngIsA4At300Dots()
{
    const QImage image = QImage::fromData(must(PosterFile(PosterSize::A4).png(samples::poster())));
    QCOMPARE(image.size(), QSize(2480, 3508));
    QCOMPARE(image.dotsPerMeterX(), 11811);
    QVERIFY(!image.hasAlphaChannel());
}

void tst_PosterFile::severalPostersArePagesOfOnePdf()
{
    if (!samples::hasTool(u"pdftotext"_s))
        QSKIP("pdftotext (package poppler-utils) is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"posters.pdf"_s);
    QList<int> steps;
    const Result<PosterFile::Outcome> written =
        PosterFile(PosterSize::A5)
            .save({samples::poster(u"一号店"_s), samples::poster(u"二号店"_s)}, path,
                  [&steps](int done, int total) {
                      steps << done * 10 + total;
                      return true;
                  });
    QVERIFY(written && *written == PosterFile::Outcome::Written);
    QCOMPARE(steps, QList<int>({4, 14, 24, 34, 44})); // two are read back, then painted
    const QString text = QString::fromUtf8(samples::outputOf(u"pdftotext"_s, {path, u"-"_s}));
    QCOMPARE(text.count(u'\f'), 2);
    QVERIFY(text.indexOf(u"一号店"_s) < text.indexOf(u'\f'));
    QVERIFY(text.indexOf(u"二号店"_s) > text.indexOf(u'\f'));
}

void tst_PosterFile::aCancelledPdfLeavesNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"posters.pdf"_s);
    const Result<PosterFile::Outcome> written =
        PosterFile(PosterSize::A4).save({samples::poster(), samples::poster()}, path, [](int done, int) {
            return done < 1;
        });
    QVERIFY(written && *written == PosterFile::Outcome::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_PosterFile::aFailedWriteIsReported_data()
{
    QTest::addColumn<QString>("format");
    for (const QString &format : {u"pdf"_s, u"png"_s, u"svg"_s})
        QTest::newRow(qPrintable(format)) << format;
}

void tst_PosterFile::aFailedWriteIsReported()
{
    QFETCH(const QString, format);
    const PosterFile file(PosterSize::A4);
    FullDevice full;
    std::optional<Error> error;
    if (format == u"pdf"_s) {
        const auto written = file.writePdf({samples::poster()}, full);
        QVERIFY(!written);
        error = written.error();
    } else {
        const auto written = format == u"png"_s ? file.writePng(samples::poster(), full)
                                                : file.writeSvg(samples::poster(), full);
        QVERIFY(!written);
        error = written.error();
    }
    QCOMPARE(error->code, ErrorCode::Unavailable);
    QVERIFY(!error->message.isEmpty());
}

void tst_PosterFile::aPathThatCannotBeWrittenIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no such folder/poster.pdf"_s);
    const Result<PosterFile::Outcome> written = PosterFile(PosterSize::A4).save({samples::poster()}, path);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Unavailable);
    QVERIFY(written.error().message.contains(QDir::toNativeSeparators(path)));
}

void tst_PosterFile::anUnknownEndingIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("posters");
    QTest::newRow("another format") << u"poster.jpg"_s << 1;
    QTest::newRow("no ending") << u"poster"_s << 1;
    QTest::newRow("two posters in a picture") << u"poster.png"_s << 2;
    QTest::newRow("two posters in a drawing") << u"poster.svg"_s << 2;
    QTest::newRow("no poster") << u"poster.pdf"_s << 0;
}

void tst_PosterFile::anUnknownEndingIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const int, posters);
    const QTemporaryDir folder;
    const Result<PosterFile::Outcome> written =
        PosterFile(PosterSize::A4)
            .save(QList<PosterContent>(posters, samples::poster()), folder.filePath(name));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Invalid);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_PosterFile::anAddressTooLongForACodeIsRefused()
{
    PosterContent content = samples::poster();
    content.url += QString(2000, u'x');
    const PosterFile file(PosterSize::A4);
    for (const Result<QByteArray> &bytes :
         {file.pdf(content), file.png(content), file.svg(content), PosterFile::codePng(content)}) {
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::Invalid);
    }
}

void tst_PosterFile::aCodeTooFineToBeReadIsRefused_data()
{
    addSizes();
}

// REQUIREMENTS S2: what is printed decodes
void tst_PosterFile::aCodeTooFineToBeReadIsRefused()
{
    QFETCH(const int, size);
    PosterContent content = samples::poster();
    content.url += QString(900, u'x');
    const PosterFile file{PosterSize(size)};
    const QTemporaryDir folder;
    for (const QString &ending : {u"pdf"_s, u"png"_s, u"svg"_s}) {
        const Result<PosterFile::Outcome> saved =
            file.save({content}, folder.filePath(u"poster."_s + ending));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Invalid);
        QVERIFY2(saved.error().detail.contains(u"code"_s), qPrintable(saved.error().detail));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(!PosterFile::codePng(content));
}

void tst_PosterFile::theCodeAloneDecodes()
{
    const QImage code = QImage::fromData(must(PosterFile::codePng(samples::poster(), 8)));
    QCOMPARE(code.size(), QSize(41 * 8, 41 * 8));
    if (!samples::hasTool(u"zbarimg"_s))
        QSKIP("zbarimg (package zbar-tools) is not installed");
    QCOMPARE(samples::decode(code), QStringList(samples::poster().url));
}

void tst_PosterFile::otherThreadsMayPaint()
{
    const PosterFile file(PosterSize::A5);
    const QByteArray expected = must(file.png(samples::poster()));
    std::array<QByteArray, 3> pngs;
    std::array<qsizetype, 3> others{};
    std::vector<std::unique_ptr<QThread>> threads;
    for (size_t i = 0; i < pngs.size(); ++i) {
        threads.emplace_back(QThread::create([&file, &pngs, &others, i] {
            pngs[i] = must(file.png(samples::poster()));
            others[i] =
                std::min(must(file.pdf(samples::poster())).size(), must(file.svg(samples::poster())).size());
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(120'000));
    for (size_t i = 0; i < pngs.size(); ++i) {
        QCOMPARE(pngs[i], expected);
        QVERIFY(others[i] > 10'000);
    }
}

QTEST_MAIN(tst_PosterFile)
#include "tst_PosterFile.moc"
