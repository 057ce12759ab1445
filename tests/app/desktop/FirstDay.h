// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/DesktopFirstStart.h"
#include "app/desktop/DesktopInstallation.h"
#include "tests/support/Results.h"
#include "tests/widgets/support/AnsweringDialogs.h"
#include "widgets/setup/SetUpWizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace shirase {

/// The wizard of an empty folder, with what stands behind it in the program.
struct FirstDay
{
    inline static const QString password = QStringLiteral("snow falls on the harbour");

    FirstDay()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
        wizard.setModal(true);
        wizard.show();
        wizard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
    }

    [[nodiscard]] QString page() const { return wizard.currentPage()->objectName(); }
    template <typename T>
    T *find(const char *name)
    {
        for (T *widget : wizard.findChildren<T *>(QString::fromLatin1(name))) {
            if (widget->isVisible())
                return widget;
        }
        qFatal("There is no %s on %s.", name, qPrintable(page()));
    }
    [[nodiscard]] QString textOf(const char *label) { return find<QLabel>(label)->text(); }
    [[nodiscard]] bool shows(const char *label) const
    {
        const auto *found = wizard.findChild<QLabel *>(QString::fromLatin1(label));
        return found && found->isVisible();
    }
    [[nodiscard]] bool offers(QWizard::WizardButton which) const
    {
        return wizard.button(which)->isVisible() && wizard.button(which)->isEnabled();
    }

    /// A letter with Alt; a button that it presses is seen to go down, and clicks when it comes up.
    void alt(char letter)
    {
        QTest::keyClick(&wizard, letter, Qt::AltModifier);
        const QList<QAbstractButton *> buttons = wizard.findChildren<QAbstractButton *>();
        QTRY_VERIFY(std::ranges::none_of(buttons, &QAbstractButton::isDown));
    }
    void next() { alt('x'); }
    /// Into the field that a mnemonic leads to, in place of what was there.
    void type(char mnemonic, const QString &text)
    {
        alt(mnemonic);
        QWidget *field = wizard.focusWidget();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(field, &event);
    }
    /// Through to a step, in any language.
    void goTo(const char *step)
    {
        while (page() != QLatin1StringView(step)) {
            const QString before = page();
            if (before == u"setUpAccount")
                enterAccount();
            else if (before == u"setUpRecovery")
                find<QCheckBox>("recoverySafe")->setChecked(true);
            wizard.button(before == u"setUpSummary" ? QWizard::CommitButton : QWizard::NextButton)->click();
            QTRY_VERIFY(page() != before);
        }
    }
    void enterAccount()
    {
        find<QLineEdit>("accountName")->setText(QStringLiteral("山田"));
        find<QLineEdit>("accountPassword")->setText(password);
        find<QLineEdit>("accountPasswordAgain")->setText(password);
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir place;
    SystemClock clock;
    DataFolder folder{place.filePath(QStringLiteral("data"))};
    AnsweringDialogs dialogs;
    std::unique_ptr<DesktopFirstStart> start = must(DesktopFirstStart::of(folder, clock));
    DesktopInstallation installation{folder, clock};
    SetUpWizard wizard{*start, installation, dialogs};
};

} // namespace shirase
