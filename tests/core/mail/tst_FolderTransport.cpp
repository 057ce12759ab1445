// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/FolderTransport.h"

#include "core/mail/RelayTexts.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;

class tst_FolderTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheMailAndNothingElse();
    void keepsMailsOfTheSameTicketApart();
    void makesItsFolderForItsOwnerOnly();
    void takesTheNextMailOnlyAfterTheOutcomeWasFetched();
    void writesAMailThatIsHeldOnlyWhenItIsLetGo();
    void saysWhatToDoWhereTheFolderCannotBeWritten_data();
    void saysWhatToDoWhereTheFolderCannotBeWritten();
    void wakes();
};

namespace {

const std::string mime = "To: \"a..b\"@docomo.ne.jp\r\nSubject: x\r\n\r\n.\r\n知らせ\r\n";

DeliveryOutcome send(FolderTransport &transport, std::int64_t ticket)
{
    transport.submit({ticket, "bounce@example.jp", "\"a..b\"@docomo.ne.jp", mime});
    const auto outcomes = transport.wait(10s);
    return outcomes.size() == 1 ? outcomes.front() : DeliveryOutcome{};
}

QFileInfoList filesIn(const QString &folder)
{
    return QDir(folder).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

void tst_FolderTransport::writesTheMailAndNothingElse()
{
    QTemporaryDir folder;
    FolderTransport transport(folder.path());
    const DeliveryOutcome outcome = send(transport, 4711);
    QCOMPARE(outcome.kind, Kind::Accepted);
    QCOMPARE(outcome.ticket, 4711);

    const QFileInfoList files = filesIn(folder.path());
    QCOMPARE(files.size(), 1);
    QFile file(files.first().filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray::fromStdString(mime));
    const QRegularExpression name(u"^\\d{8}T\\d{6}\\.\\d{3}Z-4711-[0-9a-f]{8}\\.eml$"_s);
    QVERIFY2(name.match(files.first().fileName()).hasMatch(), qPrintable(files.first().fileName()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(file.permissions() & others));
}

void tst_FolderTransport::keepsMailsOfTheSameTicketApart()
{
    QTemporaryDir folder;
    FolderTransport transport(folder.path());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(send(transport, 1).kind, Kind::Accepted);
    QCOMPARE(filesIn(folder.path()).size(), 20);
}

void tst_FolderTransport::makesItsFolderForItsOwnerOnly()
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"mail/out"_s);
    FolderTransport transport(folder);
    QCOMPARE(send(transport, 1).kind, Kind::Accepted);
    QCOMPARE(filesIn(folder).size(), 1);
    QVERIFY(!(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
}

void tst_FolderTransport::takesTheNextMailOnlyAfterTheOutcomeWasFetched()
{
    QTemporaryDir folder;
    FolderTransport transport(folder.path());
    QCOMPARE(transport.freeSlots(), 1U);
    transport.submit({1, "bounce@example.jp", "taro@example.jp", mime});
    QCOMPARE(transport.freeSlots(), 0U);
    QCOMPARE(transport.wait(10s).size(), 1U);
    QCOMPARE(transport.freeSlots(), 1U);
    QVERIFY(transport.wait(0ms).empty());
}

void tst_FolderTransport::writesAMailThatIsHeldOnlyWhenItIsLetGo()
{
    QTemporaryDir folder;
    FolderTransport transport(folder.path());
    transport.submit({.ticket = 1, .sender = "bounce@example.jp", .recipient = "taro@example.jp", .mime = mime, .held = true});
    QCOMPARE(transport.freeSlots(), 0U);
    QVERIFY(transport.wait(1ms).empty());
    QVERIFY(filesIn(folder.path()).isEmpty());
    transport.letGo();
    QCOMPARE(transport.wait(10s).size(), 1U);
    QCOMPARE(filesIn(folder.path()).size(), 1);
    transport.letGo(); // nothing is held any more
    QCOMPARE(filesIn(folder.path()).size(), 1);
}

void tst_FolderTransport::saysWhatToDoWhereTheFolderCannotBeWritten_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("the folder is a file") << QString();
    QTest::newRow("the folder would be in a file") << u"/mail"_s;
}

void tst_FolderTransport::saysWhatToDoWhereTheFolderCannotBeWritten()
{
    QFETCH(QString, below);
    QTemporaryDir parent;
    QFile file(parent.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderTransport transport(file.fileName() + below);
    const DeliveryOutcome outcome = send(transport, 1);
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    const QString sentence = relayText(outcome);
    QVERIFY2(sentence.contains(u"mail.folder"_s) && sentence.contains(file.fileName()), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"docomo"_s), qPrintable(sentence));
    QCOMPARE(transport.freeSlots(), 1U);
}

void tst_FolderTransport::wakes()
{
    FolderTransport transport(u"unused"_s);
    transport.wake();
    QVERIFY(transport.wait(60s).empty()); // a wake before the wait counts
    const std::jthread other([&transport] { transport.wake(); });
    QVERIFY(transport.wait(60s).empty());
}

QTEST_GUILESS_MAIN(tst_FolderTransport)
#include "tst_FolderTransport.moc"
