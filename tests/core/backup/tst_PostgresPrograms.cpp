// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/PostgresPrograms.h"

#include "tests/core/backup/BackupCase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_PostgresPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesPasswordsToProgramsInAFileThatIsOnNoDisk();
    void saysThatAProgramIsMissing();
};

// Everybody on the machine can read arguments; the environment is for its owner, but is passed on; and a file that has a name
// stays if we are killed.
void tst_PostgresPrograms::givesPasswordsToProgramsInAFileThatIsOnNoDisk()
{
    BackupCase c;
    const QTemporaryDir programs;
    write(programs.filePath(u"pg_dump"_s),
          "#!/bin/sh\necho \"$@\" >'" + QFile::encodeName(c.path(u"arguments"_s)) + "'\nenv >'"
              + QFile::encodeName(c.path(u"environment"_s))
              + "'\nfile=$(echo \"$@\" | sed -n \"s/.*passfile='\\([^']*\\)'.*/\\1/p\")\n"
              + "cat \"$file\" >'" + QFile::encodeName(c.path(u"passwords"_s)) + "'\nstat -L -c %a \"$file\" >>'"
              + QFile::encodeName(c.path(u"passwords"_s)) + "'\ngrep -rl sno '" + QFile::encodeName(c.office.files.path({}))
              + "' >'" + QFile::encodeName(c.path(u"found"_s)) + "'\necho dumped\n");
    QVERIFY(QFile::setPermissions(programs.filePath(u"pg_dump"_s), QFile::ReadOwner | QFile::ExeOwner));
    write(c.path(u"password"_s), "sno:w\\in\nsecond line\n");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(programs.path()) + ':' + path);
    DatabaseAddress address = c.office.files.address(Migrations::Schema::Main);
    address.passwordFile = c.path(u"password"_s);
    BackupDesk desk({*c.office.files.main, *c.office.files.vault, address, c.office.files.path({}), c.office.staff,
                     c.office.settings, c.office.clock});
    const Result<BackupRecord> made = desk.make(c.place());
    qputenv("PATH", path);
    VERIFY_DONE(made);
    QCOMPARE(contentOf(c.path(u"passwords"_s)), "*:*:*:*:sno\\:w\\\\in\n600\n"_ba);
    QVERIFY(!contentOf(c.path(u"arguments"_s)).contains("sno"));
    QVERIFY(contentOf(c.path(u"arguments"_s)).contains("--no-password"));
    QVERIFY(!contentOf(c.path(u"environment"_s)).contains("sno:"));
    QVERIFY(QFile::exists(c.path(u"found"_s)));
    QCOMPARE(contentOf(c.path(u"found"_s)), QByteArray());
    QVERIFY(c.dataNames().isEmpty());
}

void tst_PostgresPrograms::saysThatAProgramIsMissing()
{
    BackupCase c;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Result<BackupRecord> made = c.desk.make(c.place());
    qputenv("PATH", path);
    VERIFY_FAILS(made, ErrorCode::NotFound);
    QVERIFY(made.error().message.contains(u"postgresql-client"_s));
    QVERIFY(c.targetNames().isEmpty());
}

QTEST_GUILESS_MAIN(tst_PostgresPrograms)
#include "tst_PostgresPrograms.moc"
