// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PdfCharacters.h"

#include <QIODevice>

namespace shirase {

/// What stands between a QPdfWriter and the device that takes the PDF: it names the characters rightly, and
/// remembers whether a write failed, as QPdfWriter does not look.
class PdfDevice final : public QIODevice
{
public:
    /// @param target open for writing, and outliving this
    explicit PdfDevice(QIODevice &target);

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 length) override;

private:
    QIODevice &m_target;
    PdfCharacters m_characters;
    bool m_failed = false;
};

} // namespace shirase
