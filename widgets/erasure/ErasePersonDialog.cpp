// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/erasure/ErasePersonDialog.h"

#include "widgets/common/Icons.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/Texts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 4096; // an address has 254 octets at most
}

ErasePersonDialog::ErasePersonDialog(PageContext context, SharedSession session, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_address(new QLineEdit)
    , m_outcome(new QLabel)
{
    setObjectName(u"erasePersonDialog"_s);
    setWindowTitle(tr("Erase a visitor's registrations"));
    build();
}

void ErasePersonDialog::done(int result)
{
    m_session.reset();
    QDialog::done(result);
}

void ErasePersonDialog::build()
{
    auto *explanation = new QLabel(
        tr("For somebody who has asked to be erased. Every registration with this mail address goes at once, and a "
           "notice that still waits does not reach that person. You will be told how many there were, but not where."));
    explanation->setWordWrap(true);
    auto *label = new QLabel(tr("&Mail address"));
    label->setBuddy(m_address);
    m_address->setObjectName(u"erasePersonAddress"_s);
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhSensitiveData);
    auto *file = new QPushButton(icons::themed(u"document-open"_s, u"folder"_s), tr("From a &file…"));
    file->setObjectName(u"erasePersonFile"_s);
    file->setAutoDefault(false);
    m_outcome->setObjectName(u"erasePersonOutcome"_s);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_erase = buttons->addButton(tr("&Erase…"), QDialogButtonBox::ActionRole);
    m_erase->setObjectName(u"erasePersonErase"_s);
    m_erase->setIcon(icons::own(u"warning"_s)); // cannot be undone
    m_erase->setEnabled(false);

    auto *row = new QHBoxLayout;
    row->addWidget(m_address, 1);
    row->addWidget(file);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(explanation);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_outcome);
    layout->addStretch();
    layout->addWidget(buttons);
    m_erase->setDefault(true); // heeded only once the button is the dialog's
    resize(520, 260);
    m_address->setFocus();

    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_erase->setEnabled(!text.trimmed().isEmpty());
        if (!text.isEmpty())
            m_outcome->clear();
    });
    connect(file, &QPushButton::clicked, this, &ErasePersonDialog::readFile);
    connect(m_erase, &QPushButton::clicked, this, &ErasePersonDialog::erase);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ErasePersonDialog::readFile()
{
    const QPointer<ErasePersonDialog> self(this); // the window may be locked during a question
    const std::optional<QString> path = m_context.dialogs.askOpenName(this, tr("File with the mail address"), {u"txt"_s});
    if (!path || !self)
        return;
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("The file %1 cannot be read.").arg(QDir::toNativeSeparators(*path)), true);
        return;
    }
    const QString text = QString::fromUtf8(file.read(longestFile)).trimmed();
    if (text.isEmpty() || text.contains(u'\n')) {
        say(tr("The file has to hold one mail address and nothing else."), true);
        return;
    }
    m_address->setText(text);
}

void ErasePersonDialog::erase()
{
    const Result<EmailAddress> address = EmailAddress::parse(m_address->text());
    if (!address) {
        say(address.error().message, true);
        m_address->setFocus();
        return;
    }
    const QPointer<ErasePersonDialog> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {.title = windowTitle(),
               .text = tr("Erase every registration of %1?").arg(address->display()),
               .explanation = tr("This cannot be undone. Please be sure that the request comes from the owner of this "
                                 "address."),
               .action = tr("&Erase"),
               .grave = true});
    if (!sure || !self || !m_session)
        return;
    const Result<PersonErasure::Report> report = run(*address);
    if (self)
        present(report);
}

Result<PersonErasure::Report> ErasePersonDialog::run(const EmailAddress &address)
{
    return JobDialog::run<PersonErasure::Report>(
        m_context.worker, this, tr("Looking for the registrations of this address…"),
        [session = m_session, address](Office &office, const Job::Report &progress) {
            return office.personErasure.erase(*session, address, progress);
        });
}

void ErasePersonDialog::present(const Result<PersonErasure::Report> &report)
{
    if (!report) {
        say(report.error().message, true);
        return;
    }
    m_address->clear();
    QString sentence = *report == PersonErasure::Report{}
                           ? tr("Nothing is kept of this address.")
                           : tr("Erased: %1, %2, %3.", "registrations, places, confirmations")
                                 .arg(tr("%L1 registrations", "", report->visits).arg(report->visits),
                                      tr("%L1 places in notices", "", report->recipients).arg(report->recipients),
                                      tr("%L1 confirmations that waited", "", report->confirmations)
                                          .arg(report->confirmations));
    if (report->closedDays > 0) {
        sentence += u'\n' + tr("The registrations of %L1 days cannot be opened with the office key. What is among them is "
                               "still there; please tell whoever looks after the system.",
                               "", report->closedDays)
                                .arg(report->closedDays);
    }
    say(sentence, report->closedDays > 0);
}

void ErasePersonDialog::say(const QString &sentence, bool problem)
{
    QFont font = m_outcome->font();
    font.setBold(!problem);
    m_outcome->setFont(font);
    m_outcome->setText(sentence);
    m_outcome->setAccessibleName(sentence);
}

} // namespace shirase
