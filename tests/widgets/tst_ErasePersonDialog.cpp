// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ErasePersonDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesEverythingOfOnePersonAndSaysHowMuch();
    void asksBeforeItErases();
    void readsTheAddressFromAFile();
    void saysWhatIsWrongWithAnAddress();
    void saysThatThereIsNothing();
    void isNotOfferedWithoutTheOfficeKey();
    void goesWithTheLock();
};

namespace {

const QString taro = u"taro@example.jp"_s;

struct Erasing
{
    Erasing()
    {
        site.visit(cafe, {taro, u"hanako@example.jp"_s});
        window = std::make_unique<WindowTest>(site);
        window->logIn();
    }
    void open()
    {
        window->window->findChild<QAction *>(u"actionErasePerson"_s)->trigger();
        QTRY_VERIFY(window->find<QDialog>("erasePersonDialog"));
    }
    void erase(const QString &typed)
    {
        open();
        window->type("erasePersonAddress", typed);
        window->click("erasePersonErase");
    }
    QString outcome() const { return window->textOf("erasePersonOutcome"); }
    qint64 visits() { return site.number(u"SELECT count(*) FROM visit"_s); }

    TestSite site;
    Facility cafe = site.addFacility(u"喫茶しらかば"_s);
    std::unique_ptr<WindowTest> window;
};

} // namespace

// REQUIREMENTS V11
void tst_ErasePersonDialog::erasesEverythingOfOnePersonAndSaysHowMuch()
{
    Erasing erasing;
    QCOMPARE(erasing.visits(), 2);
    erasing.erase(u" Taro@Example.jp"_s);
    QTRY_VERIFY(!erasing.outcome().isEmpty());
    QCOMPARE(erasing.outcome(), u"Erased: 1 registrations, 0 places in notices, 1 confirmations that waited."_s);
    QCOMPARE(erasing.visits(), 1);
    // The next clerk does not find the address in the field.
    QCOMPARE(erasing.window->find<QLineEdit>("erasePersonAddress")->text(), QString());
    QCOMPARE(erasing.site.number(u"SELECT count(*) FROM audit WHERE action = 'person.erase'"_s), 1);
    QCOMPARE(erasing.site.number(u"SELECT count(*) FROM audit WHERE subject LIKE '%@%'"_s), 0);
}

void tst_ErasePersonDialog::asksBeforeItErases()
{
    Erasing erasing;
    erasing.window->dialogs.agrees = false;
    erasing.window->dialogs.questions.clear();
    erasing.erase(taro);
    QCOMPARE(erasing.window->dialogs.questions.size(), 1);
    QVERIFY(erasing.window->dialogs.questions.first().grave);
    QVERIFY(erasing.window->dialogs.questions.first().text.contains(taro));
    QCOMPARE(erasing.visits(), 2);
}

void tst_ErasePersonDialog::readsTheAddressFromAFile()
{
    Erasing erasing;
    QFile file(erasing.site.path(u"request.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("taro@example.jp\r\n");
    file.close();
    erasing.window->dialogs.openName = file.fileName();
    erasing.open();
    erasing.window->click("erasePersonFile");
    QCOMPARE(erasing.window->find<QLineEdit>("erasePersonAddress")->text(), taro);

    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    file.write("hanako@example.jp\n");
    file.close();
    erasing.window->type("erasePersonAddress", QString());
    erasing.window->click("erasePersonFile");
    QCOMPARE(erasing.outcome(), u"The file has to hold one mail address and nothing else."_s);
}

void tst_ErasePersonDialog::saysWhatIsWrongWithAnAddress()
{
    Erasing erasing;
    erasing.window->dialogs.questions.clear();
    erasing.erase(u"taro"_s);
    QVERIFY(!erasing.outcome().isEmpty());
    QVERIFY(erasing.window->dialogs.questions.isEmpty());
    QCOMPARE(erasing.window->find<QLineEdit>("erasePersonAddress")->text(), u"taro"_s); // nothing typed is lost
}

void tst_ErasePersonDialog::saysThatThereIsNothing()
{
    Erasing erasing;
    erasing.erase(u"nobody@example.jp"_s);
    QTRY_COMPARE(erasing.outcome(), u"Nothing is kept of this address."_s);
    QCOMPARE(erasing.visits(), 2);
}

void tst_ErasePersonDialog::isNotOfferedWithoutTheOfficeKey()
{
    TestSite site;
    site.addAccount(u"窓口"_s, Role::Facilities);
    WindowTest window(site);
    window.window->show();
    window.typeLogIn(TestSite::password, u"窓口"_s);
    QTRY_VERIFY(!window.window->isLocked());
    QVERIFY(!window.window->findChild<QAction *>(u"actionErasePerson"_s)->isEnabled());
}

void tst_ErasePersonDialog::goesWithTheLock()
{
    Erasing erasing;
    erasing.open();
    erasing.window->type("erasePersonAddress", taro);
    erasing.window->window->lock();
    QVERIFY(erasing.window->window->isLocked());
    QTRY_VERIFY(!erasing.window->find<QDialog>("erasePersonDialog"));
}

QTEST_MAIN(tst_ErasePersonDialog)
#include "tst_ErasePersonDialog.moc"
