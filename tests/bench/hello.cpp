// SPDX-License-Identifier: GPL-3.0-or-later

// hello: a bare QHttpServer that says "hello" to every request under /f/, on a port that it picks. What Qt's HTTP server
// can do at most on this machine, for the rates beside it.

#include <QCoreApplication>
#include <QHttpServer>
#include <QTcpServer>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // the dispatcher that Shirase's web thread has
    const QCoreApplication application(argc, argv);
    QHttpServer server;
    server.route(u"/f/<arg>"_s, [](const QString &) { return u"hello"_s; });
    auto *listener = new QTcpServer; // QHttpServer takes it over
    if (!listener->listen(QHostAddress::LocalHost))
        return 1;
    server.bind(listener);
    std::printf("listening on http://127.0.0.1:%d\n", int(listener->serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
