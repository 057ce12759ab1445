// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterJob.h"
#include "widgets/common/Page.h"
#include "widgets/posters/PosterOrder.h"

#include <QCoreApplication>

#include <optional>

class QPrinter;

namespace shirase {

/// Posters on paper: print dialog and preview, each with a printer of its own.
class PosterPrinter
{
    Q_DECLARE_TR_FUNCTIONS(PosterPrinter)

public:
    /// As many as are looked through and not leafed through.
    static constexpr int mostPreviewed = 20;

    PosterPrinter(const PageContext &context, QWidget *window)
        : m_context(context)
        , m_window(window)
    {}

    /// Asks for the printer and prints as one job, more than a sheet over a dialog with progress and "Cancel".
    /// How many sheets the printer took; nothing if the person did not go ahead. Fails with Unavailable if the
    /// printer does not take the job, with Invalid if its paper is too small, and with Conflict if it was
    /// cancelled: the sentence says what has been printed. @param title of the job
    [[nodiscard]] Result<std::optional<int>> print(const PosterOrder &order, const QString &title);
    /// The same for one poster that is at hand.
    [[nodiscard]] static Result<std::optional<int>> printOne(Dialogs &dialogs, QWidget *window, PosterSize size,
                                                             const PosterContent &poster, const QString &title);
    /// Shows the sheets as the printer would print them; for up to mostPreviewed.
    [[nodiscard]] Result<> preview(const PosterOrder &order, const QString &title);

    /// Paints the sheets that the print dialog asks for: pages, copies and their order. How many that were.
    [[nodiscard]] static Result<int> paint(QPrinter &printer, const PosterJob &job,
                                           const Job::Report &report = {});

private:
    static void setUp(QPrinter &printer, PosterSize size, const QString &title);
    /// Asks for the printer. False if the person did not go ahead; fails with Invalid if its paper is too small.
    [[nodiscard]] static Result<bool> choose(QPrinter &printer, Dialogs &dialogs, QWidget *window, PosterSize size,
                                             const QString &title);

    PageContext m_context;
    QWidget *m_window;
};

} // namespace shirase
