// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include "widgets/shell/Workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

namespace shirase {

using namespace Qt::StringLiterals;

WindowTest::WindowTest(TestSite &site_)
    : site(site_)
    , window(std::make_unique<MainWindow>(
          site.office(), site.factory(),
          MainWindow::Surroundings{server, installation, dialogs, notifier, site.path(u"window.ini"_s)}))
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

void WindowTest::logIn(const char *page)
{
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    typeLogIn(TestSite::password);
    QTRY_VERIFY(!window->isLocked());
    QTRY_VERIFY(!find<QDialog>("logInDialog"));
    QTRY_VERIFY(find<QAbstractButton>("mailState")); // the first look at the office is over
    goTo(page);
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
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete); // as somebody does: clear() is no edit
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

QWidget *WindowTest::front() const
{
    return QApplication::activeModalWidget() ? QApplication::activeModalWidget() : window.get();
}

void WindowTest::activate(QWidget &top)
{
    // As activateWindow() does not: a dialog has the focus too then, whatever the window behind it has asked for before.
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QApplication::setActiveWindow(&top);
    QT_WARNING_POP
    QVERIFY(QTest::qWaitForWindowActive(&top));
}

void WindowTest::tabTo(const char *name)
{
    const auto *wanted = find<QWidget>(name);
    QVERIFY2(wanted, name);
    QWidget *top = wanted->window();
    activate(*top);
    const auto hasFocus = [&] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && (focus == wanted || wanted->isAncestorOf(focus));
    };
    constexpr int mostStops = 200;
    for (int i = 0; i < mostStops && !hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : top, Qt::Key_Tab);
    QVERIFY2(hasFocus(), name);
}

void WindowTest::press(const char *name)
{
    QTRY_VERIFY2(find<QAbstractButton>(name) && find<QAbstractButton>(name)->isEnabled(), name);
    tabTo(name);
    key(Qt::Key_Space);
}

void WindowTest::enter(const char *name, const QString &text)
{
    tabTo(name);
    key(QKeyCombination(Qt::CTRL, Qt::Key_A));
    key(Qt::Key_Delete);
    compose(QApplication::focusWidget(), text);
}

void WindowTest::key(QKeyCombination keys)
{
    QWidget *place = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::focusWidget();
    QTest::keyClick(place ? place : front(), keys.key(), keys.keyboardModifiers());
}

void WindowTest::choose(const char *name)
{
    const auto *wanted = window->findChild<QAction *>(QString::fromLatin1(name));
    QVERIFY2(wanted && wanted->isEnabled(), name);
    for (QAction *title : window->menuBar()->actions()) {
        if (!title->menu()->actions().contains(wanted))
            continue;
        activate(*window);
        QTest::keyClick(window.get(), QKeySequence::mnemonic(title->text())[0].key(), Qt::AltModifier);
        QTRY_COMPARE(QApplication::activePopupWidget(), title->menu());
        QTest::keyClick(title->menu(), QKeySequence::mnemonic(wanted->text())[0].key());
        return;
    }
    QVERIFY2(false, name);
}

} // namespace shirase
