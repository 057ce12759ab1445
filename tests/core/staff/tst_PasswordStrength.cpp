// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/PasswordStrength.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_PasswordStrength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void isJudgedAsAGuesserWould_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<PasswordStrength>("strength");
        using enum PasswordStrength;
        QTest::newRow("nothing") << QString() << TooShort;
        QTest::newRow("nine letters") << u"xk3Q!mz9f"_s << TooShort;
        QTest::newRow("nine kana, 27 bytes") << u"ゆきだるまとねこや"_s << TooShort;
        QTest::newRow("nine pictures, 36 bytes") << u"☃🐈🐕🐎🐄🐖🐑🐐🐓"_s << TooShort;
        QTest::newRow("ten kana") << u"ゆきだるまとねこやま"_s << Strong;
        QTest::newRow("a word and figures") << u"password1234"_s << Weak;
        QTest::newRow("a row of keys") << u"qwertyuiop"_s << Weak;
        QTest::newRow("one letter again and again") << u"aaaaaaaaaaaaaaaaaaaa"_s << Weak;
        QTest::newRow("the own name") << u"yamadayamada"_s << Weak;
        QTest::newRow("four words") << u"correct horse battery staple"_s << Strong;
        QTest::newRow("Japanese") << u"ゆきだるまが三つとねこ"_s << Strong;
        QTest::newRow("very long") << u"0123456789 abc "_s.repeated(1000) << Strong;
    }
    void isJudgedAsAGuesserWould()
    {
        QFETCH(QString, password);
        QFETCH(PasswordStrength, strength);
        QCOMPARE(strengthOf(SecretBytes(QByteArrayView(password.toUtf8())), {u"Yamada"_s}), strength);
    }
};

QTEST_GUILESS_MAIN(tst_PasswordStrength)
#include "tst_PasswordStrength.moc"
