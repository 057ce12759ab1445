// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/RowDigest.h"

#include "core/vault/Digest.h"

#include <cstring>

namespace shirase {

namespace {

QByteArray bytesOf(const QVariant &value)
{
    if (value.isNull())
        return QByteArrayLiteral("0");
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return 'b' + value.toByteArray();
    case QMetaType::QString:
        return 't' + value.toString().toUtf8();
    default:
        return 'n' + QByteArray::number(value.toLongLong());
    }
}

} // namespace

void RowDigest::add(const TableRow &row)
{
    QList<QByteArray> parts;
    for (const QVariant &value : row)
        parts.append(bytesOf(value));
    const QByteArray hash = digest(parts);
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        quint64 word = 0;
        std::memcpy(&word, hash.constData() + lane * sizeof word, sizeof word);
        m_lanes[lane] += word;
    }
    ++m_rows;
}

QString RowDigest::toHex() const
{
    QString text;
    for (const quint64 lane : m_lanes)
        text += QStringLiteral("%1").arg(lane, 16, 16, QChar(u'0'));
    return text;
}

} // namespace shirase
