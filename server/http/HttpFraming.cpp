// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpFraming.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace shirase::http {
namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr std::string_view whiteSpace = " \t";

/// What the fields say together; filled one by one.
struct Fields
{
    std::optional<std::size_t> contentLength;
    bool transferEncoding = false;
    bool closes = false;
    bool hasHost = false;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isVisible(char c)
{
    return c > 0x20 && c < 0x7f;
}

/// RFC 9110 §5.6.2
bool isTokenCharacter(char c)
{
    return isDigit(c) || isAlpha(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

/// RFC 9110 §5.5: visible characters, spaces, tabs and bytes over 127; no NUL, CR, LF or other control
/// character.
bool isFieldCharacter(char c)
{
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(whiteSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(whiteSpace) - first + 1);
}

/// Whether a comma-separated list has this token, in any case.
bool listHas(std::string_view list, std::string_view token)
{
    while (true) {
        const std::size_t comma = list.find(',');
        if (equalsIgnoringCase(trimmed(list.substr(0, comma)), token))
            return true;
        if (comma == std::string_view::npos)
            return false;
        list.remove_prefix(comma + 1);
    }
}

/// What a target may hold unescaped (RFC 3986 §3.3); browsers do send some of the others bare in a query.
bool mayStandBare(char c, bool inQuery)
{
    constexpr std::string_view escapedInPaths = "\"<>\\^`{|}";
    return isVisible(c) && c != '#' && (inQuery || escapedInPaths.find(c) == std::string_view::npos);
}

/// Origin form (RFC 9112 §3.2.1). "//" would be read as a host by some; "%00" ends strings in others.
bool isOriginForm(std::string_view target)
{
    if (!target.starts_with('/') || target.starts_with("//"))
        return false;
    bool inQuery = false;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const char c = target[i];
        if (c == '%') {
            if (i + 2 >= target.size() || !isHexDigit(target[i + 1]) || !isHexDigit(target[i + 2]))
                return false;
            if (target[i + 1] == '0' && target[i + 2] == '0')
                return false;
            i += 2;
        } else if (c == '?') {
            inQuery = true;
        } else if (!mayStandBare(c, inQuery)) {
            return false;
        }
    }
    return true;
}

bool isPort(std::string_view text)
{
    return text.size() <= 5 && std::ranges::all_of(text, isDigit);
}

/// RFC 9110 §7.2, narrowed to what a name, an IPv4 or an IPv6 address can be.
bool isHost(std::string_view text)
{
    if (text.empty() || text.size() > 255)
        return false;
    std::size_t end = 0;
    if (text.front() == '[') {
        end = text.find(']');
        if (end == std::string_view::npos || end < 3)
            return false;
        const auto isAddressCharacter = [](char c) { return isHexDigit(c) || c == ':' || c == '.'; };
        if (!std::ranges::all_of(text.substr(1, end - 1), isAddressCharacter))
            return false;
        ++end;
    } else {
        const auto isNameCharacter = [](char c) {
            return isAlpha(c) || isDigit(c) || c == '-' || c == '.' || c == '_';
        };
        end = std::min(text.find(':'), text.size());
        if (end == 0 || !std::ranges::all_of(text.substr(0, end), isNameCharacter))
            return false;
    }
    return end == text.size() || (text[end] == ':' && isPort(text.substr(end + 1)));
}

/// 0 if the line is fine, else the status.
int readRequestLine(std::string_view line, RequestHead &head)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return 400;
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!isToken(head.method))
        return 400;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        const bool other = version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) &&
                           version[6] == '.' && isDigit(version[7]);
        return other ? 505 : 400;
    }
    head.keepAlive = version == "HTTP/1.1";
    return isOriginForm(head.target) ? 0 : 400;
}

/// Digits only: no sign, no list, no white space within (RFC 9112 §6.3).
int readContentLength(std::string_view value, const FramingLimits &limits, Fields &fields)
{
    if (fields.contentLength || value.empty() || !std::ranges::all_of(value, isDigit))
        return 400;
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error != std::errc() || length > limits.body)
        return 413;
    fields.contentLength = length;
    return 0;
}

