// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PdfDevice.h"

#include "core/posters/FittedText.h"

namespace shirase {

PdfDevice::PdfDevice(QIODevice &target)
    : m_target(target)
    , m_characters(FittedText::font(10, false))
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 PdfDevice::writeData(const char *data, qint64 length)
{
    // A table comes in one piece, and keeps its length: the file's offsets stay right.
    const QByteArray bytes = m_characters.corrected(QByteArray(data, qsizetype(length)));
    m_failed = m_failed || m_target.write(bytes) != length;
    // QPdfWriter goes on as if all were well; whoever paints asks hasFailed().
    return length;
}

} // namespace shirase
