// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a socket brings them: the framing guard, and what reads a head that it let through.
#include "server/http/ForwardedHeaders.h"
#include "server/http/HttpFraming.h"
#include "server/http/PercentCode.h"
#include "server/pages/LanguageChoice.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;
using namespace shirase::http;

namespace {

QByteArray copyOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

bool isWithin(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void readHead(const RequestHead &head, std::string_view bytes)
{
    fuzz::require(isWithin(head.method, bytes) && isWithin(head.target, bytes) && isWithin(head.host, bytes),
                  "the parts of a head lie within the request");
    fuzz::require(head.target.starts_with('/'), "a target has the origin form");
    fuzz::require(head.target.find_first_of(std::string_view(" \r\n\0", 4)) == std::string_view::npos,
                  "a target has no space, line break or NUL");

    QList<Header> headers;
    for (const HeadField &field : head.fields) {
        fuzz::require(!field.name.empty() && isWithin(field.name, bytes) && isWithin(field.value, bytes),
                      "the fields lie within the request");
        fuzz::require(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
                      "a field has no line break and no NUL");
        headers.emplace_back(copyOf(field.name).toLower(), copyOf(field.value));
    }
    std::ignore = percentDecoded(copyOf(head.target));
    std::ignore = visitorOf(QHostAddress(QHostAddress::LocalHost), false, headers,
                            {QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8"))});
    for (const auto &[name, value] : headers)
        std::ignore = acceptedLanguage(value, {QStringLiteral("ja"), QStringLiteral("en"), QStringLiteral("zh-Hant")});
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const FramingLimits limits{.head = 2048, .body = 2048, .field = 512, .fields = 20};
    const Framing whole = frameRequest(bytes, size, limits);
    switch (whole.verdict) {
    case FramingVerdict::Complete:
        fuzz::require(whole.awaited <= size, "a complete request has come whole");
        fuzz::require(whole.head.headLength + whole.head.bodyLength == whole.awaited, "head and body are the request");
        readHead(whole.head, bytes);
        break;
    case FramingVerdict::Refused:
        fuzz::require(whole.status >= 400 && whole.status < 600, "a refusal has a status");
        break;
    case FramingVerdict::Incomplete:
        break;
    }
    // Bytes come in pieces: what the beginning is refused for, more bytes do not mend; what is complete stays so.
    const std::size_t cut = size / 2;
    const Framing beginning = frameRequest(bytes.substr(0, cut), cut, limits);
    if (beginning.verdict == FramingVerdict::Refused)
        fuzz::require(whole.verdict == FramingVerdict::Refused, "a refusal is final");
    if (beginning.verdict == FramingVerdict::Complete)
        fuzz::require(whole.verdict == FramingVerdict::Complete && whole.awaited == beginning.awaited,
                      "what follows a request does not change it");
    return 0;
}
