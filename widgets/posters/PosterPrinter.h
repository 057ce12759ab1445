// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterLayout.h"
#include "widgets/common/Dialogs.h"

#include <QCoreApplication>

class QPrinter;

namespace shirase {

/// Posters on paper: print dialog and preview, each with a printer of its own.
class PosterPrinter
{
    Q_DECLARE_TR_FUNCTIONS(PosterPrinter)

public:
    explicit PosterPrinter(Dialogs &dialogs)
        : m_dialogs(dialogs)
    {}

    /// Asks for the printer and prints. False if the person did not go ahead; fails with Unavailable if the
    /// printer does not take the job.
    [[nodiscard]] Result<bool> print(QWidget *parent, PosterSize size, const QList<PosterContent> &contents);
    void preview(QWidget *parent, PosterSize size, const QList<PosterContent> &contents);

    /// Paints a sheet per poster, as many copies as the printer is set to where it cannot copy itself.
    [[nodiscard]] static Result<> paint(QPrinter &printer, PosterSize size,
                                        const QList<PosterContent> &contents);

private:
    static void setUp(QPrinter &printer, PosterSize size, const QList<PosterContent> &contents);

    Dialogs &m_dialogs;
};

} // namespace shirase
