// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/AccountKey.h"

#include <QCoreApplication>

#include <sodium.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int recoveryCharacters = 32; // 160 bits

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

Result<SecretBytes> stretch(const SecretBytes &password, const QByteArray &salt, PasswordCost cost)
{
    SecretBytes key(crypto_secretbox_KEYBYTES);
    if (salt.size() != crypto_pwhash_SALTBYTES
        || crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char *>(password.data()), password.size(),
                         bytes(salt), cost.operations, size_t(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return fail(ErrorCode::Unavailable,
                    QCoreApplication::translate("AccountKey", "There is not enough memory to check the password."));
    return key;
}

} // namespace

PasswordCost PasswordCost::standard()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

PasswordCost PasswordCost::minimal()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

namespace accountKey {

Result<WrappedKey> wrap(const KeyPair &keys, const SecretBytes &password, PasswordCost cost)
{
    WrappedKey wrapped{keys.publicKey, QByteArray(crypto_pwhash_SALTBYTES, Qt::Uninitialized), cost, {}};
    randombytes_buf(wrapped.salt.data(), size_t(wrapped.salt.size()));
    const Result<SecretBytes> key = stretch(password, wrapped.salt, cost);
    if (!key)
        return passOn(key);
    wrapped.box = QByteArray(qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + keys.secretKey.size()),
                             Qt::Uninitialized);
    randombytes_buf(wrapped.box.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes(wrapped.box) + crypto_secretbox_NONCEBYTES, keys.secretKey.data(),
                          keys.secretKey.size(), bytes(wrapped.box), key->data());
    return wrapped;
}

Result<KeyPair> unwrap(const WrappedKey &wrapped, const SecretBytes &password)
{
    const Result<SecretBytes> key = stretch(password, wrapped.salt, wrapped.cost);
    if (!key)
        return passOn(key);
    constexpr qsizetype overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (wrapped.box.size() <= overhead)
        return fail(ErrorCode::Corrupt, QCoreApplication::translate("AccountKey", "The account's key is damaged."));
    SecretBytes secret(size_t(wrapped.box.size() - overhead));
    if (crypto_secretbox_open_easy(secret.data(), bytes(wrapped.box) + crypto_secretbox_NONCEBYTES,
                                   static_cast<unsigned long long>(wrapped.box.size() - crypto_secretbox_NONCEBYTES),
                                   bytes(wrapped.box), key->data())
        != 0)
        return fail(ErrorCode::Refused,
                    QCoreApplication::translate("AccountKey", "The name or the password is wrong."));
    return KeyPair::fromSecret(std::move(secret));
}

} // namespace accountKey

namespace recoveryCode {

QString generate()
{
    QString code;
    for (int i = 0; i < recoveryCharacters; ++i) {
        if (i > 0 && i % 4 == 0)
            code += u'-';
        code += QChar(alphabet[qsizetype(randombytes_uniform(32))]);
    }
    return code;
}

Result<KeyPair> keys(const QString &typed)
{
    QByteArray plain;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        const QChar mended = c == u'O' ? QChar(u'0') : c == u'I' || c == u'L' ? QChar(u'1') : c;
        if (alphabet.contains(mended))
            plain += mended.toLatin1();
    }
    if (plain.size() != recoveryCharacters)
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("AccountKey", "The recovery code has to have 32 letters and digits, as "
                                                              "printed on the recovery sheet."));
    // 160 random bits need no stretching; the hash only spreads them over the key.
    SecretBytes secret(crypto_box_SECRETKEYBYTES);
    crypto_generichash(secret.data(), secret.size(), bytes(plain), static_cast<unsigned long long>(plain.size()),
                       reinterpret_cast<const unsigned char *>("shirase recovery"), 16);
    sodium_memzero(plain.data(), size_t(plain.size()));
    return KeyPair::fromSecret(std::move(secret));
}

} // namespace recoveryCode

} // namespace shirase
