// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/FailureTexts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FailureTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhatAReplyMeans_data();
    void sayWhatAReplyMeans();
};

// REQUIREMENTS M3: permanent failures by kind
void tst_FailureTexts::sayWhatAReplyMeans_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("550 5.1.1") << u"No such mailbox"_s;
    QTest::newRow("550 5.1.10") << u"No such mailbox"_s;
    QTest::newRow("550") << u"No such mailbox"_s;
    QTest::newRow("553") << u"No such mailbox"_s;
    QTest::newRow("551 5.1.6") << u"The mailbox has moved away"_s;
    QTest::newRow("550 5.2.1") << u"The mailbox is closed"_s;
    QTest::newRow("552 5.2.2") << u"The mailbox is full"_s;
    QTest::newRow("552") << u"The mailbox is full"_s;
    QTest::newRow("550 5.2.3") << u"The mailbox takes no mail"_s;
    QTest::newRow("550 5.4.1") << u"The receiving side cannot be reached"_s;
    QTest::newRow("554 5.6.0") << u"The receiving side cannot read the mail"_s;
    QTest::newRow("550 5.7.1") << u"The receiving side refuses our mail"_s;
    QTest::newRow("550 5.7.26") << u"The receiving side refuses our mail"_s;
    QTest::newRow("554 5.7.1") << u"The mail relay does not take our mail for them"_s;
    QTest::newRow("554") << u"Refused by the receiving side"_s;
    QTest::newRow("554 5.0.0") << u"Refused by the receiving side"_s;
    QTest::newRow("451 4.7.1") << u"Not reached after two days of trying"_s;
    QTest::newRow("452 4.2.2") << u"Not reached after two days of trying"_s;
    QTest::newRow("cancelled") << u"Not sent: the notice was cancelled"_s;
    QTest::newRow("erased") << u"Not sent: the address was erased, as its time was over or its owner wished it"_s;
    QTest::newRow("unreadable") << u"The record cannot be read"_s;
}

void tst_FailureTexts::sayWhatAReplyMeans()
{
    QFETCH(QString, text);
    QCOMPARE(failureText(QString::fromLatin1(QTest::currentDataTag())), text);
}

QTEST_GUILESS_MAIN(tst_FailureTexts)
#include "tst_FailureTexts.moc"
