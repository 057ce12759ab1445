// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailboxLimit.h"

#include "tests/support/TestOffice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_MailboxLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyAnHourHoweverTheAddressIsTyped()
    {
        MailboxLimit limit(m_office.settings);
        qint64 now = m_office.clock.now();
        for (int mail = 0; mail < 5; ++mail)
            QVERIFY(limit.take(address(u"taro@example.jp"_s), now++));
        QVERIFY(!limit.take(address(u"ＴＡＲＯ＠example.jp"_s), now));
        QVERIFY(limit.take(address(u"hanako@example.jp"_s), now));
        now += 3600 - 5;
        QVERIFY(limit.take(address(u"taro@example.jp"_s), now));
        QVERIFY(!limit.take(address(u"taro@example.jp"_s), now));
    }

    void whatIsGivenBackDoesNotCount()
    {
        MailboxLimit limit(m_office.settings);
        for (int mail = 0; mail < 20; ++mail) {
            QVERIFY(limit.take(address(u"taro@example.jp"_s), m_office.clock.now()));
            limit.giveBack(address(u"taro@example.jp"_s), m_office.clock.now());
        }
    }

    void whenItRemembersTooManyNewcomersPass()
    {
        MailboxLimit limit(m_office.settings, 8);
        for (int person = 0; person < 50; ++person)
            QVERIFY(limit.take(address(u"user%1@example.jp"_s.arg(person)), m_office.clock.now()));
    }

private:
    TestOffice m_office;
};

QTEST_GUILESS_MAIN(tst_MailboxLimit)
#include "tst_MailboxLimit.moc"
