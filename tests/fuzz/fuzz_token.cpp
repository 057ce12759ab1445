// SPDX-License-Identifier: GPL-3.0-or-later
// Every token that comes back from outside. The key is fixed, so that a corpus can hold genuine ones.
#include "core/operators/ManageToken.h"
#include "core/visits/ScanToken.h"
#include "core/visits/VisitToken.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    [[maybe_unused]] static const bool ready = initialiseCryptography();
    static const SecretBytes key(QByteArrayView("the key of the fuzzer, 32 bytes."));
    constexpr qint64 now = 1'795'000'000;
    const QByteArray text = fuzz::bytesOf(data, size);
    if (const auto scan = ScanToken::decode(text, key, now))
        fuzz::require(scan->scannedAt <= now && now - scan->scannedAt <= ScanToken::validSeconds, "a scan is not old");
    std::ignore = VisitToken::decode(text, key, now);
    std::ignore = ManageToken::decode(text, key, now);
    return 0;
}
