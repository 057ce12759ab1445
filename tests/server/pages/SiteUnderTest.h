// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Migrations.h"
#include "core/foundation/JapaneseTime.h"
#include "core/staff/StaffDesk.h"
#include "server/Site.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace shirase {

using namespace Qt::StringLiterals;

/// A clock that a test turns.
class TurnedClock final : public Clock
{
public:
    [[nodiscard]] qint64 now() const override { return at; }
    qint64 at = japan::startOf(QDate(2026, 11, 21)) + 12 * 3600; ///< noon in Japan
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
    [[nodiscard]] QString heading() const
    {
        return match(u"<h1[^>]*>(.*?)</h1>"_s).remove(QRegularExpression(u"<[^>]*>"_s)).simplified();
    }
};

/// The real site over real databases in a folder of its own; no sockets.
class SiteUnderTest
{
public:
    using Fields = QList<std::pair<QString, QString>>;

    SiteUnderTest()
    {
        main = open(u"main"_s, Migrations::Schema::Main);
        vault = open(u"vault"_s, Migrations::Schema::Vault);
        staff = std::make_unique<StaffDesk>(*main, *vault, clock, PasswordCost::minimal(), LogInPlace{u"desk"_s, u"PC-1"_s});
        Result<Transaction> transaction = Transaction::begin(*main);
        const auto founding = staff->found(u"admin"_s, SecretBytes(QByteArrayView("only for this test")));
        must(founding && transaction->commit());
        settings = std::make_unique<Settings>(*Settings::load(folder.filePath(u"shirase.conf"_s)));
        must(settings->attach(*main).has_value());

        dayKeys = std::make_unique<DayKeys>(*vault, serverKey, founding->office);
        visits = std::make_unique<VisitStore>(*main);
        outbox = std::make_unique<OutboxWriter>(*main, serverKey.queuePublicKey(), clock, "example.jp");
        facilities = std::make_unique<FacilityStore>(*main, clock);
        registration = std::make_unique<FacilityRegistration>(*main, *facilities, *outbox);
        operators = std::make_unique<OperatorDesk>(OperatorDesk::Services{
            *main, *facilities, *registration, *outbox, staff->audit(), *settings, serverKey, clock});
        signups = std::make_unique<SignupDesk>(
            SignupDesk::Stores{*main, *vault, *dayKeys, *visits, *outbox, clock, *settings});
        site = std::make_unique<Site>(
            Site::Services{*main, *facilities, *operators, *signups, *settings, serverKey, clock, web});
    }

    Facility addFacility(const QString &name = u"札幌テスト食堂"_s, std::optional<QDate> from = {},
                         std::optional<QDate> until = {})
    {
        const auto added = registration->add({.kind = from ? FacilityKind::Event : FacilityKind::Store,
                                              .name = name,
                                              .aliases = u"食堂"_s,
                                              .contactName = u"山田 太郎"_s,
                                              .contactEmail = u"owner@example.jp"_s,
                                              .phone = u"011-000-0101"_s,
                                              .postalCode = u"060-0001"_s,
                                              .address = u"北海道札幌市中央区北一条西99丁目"_s,
                                              .from = from,
                                              .until = until},
                                             FacilitySource::Staff, false, u"ja"_s);
        if (!added)
            qFatal("%s", qPrintable(added.error().message + added.error().detail));
        return *added;
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
        site->handle(request, [&response](http::Response answer) { response = std::move(answer); });
        const bool answered = QTest::qWaitFor([&] { return response.has_value(); });
        if (!answered)
            qFatal("no answer");
        return {*response};
    }

    /// The last part of a link that manages the facility, or that confirms a new contact of its.
    [[nodiscard]] QString manageToken(const Facility &facility, const QString &newContact = {}) const
    {
        return QString::fromLatin1(
            ManageToken::of(facility, newContact).encode(serverKey.tokenKey(), clock.now()));
    }

    [[nodiscard]] int count(const QString &sql) const
    {
        Result<Rows> rows = main->run(sql);
        return rows && rows->next() ? int(rows->number(0)) : -1;
    }
    [[nodiscard]] int visitCount() const { return count(u"SELECT count(*) FROM visit"_s); }
    [[nodiscard]] int letterCount() const { return count(u"SELECT count(*) FROM outbox"_s); }
    [[nodiscard]] int facilityCount() const { return count(u"SELECT count(*) FROM facility"_s); }
    /// Takes a table away, so that storing fails, and brings it back.
    void hide(const QString &table) { rename(table, table + u"_hidden"_s); }
    void unhide(const QString &table) { rename(table + u"_hidden"_s, table); }

    const bool cryptography = initialiseCryptography(); ///< before the first key
    QTemporaryDir folder;
    TurnedClock clock;
    http::HttpCounters web;
    ServerKey serverKey = ServerKey::generate();
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
    std::unique_ptr<StaffDesk> staff;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<DayKeys> dayKeys;
    std::unique_ptr<VisitStore> visits;
    std::unique_ptr<OutboxWriter> outbox;
    std::unique_ptr<FacilityStore> facilities;
    std::unique_ptr<FacilityRegistration> registration;
    std::unique_ptr<OperatorDesk> operators;
    std::unique_ptr<SignupDesk> signups;
    std::unique_ptr<Site> site;

private:
    static void must(bool holds)
    {
        if (!holds)
            qFatal("the site cannot be set up");
    }

    std::unique_ptr<Database> open(const QString &name, Migrations::Schema schema)
    {
        auto database = Database::open({u"sqlite:"_s + folder.filePath(name)});
        must(database && Migrations::apply(**database, schema));
        return std::move(*database);
    }

    void rename(const QString &from, const QString &to)
    {
        const auto renamed = main->run(u"ALTER TABLE %1 RENAME TO %2"_s.arg(from, to));
        if (!renamed)
            qFatal("%s", qPrintable(renamed.error().detail));
    }
};

} // namespace shirase
