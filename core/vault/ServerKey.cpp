// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ServerKey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView fileMark("shirase-server-key 1");
constexpr qsizetype secretSize = 32;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ServerKey)
};

} // namespace

ServerKey ServerKey::generate()
{
    return ServerKey(SecretBytes::random(secretSize), KeyPair::generate());
}

Result<ServerKey> ServerKey::load(const QString &path)
{
    QFile file(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, Tr::tr("There is no server key %1. Please run the set-up first.").arg(shown));
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        return fail(ErrorCode::Refused,
                    Tr::tr("Others may read the server key %1. Please set its permissions to 0600.").arg(shown));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, Tr::tr("The server key %1 cannot be read.").arg(shown), file.errorString());
    QByteArray content = file.readAll();
    const QList<QByteArray> lines = content.split('\n');
    const auto wiped = qScopeGuard([&] { sodium_memzero(content.data(), size_t(content.size())); });
    if (lines.size() < 3 || lines[0] != fileMark)
        return fail(ErrorCode::Corrupt, Tr::tr("%1 is not a server key.").arg(shown));
    SecretBytes token{QByteArrayView(QByteArray::fromBase64(lines[1]))};
    SecretBytes queue{QByteArrayView(QByteArray::fromBase64(lines[2]))};
    if (token.size() != secretSize || queue.size() != secretSize)
        return fail(ErrorCode::Corrupt, Tr::tr("%1 is not a server key.").arg(shown));
    return ServerKey(std::move(token), KeyPair::fromSecret(std::move(queue)));
}

Result<> ServerKey::save(const QString &path) const
{
    QSaveFile file(path); // whole and on the disk, or not at all: nothing brings a lost key back
    const QString shown = QDir::toNativeSeparators(path);
    if (QFile::exists(path))
        return fail(ErrorCode::Conflict, Tr::tr("There is a server key %1 already.").arg(shown));
    QByteArray content = fileMark.toByteArray() + '\n' + m_tokenKey.view().toByteArray().toBase64() + '\n'
        + m_queue.secretKey.view().toByteArray().toBase64() + '\n';
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.commit();
    sodium_memzero(content.data(), size_t(content.size()));
    if (!written)
        return fail(ErrorCode::Unavailable, Tr::tr("The server key %1 cannot be written.").arg(shown),
                    file.errorString());
    return {};
}

QString ServerKey::fingerprint() const
{
    QByteArray hash(16, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(m_queue.publicKey.constData()),
                       static_cast<unsigned long long>(m_queue.publicKey.size()), m_tokenKey.data(), m_tokenKey.size());
    return QString::fromLatin1(hash.toHex());
}

} // namespace shirase
