// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/posters/PosterJob.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>

class QIODevice;

namespace shirase {

/// Writes posters as files. Needs a QGuiApplication (the offscreen platform will do) for its fonts, and then
/// works in any thread: nothing here uses QPixmap or the window system.
///
/// Everything fails with Invalid if an address does not fit into a QR code or a code cannot be read back from
/// what was painted (PosterProof), and with Unavailable if the device or file does not take the data.
class PosterFile
{
    Q_DECLARE_TR_FUNCTIONS(PosterFile)

public:
    enum class Outcome { Written, Cancelled };
    using Progress = PosterJob::Progress;

    static constexpr int dotsPerInch = PosterProof::dotsPerInch;

    /// @param ofEach how often each poster is wanted, on shared sheets; 0 for a whole sheet of each
    explicit PosterFile(PosterSize size, int ofEach = 0)
        : m_layout(size)
        , m_ofEach(ofEach)
    {}

    /// A PDF whose text can be searched. A cancelled one leaves the device with a part of a document.
    [[nodiscard]] Result<Outcome> writePdf(const QList<PosterContent> &contents, QIODevice &device,
                                           const Progress &progress = {}) const;
    /// One whole sheet at 300 dots per inch, opaque.
    [[nodiscard]] Result<> writePng(const PosterContent &content, QIODevice &device) const;
    /// One whole sheet; its letters are outlines, its title and description are text.
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
    /// A sheet at 300 dots per inch.
    [[nodiscard]] QImage picture(const PosterProof::Painting &painting) const;
    [[nodiscard]] Result<> proofOf(const QImage &sheet, const PosterContent &content) const;
    [[nodiscard]] Result<Outcome> writeAs(const QString &ending, const QList<PosterContent> &contents,
                                          QIODevice &device, const Progress &progress) const;

    PosterLayout m_layout;
    int m_ofEach;
};

} // namespace shirase
