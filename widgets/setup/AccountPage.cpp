// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/AccountPage.h"

#include "core/staff/PasswordStrength.h"
#include "core/staff/Passwords.h"
#include "widgets/common/ProblemLabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString words(PasswordStrength strength)
{
    switch (strength) {
    case PasswordStrength::TooShort:
        return AccountPage::tr("Too short: it takes at least %1 characters.").arg(Passwords::minimumLength);
    case PasswordStrength::Weak:
        return AccountPage::tr("Weak: whoever stole the database would guess it within days. Please add words that do not belong "
                               "together.");
    case PasswordStrength::Fair:
        return AccountPage::tr("Fair: it would take years to guess it.");
    case PasswordStrength::Strong:
        return AccountPage::tr("Strong: nobody will guess it.");
    }
    Q_UNREACHABLE();
}

} // namespace

AccountPage::AccountPage()
    : SetUpPage(u"Account"_s, tr("Your account"),
                tr("The first account may do everything: it administers, registers facilities, and drafts and approves notices. "
                   "Colleagues get their own accounts later."))
    , m_strength(paragraph({}))
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addField(form, u"accountName"_s, tr("&Name"));
    m_name.edit->setPlaceholderText(tr("as it should appear in the record of actions"));
    m_password = addField(form, u"accountPassword"_s, tr("&Password"));
    m_strength->setObjectName(u"passwordStrength"_s);
    form->addRow(QString(), m_strength);
    m_again = addField(form, u"accountPasswordAgain"_s, tr("Password &again"));
    auto *show = new QCheckBox(tr("&Show what I type"));
    show->setObjectName(u"accountShow"_s);
    form->addRow(QString(), show);
    content()->addLayout(form);
    content()->addWidget(paragraph(tr("Nobody can look the password up. If it is lost, only the recovery sheet of the next step "
                                      "helps.")));
    content()->addStretch(1);
    const auto setShown = [this](bool shown) {
        for (const Field &field : {m_password, m_again})
            field.edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    };
    setShown(false);
    connect(show, &QCheckBox::toggled, this, setShown);
    for (const Field &field : {m_name, m_password})
        connect(field.edit, &QLineEdit::textChanged, this, &AccountPage::showStrength);
    showStrength();
}

AccountPage::Field AccountPage::addField(QFormLayout *form, const QString &name, const QString &label)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    Field field{edit, new ProblemLabel(name, edit)};
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(field.edit);
    cell->addWidget(field.problem);
    auto *text = new QLabel(label);
    text->setBuddy(edit);
    form->addRow(text, cell);
    connect(edit, &QLineEdit::textEdited, field.problem, &ProblemLabel::dismiss);
    return field;
}

QString AccountPage::accountName() const
{
    return m_name.edit->text().simplified();
}

SecretBytes AccountPage::password() const
{
    QByteArray typed = m_password.edit->text().toUtf8();
    SecretBytes secret{QByteArrayView(typed)};
    typed.fill('\0');
    return secret;
}

void AccountPage::showStrength()
{
    const bool empty = m_password.edit->text().isEmpty();
    const QString sentence = empty ? tr("At least %1 characters. A sentence that only you know is easy to remember and hard to guess.")
                                           .arg(Passwords::minimumLength)
                                   : words(strengthOf(password(), {accountName(), u"shirase"_s}));
    m_strength->setText(sentence);
    m_password.edit->setAccessibleDescription(sentence);
}

void AccountPage::addTo(SetUpRequest &request) const
{
    request.administrator = accountName();
    request.password = password();
}

bool AccountPage::isTouched() const
{
    return !accountName().isEmpty() || !m_password.edit->text().isEmpty();
}

bool AccountPage::validatePage()
{
    const Result<> password = Passwords::check(this->password());
    const std::pair<Field, QString> found[]{
        {m_name, accountName().isEmpty() ? tr("Please give your name.") : QString()},
        {m_password, password ? QString() : password.error().message},
        {m_again, m_again.edit->text() == m_password.edit->text() ? QString() : tr("The two passwords differ. Please type it again.")}};
    const QLineEdit *first = nullptr;
    for (const auto &[field, problem] : found) {
        field.problem->dismiss();
        if (problem.isEmpty())
            continue;
        field.problem->present(problem);
        if (!first)
            field.edit->setFocus();
        first = first ? first : field.edit;
    }
    return !first;
}

} // namespace shirase
