// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>

#include <functional>

class QIODevice;

namespace shirase {

/// Writes posters as files. Needs a QGuiApplication (the offscreen platform will do) for its fonts, and then
/// works in any thread: nothing here uses QPixmap or the window system.
///
/// Everything fails with Invalid if an address does not fit into a QR code, and with Unavailable if the
/// device or file does not take the data.
class PosterFile
{
    Q_DECLARE_TR_FUNCTIONS(PosterFile)

public:
    enum class Outcome { Written, Cancelled };
    /// Called in the painting thread before each poster and after the last; false cancels.
    using Progress = std::function<bool(int done, int total)>;

    static constexpr int dotsPerInch = 300;

    explicit PosterFile(PosterSize size)
        : m_layout(size)
    {}

    /// A PDF with a sheet for each poster; its text can be searched. A cancelled one leaves the device with a
    /// part of a document.
    [[nodiscard]] Result<Outcome> writePdf(const QList<PosterContent> &contents, QIODevice &device,
                                           const Progress &progress = {}) const;
    /// One sheet at 300 dots per inch, opaque.
    [[nodiscard]] Result<> writePng(const PosterContent &content, QIODevice &device) const;
    /// One sheet; its letters are outlines, its title and description are text.
    [[nodiscard]] Result<> writeSvg(const PosterContent &content, QIODevice &device) const;

    [[nodiscard]] Result<QByteArray> pdf(const PosterContent &content) const;
    [[nodiscard]] Result<QByteArray> png(const PosterContent &content) const;
    [[nodiscard]] Result<QByteArray> svg(const PosterContent &content) const;

    /// Writes the file that the name's ending asks for: .pdf with one or more posters, .png and .svg with
    /// exactly one. The file appears whole or, after a failure or a cancellation, not at all. Fails with
    /// Invalid for another ending or another number of posters.
    [[nodiscard]] Result<Outcome> save(const QList<PosterContent> &contents, const QString &path,
                                       const Progress &progress = {}) const;

    /// The code alone with its quiet zone, as a bilevel PNG: the attachment of the operator's mail
    /// (REQUIREMENTS O2).
    [[nodiscard]] static Result<QByteArray> codePng(const PosterContent &content, int pixelsPerModule = 12);

private:
    [[nodiscard]] Result<Outcome> writeAs(const QString &ending, const QList<PosterContent> &contents,
                                          QIODevice &device, const Progress &progress) const;

    PosterLayout m_layout;
};

} // namespace shirase
