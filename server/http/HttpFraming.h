// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Judges the bytes of one HTTP/1 request before anything else reads them. Pure and free of Qt, so that it
/// can be fuzzed. What is not allowed by RFC 9112 to the letter is refused rather than mended: two programs
/// that mend differently are how requests are smuggled.
namespace shirase::http {

struct FramingLimits
{
    std::size_t head = 16 * 1024; ///< bytes of request line and header fields, with the empty line
    std::size_t body = 64 * 1024; ///< bytes
    std::size_t field = 8 * 1024; ///< bytes of one field line; the most that QHttpServer parses
    std::size_t fields = 100;     ///< field lines; the most that QHttpServer parses

    bool operator==(const FramingLimits &) const = default;
};

struct HeadField
{
    std::string_view name;  ///< as sent
    std::string_view value; ///< without white space around it
};

/// A valid request head. The views point into the judged bytes.
struct RequestHead
{
    std::string_view method; ///< a token, case-sensitive
    std::string_view target; ///< origin form, percent-encoded as sent, with the query
    std::string_view host;   ///< as sent, syntax checked; empty only in HTTP/1.0
    std::vector<HeadField> fields;
    std::size_t headLength =
        0; ///< bytes, with an empty line before the request line and the one after the fields
    std::size_t bodyLength = 0; ///< bytes
    bool keepAlive = false;     ///< HTTP/1.1 without "Connection: close"
    bool expectsContinue = false;
};

enum class FramingVerdict {
    Incomplete, ///< so far so good; more bytes are needed
    Complete,   ///< `head` is valid and the whole body is there
    Refused,    ///< answer `status` and close: where the next request would begin cannot be trusted
};

struct Framing
{
    FramingVerdict verdict = FramingVerdict::Incomplete;
    /// With Refused: 400 malformed, 413 body, 417 expectation, 431 head, 501 transfer coding, 505 version.
    int status = 0;
    /// With Complete, and with Incomplete once `awaited` is known.
    RequestHead head;
    /// Bytes of the whole request, as soon as the head is complete; 0 before.
    std::size_t awaited = 0;
};

/// Judges the request at the beginning of `bytes`.
/// @param bytes the first bytes that wait on the connection; limits.head of them are enough
/// @param available how many bytes wait in all, at least bytes.size()
[[nodiscard]] Framing frameRequest(std::string_view bytes, std::size_t available,
                                   const FramingLimits &limits);

} // namespace shirase::http
