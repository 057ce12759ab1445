// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/JapaneseTime.h"
#include "core/staff/StaffDesk.h"
#include "server/Site.h"
#include "tests/support/TestDatabase.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A clock that a test turns.
class TurnedClock final : public Clock
{
public:
    [[nodiscard]] qint64 now() const override { return at; }
    std::atomic<qint64> at = japan::startOf(QDate(2026, 11, 21)) + 12 * 3600; ///< noon in Japan
};

/// What came back, with a look into the page.
struct Answered
{
    http::Response response;

    [[nodiscard]] int status() const { return response.status; }
    [[nodiscard]] QString html() const { return QString::fromUtf8(response.body); }
    [[nodiscard]] bool says(const QString &text) const { return html().contains(text.toHtmlEscaped()); }
    [[nodiscard]] QString header(const QByteArray &name) const
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return QString::fromLatin1(value);
        }
        return {};
    }
    [[nodiscard]] QString match(const QString &pattern) const
    {
        return QRegularExpression(pattern).match(html()).captured(1);
    }
    /// The value of a form's field, unescaped.
    [[nodiscard]] QString field(const QString &name) const
    {
        QString value = match(u"<input[^>]*name=\"%1\"[^>]*value=\"([^\"]*)\""_s.arg(name));
        return value.replace(u"&lt;"_s, u"<"_s)
            .replace(u"&gt;"_s, u">"_s)
            .replace(u"&quot;"_s, u"\""_s)
            .replace(u"&apos;"_s, u"'"_s)
            .replace(u"&amp;"_s, u"&"_s);
    }
    /// All hidden fields, as a browser sends them.
    [[nodiscard]] QList<std::pair<QString, QString>> hiddenFields() const
    {
        static const QRegularExpression hidden(u"<input type=\"hidden\" name=\"([^\"]*)\""_s);
        QList<std::pair<QString, QString>> fields;
        for (const QRegularExpressionMatch &found : hidden.globalMatch(html()))
            fields.emplaceBack(found.captured(1), field(found.captured(1)));
        return fields;
    }
    [[nodiscard]] QString heading() const
    {
        return match(u"<h1[^>]*>(.*?)</h1>"_s).remove(QRegularExpression(u"<[^>]*>"_s)).simplified();
    }
};

/// The real site over real databases; no sockets. What the pages ask for is in a thread of its own, as in the program;
/// a test looks and changes from here, over connections of its own.
class SiteUnderTest
{
    /// Behind the site.
    struct Services
    {
        Services(SiteUnderTest &test, OfficePublicKey office)
            : main(must(Database::open(test.files.address(Migrations::Schema::Main))))
            , vault(must(Database::open(test.files.address(Migrations::Schema::Vault))))
            , dayKeys(*vault, test.serverKey, std::move(office))
            , visits(*main)
            , outbox(*main, test.serverKey.queuePublicKey(), test.clock, "example.jp")
            , facilities(*main, test.clock)
            , registration(*main, facilities, outbox)
            , staff(*main, *vault, test.clock, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s})
            , operators({*main, facilities, registration, outbox, staff.audit(), *test.settings, test.serverKey,
                         test.clock})
            , erasure(*main, *vault, test.clock)
            , signups({*main, *vault, dayKeys, visits, outbox, test.clock, *test.settings})
        {}

        std::unique_ptr<Database> main;
        std::unique_ptr<Database> vault;
        DayKeys dayKeys;
        VisitStore visits;
        OutboxWriter outbox;
        FacilityStore facilities;
        FacilityRegistration registration;
        StaffDesk staff;
        OperatorDesk operators;
        VisitErasure erasure;
        SignupBook signups;
    };

