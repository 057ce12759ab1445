// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SecretBytes.h"
#include "tests/widgets/support/AnsweringDialogs.h"
#include "widgets/staff/AccountDialogs.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString password = u"雪国のあたらしい合言葉"_s;

/// What the dialog is given to store with. It takes long, and the window is locked meanwhile: the dialog goes.
struct Storing
{
    QPointer<StoringDialog> dialog;
    bool ranToItsEnd = false; ///< with all that it holds still there

    /// A function that holds something of its own, as those of StaffActions do.
    [[nodiscard]] auto function()
    {
        auto held = std::make_shared<int>();
        return [this, held](const auto &...) -> Result<> {
            // By copies: what the function holds may be gone.
            Storing *const self = this;
            const std::weak_ptr<int> still = held;
            delete self->dialog.data();
            self->ranToItsEnd = !still.expired();
            return {};
        };
    }
};

} // namespace

/// Dialogs that stay open until what was typed is stored.
class tst_StoringDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }

    void what_stores_runs_to_its_end_though_the_dialog_goes_meanwhile_data()
    {
        using Make = std::function<StoringDialog *(Dialogs &, Storing &)>;
        QTest::addColumn<Make>("make");
        const auto row = [](const char *name, Make make) { QTest::newRow(name) << make; };
        row("a new account", [](Dialogs &dialogs, Storing &storing) { return new AccountDialog(dialogs, storing.function()); });
        row("roles", [](Dialogs &dialogs, Storing &storing) { return new RolesDialog(dialogs, {}, storing.function()); });
        row("a password", [](Dialogs &dialogs, Storing &storing) {
            return new PasswordDialog(dialogs, PasswordDialog::Whose::Own, u"山田"_s, storing.function());
        });
        row("a recovery", [](Dialogs &dialogs, Storing &storing) {
            return new RecoveryDialog(dialogs, u"山田"_s, storing.function());
        });
    }
    void what_stores_runs_to_its_end_though_the_dialog_goes_meanwhile()
    {
        using Make = std::function<StoringDialog *(Dialogs &, Storing &)>;
        QFETCH(Make, make);
        AnsweringDialogs dialogs;
        Storing storing;
        storing.dialog = make(dialogs, storing);
        storing.dialog->show();
        for (QLineEdit *field : storing.dialog->findChildren<QLineEdit *>())
            field->setText(password);
        for (QCheckBox *box : storing.dialog->findChildren<QCheckBox *>())
            box->setChecked(true);
        storing.dialog->findChild<QAbstractButton *>(u"storingStore"_s)->click();
        QVERIFY(!storing.dialog);
        QVERIFY(storing.ranToItsEnd);
    }
};

QTEST_MAIN(tst_StoringDialog)
#include "tst_StoringDialog.moc"
