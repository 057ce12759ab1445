// SPDX-License-Identifier: GPL-3.0-or-later

// hello: a bare QHttpServer that says "hello" to every request under /f/, on a port that it picks. What Qt's HTTP server
// can do at most on this machine, for the rates beside it.

#include "tests/bench/Serving.h"

#include <QHttpServer>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // the dispatcher that Shirase's web thread has
    const QCoreApplication application(argc, argv);
    QHttpServer server;
    server.route(u"/f/<arg>"_s, [](const QString &) { return u"hello"_s; });
    return serve(server);
}
