// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/CborMap.h"

#include <QCborValue>
#include <QtEndian>

namespace shirase {

namespace {

enum class Major : quint8 { Text = 3, Map = 5 };

/// RFC 8949 §3
void appendHead(QByteArray &bytes, Major major, quint32 size)
{
    const auto type = quint8(quint8(major) << 5);
    if (size < 24) {
        bytes.append(char(type | size));
    } else {
        const quint32 big = qToBigEndian(size);
        bytes.append(char(type | 26)).append(reinterpret_cast<const char *>(&big), sizeof big);
    }
}

void appendText(QByteArray &bytes, const QByteArray &utf8)
{
    appendHead(bytes, Major::Text, quint32(utf8.size()));
    bytes.append(utf8);
}

} // namespace

QCborMap cborMapOf(const QByteArray &bytes)
{
    QCborParserError parsed;
    const QCborValue value = QCborValue::fromCbor(bytes, &parsed);
    const bool whole = parsed.error == QCborError::NoError && parsed.offset == bytes.size();
    return whole ? value.toMap() : QCborMap();
}

QByteArray cborOf(std::initializer_list<std::pair<QLatin1StringView, QString>> texts)
{
    QByteArray bytes;
    bytes.reserve(128);
    appendHead(bytes, Major::Map, quint32(texts.size()));
    for (const auto &[key, text] : texts) {
        appendText(bytes, QByteArray::fromRawData(key.data(), key.size()));
        appendText(bytes, text.toUtf8());
    }
    return bytes;
}

} // namespace shirase
