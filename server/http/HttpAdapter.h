// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/GuardedServer.h"
#include "server/http/Http.h"

#include <QAbstractHttpServer>

class QHttpServerRequest;
class QHttpServerResponder;
class QTcpSocket;

namespace shirase::http {

/// What QHttpServer hands over to answer by; the Connection answers without it.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using Responder = QHttpServerResponder &;
#else
using Responder = QTcpSocket *;
#endif

/// Stands between QHttpServer and a RequestHandler: the only file that knows QHttpServer, and the only one
/// with a difference between Qt 6.4 and later. Requests come judged by the guard; here Host and method are
/// checked and the visitor's address is found. Answers are written by the Connection, in the order of the
/// requests.
class HttpAdapter final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// @param counters, handler outlive the adapter
    HttpAdapter(HttpOptions options, HttpCounters &counters, RequestHandler &handler, QObject *parent = nullptr);
    ~HttpAdapter() override;

    [[nodiscard]] GuardedServer &guard() { return *m_guard; }
    /// To be called once the guard listens: QHttpServer hears only of a listening server.
    void serve();

protected:
    bool handleRequest(const QHttpServerRequest &request, Responder responder) override;
    void missingHandler(const QHttpServerRequest &request, Responder responder) override;

private:
    void dispatch(const QByteArray &body);
    void hand(Connection &connection, Method method, const QByteArray &body);

    GuardedServer *m_guard; ///< our child
    RequestHandler &m_handler;
};

} // namespace shirase::http
