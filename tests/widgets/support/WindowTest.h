// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/AnsweringDialogs.h"
#include "tests/widgets/support/RecordingNotifier.h"
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
    /// Shows the window and logs in.
    void logIn();
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

    TestSite &site;
    AnsweringDialogs dialogs;
    RecordingNotifier notifier;
    ServerStatus server;
    std::unique_ptr<MainWindow> window;
};

} // namespace shirase
