// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/SharedContent.h"

#include "server/http/Compression.h"

#include <QCryptographicHash>

#include <algorithm>

namespace shirase::http {
namespace {

constexpr qsizetype mostCompressed = 4 * 1024 * 1024; ///< bytes: every page in every language, and the assets
constexpr qsizetype worthCompressing = 512;           ///< bytes; less fits into one packet anyway

bool isText(const QByteArray &contentType)
{
    return contentType.startsWith("text/") || contentType.startsWith("image/svg+xml") ||
           contentType.startsWith("application/javascript") || contentType.startsWith("application/json");
}

void addToVary(QList<Header> &headers, const QByteArray &name)
{
    const auto vary = std::ranges::find(headers, QByteArray("Vary"), &Header::first);
    if (vary == headers.end())
        headers.emplace_back("Vary", name);
    else
        vary->second += ", " + name;
}

/// RFC 9110 §13.1.2: compared weakly, so that a proxy that has weakened our tag still gets its 304.
bool isKnown(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    return std::ranges::any_of(ifNoneMatch.split(','), [&tag](const QByteArray &known) {
        const QByteArray trimmed = known.trimmed();
        return trimmed == tag || trimmed == "W/" + tag || trimmed == "*";
    });
}

} // namespace

SharedContent::SharedContent()
    : m_compressed(mostCompressed)
{}

Response SharedContent::represented(const Request &request, Response response)
{
    if (!response.shared || response.status != 200)
        return response;
    const QByteArray hash =
        QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex().first(16);
    QByteArray tag = '"' + hash + '"';
    if (isText(response.contentType) && response.body.size() >= worthCompressing) {
        addToVary(response.headers, "Accept-Encoding");
        if (acceptsGzip(request.header("accept-encoding")) && compress(response, hash)) {
            response.headers.emplace_back("Content-Encoding", "gzip");
            tag = '"' + hash + "-gzip\""; // RFC 9110 §8.8.3.3: other bytes, another tag
        }
    }
    response.headers.emplace_back("ETag", tag);
    if (isKnown(request.header("if-none-match"), tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

bool SharedContent::compress(Response &response, const QByteArray &hash)
{
    const QByteArray *compressed = m_compressed.object(hash);
    if (!compressed) {
        auto *fresh = new QByteArray(gzipped(response.body));
        const qsizetype size = std::max<qsizetype>(fresh->size(), 1);
        if (!m_compressed.insert(hash, fresh, size)) // which deletes what is too large to keep
            return false;
        compressed = fresh;
    }
    if (compressed->isEmpty() || compressed->size() >= response.body.size())
        return false;
    response.body = *compressed;
    return true;
}

} // namespace shirase::http