/// The fields that decide about the framing. 0 if fine, else the status.
int noteField(const HeadField &field, const FramingLimits &limits, RequestHead &head, Fields &fields)
{
    if (equalsIgnoringCase(field.name, "content-length"))
        return readContentLength(field.value, limits, fields);
    if (equalsIgnoringCase(field.name, "transfer-encoding")) {
        fields.transferEncoding = true;
    } else if (equalsIgnoringCase(field.name, "host")) {
        if (fields.hasHost || !isHost(field.value))
            return 400;
        fields.hasHost = true;
        head.host = field.value;
    } else if (equalsIgnoringCase(field.name, "connection")) {
        fields.closes = fields.closes || listHas(field.value, "close");
    } else if (equalsIgnoringCase(field.name, "expect")) {
        if (!equalsIgnoringCase(field.value, "100-continue"))
            return 417;
        head.expectsContinue = true;
    } else if (equalsIgnoringCase(field.name, "upgrade") && listHas(field.value, "websocket")) {
        return 400; // QHttpServer would take such a request out of our hands
    }
    return 0;
}

int readField(std::string_view line, const FramingLimits &limits, RequestHead &head, Fields &fields)
{
    if (line.size() > limits.field || head.fields.size() >= limits.fields)
        return 431;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return 400;
    // A folded line begins with white space and has no token here; so has a space before the colon.
    const HeadField field{line.substr(0, colon), trimmed(line.substr(colon + 1))};
    if (!isToken(field.name))
        return 400;
    head.fields.push_back(field);
    return noteField(field, limits, head, fields);
}

/// What can be said only when all the fields are known.
int concludeHead(RequestHead &head, const Fields &fields)
{
    const bool isVersion11 = head.keepAlive;
    if (fields.transferEncoding)
        return fields.contentLength || !isVersion11 ? 400 : 501;
    if (isVersion11 && !fields.hasHost)
        return 400;
    head.bodyLength = fields.contentLength.value_or(0);
    head.keepAlive = isVersion11 && !fields.closes;
    head.expectsContinue = head.expectsContinue && isVersion11;
    return 0;
}

Framing refused(int status)
{
    return {.verdict = FramingVerdict::Refused, .status = status, .head = {}, .awaited = 0};
}

/// The head does not end within `bytes`, of which `rest` is the unfinished line.
Framing unfinished(std::string_view bytes, std::string_view rest, const FramingLimits &limits)
{
    if (rest.ends_with('\r'))
        rest.remove_suffix(1);
    if (!std::ranges::all_of(rest, isFieldCharacter))
        return refused(400); // refused at once: a bare LF, or a TLS greeting on a plain port
    return bytes.size() >= limits.head ? refused(431) : Framing();
}

} // namespace

Framing frameRequest(std::string_view bytes, std::size_t available, const FramingLimits &limits)
{
    Framing framing;
    RequestHead &head = framing.head;
    Fields fields;
    bytes = bytes.substr(0, limits.head);
    // One empty line before the request is to be ignored (RFC 9112 §2.2); QHttpServer does so too.
    const std::size_t begin = bytes.starts_with(lineEnd) ? lineEnd.size() : 0;
    head.fields.reserve(24);
    for (std::size_t at = begin;;) {
        const std::size_t end = bytes.find(lineEnd, at);
        if (end == std::string_view::npos)
            return unfinished(bytes, bytes.substr(at), limits);
        const std::string_view line = bytes.substr(at, end - at);
        const bool isRequestLine = at == begin;
        at = end + lineEnd.size();
        if (!isRequestLine && line.empty()) {
            head.headLength = at;
            break;
        }
        if (!std::ranges::all_of(line, isFieldCharacter))
            return refused(400);
        const int status =
            isRequestLine ? readRequestLine(line, head) : readField(line, limits, head, fields);
        if (status != 0)
            return refused(status);
    }
    if (const int status = concludeHead(head, fields); status != 0)
        return refused(status);
    framing.awaited = head.headLength + head.bodyLength;
    framing.verdict = available >= framing.awaited ? FramingVerdict::Complete : FramingVerdict::Incomplete;
    return framing;
}

} // namespace shirase::http
