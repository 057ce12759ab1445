// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterJob.h"
#include "tests/core/posters/PosterSamples.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

QList<PosterContent> posters(int count)
{
    QList<PosterContent> posters;
    for (int i = 0; i < count; ++i) {
        posters << samples::poster(u"%1号店"_s.arg(i + 1));
        posters.last().url += QString::number(i);
    }
    return posters;
}

/// A PDF in memory, as a job paints it.
struct Paper
{
    explicit Paper(PosterSize size)
        : layout(size)
    {
        bytes.open(QIODevice::WriteOnly);
        writer.emplace(&bytes);
        writer->setPageLayout(layout.page());
    }

    Result<PosterJob::Painted> paint(const PosterJob &job, const PosterJob::Progress &progress = {})
    {
        auto painted = job.paintOn(*writer, job.allSheets(), progress, [this] { ++abandoned; });
        writer.reset();
        return painted;
    }
    /// The texts of all codes of the document, as poppler and zbar see them.
    [[nodiscard]] QStringList codes() const
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"job.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data()) < 0)
            return {};
        file.close();
        samples::outputOf(u"pdftoppm"_s, {u"-r"_s, u"200"_s, file.fileName(), folder.filePath(u"page"_s)});
        QStringList codes;
        for (const QString &page : QDir(folder.path()).entryList({u"page*"_s}, QDir::Files, QDir::Name))
            codes << QString::fromUtf8(samples::outputOf(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, folder.filePath(page)}))
                         .split(u'\n', Qt::SkipEmptyParts);
        return codes;
    }
    [[nodiscard]] qsizetype pages() const { return bytes.data().count("/Type /Page\n"); }

    PosterLayout layout;
    QBuffer bytes;
    std::optional<QPdfWriter> writer;
    int abandoned = 0;
};

} // namespace

class tst_PosterJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cards_of_several_facilities_share_a_sheet()
    {
        if (!samples::hasTool(u"zbarimg"_s) || !samples::hasTool(u"pdftoppm"_s))
            QSKIP("zbarimg (package zbar-tools) or pdftoppm (package poppler-utils) is not installed");
        Paper paper(PosterSize::Card);
        const PosterJob job(paper.layout, posters(3), 4);
        QVERIFY(paper.paint(job));
        QCOMPARE(paper.pages(), 2);
        const QStringList codes = paper.codes();
        QCOMPARE(codes.size(), 12);
        for (const PosterContent &poster : posters(3))
            QCOMPARE(codes.count(poster.url), 4);
    }

    void two_a5_posters_stand_beside_each_other_on_a4()
    {
        if (!samples::hasTool(u"zbarimg"_s) || !samples::hasTool(u"pdftoppm"_s))
            QSKIP("zbarimg (package zbar-tools) or pdftoppm (package poppler-utils) is not installed");
        Paper paper(PosterSize::A5Pair);
        const PosterJob job(paper.layout, posters(2), 1);
        QVERIFY(paper.paint(job));
        QCOMPARE(paper.pages(), 1);
        QStringList codes = paper.codes();
        codes.sort();
        QCOMPARE(codes, (QStringList{posters(2)[0].url, posters(2)[1].url}));
    }

    void every_code_is_read_back_before_the_first_sheet_is_painted()
    {
        Paper paper(PosterSize::A4);
        QList<PosterContent> many = posters(3);
        many[2].url += QString(900, u'x'); // fits into a code that no phone can tell from grey
        const Result<PosterJob::Painted> painted = paper.paint(PosterJob(paper.layout, many));
        QVERIFY(!painted);
        QCOMPARE(painted.error().code, ErrorCode::Invalid);
        QCOMPARE(paper.pages(), 0);
    }

    void progress_counts_reading_and_painting()
    {
        Paper paper(PosterSize::A5);
        QList<int> steps;
        const Result<PosterJob::Painted> painted =
            paper.paint(PosterJob(paper.layout, posters(2)), [&steps](int done, int total) {
                steps << done * 10 + total;
                return true;
            });
        QVERIFY(painted && !painted->cancelled);
        QCOMPARE(painted->sheets, 2);
        QCOMPARE(steps, (QList<int>{4, 14, 24, 34, 44}));
        QCOMPARE(paper.abandoned, 0);
    }

    void cancelled_while_reading_back_nothing_is_painted()
    {
        Paper paper(PosterSize::A5);
        const Result<PosterJob::Painted> painted =
            paper.paint(PosterJob(paper.layout, posters(3)), [](int done, int) { return done < 2; });
        QVERIFY(painted && painted->cancelled);
        QCOMPARE(painted->sheets, 0);
        QCOMPARE(paper.pages(), 0);
        QCOMPARE(paper.abandoned, 0);
    }

    void cancelled_while_painting_the_device_is_told()
    {
        Paper paper(PosterSize::A5);
        const Result<PosterJob::Painted> painted =
            paper.paint(PosterJob(paper.layout, posters(3)), [](int done, int) { return done < 5; });
        QVERIFY(painted && painted->cancelled);
        QCOMPARE(painted->sheets, 2);
        QCOMPARE(paper.abandoned, 1);
    }

    void a_copy_is_not_read_back_again()
    {
        Paper paper(PosterSize::A5);
        const PosterJob job(paper.layout, posters(1));
        int total = 0;
        const Result<PosterJob::Painted> painted = job.paintOn(*paper.writer, {0, 0, 0}, [&](int, int all) {
            total = all;
            return true;
        });
        paper.writer.reset();
        QVERIFY(painted);
        QCOMPARE(painted->sheets, 3);
        QCOMPARE(paper.pages(), 3);
        QCOMPARE(total, 4); // one is read back, three are painted
    }
};

QTEST_MAIN(tst_PosterJob)
#include "tst_PosterJob.moc"
