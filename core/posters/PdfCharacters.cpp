// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PdfCharacters.h"

#include <QFont>
#include <QRawFont>
#include <QString>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Range
{
    char16_t first;
    char16_t last;
};

QString charactersOf(std::initializer_list<Range> ranges)
{
    QString text;
    for (const auto &[first, last] : ranges) {
        for (char16_t c = first; c <= last; ++c)
            text += QChar(c);
    }
    return text;
}

} // namespace

PdfCharacters::PdfCharacters(const QFont &font)
{
    const QRawFont raw = QRawFont::fromFont(font);
    // What people type: the space, Japanese punctuation and kana, and the unified ideographs.
    const QString common = charactersOf({{0x20, 0x20}, {0x3000, 0x30ff}, {0x4e00, 0x9fff}});
    const QList<quint32> commonGlyphs = raw.glyphIndexesForString(common);
    QHash<quint32, char16_t> byGlyph;
    for (qsizetype i = 0; i < std::min(common.size(), commonGlyphs.size()); ++i) {
        if (commonGlyphs[i] != 0 && !byGlyph.contains(commonGlyphs[i]))
            byGlyph.insert(commonGlyphs[i], common[i].unicode());
    }
    // What precedes them in Unicode and may share their glyphs: controls, general punctuation, symbols,
    // radicals.
    const QString others = charactersOf({{0x01, 0x1f}, {0x80, 0x2fff}});
    const QList<quint32> otherGlyphs = raw.glyphIndexesForString(others);
    for (qsizetype i = 0; i < std::min(others.size(), otherGlyphs.size()); ++i) {
        if (const auto found = byGlyph.constFind(otherGlyphs[i]); found != byGlyph.constEnd())
            m_common.insert(others[i].unicode(), *found);
    }
}

QByteArray PdfCharacters::corrected(QByteArray pdf) const
{
    // ISO 32000-1 §9.10.3: "beginbfrange", then lines of <first> <last> [<character> <character> …].
    if (!pdf.contains("beginbfrange"))
        return pdf;
    constexpr qsizetype entry = 6; // <2F08>
    qsizetype at = pdf.indexOf("beginbfrange");
    while ((at = pdf.indexOf('[', at)) >= 0) {
        const qsizetype end = pdf.indexOf(']', at);
        for (at = pdf.indexOf('<', at); at >= 0 && at + entry <= end; at = pdf.indexOf('<', at + entry)) {
            bool isHex = false;
            const auto written = char16_t(pdf.mid(at + 1, 4).toUShort(&isHex, 16));
            const auto found = m_common.constFind(written);
            if (isHex && pdf[at + entry - 1] == '>' && found != m_common.constEnd())
                pdf.replace(at + 1, 4, QByteArray::number(int(*found), 16).rightJustified(4, '0').toUpper());
        }
        if (end < 0)
            break;
        at = end;
    }
    return pdf;
}

} // namespace shirase
