// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

class QFont;

namespace shirase {

/// Names the right characters in the ToUnicode tables of a PDF. Fonts draw several characters with one glyph
/// (the radical ⼈ U+2F08 and the character 人 U+4EBA), and Qt writes down the lowest of them, so that nobody
/// would find 食堂 by searching for it.
class PdfCharacters
{
public:
    /// @param font the one in which the document is set
    explicit PdfCharacters(const QFont &font);

    /// The same bytes of the PDF, of the same length; changed only if they hold such a table.
    [[nodiscard]] QByteArray corrected(QByteArray pdf) const;

private:
    QHash<char16_t, char16_t> m_common; ///< from the character that Qt writes to the one that people type
};

} // namespace shirase
