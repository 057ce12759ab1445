// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/AccountKey.h"

#include "tests/support/MemoryScan.h"
#include "tests/support/Results.h"

#include <QRegularExpression>

#include <thread>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_AccountKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void opensWithTheRightPasswordOnly();
    void saltsEachWrapping();
    void refusesADamagedBox();
    void leavesNoKeyOnTheStack();
    void isCostlyByDefault();
    void makesARecoveryCodeThatCanBeTyped();
    void readsARecoveryCodeAsTyped_data();
    void readsARecoveryCodeAsTyped();
    void refusesWhatIsNoRecoveryCode_data();
    void refusesWhatIsNoRecoveryCode();
    void givesEachRecoveryCodeItsOwnKeys();
};

namespace {

SecretBytes text(const char *password)
{
    return SecretBytes(QByteArrayView(password));
}

const QString code = u"7KQ2-0A1B-C3D4-E5F6-GHJK-MNPQ-RSTV-WXYZ"_s;

} // namespace

void tst_AccountKey::opensWithTheRightPasswordOnly()
{
    const KeyPair keys = KeyPair::generate();
    const WrappedKey wrapped = must(accountKey::wrap(keys, text("snow-in-sapporo"), PasswordCost::minimal()));
    const Result<KeyPair> opened = accountKey::unwrap(wrapped, text("snow-in-sapporo"));
    VERIFY_DONE(opened);
    QCOMPARE(opened->publicKey, keys.publicKey);
    QCOMPARE(opened->secretKey.view().toByteArray(), keys.secretKey.view().toByteArray());
    for (const char *wrong : {"snow-in-sapporO", "snow-in-sapporo ", "snow-in-sappor", ""})
        VERIFY_FAILS(accountKey::unwrap(wrapped, text(wrong)), ErrorCode::Refused);
    QVERIFY(!wrapped.box.contains(keys.secretKey.view().toByteArray()));
}

void tst_AccountKey::saltsEachWrapping()
{
    const KeyPair keys = KeyPair::generate();
    const WrappedKey first = must(accountKey::wrap(keys, text("password"), PasswordCost::minimal()));
    const WrappedKey second = must(accountKey::wrap(keys, text("password"), PasswordCost::minimal()));
    QVERIFY(first.salt != second.salt);
    QVERIFY(first.box != second.box);
}

void tst_AccountKey::refusesADamagedBox()
{
    const WrappedKey good =
        must(accountKey::wrap(KeyPair::generate(), text("password"), PasswordCost::minimal()));
    for (qsizetype length = 0; length < good.box.size(); ++length) {
        WrappedKey cut = good;
        cut.box.truncate(length);
        QVERIFY(!accountKey::unwrap(cut, text("password")).has_value());
    }
    WrappedKey changed = good;
    changed.box[0] = char(changed.box[0] ^ 1);
    QVERIFY(!accountKey::unwrap(changed, text("password")).has_value());
    changed = good;
    changed.salt.chop(1);
    QVERIFY(!accountKey::unwrap(changed, text("password")).has_value());
}

// REQUIREMENTS D2
void tst_AccountKey::leavesNoKeyOnTheStack()
{
    if (const char *obstacle = MemoryScan::obstacle())
        QSKIP(obstacle);
    const KeyPair keys = KeyPair::generate();
    const SecretBytes password = SecretBytes::random(32);
    const WrappedKey wrapped = must(accountKey::wrap(keys, password, PasswordCost::minimal()));
    const MemoryScan keyScan(keys.secretKey.view());
    const MemoryScan passwordScan(password.view());
    // On a thread of its own: its stack outlives it in the C library's cache, and the search itself does not
    // wipe it.
    std::thread([&] { must(accountKey::unwrap(wrapped, password)); }).join();
    QCOMPARE(keyScan.copies(), 1);
    QCOMPARE(passwordScan.copies(), 1);
}

void tst_AccountKey::isCostlyByDefault()
{
    QVERIFY(PasswordCost::standard().memory >= quint64(256) << 20);
    QVERIFY(PasswordCost::standard().operations >= 3);
}

void tst_AccountKey::makesARecoveryCodeThatCanBeTyped()
{
    static const QRegularExpression form(u"^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$"_s);
    for (int i = 0; i < 200; ++i) {
        const QString generated = recoveryCode::generate();
        QVERIFY2(form.match(generated).hasMatch(), qPrintable(generated));
        VERIFY_DONE(recoveryCode::keys(generated));
    }
    QVERIFY(recoveryCode::generate() != recoveryCode::generate());
}

void tst_AccountKey::readsARecoveryCodeAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("as printed") << code;
    QTest::newRow("lower case") << code.toLower();
    QTest::newRow("without hyphens") << QString(code).remove(u'-');
    QTest::newRow("spaces and line breaks") << u" 7KQ2 0A1B\nC3D4 E5F6\t GHJK MNPQ RSTV WXYZ\r\n"_s;
    QTest::newRow("O for zero") << QString(code).replace(u'0', u'O');
    QTest::newRow("o for zero") << QString(code).replace(u'0', u'o');
    QTest::newRow("I for one") << QString(code).replace(u'1', u'I');
    QTest::newRow("l for one") << QString(code).replace(u'1', u'l');
    QTest::newRow("full width")
        << u"７ＫＱ２－０Ａ１Ｂ－Ｃ３Ｄ４－Ｅ５Ｆ６－ＧＨＪＫ－ＭＮＰＱ－ＲＳＴＶ－ＷＸＹＺ"_s;
}

void tst_AccountKey::readsARecoveryCodeAsTyped()
{
    QFETCH(QString, typed);
    const Result<KeyPair> keys = recoveryCode::keys(typed);
    VERIFY_DONE(keys);
    QCOMPARE(keys->publicKey, recoveryCode::keys(code)->publicKey);
}

void tst_AccountKey::refusesWhatIsNoRecoveryCode_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("one character short") << code.chopped(1);
    QTest::newRow("one too many") << code + u'A';
    QTest::newRow("U is no letter of it") << QString(code).replace(u'7', u'U');
    QTest::newRow("Japanese") << u"復旧コード"_s;
}

void tst_AccountKey::refusesWhatIsNoRecoveryCode()
{
    QFETCH(QString, typed);
    VERIFY_FAILS(recoveryCode::keys(typed), ErrorCode::Invalid);
}

void tst_AccountKey::givesEachRecoveryCodeItsOwnKeys()
{
    QVERIFY(recoveryCode::keys(code)->publicKey !=
            recoveryCode::keys(QString(code).replace(u'7', u'8'))->publicKey);
}

QTEST_GUILESS_MAIN(tst_AccountKey)
#include "tst_AccountKey.moc"
