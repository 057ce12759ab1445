// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Digest.h"

#include <QtEndian>

#include <sodium.h>

namespace shirase {

QByteArray digest(const QList<QByteArray> &parts)
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, size_t(hash.size()));
    for (const QByteArray &part : parts) {
        const qint64 length = qToLittleEndian(qint64(part.size()));
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&length), sizeof length);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(part.constData()),
                                  static_cast<unsigned long long>(part.size()));
    }
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()));
    return hash;
}

} // namespace shirase
