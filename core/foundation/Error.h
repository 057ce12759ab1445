// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace shirase {

/// What went wrong, as far as a caller can act on it. The sentence for a person is in Error::message.
enum class ErrorCode {
    Invalid,      ///< A value given by a person or a peer breaks a rule.
    NotFound,     ///< No such thing.
    Conflict,     ///< The thing is in a state that does not allow it, or exists already.
    Refused,      ///< The account may not do it, or a password or key does not fit.
    Busy,         ///< Somebody else holds a lock; trying again may help.
    StorageFull,  ///< No room on the disk.
    Unavailable,  ///< A database, relay or file cannot be reached or written now.
    NewerSchema,  ///< The data were written by a newer Shirase.
    Corrupt,      ///< Stored data cannot be decoded.
    Internal,     ///< A bug of ours.
};

/// An error is a typed code, one sentence that a person can act on, and a detail for experts that may be empty.
/// Neither text ever holds a visitor's address, a password or a key.
struct [[nodiscard]] Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;

    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

/// Shorthand for returning an error: `return fail(ErrorCode::NotFound, tr("…"));`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return std::unexpected(Error{code, std::move(message), std::move(detail)});
}

/// Passes an error of one result on as that of another.
template <typename T>
[[nodiscard]] std::unexpected<Error> passOn(const Result<T> &result)
{
    return std::unexpected(result.error());
}

} // namespace shirase
