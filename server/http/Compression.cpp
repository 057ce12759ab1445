// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Compression.h"

#include <QList>

#include <optional>

#define ZLIB_CONST // its input is const then
#include <zlib.h>

namespace shirase::http {
namespace {

constexpr int gzipFormat = 16; ///< added to the window bits, zlib writes gzip instead of its own format
constexpr int memoryLevel = 8; ///< zlib's standard

/// "gzip;q=0.5" → 0.5; a weight that cannot be read counts as none.
double weightOf(const QByteArray &parameters)
{
    for (const QByteArray &parameter : parameters.split(';')) {
        const QByteArray trimmed = parameter.trimmed().toLower();
        if (trimmed.startsWith("q="))
            return trimmed.sliced(2).toDouble();
    }
    return 1.0;
}

} // namespace

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    std::optional<bool> named;
    bool others = false;
    for (const QByteArray &entry : acceptEncoding.toByteArray().split(',')) {
        const qsizetype mark = entry.indexOf(';');
        const QByteArray coding = (mark < 0 ? entry : entry.first(mark)).trimmed().toLower();
        const bool allowed = mark < 0 || weightOf(entry.sliced(mark + 1)) > 0;
        if (coding == "gzip" || coding == "x-gzip")
            named = allowed;
        else if (coding == "*")
            others = allowed;
    }
    return named.value_or(others);
}

QByteArray gzipped(QByteArrayView content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat, memoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))),
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(content.data());
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return whole ? out : QByteArray();
}

} // namespace shirase::http