public:
    using Fields = QList<std::pair<QString, QString>>;

    static constexpr auto patienceWithAnswers = 30s;

    /// @param patience of the pages with the database
    explicit SiteUnderTest(std::chrono::milliseconds patience = std::chrono::minutes(1))
        : settings(std::make_unique<Settings>(must(Settings::load(files.path(u"shirase.conf"_s)))))
        , outbox(*files.main, serverKey.queuePublicKey(), clock, "example.jp")
        , facilities(std::make_unique<FacilityStore>(*files.main, clock))
        , registration(*files.main, *facilities, outbox)
        , thread(patience)
    {
        StaffDesk staff(*files.main, *files.vault, clock, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s});
        Transaction transaction = must(Transaction::begin(*files.main));
        const auto founding = must(staff.found(u"admin"_s, SecretBytes(QByteArrayView("only for this test"))));
        must(transaction.commit());
        must(settings->attach(*files.main));
        services = must(thread.host<Services>([&]() -> Result<std::unique_ptr<Services>> {
            return std::make_unique<Services>(*this, founding.office);
        }));
        signups = std::make_unique<SignupDesk>(services->part(&Services::signups));
        site = std::make_unique<Site>(
            Site::Services{services->part([](Services &all) -> Database & { return *all.main; }),
                           services->part(&Services::facilities), services->part(&Services::operators),
                           services->part(&Services::erasure), *signups, *settings, serverKey, clock, web,
                           0ms}); // what a test has changed counts at once
    }

    Facility addFacility(const QString &name = u"札幌テスト食堂"_s, std::optional<QDate> from = {},
                         std::optional<QDate> until = {})
    {
        return must(registration.add({.kind = from ? FacilityKind::Event : FacilityKind::Store,
                                              .name = name,
                                              .aliases = u"食堂"_s,
                                              .contactName = u"山田 太郎"_s,
                                              .contactEmail = u"owner@example.jp"_s,
                                              .phone = u"011-000-0101"_s,
                                              .postalCode = u"060-0001"_s,
                                              .address = u"北海道札幌市中央区北一条西99丁目"_s,
                                              .from = from,
                                              .until = until},
                                             FacilitySource::Staff, false, u"ja"_s));
    }

    Answered get(const QString &target, const QList<http::Header> &headers = {})
    {
        const QByteArray encoded = target.toLatin1();
        const qsizetype mark = encoded.indexOf('?');
        http::Request request;
        request.path = mark < 0 ? encoded : encoded.first(mark);
        request.query = mark < 0 ? QByteArray() : encoded.sliced(mark + 1);
        request.headers = headers;
        return send(request);
    }

    Answered post(const QString &path, const Fields &fields, QList<http::Header> headers = {})
    {
        http::Request request;
        request.method = http::Method::Post;
        request.path = path.toLatin1();
        request.headers = std::move(headers);
        request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        for (const auto &[name, value] : fields)
            request.body += (request.body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' +
                            QUrl::toPercentEncoding(value);
        return send(request);
    }

    /// Hands the request in and waits for the answer, which a registration gives in a later turn.
    Answered send(const http::Request &request)
    {
        std::optional<http::Response> response;
        QEventLoop loop; // which wakes with the answer; qWaitFor() would sleep 10 ms for each page
        site->handle(request, [&](http::Response answer) {
            response = std::move(answer);
            loop.quit();
        });
        if (!response) {
            QTimer::singleShot(patienceWithAnswers, &loop, &QEventLoop::quit);
            loop.exec();
        }
        if (!response)
            qFatal("no answer");
        return {*response};
    }

    /// Whom the pages ask for facilities.
    [[nodiscard]] Remote<FacilityStore> facilityQuestions() const { return services->part(&Services::facilities); }

    /// The last part of a link that manages the facility, or that confirms a new contact of its.
    [[nodiscard]] QString manageToken(const Facility &facility, const QString &newContact = {}) const
    {
        return QString::fromLatin1(
            ManageToken::of(facility, newContact).encode(serverKey.tokenKey(), clock.now()));
    }

    [[nodiscard]] int count(const QString &sql) const { return int(files.number(sql)); }
    [[nodiscard]] int visitCount() const { return count(u"SELECT count(*) FROM visit"_s); }
    [[nodiscard]] int letterCount() const { return count(u"SELECT count(*) FROM outbox"_s); }
    [[nodiscard]] int facilityCount() const { return count(u"SELECT count(*) FROM facility"_s); }
    /// Takes a table away, so that storing fails, and brings it back.
    void hide(const QString &table) { rename(table, table + u"_hidden"_s); }
    void unhide(const QString &table) { rename(table + u"_hidden"_s, table); }
    void run(const QString &sql) { must(files.main->command(sql)); }
    /// Makes the pages' connection to one of the databases refuse to write.
    void refuseWrites(Migrations::Schema schema, bool refuse)
    {
        std::optional<Result<>> done;
        services->ask(
            [=](Services &all) -> Result<> {
                TestDatabase::refuseWrites(schema == Migrations::Schema::Main ? *all.main : *all.vault, refuse);
                return {};
            },
            [&done](const Result<> &result) { done = result; });
        if (!QTest::qWaitFor([&] { return done.has_value(); }))
            qFatal("no answer");
    }

    const bool cryptography = initialiseCryptography(); ///< before the first key
    TurnedClock clock;
    http::HttpCounters web;
    ServerKey serverKey = ServerKey::generate();
    TestDatabase files;
    std::unique_ptr<Settings> settings; ///< also the services': a test changes them while nothing is asked
    OutboxWriter outbox;
    std::unique_ptr<FacilityStore> facilities;
    FacilityRegistration registration;
    DatabaseThread thread;
    std::optional<Remote<Services>> services;
    std::unique_ptr<SignupDesk> signups;
    std::unique_ptr<Site> site;

private:
    void rename(const QString &from, const QString &to) { run(u"ALTER TABLE %1 RENAME TO %2"_s.arg(from, to)); }
};

} // namespace shirase
