// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/CborMap.h"

#include <QCborValue>

namespace shirase {

QCborMap cborMapOf(const QByteArray &bytes)
{
    QCborParserError parsed;
    const QCborValue value = QCborValue::fromCbor(bytes, &parsed);
    const bool whole = parsed.error == QCborError::NoError && parsed.offset == bytes.size();
    return whole ? value.toMap() : QCborMap();
}

} // namespace shirase
