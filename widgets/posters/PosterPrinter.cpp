// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterPrinter.h"

#include "widgets/common/JobDialog.h"
#include "widgets/common/PosterSource.h"

#include <QFile>
#include <QFileInfo>
#include <QPrinter>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> printerRefused(const QString &detail)
{
    return fail(ErrorCode::Unavailable,
                PosterPrinter::tr(
                    "The printer did not take the poster, so nothing was printed. Please check that the "
                    "printer is on and connected, then print again."),
                detail);
}

std::unexpected<Error> cancelledAfter(int sheets)
{
    if (sheets == 0)
        return fail(ErrorCode::Conflict, PosterPrinter::tr("This was cancelled; nothing was printed."));
    return fail(ErrorCode::Conflict,
                PosterPrinter::tr("This was cancelled, but %n sheets had gone to the printer before. Please "
                                  "delete the job there if you do not want them.",
                                  "", sheets));
}

/// The numbers of the sheets, from 0, in the order in which they go to the printer.
QList<int> wantedSheets(const QPrinter &printer, const PosterJob &job)
{
    QList<int> sheets = job.allSheets();
    if (printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0) {
        sheets.removeIf([&](int sheet) {
            return sheet + 1 < printer.fromPage() || sheet + 1 > printer.toPage();
        });
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::ranges::reverse(sheets);
    const int copies = printer.supportsMultipleCopies() ? 1 : printer.copyCount();
    QList<int> all;
    if (printer.collateCopies()) {
        for (int copy = 0; copy < copies; ++copy)
            all << sheets;
    } else {
        for (const int sheet : std::as_const(sheets))
            all << QList<int>(copies, sheet);
    }
    return all;
}

/// Whether the sheet fits on the paper that was chosen.
bool fits(const QPrinter &printer, const PosterLayout &layout)
{
    constexpr qreal tolerance = 2; // millimetres
    const QSizeF paper = printer.pageLayout().fullRect(QPageLayout::Millimeter).size();
    return layout.sheet().width() <= paper.width() + tolerance &&
           layout.sheet().height() <= paper.height() + tolerance;
}

/// Whether a PDF has its end: the printing itself does not say that the disk was full.
bool isWhole(const QString &path)
{
    QFile file(path);
    constexpr qint64 tail = 16;
    return file.open(QIODevice::ReadOnly) && file.size() > tail && file.seek(file.size() - tail) &&
           file.readAll().contains("%%EOF");
}

void remove(const QString &path)
{
    if (QFileInfo(path).isFile())
        QFile::remove(path);
}

} // namespace

void PosterPrinter::setUp(QPrinter &printer, PosterSize size, const QString &title)
{
    printer.setDocName(title);
    printer.setPageLayout(PosterLayout(size).page());
}

Result<bool> PosterPrinter::choose(QPrinter &printer, Dialogs &dialogs, QWidget *window, PosterSize size,
                                   const QString &title)
{
    setUp(printer, size, title);
    if (!dialogs.setUpPrinter(window, printer))
        return false;
    if (const PosterLayout layout(size); !fits(printer, layout)) {
        return fail(ErrorCode::Invalid,
                    tr("The paper that is set in the print dialog is too small for this layout, which takes "
                       "%1 by %2 mm. Please choose other paper or another layout, then print again.")
                        .arg(layout.sheet().width())
                        .arg(layout.sheet().height()));
    }
    return true;
}

Result<std::optional<int>> PosterPrinter::printOne(Dialogs &dialogs, QWidget *window, PosterSize size,
                                                   const PosterContent &poster, const QString &title)
{
    QPrinter printer(QPrinter::HighResolution);
    const Result<bool> chosen = choose(printer, dialogs, window, size, title);
    if (!chosen)
        return passOn(chosen);
    if (!*chosen)
        return std::nullopt;
    const Result<int> printed = paint(printer, PosterJob(PosterLayout(size), {poster}));
    if (!printed)
        return passOn(printed);
    return *printed;
}

Result<std::optional<int>> PosterPrinter::print(const PosterOrder &order, const QString &title)
{
    QPrinter printer(QPrinter::HighResolution);
    const Result<bool> chosen = choose(printer, m_context.dialogs, m_window, order.size, title);
    if (!chosen)
        return passOn(chosen);
    if (!*chosen)
        return std::nullopt;
    const PosterLayout layout(order.size);
    // QPrinter may be painted on in any thread, by one at a time.
    const auto task = [order, &printer, layout](Office &office, const Job::Report &report) -> Result<int> {
        Result<QList<PosterContent>> posters = postersOf(office, order.facilities, report);
        if (!posters)
            return passOn(posters);
        return paint(printer, PosterJob(layout, std::move(*posters), order.ofEach), report);
    };
    const Result<int> printed =
        order.facilities.size() == 1
            ? task(m_context.office, {})
            : JobDialog::run<int>(m_context.worker, m_window,
                                  tr("The posters of %n facilities are being printed.", "",
                                     int(order.facilities.size())),
                                  task);
    if (!printed)
        return passOn(printed);
    return *printed;
}

Result<> PosterPrinter::preview(const PosterOrder &order, const QString &title)
{
    Result<QList<PosterContent>> posters = postersOf(m_context.office, order.facilities);
    if (!posters)
        return passOn(posters);
    const PosterJob job(PosterLayout(order.size), std::move(*posters), order.ofEach);
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, order.size, title);
    Result<int> painted = 0;
    m_context.dialogs.previewPrint(m_window, printer, [&](QPrinter &onto) { painted = paint(onto, job); });
    if (!painted)
        return passOn(painted);
    return {};
}

Result<int> PosterPrinter::paint(QPrinter &printer, const PosterJob &job, const Job::Report &report)
{
    printer.setFullPage(true); // a dialog may have changed it
    const QString file = printer.outputFileName();
    const Result<PosterJob::Painted> painted =
        job.paintOn(printer, wantedSheets(printer, job), report, [&printer] { printer.abort(); });
    if (!painted || painted->cancelled)
        remove(file);
    if (!painted && painted.error().code == ErrorCode::Unavailable)
        return printerRefused(painted.error().detail);
    if (!painted)
        return passOn(painted);
    if (painted->cancelled)
        return cancelledAfter(file.isEmpty() ? painted->sheets : 0);
    if (!file.isEmpty() && !isWhole(file)) {
        remove(file);
        return printerRefused(file);
    }
    return painted->sheets;
}

} // namespace shirase
