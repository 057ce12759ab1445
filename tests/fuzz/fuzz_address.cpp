// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/EmailAddress.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;

namespace {

void look(const EmailAddress &address)
{
    const QByteArray wire = address.wire();
    fuzz::require(wire.size() <= EmailAddress::maximumLength + 2, "an address has a length that mail carries");
    for (const char c : wire)
        fuzz::require(c >= ' ' && c < '\x7f', "an envelope has printable ASCII only"); // no CR, LF or NUL
    fuzz::require(!address.domain().isEmpty(), "an address has a domain");
    fuzz::require(address.canonical().endsWith(address.domain()), "the canonical form has the domain at its end");
    fuzz::require(!address.masked().isEmpty(), "the owner sees something");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<EmailAddress> address = EmailAddress::parse(QString::fromUtf8(fuzz::bytesOf(data, size)));
    if (!address)
        return 0;
    look(*address);
    const Result<EmailAddress> again = EmailAddress::parse(address->display());
    fuzz::require(again && again->canonical() == address->canonical(), "what is shown is the same person");
    if (const std::optional<EmailAddress> meant = address->likelyMeant()) {
        look(*meant);
        // A comma for a dot is the same person already, and shown as typed.
        fuzz::require(meant->display() != address->display(), "a suggestion reads differently");
    }
    return 0;
}
