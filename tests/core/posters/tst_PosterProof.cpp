// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/CodeReader.h"
#include "core/posters/PosterJob.h"
#include "core/posters/PosterRenderer.h"
#include "core/posters/QrCode.h"
#include "tests/core/posters/PosterSamples.h"

#include <QPainter>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

/// A sheet of one poster, and what has gone wrong over it.
struct Sheet
{
    explicit Sheet(PosterSize size)
        : renderer(PosterLayout(size))
        , posters(renderer.layout().places(), samples::poster())
    {}

    [[nodiscard]] QList<PosterProof::Code> codes() const
    {
        return PosterJob::codesOn(renderer.layout(), posters);
    }
    [[nodiscard]] PosterProof::Painting painting()
    {
        return [this](QPainter &painter) {
            renderer.paint(painter, posters);
            if (mishap)
                mishap(painter, codes().last().box);
        };
    }
    [[nodiscard]] Result<> check() { return PosterProof::check(painting(), codes()); }

    PosterRenderer renderer;
    QList<PosterContent> posters;
    std::function<void(QPainter &, const QRectF &)> mishap;
};

void coverCentre(QPainter &painter, const QRectF &box, qreal share)
{
    QRectF logo(QPointF(), box.size() * share);
    logo.moveCenter(box.center());
    painter.fillRect(logo, QColor(0x0a, 0x3b, 0x8c));
}

using Mishap = std::function<void(QPainter &, const QRectF &)>;

} // namespace

Q_DECLARE_METATYPE(Mishap)

class tst_PosterProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_code_of_every_layout_is_read_at_both_qualities_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("codes");
        QTest::newRow("a4") << int(PosterSize::A4) << 1;
        QTest::newRow("a5") << int(PosterSize::A5) << 1;
        QTest::newRow("two a5") << int(PosterSize::A5Pair) << 2;
        QTest::newRow("tent") << int(PosterSize::Tent) << 2;
        QTest::newRow("cards") << int(PosterSize::Card) << 10;
    }
    void every_code_of_every_layout_is_read_at_both_qualities()
    {
        QFETCH(int, size);
        QFETCH(int, codes);
        Sheet sheet{PosterSize(size)};
        QCOMPARE(sheet.codes().size(), codes);
        const Result<> read = sheet.check();
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    }

    void the_phones_picture_is_tilted_and_at_two_fifths_of_the_contrast()
    {
        Sheet sheet(PosterSize::A4);
        const QImage picture = PosterProof::asPhoneSees(sheet.painting(), sheet.codes().first().box);
        int darkest = 255;
        int lightest = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                darkest = std::min(darkest, qGray(picture.pixel(x, y)));
                lightest = std::max(lightest, qGray(picture.pixel(x, y)));
            }
        }
        QCOMPARE(darkest, 77);
        QCOMPARE(lightest - darkest, 255 * 40 / 100);
        QCOMPARE(codeIn(picture), sheet.posters.first().url.toUtf8());
        // Upright, the frame of the code would leave the corner of the picture white.
        QVERIFY(picture.width() == picture.height() && qGray(picture.pixel(60, 150)) == lightest);
    }

    // What we read is no matter of our reader alone.
    void another_reader_reads_the_same_pictures()
    {
        if (!samples::hasTool(u"zbarimg"_s))
            QSKIP("zbarimg (package zbar-tools) is not installed");
        for (const PosterSize size : {PosterSize::A4, PosterSize::Card}) {
            Sheet sheet(size);
            const QRectF box = sheet.codes().first().box;
            const QStringList url{sheet.posters.first().url};
            QCOMPARE(samples::decode(PosterProof::asPrinted(sheet.painting(), box)), url);
            QCOMPARE(samples::decode(PosterProof::asPhoneSees(sheet.painting(), box)), url);
        }
    }

    void a_painting_that_went_wrong_is_refused_data()
    {
        QTest::addColumn<Mishap>("mishap");
        QTest::newRow("a logo over the middle") << Mishap([](QPainter &painter, const QRectF &box) {
            coverCentre(painter, box, 0.55);
        });
        QTest::newRow("something over a finder pattern") << Mishap([](QPainter &painter, const QRectF &box) {
            painter.fillRect(QRectF(box.topLeft(), box.size() * 0.3), Qt::white);
        });
        QTest::newRow("an accent without contrast") << Mishap([](QPainter &painter, const QRectF &box) {
            painter.setCompositionMode(QPainter::CompositionMode_Lighten);
            painter.fillRect(box, QColor(0xd8, 0xd8, 0xe0)); // what was black is as pale as this
        });
        QTest::newRow("another code over it") << Mishap([](QPainter &painter, const QRectF &box) {
            QrCode::encode("https://example.com/f/7K2M9QXT4DZ")->paint(painter, box);
        });
        QTest::newRow("nothing at all") << Mishap([](QPainter &painter, const QRectF &box) {
            painter.fillRect(box, Qt::white);
        });
    }
    void a_painting_that_went_wrong_is_refused()
    {
        QFETCH(Mishap, mishap);
        for (const PosterSize size : {PosterSize::A4, PosterSize::Card}) {
            Sheet sheet(size);
            sheet.mishap = mishap;
            const Result<> read = sheet.check();
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Invalid);
            QVERIFY(!read.error().message.isEmpty());
        }
    }

    void what_the_error_correction_can_mend_is_not_refused()
    {
        Sheet sheet(PosterSize::A4);
        sheet.mishap = [](QPainter &painter, const QRectF &box) { coverCentre(painter, box, 0.2); };
        QVERIFY(sheet.check());
    }

    void a_code_alone_is_read_too()
    {
        const QByteArray url = samples::poster().url.toUtf8();
        const QImage good = QrCode::encode(url)->image(12);
        QVERIFY(PosterProof::check(good, url));
        QVERIFY(!PosterProof::check(good, url + 'x'));
        QImage blank(good.size(), QImage::Format_RGB32);
        blank.fill(Qt::white);
        QVERIFY(!PosterProof::check(blank, url));
    }
};

QTEST_MAIN(tst_PosterProof)
#include "tst_PosterProof.moc"
