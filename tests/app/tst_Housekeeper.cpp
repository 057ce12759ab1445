// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeper.h"

#include "app/Connection.h"
#include "app/SetUp.h"
#include "tests/support/FixedClock.h"
#include "tests/support/Results.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr int soon = 20'000; // ms; on a busy machine
constexpr qint64 day = 24 * 3600;

} // namespace

class tst_Housekeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void erasesWhileALineOfTheSettingsFileIsNotUnderstood();

private:
    /// Of the last erasure that came to its end; 0 before the first.
    [[nodiscard]] static qint64 lastErasure(Connection &connection)
    {
        const auto last = must(connection.erasure.reports().last());
        return last && last->isFinished() ? last->at : 0;
    }
    void writeConf(const QByteArray &text) const
    {
        QFile file(m_data.settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] QByteArray conf() const
    {
        QFile file(m_data.settingsFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    const DataFolder m_data{m_folder.filePath(u"data"_s)};
    FixedClock m_clock;
};

void tst_Housekeeper::initTestCase()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    SetUpRequest request;
    request.administrator = u"admin"_s;
    request.password = SecretBytes(QByteArrayView("unlock 42 blue herons"));
    request.cost = PasswordCost::minimal();
    must(setUp(m_data, request, m_clock));
}

// REQUIREMENTS D1: a slip of whoever looks after the machine does not keep the promise from being kept.
void tst_Housekeeper::erasesWhileALineOfTheSettingsFileIsNotUnderstood()
{
    const auto connection = must(Connection::open(m_data, m_clock));
    ConnectionBreaker breaker;
    Housekeeper housekeeper(m_data, m_clock, breaker);
    const QSignalSpy problems(&housekeeper, &Housekeeper::problemChanged);
    const QSignalSpy said(&housekeeper, &Housekeeper::settingsProblemChanged);
    housekeeper.start();
    QTRY_COMPARE_WITH_TIMEOUT(lastErasure(*connection), m_clock.now(), soon);

    const QByteArray good = conf();
    writeConf(good + "web.trusted_proxies = 10.1\n");
    m_clock.advance(day);
    housekeeper.lookNow();
    QTRY_COMPARE_WITH_TIMEOUT(lastErasure(*connection), m_clock.now(), soon);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, soon);
    QVERIFY2(said.first().first().toString().contains(u"10.1 is no IP address"_s),
             qPrintable(said.first().first().toString()));

    writeConf(good);
    housekeeper.lookNow();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, soon);
    QCOMPARE(said.last().first().toString(), QString());
    QCOMPARE(problems.size(), 0);
}

QTEST_GUILESS_MAIN(tst_Housekeeper)
#include "tst_Housekeeper.moc"
