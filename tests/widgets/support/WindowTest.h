// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/AnsweringDialogs.h"
#include "tests/widgets/support/RecordingNotifier.h"
#include "tests/widgets/support/TestInstallation.h"
#include "tests/widgets/support/TestSite.h"
#include "widgets/shell/MainWindow.h"

#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QTest>

namespace shirase {

/// The real window over a real database, driven by keyboard and mouse.
class WindowTest
{
public:
    /// @param site has its facilities and visits already
    explicit WindowTest(TestSite &site);

    /// Types name and password into the log-in.
    void typeLogIn(const QString &password, const QString &user = TestSite::userName);
    /// Shows the window, logs in, and goes to a page: that of the facilities, where most tests work.
    void logIn(const char *page = "facilityPage");
    /// Chooses a page in the side bar. @param page its object name, "noticePage"
    void goTo(const char *page);
    /// Its line in the side bar.
    [[nodiscard]] QListWidgetItem *entryOf(const char *page) const;

    /// A visible child of the window or of one of its dialogs. Fails the test if there is none.
    template <typename T>
    T *find(const char *name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (!top->isVisible())
                continue;
            const QList<T *> found = top->findChildren<T *>(QString::fromLatin1(name));
            for (T *widget : found) {
                if (widget->isVisible())
                    return widget;
            }
            if (T *self = qobject_cast<T *>(top); self && self->objectName() == QLatin1StringView(name))
                return self;
        }
        return nullptr;
    }
    void click(const char *button);
    void type(const char *field, const QString &text);
    /// As an input method does, which is how Japanese is typed.
    static void compose(QWidget *field, const QString &text);
    [[nodiscard]] QString textOf(const char *label) const;

    /// The window or dialog that takes the keyboard.
    [[nodiscard]] QWidget *front() const;
    /// As the window manager does with what has come to the front.
    static void activate(QWidget &top);
    /// By keyboard alone, as the rest from here on. Tab, until that part of what is in front has the focus.
    void tabTo(const char *part);
    /// Goes to a button or box that is or will be enabled, and presses Space.
    void press(const char *button);
    /// Goes to a field and types over what stands there.
    void enter(const char *field, const QString &text);
    /// A key, with what is held down meanwhile, where the focus is.
    void key(QKeyCombination keys);
    /// An entry of the menu bar, by the letters that are underlined. @param action its object name
    void choose(const char *action);

    TestSite &site;
    AnsweringDialogs dialogs;
    TestInstallation installation;
    RecordingNotifier notifier;
    ServerStatus server;
    std::unique_ptr<MainWindow> window;
};

} // namespace shirase
