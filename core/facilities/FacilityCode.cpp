// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCode.h"

#include <QByteArray>

#include <sodium.h>

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Crockford's Base32: no I, L, O, U, which are misread for 1, 1, 0, V.
constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int payloadLength = FacilityCode::length - 1;

int valueOf(QChar c)
{
    const QChar upper = c.toUpper();
    if (upper == u'O')
        return 0;
    if (upper == u'I' || upper == u'L')
        return 1;
    return int(alphabet.indexOf(upper));
}

// Luhn's algorithm in base 32: finds every single wrong character and almost every swap of neighbours.
int checkValue(QStringView payload)
{
    int sum = 0;
    bool doubled = true;
    for (auto it = payload.rbegin(); it != payload.rend(); ++it) {
        const int value = valueOf(*it) * (doubled ? 2 : 1);
        sum += value / 32 + value % 32;
        doubled = !doubled;
    }
    return (32 - sum % 32) % 32;
}

} // namespace

FacilityCode FacilityCode::random()
{
    QString text;
    for (int i = 0; i < payloadLength; ++i)
        text += QChar(alphabet[qsizetype(randombytes_uniform(32))]);
    text += QChar(alphabet[checkValue(text)]);
    return FacilityCode(text);
}

std::optional<FacilityCode> FacilityCode::parse(QStringView typed)
{
    QString text;
    for (const QChar c : typed) {
        if (c == u'-' || c == u' ')
            continue;
        const int value = valueOf(c);
        if (value < 0 || text.size() == length)
            return std::nullopt;
        text += QChar(alphabet[value]);
    }
    if (text.size() != length || valueOf(text.back()) != checkValue(QStringView(text).chopped(1)))
        return std::nullopt;
    return FacilityCode(text);
}

QString FacilityCode::checkCode() const
{
    const QByteArray bytes = m_text.toLatin1();
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    QString check;
    for (int i = 0; i < 5; ++i) {
        if (i == 2)
            check += u'-';
        check += QChar(alphabet[hash[size_t(i)] % 32]);
    }
    return check;
}

} // namespace shirase
