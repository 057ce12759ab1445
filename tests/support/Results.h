// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QTest>

#include <type_traits>
#include <utility>

namespace shirase {

/// What a result's error says, for a test's message; empty if there is none.
template <typename T>
QByteArray errorText(const Result<T> &result)
{
    return result ? QByteArray()
                  : (result.error().message + QStringLiteral(" | ") + result.error().detail).toUtf8();
}

/// The value of a step that the test takes for granted; the program ends if it fails.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", errorText(result).constData());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace shirase

/// The step succeeds. Takes a result or the name of one: not a part of something that ends with the line.
#define VERIFY_DONE(expression)                                                                              \
    do {                                                                                                     \
        const auto &result_ = (expression);                                                                  \
        QVERIFY2(result_.has_value(), ::shirase::errorText(result_).constData());                            \
    } while (false)

/// The step is refused with this code and a sentence for a person.
#define VERIFY_FAILS(expression, expectedCode)                                                               \
    do {                                                                                                     \
        const auto &result_ = (expression);                                                                  \
        QVERIFY2(!result_.has_value(), "It succeeded.");                                                     \
        QVERIFY2(result_.error().code == (expectedCode), ::shirase::errorText(result_).constData());         \
        QVERIFY2(!result_.error().message.isEmpty(), "The error has no sentence.");                          \
    } while (false)
