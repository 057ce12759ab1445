// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupLimits.h"

#include "tests/support/TestOffice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_SignupLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_limits = std::make_unique<SignupLimits>(m_office->settings);
        m_now = m_office->clock.now();
    }

    void fivePeopleShareAScan()
    {
        const ScanToken scan = ScanToken::make(1, m_now);
        for (int person = 0; person < 5; ++person)
            QVERIFY(share(scan, person));
        QVERIFY(!share(scan, 5));
        QVERIFY(share(scan, 2)); // again
        QVERIFY(share(ScanToken::make(1, m_now), 5));
    }

    void fiveMailsAnHourGoToOneAddress()
    {
        for (int mail = 0; mail < 5; ++mail) {
            QVERIFY(this->mail(u"taro@example.jp"_s));
            m_now += 60;
        }
        QVERIFY(!mail(u"taro@example.jp"_s));
        QVERIFY(!mail(u"ＴＡＲＯ＠example.jp"_s)); // the same mailbox, typed otherwise
        QVERIFY(mail(u"hanako@example.jp"_s));
        m_now += 3600 - 5 * 60;
        QVERIFY(mail(u"taro@example.jp"_s));  // the first was an hour ago,
        QVERIFY(!mail(u"taro@example.jp"_s)); // the second was not
    }

    void changedSettingsCountAtOnce()
    {
        QVERIFY(m_office->settings.set(u"limits.people_per_token"_s, u"1"_s));
        QVERIFY(m_office->settings.set(u"limits.mails_per_address_per_hour"_s, u"1"_s));
        const ScanToken scan = ScanToken::make(1, m_now);
        QVERIFY(share(scan, 0) && !share(scan, 1));
        QVERIFY(mail(u"taro@example.jp"_s) && !mail(u"taro@example.jp"_s));
        QVERIFY(m_office->settings.set(u"limits.people_per_token"_s, u"2"_s));
        QVERIFY(m_office->settings.set(u"limits.mails_per_address_per_hour"_s, u"2"_s));
        QVERIFY(share(scan, 1));
        QVERIFY(mail(u"taro@example.jp"_s));
    }

    void whatIsNotKeptDoesNotCount()
    {
        const ScanToken scan = ScanToken::make(1, m_now);
        for (int time = 0; time < 20; ++time) {
            SignupLimits::Attempt attempt(*m_limits, m_now);
            QVERIFY(attempt.mayShare(scan, who(time)));
            QVERIFY(attempt.mayMail(address(u"taro@example.jp"_s)));
        }
    }

    void oneAttemptCountsForItself()
    {
        const ScanToken scan = ScanToken::make(1, m_now);
        SignupLimits::Attempt attempt(*m_limits, m_now);
        for (int person = 0; person < 5; ++person) {
            QVERIFY(attempt.mayShare(scan, who(person)));
            QVERIFY(attempt.mayMail(address(u"taro@example.jp"_s)));
        }
        QVERIFY(!attempt.mayShare(scan, who(5)));
        QVERIFY(!attempt.mayMail(address(u"taro@example.jp"_s)));
    }

    void whenTooMuchIsUnderWayNewcomersPass()
    {
        SignupLimits small(m_office->settings, 8);
        for (int person = 0; person < 50; ++person) {
            SignupLimits::Attempt attempt(small, m_now);
            for (int time = 0; time < 2; ++time) {
                QVERIFY(attempt.mayShare(ScanToken::make(1, m_now), who(0)));
                QVERIFY(attempt.mayMail(address(u"user%1@example.jp"_s.arg(person))));
            }
            attempt.keep();
        }
    }

private:
    /// As long as VisitKey::who.
    static QByteArray who(int person) { return QByteArray::number(person).leftJustified(16, 'w'); }
    bool share(const ScanToken &scan, int person)
    {
        SignupLimits::Attempt attempt(*m_limits, m_now);
        const bool may = attempt.mayShare(scan, who(person));
        attempt.keep();
        return may;
    }
    bool mail(const QString &typed)
    {
        SignupLimits::Attempt attempt(*m_limits, m_now);
        const bool may = attempt.mayMail(address(typed));
        attempt.keep();
        return may;
    }

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<SignupLimits> m_limits;
    qint64 m_now = 0; ///< seconds since the epoch, UTC
};

QTEST_GUILESS_MAIN(tst_SignupLimits)
#include "tst_SignupLimits.moc"
