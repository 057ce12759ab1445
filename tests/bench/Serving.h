// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>
#include <QCoreApplication>
#include <QTcpServer>

#include <cstdio>

/// Serves until the program is told to end, on a port that it picks and says (tests/bench/programs.py, serving()). Returns
/// the exit status.
inline int serve(QAbstractHttpServer &server)
{
    auto *listener = new QTcpServer; // QHttpServer takes it over
    if (!listener->listen(QHostAddress::LocalHost))
        return 1;
    server.bind(listener);
    std::printf("listening on http://127.0.0.1:%d\n", int(listener->serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
