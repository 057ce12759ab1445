// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterFile.h"
#include "tests/core/posters/PosterSamples.h"
#include "widgets/common/PosterView.h"
#include "widgets/posters/PosterPrinter.h"

#include <QPrinter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr int dpi = 150;

/// A printer that prints into a file, as the print dialog leaves it.
struct Printer
{
    explicit Printer(PosterSize size)
        : device(QPrinter::HighResolution)
    {
        device.setOutputFileName(path());
        device.setPageLayout(PosterLayout(size).page());
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"paper.pdf"_s); }
    [[nodiscard]] QByteArray paper() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The names of the facilities in the order of the pages.
    [[nodiscard]] QStringList pages() const
    {
        QStringList names;
        const QStringList texts =
            QString::fromUtf8(samples::outputOf(u"pdftotext"_s, {path(), u"-"_s})).split(u'\f');
        for (const QString &text : texts) {
            for (int i = 1; i <= 3; ++i) {
                if (text.contains(u"%1号店"_s.arg(i)))
                    names << QString::number(i);
            }
        }
        return names;
    }

    QTemporaryDir folder;
    QPrinter device;
};

QList<PosterContent> threePosters()
{
    return {samples::poster(u"1号店"_s), samples::poster(u"2号店"_s), samples::poster(u"3号店"_s)};
}

QImage onScreen(PosterSize size, const PosterContent &content)
{
    const PosterLayout layout(size);
    PosterView view;
    const QSizeF pixels = layout.sheet() * dpi / 25.4;
    view.resize(pixels.toSize() + QSize(8, 8));
    view.present(size, QList<PosterContent>(layout.places(), content));
    return view.grab(view.sheetRect().toRect()).toImage();
}

/// The darkest grey near the middle of a line.
int darknessOf(const QImage &picture, const QLineF &line, const PosterLayout &layout)
{
    const QPointF at = line.center();
    const QPoint pixel(int(at.x() / layout.sheet().width() * picture.width()),
                       int(at.y() / layout.sheet().height() * picture.height()));
    int darkest = 255;
    for (int y = -2; y <= 2; ++y) {
        for (int x = -2; x <= 2; ++x)
            darkest = std::min(darkest, qGray(picture.pixel(pixel + QPoint(x, y))));
    }
    return darkest;
}

} // namespace

class tst_PosterPrinter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void screen_pdf_and_printer_show_the_same_sheet_data()
    {
        QTest::addColumn<int>("size");
        for (const PosterSize size :
             {PosterSize::A4, PosterSize::A5, PosterSize::A5Pair, PosterSize::Tent, PosterSize::Card})
            QTest::newRow(qPrintable(PosterLayout::nameOf(size))) << int(size);
    }
    void screen_pdf_and_printer_show_the_same_sheet()
    {
        if (!samples::hasTool(u"pdftoppm"_s))
            QSKIP("pdftoppm (package poppler-utils) is not installed");
        QFETCH(int, size);
        const auto wanted = PosterSize(size);
        const PosterLayout layout(wanted);
        const PosterContent content = samples::poster(u"「髙橋①亭」 Café & Bar <札幌>"_s);
        Printer printer(wanted);
        QVERIFY(PosterPrinter::paint(printer.device, PosterJob(layout, {content})));
        const Result<QByteArray> pdf = PosterFile(wanted).pdf(content);
        QVERIFY(pdf);

        const QImage screen = onScreen(wanted, content);
        const QImage file = samples::pagePicture(*pdf, dpi);
        const QImage paper = samples::pagePicture(printer.paper(), dpi);
        for (const QImage &picture : {file, paper}) {
            QVERIFY(qAbs(picture.width() - screen.width()) <= 4 && qAbs(picture.height() - screen.height()) <= 4);
            // Letters are smoothed in different ways; what stands half a millimetre elsewhere gives 8.
            const qreal unlike = samples::unlikeness(screen, picture, layout);
            QVERIFY2(unlike < 5, qPrintable(QString::number(unlike)));
        }
        for (const QLineF &mark : layout.cropMarks()) {
            for (const QImage &picture : {screen, file, paper})
                QVERIFY2(darknessOf(picture, mark, layout) < 200, "a crop mark is missing");
        }
    }

    void only_the_pages_that_were_asked_for_are_printed()
    {
        if (!samples::hasTool(u"pdftotext"_s))
            QSKIP("pdftotext (package poppler-utils) is not installed");
        Printer printer(PosterSize::A5);
        printer.device.setPrintRange(QPrinter::PageRange);
        printer.device.setFromTo(2, 3);
        const Result<int> printed =
            PosterPrinter::paint(printer.device, PosterJob(PosterLayout(PosterSize::A5), threePosters()));
        QVERIFY(printed);
        QCOMPARE(*printed, 2);
        QCOMPARE(printer.pages(), (QStringList{u"2"_s, u"3"_s}));
    }

    void copies_come_in_the_order_that_was_asked_for_data()
    {
        QTest::addColumn<bool>("collate");
        QTest::addColumn<bool>("backwards");
        QTest::addColumn<QString>("pages");
        QTest::newRow("set after set") << true << false << u"123123"_s;
        QTest::newRow("page after page") << false << false << u"112233"_s;
        QTest::newRow("last page first") << true << true << u"321321"_s;
    }
    void copies_come_in_the_order_that_was_asked_for()
    {
        if (!samples::hasTool(u"pdftotext"_s))
            QSKIP("pdftotext (package poppler-utils) is not installed");
        QFETCH(bool, collate);
        QFETCH(bool, backwards);
        QFETCH(QString, pages);
        Printer printer(PosterSize::A5);
        printer.device.setCopyCount(2);
        printer.device.setCollateCopies(collate);
        if (backwards)
            printer.device.setPageOrder(QPrinter::LastPageFirst);
        QVERIFY(PosterPrinter::paint(printer.device, PosterJob(PosterLayout(PosterSize::A5), threePosters())));
        QCOMPARE(printer.pages().join(QString()), pages);
    }

    void a_printer_that_is_not_there_takes_nothing()
    {
        Printer printer(PosterSize::A4);
        printer.device.setOutputFileName(printer.folder.filePath(u"nowhere/paper.pdf"_s));
        const Result<int> printed =
            PosterPrinter::paint(printer.device, PosterJob(PosterLayout(PosterSize::A4), threePosters()));
        QVERIFY(!printed);
        QCOMPARE(printed.error().code, ErrorCode::Unavailable);
    }
};

QTEST_MAIN(tst_PosterPrinter)
#include "tst_PosterPrinter.moc"
