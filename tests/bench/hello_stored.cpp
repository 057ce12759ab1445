// SPDX-License-Identifier: GPL-3.0-or-later

// hello_stored FILE [sealed]: a bare QHttpServer that writes what is posted into a table of SQLite and then says "hello", on
// a port that it picks; sealed if that is asked for. Those who come in one turn of the event loop share a transaction, which
// is on the disk before they are answered. What registrations can reach at most on this machine with nothing read, checked
// or mailed.

#include "core/vault/SealedBox.h"
#include "server/http/HttpAdapter.h"
#include "tests/bench/Serving.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimer>

#include <type_traits>
#include <vector>

using namespace Qt::StringLiterals;
using shirase::KeyPair;
using shirase::Sealer;
using shirase::http::Responder;

namespace {

class StoringServer final : public QAbstractHttpServer
{
public:
    /// @param sealer null where what is posted is stored as it is
    explicit StoringServer(const Sealer *sealer)
        : m_sealer(sealer)
    {
        m_turn.setSingleShot(true);
        m_turn.callOnTimeout([this] { store(); });
        for (const QString &sql : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                                   u"CREATE TABLE posted (id INTEGER PRIMARY KEY, body BLOB NOT NULL)"_s})
            must(QSqlQuery().exec(sql));
        m_insert.prepare(u"INSERT INTO posted (body) VALUES (:body)"_s);
    }

protected:
    bool handleRequest(const QHttpServerRequest &request, Responder responder) override
    {
        take(request, responder);
        return true;
    }
    void missingHandler(const QHttpServerRequest &, Responder) override {}

private:
    /// @param responder Responder's type; deduced, as each version of Qt knows only its own way
    void take(const QHttpServerRequest &request, auto &responder)
    {
        if constexpr (std::is_pointer_v<Responder>)
            m_waiting.push_back({request.body(), makeResponder(request, responder)});
        else
            m_waiting.push_back({request.body(), std::move(responder)});
        m_turn.start(0);
    }
    void store()
    {
        QSqlDatabase database = QSqlDatabase::database();
        must(database.transaction());
        for (const Waiting &one : m_waiting) {
            m_insert.bindValue(u":body"_s, m_sealer ? m_sealer->seal(one.body) : one.body);
            must(m_insert.exec());
        }
        must(database.commit());
        for (Waiting &one : m_waiting)
            one.responder.write("hello", "text/plain");
        m_waiting.clear();
    }
    static void must(bool done)
    {
        if (!done)
            qFatal("The database refuses.");
    }

    struct Waiting
    {
        QByteArray body;
        QHttpServerResponder responder;
    };
    const Sealer *m_sealer;
    QSqlQuery m_insert;
    QTimer m_turn;
    std::vector<Waiting> m_waiting;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // the dispatcher that Shirase's web thread has
    const QCoreApplication application(argc, argv);
    const bool sealed = argc == 3 && qstrcmp(argv[2], "sealed") == 0;
    if ((argc != 2 && !sealed) || !shirase::initialiseCryptography())
        return 2;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(QString::fromLocal8Bit(argv[1]));
    if (!database.open())
        return 1;
    const Sealer sealer(KeyPair::generate().publicKey);
    StoringServer server(sealed ? &sealer : nullptr);
    return serve(server);
}
