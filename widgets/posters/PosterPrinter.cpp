// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterPrinter.h"

#include <QPainter>
#include <QPrinter>

namespace shirase {

namespace {

constexpr qreal millimetresPerInch = 25.4;

std::unexpected<Error> printerRefused()
{
    return fail(ErrorCode::Unavailable,
                PosterPrinter::tr(
                    "The printer did not take the poster, so nothing was printed. Please check that the "
                    "printer is on and connected, then print again."));
}

} // namespace

void PosterPrinter::setUp(QPrinter &printer, PosterSize size, const QList<PosterContent> &contents)
{
    printer.setDocName(contents.size() == 1 ? contents.first().facilityName
                                            : tr("%n posters", "", int(contents.size())));
    printer.setPageSize(QPageSize(PosterLayout(size).sheet(), QPageSize::Millimeter));
    printer.setPageOrientation(QPageLayout::Portrait);
    printer.setFullPage(true); // the layout has its own margins, in millimetres from the sheet's edge
}

Result<bool> PosterPrinter::print(QWidget *parent, PosterSize size, const QList<PosterContent> &contents)
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, size, contents);
    if (!m_dialogs.setUpPrinter(parent, printer))
        return false;
    if (const Result<> painted = paint(printer, size, contents); !painted)
        return passOn(painted);
    return true;
}

void PosterPrinter::preview(QWidget *parent, PosterSize size, const QList<PosterContent> &contents)
{
    QPrinter printer(QPrinter::HighResolution);
    setUp(printer, size, contents);
    Result<> painted;
    m_dialogs.previewPrint(parent, printer, [&](QPrinter &onto) { painted = paint(onto, size, contents); });
    if (!painted)
        m_dialogs.showError(parent, painted.error());
}

Result<> PosterPrinter::paint(QPrinter &printer, PosterSize size, const QList<PosterContent> &contents)
{
    const PosterLayout layout(size);
    printer.setFullPage(true); // a dialog may have changed it
    QPainter painter;
    if (!painter.begin(&printer))
        return printerRefused();
    const int copies = printer.supportsMultipleCopies() ? 1 : printer.copyCount();
    bool first = true;
    for (int copy = 0; copy < copies; ++copy) {
        for (const PosterContent &content : contents) {
            if (!std::exchange(first, false) && !printer.newPage())
                return printerRefused();
            painter.save();
            painter.scale(printer.logicalDpiX() / millimetresPerInch,
                          printer.logicalDpiY() / millimetresPerInch);
            layout.paint(painter, content);
            painter.restore();
        }
    }
    if (!painter.end())
        return printerRefused();
    return {};
}

} // namespace shirase
