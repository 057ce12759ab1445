// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/PercentCode.h"

#include <QByteArray>

#include <algorithm>

namespace shirase::http {
namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool standsForItself(char c)
{
    return c > 0 && c != '%' && c != '+';
}

} // namespace

std::optional<QString> percentDecoded(QByteArrayView encoded, PlusSign plus)
{
    // Most of what is sent, the tokens above all.
    if (std::ranges::all_of(encoded, standsForItself))
        return QString::fromLatin1(encoded);
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '%') {
            if (i + 2 >= encoded.size())
                return std::nullopt;
            const int high = hexValue(encoded[i + 1]);
            const int low = hexValue(encoded[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(c == '+' && plus == PlusSign::IsSpace ? ' ' : c);
        }
    }
    QString text = QString::fromUtf8(bytes);
    // Qt replaces what is not UTF-8 and drops a byte order mark: then the way back leads elsewhere.
    if (bytes.contains('\0') || text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

} // namespace shirase::http
