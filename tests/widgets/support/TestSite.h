// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/ServerKey.h"
#include "core/visits/VisitStore.h"
#include "tests/support/TestDatabase.h"
#include "widgets/Office.h"

#include <atomic>

namespace shirase {

/// A clock that stands until it is set.
class TestClock final : public Clock
{
public:
    explicit TestClock(qint64 start)
        : m_now(start)
    {}
    [[nodiscard]] qint64 now() const override { return m_now; }
    void set(qint64 now) { m_now = now; }

private:
    std::atomic<qint64> m_now;
};

/// A whole Shirase: database and vault on either engine (TestDatabase), server key, and one account with every role.
class TestSite
{
public:
    static const QString userName;
    static const QString password;
    /// 2026-11-21 12:00 in Japan: when people visit.
    static const qint64 visitTime;
    /// 2026-11-24 10:00 in Japan: when staff work.
    static const qint64 officeTime;

    TestSite();

    /// Opens a further office, for the thread that calls.
    [[nodiscard]] Result<std::unique_ptr<Office>> openOffice();
    [[nodiscard]] OfficeFactory factory();
    [[nodiscard]] Office &office() { return *m_office; }
    /// What changes facilities as somebody else would, past the desk of the staff.
    [[nodiscard]] FacilityStore &facilities();
    [[nodiscard]] FacilityRegistration &registration();
    [[nodiscard]] TestClock &clock() { return m_clock; }
    /// A further account, with the same password.
    void addAccount(const QString &name, Roles roles);
    /// Logs in the account with every role.
    [[nodiscard]] std::shared_ptr<const Session> logIn();
    /// That many entries of the audit log: approvals of notice 1, 2, … Some 20,000 a second.
    void addEntries(int count);
    /// That of the recovery sheet of its founding.
    [[nodiscard]] const QString &recoveryCode() const { return m_recoveryCode; }
    /// The office key's secret, as the recovery sheet opens it.
    [[nodiscard]] SecretBytes officeSecret();
    [[nodiscard]] QString path(const QString &name) const { return m_files.path(name); }

    /// A registered facility. Fails the test if it cannot be added.
    Facility addFacility(const QString &name, const QString &address = {});
    static FacilityDetails details(const QString &name);
    /// Registers these people at visitTime, as the web page would.
    void visit(const Facility &facility, const QStringList &addresses);
    /// The first number of the first row of a statement.
    qint64 number(const QString &sql);
    void run(const QString &sql);
    /// The same over a connection of its own, as another program does it.
    void runElsewhere(const QString &sql);

private:
    TestDatabase m_files;
    TestClock m_clock;
    ServerKey m_serverKey;
    std::unique_ptr<Office> m_office;
    QString m_recoveryCode;
    int m_entries = 0;
};

} // namespace shirase
