// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/WelcomePage.h"

#include "widgets/checks/CheckLine.h"
#include "widgets/common/Dialogs.h"
#include "widgets/setup/FirstStart.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(const FirstStart &start, Errands &errands, Dialogs &dialogs)
    : SetUpPage(u"Welcome"_s, tr("Welcome to Shirase"),
                tr("There is nothing in this folder yet. The next steps set up a new Shirase."))
    , m_start(start)
    , m_folder(new FindingLabel)
    , m_fold(new QToolButton)
    , m_database(line(u"databaseUrl"_s))
    , m_vault(line(u"vaultUrl"_s))
    , m_passwordFile(line(u"databasePasswordFile"_s))
{
    content()->addWidget(paragraph(tr("You will be asked for the organisation and the disease, for your name and a password, and "
                                      "for how visitors and mail reach the outside. Most of it can be changed later.")));
    content()->addWidget(paragraph(tr("You will need a printer, or a place in a safe for a file: one sheet with the recovery code.")));
    content()->addWidget(paragraph(tr("Nothing is written before the last step. You can go back at any time.")));
    content()->addSpacing(8);
    content()->addWidget(paragraph(tr("The data will be kept in the folder %1.").arg(start.folder())));
    content()->addWidget(m_folder);
    m_folder->label()->setObjectName(u"setUpFolderFinding"_s);
    m_fold->setObjectName(u"otherDatabase"_s);
    m_fold->setText(tr("Another &database…"));
    m_fold->setToolTip(tr("For several windows or several web servers on the same data"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    QWidget *inside = makeFold(errands, dialogs);
    inside->hide();
    content()->addWidget(m_fold, 0, Qt::AlignLeft);
    content()->addWidget(inside);
    content()->addStretch(1);
    connect(m_fold, &QToolButton::toggled, this, [this, inside](bool open) {
        inside->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        Q_EMIT completeChanged();
    });
}

QLineEdit *WelcomePage::line(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    connect(edit, &QLineEdit::textChanged, this, &WelcomePage::onEdited);
    return edit;
}

QWidget *WelcomePage::makeFold(Errands &errands, Dialogs &dialogs)
{
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(16, 0, 0, 0);
    layout->addWidget(paragraph(tr("Without anything here, the data are in files in the folder, which is right for one computer. "
                                   "Several computers share two empty databases of a PostgreSQL server. The vault has the keys: "
                                   "leave it out of backups.")));
    m_database->setPlaceholderText(u"postgresql://shirase@db.example.jp/shirase?sslmode=verify-full"_s);
    m_vault->setPlaceholderText(u"postgresql://shirase@db.example.jp/vault?sslmode=verify-full"_s);
    m_passwordFile->setPlaceholderText(tr("a file whose first line is the password"));
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the password file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, &dialogs] {
        if (const std::optional<QString> path = dialogs.askOpenName(this, tr("Choose the password file"), {}))
            m_passwordFile->setText(*path);
    });
    auto *file = new QHBoxLayout;
    file->addWidget(m_passwordFile, 1);
    file->addWidget(choose);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto add = [form](const QString &text, QLineEdit *field, auto *row) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        form->addRow(label, row);
    };
    add(tr("Da&tabase"), m_database, m_database);
    add(tr("&Vault"), m_vault, m_vault);
    add(tr("&Password file"), m_passwordFile, file);
    layout->addLayout(form);
    m_check = new CheckLine(errands, u"checkDatabases"_s, tr("&Look whether they answer"), [this] {
        return [&start = m_start, wanted = addresses()](const Errands::Cancelled &) { return start.checkDatabases(wanted); };
    });
    connect(m_check, &CheckLine::checked, this, [this](bool good) {
        m_reached = good;
        Q_EMIT completeChanged();
    });
    layout->addWidget(m_check);
    return inside;
}

DataAddresses WelcomePage::addresses() const
{
    if (!m_fold->isChecked())
        return {};
    return {.database = m_database->text().trimmed(),
            .vault = m_vault->text().trimmed(),
            .passwordFile = m_passwordFile->text().trimmed()};
}

void WelcomePage::onEdited()
{
    m_reached = false;
    if (m_check)
        m_check->forget();
    Q_EMIT completeChanged();
}

// A database that does not answer would be found out only at the end.
bool WelcomePage::isComplete() const
{
    return addresses() == DataAddresses() || m_reached;
}

bool WelcomePage::validatePage()
{
    const Result<> writable = m_start.checkFolder();
    if (writable)
        m_folder->clear();
    else
        m_folder->present(passOn(writable));
    return writable.has_value();
}

} // namespace shirase
