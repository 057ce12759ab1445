// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/QuitQuestion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_QuitQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_what_stops_and_what_goes_on_data()
    {
        QTest::addColumn<bool>("web");
        QTest::addColumn<int>("mails");
        QTest::addColumn<bool>("task");
        QTest::addColumn<bool>("notice");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("nothing") << false << 0 << false << false << QStringList();
        QTest::newRow("visitors") << true << 0 << false << false << QStringList{u"cannot register"_s};
        QTest::newRow("mail") << false << 1284 << false << false << QStringList{u"1,284 mails wait. None is lost"_s};
        QTest::newRow("a task") << false << 0 << true << false << QStringList{u"is cancelled"_s};
        QTest::newRow("a notice") << false << 0 << false << true << QStringList{u"is not saved"_s};
        QTest::newRow("everything") << true << 3 << true << true
                                    << QStringList{u"is not saved"_s, u"cannot register"_s, u"3 mails"_s, u"is cancelled"_s};
    }
    void says_what_stops_and_what_goes_on()
    {
        QFETCH(bool, web);
        QFETCH(int, mails);
        QFETCH(bool, task);
        QFETCH(bool, notice);
        QFETCH(QStringList, said);
        const auto question = QuitQuestion{.webRuns = web, .mailsWaiting = mails, .taskRuns = task, .noticeIsBegun = notice}.question();
        QCOMPARE(question.has_value(), !said.isEmpty());
        if (!question)
            return;
        QCOMPARE(question->explanation.count(u'\n') + 1, said.size());
        for (const QString &part : said)
            QVERIFY2(question->explanation.contains(part), qPrintable(question->explanation));
    }
};

QTEST_GUILESS_MAIN(tst_QuitQuestion)
#include "tst_QuitQuestion.moc"
