// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ResponseWriter.h"

#include "server/http/SecurityHeaders.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace shirase::http {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9110 §15; others get no phrase, which RFC 9112 §4 allows.
QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "";
    }
}

bool isOurs(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 7> framing{
        "connection", "content-length", "content-type", "date", "keep-alive", "transfer-encoding", "upgrade"};
    const auto same = [name](QByteArrayView other) {
        return name.size() == other.size() && name.compare(other, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(framing, same) || isSecurityHeader(name);
}

bool isSafe(QByteArrayView text)
{
    return std::ranges::all_of(
        text, [](char c) { return c == '\t' || (static_cast<uchar>(c) >= 0x20 && c != 0x7f); });
}

bool isSafe(const Response &response)
{
    return isSafe(response.contentType) && std::ranges::all_of(response.headers, [](const Header &header) {
               return !header.first.isEmpty() && isSafe(header.first) && isSafe(header.second);
           });
}

/// RFC 9110 §6.4.1 and §8.6
bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray ResponseWriter::write(const Response &response, const ResponseFraming &framing)
{
    if (!isSafe(response))
        return write(plainResponse(500), framing);
    QByteArray out;
    out.reserve(1024 + response.body.size());
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\nDate: ").append(date()).append("\r\n");
    if (mayHaveBody(response.status)) {
        out.append("Content-Type: ").append(response.contentType);
        out.append("\r\nContent-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
    }
    if (!framing.keepAlive)
        out.append("Connection: close\r\n");
    appendSecurityHeaders(out, response.headers, framing.secure);
    for (const auto &[name, value] : response.headers) {
        if (!isOurs(name))
            out.append(name).append(": ").append(value).append("\r\n");
    }
    out.append("\r\n");
    if (!framing.headOnly && mayHaveBody(response.status))
        out.append(response.body);
    return out;
}

const QByteArray &ResponseWriter::date()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now.toSecsSinceEpoch() != m_second) {
        m_second = now.toSecsSinceEpoch();
        m_date = QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    }
    return m_date;
}

Response plainResponse(int status)
{
    Response response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray() + '\n';
    if (status == 503)
        response.headers.emplace_back("Retry-After", "5"); // seconds
    return response;
}

} // namespace shirase::http
