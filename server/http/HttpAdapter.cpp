// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpAdapter.h"

#include "server/http/Connection.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QScopeGuard>
#include <QTcpSocket>

#include <memory>
#include <optional>
#include <utility>

namespace shirase::http {
namespace {

/// What an Answer holds: the way back to one request. Answers 503 if it dies unused.
class WayBack
{
public:
    explicit WayBack(Connection &connection)
        : m_connection(&connection)
        , m_serial(connection.serial())
    {}
    Q_DISABLE_COPY_MOVE(WayBack)
    ~WayBack()
    {
        if (m_connection)
            m_connection->leaveUnanswered(m_serial);
    }

    void send(const Response &response)
    {
        if (Connection *connection = std::exchange(m_connection, nullptr))
            connection->answer(m_serial, response);
    }

private:
    QPointer<Connection> m_connection;
    quint64 m_serial;
};

std::optional<Method> methodOf(const QByteArray &name)
{
    if (name == "GET")
        return Method::Get;
    if (name == "HEAD")
        return Method::Head;
    if (name == "POST")
        return Method::Post;
    return std::nullopt;
}

QByteArrayView withoutPort(const QByteArray &host)
{
    const qsizetype colon = host.lastIndexOf(':');
    return colon < 0 || host.endsWith(']') ? QByteArrayView(host) : QByteArrayView(host).first(colon);
}

} // namespace

HttpAdapter::HttpAdapter(HttpOptions options, HttpCounters &counters, RequestHandler &handler, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_guard(new GuardedServer(std::move(options), counters, this))
    , m_handler(handler)
{}

HttpAdapter::~HttpAdapter()
{
    delete m_guard;
} // before QHttpServer takes its side of the connections apart

void HttpAdapter::serve()
{
    bind(m_guard);
}

bool HttpAdapter::handleRequest(const QHttpServerRequest &request, Responder)
{
    dispatch(request.body());
    return true;
}

void HttpAdapter::missingHandler(const QHttpServerRequest &, Responder) {}

void HttpAdapter::dispatch(const QByteArray &body)
{
    Connection *connection = m_guard->takeReady();
    if (!connection || !connection->wasReadExactly(body.size())) {
        ++m_guard->counters().misread;
        if (connection)
            connection->refuse(400);
        return;
    }
    const QPointer<Connection> alive(connection);
    const auto returned = qScopeGuard([&alive] {
        if (alive)
            alive->handlerReturned();
    });
    const std::optional<Method> method = methodOf(connection->request().method);
    const HttpOptions &options = m_guard->options();
    if (!options.isHostAllowed || !options.isHostAllowed(withoutPort(connection->request().host))) {
        ++m_guard->counters().foreignHosts;
        connection->answer(connection->serial(), m_guard->refusal(400));
    } else if (!method) {
        ++m_guard->counters().methodsRefused;
        Response response = m_guard->refusal(405);
        response.headers.emplace_back("Allow", "GET, HEAD, POST");
        connection->answer(connection->serial(), response);
    } else {
        hand(*connection, *method, body);
    }
}

void HttpAdapter::hand(Connection &connection, Method method, const QByteArray &body)
{
    const FramedRequest &framed = connection.request();
    const Visitor visitor = visitorOf(connection.socket().peerAddress(), connection.isEncrypted(), framed.headers,
                                      m_guard->options().trustedProxies);
    connection.setSecure(visitor.secure);
    const qsizetype mark = framed.target.indexOf('?');
    const Request request{.method = method,
                          .path = mark < 0 ? framed.target : framed.target.first(mark),
                          .query = mark < 0 ? QByteArray() : framed.target.sliced(mark + 1),
                          .headers = framed.headers,
                          .body = body,
                          .host = framed.host,
                          .client = visitor.address,
                          .forwarded = visitor.forwarded,
                          .secure = visitor.secure};
    ++m_guard->counters().requests;
    m_handler.handle(request, [way = std::make_unique<WayBack>(connection)](const Response &response) {
        way->send(response);
    });
}

} // namespace shirase::http
