// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include "widgets/shell/Workspace.h"

#include <QAbstractButton>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>

namespace shirase {

using namespace Qt::StringLiterals;

WindowTest::WindowTest(TestSite &site_)
    : site(site_)
    , window(std::make_unique<MainWindow>(
          site.office(), site.factory(),
          MainWindow::Surroundings{server, dialogs, notifier, site.path(u"window.ini"_s)}))
{
    server.setRunning(u"http://127.0.0.1:8080"_s);
}

void WindowTest::typeLogIn(const QString &password, const QString &user)
{
    QTRY_VERIFY(find<QLineEdit>("logInName"));
    auto *name = find<QLineEdit>("logInName");
    name->setFocus();
    name->selectAll();
    compose(name, user);
    auto *secret = find<QLineEdit>("logInPassword");
    secret->setFocus();
    compose(secret, password);
    QTest::keyClick(secret, Qt::Key_Return);
}

void WindowTest::logIn()
{
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    typeLogIn(TestSite::password);
    QTRY_VERIFY(!window->isLocked());
    QTRY_VERIFY(!find<QDialog>("logInDialog"));
}

void WindowTest::goTo(const char *page)
{
    auto *bar = find<QListWidget>("sideBar");
    QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, bar->visualItemRect(entryOf(page)).center());
}

QListWidgetItem *WindowTest::entryOf(const char *page) const
{
    const QList<Page *> pages = window->findChild<Workspace *>()->pages();
    for (int i = 0; i < pages.size(); ++i) {
        if (pages[i]->objectName() == QLatin1StringView(page))
            return find<QListWidget>("sideBar")->item(i);
    }
    qFatal("There is no page %s.", page);
}

void WindowTest::click(const char *name)
{
    auto *button = find<QAbstractButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void WindowTest::type(const char *name, const QString &text)
{
    auto *field = find<QLineEdit>(name);
    QVERIFY2(field, name);
    field->setFocus();
    field->clear();
    compose(field, text);
}

void WindowTest::compose(QWidget *field, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

QString WindowTest::textOf(const char *name) const
{
    const auto *label = find<QLabel>(name);
    return label ? label->text() : QString();
}

} // namespace shirase
