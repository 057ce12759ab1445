// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Router.h"

#include <QTest>

#include <optional>

using namespace shirase::http;
using namespace Qt::StringLiterals;

namespace {

Response named(const QByteArray &name)
{
    Response response;
    response.body = name;
    return response;
}

RouteHandler handlerNamed(const QByteArray &name)
{
    return [name](const Request &, const PathParameters &parameters, Answer answer) {
        answer(named(name + ':' + parameters.value(u"code").toUtf8()));
    };
}

} // namespace

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pathsFindTheirHandler_data();
    void pathsFindTheirHandler();
    void otherPathsAreNotFound_data();
    void otherPathsAreNotFound();
    void otherMethodsAreToldWhatIsAllowed_data();
    void otherMethodsAreToldWhatIsAllowed();
    void headGoesToTheHandlerOfGet();
    void aLiteralGoesBeforeAParameterWhateverTheOrder();
    void theAnswerMayComeLater();

private:
    Response ask(const QByteArray &path, Method method = Method::Get);

    std::optional<Router> m_router;
};

void tst_Router::init()
{
    m_router.emplace([](int status, const Request &request) {
        Response response = named("error page of " + request.path);
        response.status = status;
        return response;
    });
    m_router->add(Method::Get, u"/", handlerNamed("home"));
    m_router->add(Method::Get, u"/faq", handlerNamed("faq"));
    m_router->add(Method::Get, u"/f/:code", handlerNamed("page"));
    m_router->add(Method::Post, u"/f/:code", handlerNamed("post"));
    m_router->add(Method::Post, u"/v/:code/erase", handlerNamed("erase"));
}

Response tst_Router::ask(const QByteArray &path, Method method)
{
    Request request;
    request.method = method;
    request.path = path;
    std::optional<Response> response;
    m_router->handle(request, [&](Response given) { response = std::move(given); });
    return response.value_or(named("no answer"));
}

void tst_Router::pathsFindTheirHandler_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("root") << QByteArray("/") << QByteArray("home:");
    QTest::newRow("literal") << QByteArray("/faq") << QByteArray("faq:");
    QTest::newRow("literal, encoded") << QByteArray("/f%61q") << QByteArray("faq:");
    QTest::newRow("parameter") << QByteArray("/f/AB12") << QByteArray("page:AB12");
    QTest::newRow("parameter, encoded") << QByteArray("/f/%E3%81%82") << QByteArray("page:あ");
    QTest::newRow("plus stays plus") << QByteArray("/f/a+b") << QByteArray("page:a+b");
    QTest::newRow("dots are a name like any other") << QByteArray("/f/..") << QByteArray("page:..");
}

void tst_Router::pathsFindTheirHandler()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const Response response = ask(path);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, body);
}

void tst_Router::otherPathsAreNotFound_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("unknown") << QByteArray("/nothing");
    QTest::newRow("longer") << QByteArray("/f/a/b");
    QTest::newRow("shorter") << QByteArray("/f");
    QTest::newRow("empty parameter") << QByteArray("/f/");
    QTest::newRow("slash at the end") << QByteArray("/faq/");
    QTest::newRow("other case") << QByteArray("/FAQ");
    QTest::newRow("dot segments are not resolved") << QByteArray("/x/../faq");
    QTest::newRow("encoded slash in a parameter") << QByteArray("/f/a%2Fb");
    QTest::newRow("encoded slash between segments") << QByteArray("/f%2Fa");
    QTest::newRow("bad UTF-8") << QByteArray("/f/%FF");
    QTest::newRow("overlong slash") << QByteArray("/f/%C0%AFa");
    QTest::newRow("NUL") << QByteArray("/f/a%00");
    QTest::newRow("pattern itself") << QByteArray("/v/:code");
}

void tst_Router::otherPathsAreNotFound()
{
    QFETCH(QByteArray, path);
    const Response response = ask(path);
    QCOMPARE(response.status, 404);
    QCOMPARE(response.body, "error page of " + path);
}

void tst_Router::otherMethodsAreToldWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("method");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("POST to a page") << QByteArray("/faq") << int(Method::Post) << QByteArray("GET, HEAD");
    QTest::newRow("GET of an action") << QByteArray("/v/x/erase") << int(Method::Get) << QByteArray("POST");
    QTest::newRow("HEAD of an action") << QByteArray("/v/x/erase") << int(Method::Head) << QByteArray("POST");
}

void tst_Router::otherMethodsAreToldWhatIsAllowed()
{
    QFETCH(QByteArray, path);
    QFETCH(int, method);
    QFETCH(QByteArray, allow);
    const Response response = ask(path, static_cast<Method>(method));
    QCOMPARE(response.status, 405);
    QCOMPARE(response.body, "error page of " + path);
    const QList<Header> expected{{"Allow", allow}};
    QCOMPARE(response.headers, expected);
}

void tst_Router::headGoesToTheHandlerOfGet()
{
    QCOMPARE(ask("/f/A", Method::Head).body, "page:A");
    QCOMPARE(ask("/f/A", Method::Post).body, "post:A");
}

void tst_Router::aLiteralGoesBeforeAParameterWhateverTheOrder()
{
    m_router->add(Method::Get, u"/facilities/:code", handlerNamed("one"));
    m_router->add(Method::Get, u"/facilities/new", handlerNamed("new"));
    m_router->add(Method::Get, u"/:code/new", handlerNamed("other"));
    QCOMPARE(ask("/facilities/new").body, "new:");
    QCOMPARE(ask("/facilities/x").body, "one:x");
    QCOMPARE(ask("/y/new").body, "other:y");
}

void tst_Router::theAnswerMayComeLater()
{
    Answer kept;
    m_router->add(Method::Get, u"/late",
                  [&](const Request &, const PathParameters &, Answer answer) { kept = std::move(answer); });
    Request request;
    request.path = "/late";
    QByteArray body;
    m_router->handle(request, [&](const Response &response) { body = response.body; });
    QVERIFY(body.isEmpty());
    kept(named("now"));
    QCOMPARE(body, "now");
}

QTEST_GUILESS_MAIN(tst_Router)
#include "tst_Router.moc"
