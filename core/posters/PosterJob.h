// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"
#include "core/posters/PosterProof.h"
#include "core/posters/PosterSheets.h"

#include <QList>

#include <functional>

class QPagedPaintDevice;
class QPainter;

namespace shirase {

class PosterRenderer;

/// Many posters as one job, sheet by sheet onto a PDF or a printer. All codes are read back before the first sheet
/// is painted (PosterProof): of posters that cannot be read none is handed out. Works in any thread.
class PosterJob
{
public:
    struct Painted
    {
        int sheets = 0; ///< that the device has taken
        bool cancelled = false;
    };
    /// Called before each step and after the last, in the painting thread; false cancels. Reading back a sheet
    /// is a step, and painting it is another.
    using Progress = std::function<bool(int done, int total)>;

    /// @param ofEach how often each poster is wanted; 0 for a whole sheet of each
    PosterJob(PosterLayout layout, QList<PosterContent> posters, int ofEach = 0);

    [[nodiscard]] int sheetCount() const { return m_sheets.count(); }
    /// The posters of a sheet, one for each place that is taken.
    [[nodiscard]] QList<PosterContent> sheet(int index) const;

    /// Paints sheets in the order given, on a device that is set up as PosterLayout::page() says and that
    /// nobody paints on. Fails with Invalid if an address does not fit into a code or a code cannot be read
    /// back, and with Unavailable if the device does not take a page.
    /// @param sheets their numbers, from 0; a number may come again, for a further copy
    /// @param abandon called when the document is not finished, while the device is still being painted on
    [[nodiscard]] Result<Painted> paintOn(QPagedPaintDevice &device, const QList<int> &sheets,
                                          const Progress &progress = {},
                                          const std::function<void()> &abandon = {}) const;
    /// The numbers of all sheets.
    [[nodiscard]] QList<int> allSheets() const;

    /// Every code on a sheet, on each face of each poster.
    [[nodiscard]] static QList<PosterProof::Code> codesOn(const PosterLayout &layout,
                                                          const QList<PosterContent> &sheet);

private:
    /// Begins the next step, unless the job was cancelled.
    using Step = std::function<bool()>;

    /// False if it was cancelled.
    [[nodiscard]] Result<bool> proof(PosterRenderer &renderer, const QList<int> &sheets,
                                     const Step &next) const;
    [[nodiscard]] static Result<> proofSheet(PosterRenderer &renderer, const QList<PosterContent> &sheet,
                                             bool everyFace);
    [[nodiscard]] Result<Painted> paint(PosterRenderer &renderer, QPainter &painter, QPagedPaintDevice &device,
                                        const QList<int> &sheets, const Step &next) const;

    PosterLayout m_layout;
    QList<PosterContent> m_posters;
    PosterSheets m_sheets;
};

} // namespace shirase
