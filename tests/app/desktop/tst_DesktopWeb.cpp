// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"
#include "app/desktop/DesktopWeb.h"
#include "tests/support/Results.h"
#include "widgets/shell/ServerStatus.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QString place(quint16 port)
{
    return u"127.0.0.1:%1"_s.arg(port);
}

/// A port that is free at this moment.
quint16 freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("There is no free port.");
    return probe.serverPort();
}

bool answers(const QString &url)
{
    QTcpSocket socket;
    socket.connectToHost(QUrl(url).host(), quint16(QUrl(url).port()));
    if (!socket.waitForConnected(5000))
        return false;
    socket.write("GET /healthz HTTP/1.1\r\nHost: " + QUrl(url).authority().toLatin1() + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer.startsWith("HTTP/1.1 200 ");
}

/// A Shirase that is set up, without its window.
struct Program
{
    Program()
    {
        SetUpRequest request;
        request.administrator = u"山田"_s;
        request.password = SecretBytes(QByteArrayView("snow falls on the harbour"));
        request.cost = PasswordCost::minimal();
        must(setUp(folder, request, clock));
    }
    void listenAt(quint16 port)
    {
        Settings settings = must(Settings::load(folder.settingsFile()));
        must(settings.set(u"web.listen"_s, place(port)));
    }

    QTemporaryDir files;
    DataFolder folder{files.filePath(u"data"_s)};
    SystemClock clock;
    ConnectionBreaker breaker;
    ServerStatus status;
    DesktopWeb web{folder, clock, breaker, status};
};

} // namespace

class tst_DesktopWeb : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }

    void opens_anew_where_the_settings_say_now()
    {
        Program program;
        program.listenAt(freePort());
        program.web.open();
        QCOMPARE(program.status.state(), ServerStatus::State::Running);
        const QString before = program.status.url();
        QVERIFY(answers(before));

        program.listenAt(freePort());
        program.web.open();
        QVERIFY(program.status.url() != before);
        QVERIFY(answers(program.status.url()));
        QVERIFY(!answers(before));

        program.web.open(); // at the same place
        QVERIFY2(answers(program.status.url()), qPrintable(program.status.problem()));
    }

    void what_keeps_it_closed_is_said_and_can_be_put_right()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const quint16 port = other.serverPort();
        Program program;
        program.listenAt(port);
        program.web.open();
        QCOMPARE(program.status.state(), ServerStatus::State::Stopped);
        QVERIFY2(program.status.problem().contains(QString::number(port)), qPrintable(program.status.problem()));
        other.close();
        program.web.open();
        QVERIFY(answers(program.status.url()));
        QVERIFY(program.status.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_DesktopWeb)
#include "tst_DesktopWeb.moc"
