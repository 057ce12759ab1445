// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterJob.h"

#include "core/posters/PosterRenderer.h"
#include "core/posters/QrCode.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace shirase {

namespace {

constexpr qreal millimetresPerInch = 25.4;

std::unexpected<Error> deviceRefused()
{
    return fail(ErrorCode::Unavailable,
                QCoreApplication::translate("PosterJob",
                                            "The posters could not be passed on page by page. Please check the "
                                            "printer or the free space, then try again."));
}

/// Whether all posters have the same looks: what differs is what belongs to their facilities.
bool looksLike(const PosterContent &one, const PosterContent &other)
{
    return one.japanese == other.japanese && one.english == other.english && one.exercise == other.exercise;
}

} // namespace

PosterJob::PosterJob(PosterLayout layout, QList<PosterContent> posters, int ofEach)
    : m_layout(layout)
    , m_posters(std::move(posters))
    , m_sheets(layout.places(), m_posters.size(), ofEach)
{}

QList<PosterContent> PosterJob::sheet(int index) const
{
    QList<PosterContent> sheet;
    for (const qsizetype poster : m_sheets.sheet(index))
        sheet << m_posters[poster];
    return sheet;
}

QList<PosterProof::Code> PosterJob::codesOn(const PosterLayout &layout, const QList<PosterContent> &sheet)
{
    QList<PosterProof::Code> codes;
    for (int place = 0; place < int(sheet.size()); ++place) {
        const QList<QTransform> faces = layout.faces(place);
        for (const QTransform &toSheet : faces)
            codes.append({toSheet.mapRect(layout.face().box(PosterPart::Code)), sheet[place].url.toUtf8()});
    }
    return codes;
}

// All faces are painted by the same lines of code: of a sheet like the one before, each address is read once.
Result<> PosterJob::proofSheet(PosterRenderer &renderer, const QList<PosterContent> &sheet, bool everyFace)
{
    for (const PosterContent &poster : sheet) {
        if (const Result<QrCode> code = QrCode::encode(poster.url.toUtf8()); !code)
            return passOn(code);
    }
    QList<PosterProof::Code> codes = codesOn(renderer.layout(), sheet);
    if (!everyFace) {
        QList<PosterProof::Code> distinct;
        for (const PosterProof::Code &code : std::as_const(codes)) {
            if (distinct.isEmpty() || distinct.last().text != code.text)
                distinct << code;
        }
        codes = distinct;
    }
    return PosterProof::check([&](QPainter &painter) { renderer.paint(painter, sheet); }, codes);
}

Result<bool> PosterJob::proof(PosterRenderer &renderer, const QList<int> &sheets, const Step &next) const
{
    std::optional<PosterContent> before;
    for (const int index : sheets) {
        if (!next())
            return false;
        const QList<PosterContent> posters = sheet(index);
        const bool everyFace = !before || !looksLike(*before, posters.first());
        if (const Result<> read = proofSheet(renderer, posters, everyFace); !read)
            return passOn(read);
        before = posters.first();
    }
    return true;
}

Result<PosterJob::Painted> PosterJob::paint(PosterRenderer &renderer, QPainter &painter,
                                            QPagedPaintDevice &device, const QList<int> &sheets,
                                            const Step &next) const
{
    Painted painted;
    for (const int index : sheets) {
        painted.cancelled = !next();
        if (painted.cancelled)
            return painted;
        if (painter.isActive() ? !device.newPage() : !painter.begin(&device))
            return deviceRefused();
        painter.save();
        painter.scale(device.logicalDpiX() / millimetresPerInch, device.logicalDpiY() / millimetresPerInch);
        renderer.paint(painter, sheet(index));
        painter.restore();
        ++painted.sheets;
    }
    return painted;
}

Result<PosterJob::Painted> PosterJob::paintOn(QPagedPaintDevice &device, const QList<int> &sheets,
                                              const Progress &progress,
                                              const std::function<void()> &abandon) const
{
    const QSet<int> distinct(sheets.begin(), sheets.end());
    QList<int> once(distinct.begin(), distinct.end());
    std::ranges::sort(once);
    const int total = int(once.size() + sheets.size());
    int done = 0;
    const Step next = [&] { return !progress || progress(done++, total); };

    PosterRenderer renderer(m_layout);
    const Result<bool> proofed = proof(renderer, once, next);
    if (!proofed)
        return passOn(proofed);
    if (!*proofed)
        return Painted{.cancelled = true};
    QPainter painter;
    Result<Painted> painted = paint(renderer, painter, device, sheets, next);
    if (painter.isActive()) {
        if (abandon && (!painted || painted->cancelled))
            abandon();
        if (!painter.end() && painted && !painted->cancelled)
            return deviceRefused();
    }
    if (painted && !painted->cancelled)
        std::ignore = next();
    return painted;
}

QList<int> PosterJob::allSheets() const
{
    QList<int> sheets(sheetCount());
    std::iota(sheets.begin(), sheets.end(), 0);
    return sheets;
}

} // namespace shirase
