// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// libFuzzer's entry point; every target defines it. Without libFuzzer, replay.cpp calls it for each file of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace shirase::fuzz {

[[nodiscard]] inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Qt SQL needs an application. It has no end: at the end of the program, where main() is libFuzzer's, it would come after Qt
/// SQL's own, and reach into it (Qt 6.8).
inline void needApplication()
{
    static int arguments = 0;
    [[maybe_unused]] static const auto *const application = new QCoreApplication(arguments, nullptr);
}

/// What has to hold for every input; otherwise the program ends as it does for an address that is out of bounds.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace shirase::fuzz
