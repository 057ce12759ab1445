// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/TokenBox.h"

#include <QTest>

using namespace shirase;

class tst_TokenBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initialiseCryptography());
        m_key = SecretBytes::random(32);
    }

    void theContentComesBack_data()
    {
        QTest::addColumn<QByteArray>("content");
        for (const int size : {0, 1, 63, 64, 65, 1000})
            QTest::addRow("%d bytes", size) << QByteArray(size, '\x80'); // the byte with which padding begins
    }
    void theContentComesBack()
    {
        QFETCH(QByteArray, content);
        const QByteArray text = sealToken(content, m_key, "test");
        QCOMPARE(openToken(text, m_key, "test"), content);
        for (const char sign : text)
            QVERIFY(QByteArrayView("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").contains(sign));
    }

    void theLengthSaysLittle()
    {
        QCOMPARE(sealToken("a", m_key, "test").size(), sealToken(QByteArray(63, 'a'), m_key, "test").size());
    }

    void anotherUseOrKeyOpensNothing()
    {
        const QByteArray text = sealToken("content", m_key, "test");
        QVERIFY(!openToken(text, m_key, "other test"));
        QVERIFY(!openToken(text, SecretBytes::random(32), "test"));
    }

    void oneTokenHasOneSpelling()
    {
        const QByteArray text = sealToken("content", m_key, "test");
        for (const QByteArray &other : {text + '=', text + '\n', ' ' + text, text.chopped(1), QByteArray()})
            QVERIFY(!openToken(other, m_key, "test"));
    }

private:
    SecretBytes m_key;
};

QTEST_GUILESS_MAIN(tst_TokenBox)
#include "tst_TokenBox.moc"
