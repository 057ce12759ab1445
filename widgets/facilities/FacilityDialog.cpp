// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityDialog.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/GrowToFit.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ProblemLabel.h"
#include "widgets/common/TabOrder.h"
#include "widgets/common/Texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *namedEdit(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    return edit;
}

QDateEdit *dayEdit(const QString &name, QDate day)
{
    auto *edit = new QDateEdit(day);
    edit->setObjectName(name);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(Texts::dayFormat());
    return edit;
}

} // namespace

FacilityDialog::FacilityDialog(PageContext context, SharedSession session, QWidget *parent)
    : FacilityDialog(context, std::move(session), std::nullopt, {}, parent)
{}

FacilityDialog::FacilityDialog(PageContext context, const Facility &existing, Correct correct,
                               QWidget *parent)
    : FacilityDialog(context, {}, std::optional(existing), std::move(correct), parent)
{}

FacilityDialog::FacilityDialog(PageContext context, SharedSession session, std::optional<Facility> existing,
                               Correct correct, QWidget *parent)
    : CarefulDialog(context.dialogs, parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_existing(std::move(existing))
    , m_correct(std::move(correct))
    , m_kind(new QComboBox)
    , m_name(namedEdit(u"field_name"_s))
    , m_aliases(new QPlainTextEdit)
    , m_contactName(namedEdit(u"field_contact_name"_s))
    , m_contactEmail(namedEdit(u"field_contact_email"_s))
    , m_phone(namedEdit(u"field_phone"_s))
    , m_postalCode(namedEdit(u"field_postal_code"_s))
    , m_address(namedEdit(u"field_address"_s))
    , m_from(dayEdit(u"field_from"_s, japan::dayOf(context.office.clock.now())))
    , m_until(dayEdit(u"field_until"_s, japan::dayOf(context.office.clock.now())))
    , m_sendPoster(new QCheckBox(tr("&Send the poster to the contact's mail address now")))
    , m_exercise(new QCheckBox(tr("For &exercises only: the place does not exist")))
{
    setObjectName(u"facilityDialog"_s);
    setWindowTitle(m_existing ? tr("Correct facility") : tr("New facility"));
    m_kind->setObjectName(u"field_kind"_s);
    for (const FacilityKind kind : {FacilityKind::Store, FacilityKind::Event, FacilityKind::Facility})
        m_kind->addItem(Texts::of(kind), int(kind));
    m_aliases->setObjectName(u"field_aliases"_s);
    m_aliases->setTabChangesFocus(true);
    m_aliases->setFixedHeight(m_aliases->fontMetrics().lineSpacing() * 2 + 14);
    m_aliases->setPlaceholderText(tr("One per line, such as a short name. May stay empty."));
    m_postalCode->setPlaceholderText(u"060-8588"_s);
    m_sendPoster->setObjectName(u"field_send_poster"_s);
    m_sendPoster->setChecked(true);
    m_exercise->setObjectName(u"field_exercise"_s);
    m_exercise->setToolTip(
        tr("Its page and its notices say that they are an exercise. This cannot be changed later."));
    buildForm();
    for (QCheckBox *onlyOfNew : {m_sendPoster, m_exercise})
        onlyOfNew->setVisible(!m_existing);
    if (m_existing)
        fill(m_existing->details);
    m_before = details();
    adaptToKind();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FacilityDialog::adaptToKind);
    m_name->setFocus();
}

void FacilityDialog::buildForm()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addRow(form, u"kind"_s, tr("&Kind"), m_kind);
    addRow(form, u"name"_s, tr("&Name"), m_name);
    addRow(form, u"aliases"_s, tr("&Other names"), m_aliases);
    addRow(form, u"contact_name"_s, tr("&Contact person"), m_contactName);
    addRow(form, u"contact_email"_s, tr("&Mail address"), m_contactEmail);
    addRow(form, u"phone"_s, tr("&Phone"), m_phone);
    addRow(form, u"postal_code"_s, tr("Postal co&de"), m_postalCode);
    addRow(form, u"address"_s, tr("&Address", "postal"), m_address);
    addRow(form, u"from"_s, tr("&First day"), m_from);
    addRow(form, u"until"_s, tr("&Last day"), m_until);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *save =
        buttons->addButton(m_existing ? tr("Save chan&ges") : tr("&Register"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"facilityDialogSave"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &FacilityDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &FacilityDialog::closeCarefully);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_exercise);
    layout->addWidget(m_sendPoster);
    layout->addStretch(1);
    layout->addWidget(buttons);
    save->setDefault(true); // heeded only once the button is the dialog's
    tabAsLaidOut(*this);
    setMinimumWidth(520);
}

void FacilityDialog::addRow(QFormLayout *form, const QString &name, const QString &label, QWidget *field)
{
    const Row row{new QLabel(label), field, new ProblemLabel(name, field)};
    row.label->setBuddy(field);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(field, 0,
                    field->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding ? Qt::Alignment()
                                                                                     : Qt::AlignLeft);
    cell->addWidget(row.problem);
    form->addRow(row.label, cell);
    m_rows.insert(name, row);
}

void FacilityDialog::fill(const FacilityDetails &details)
{
    m_kind->setCurrentIndex(m_kind->findData(int(details.kind)));
    m_name->setText(details.name);
    m_aliases->setPlainText(details.aliases);
    m_contactName->setText(details.contactName);
    m_contactEmail->setText(details.contactEmail);
    m_phone->setText(details.phone);
    m_postalCode->setText(details.postalCode);
    m_address->setText(details.address);
    if (details.from)
        m_from->setDate(*details.from);
    if (details.until)
        m_until->setDate(*details.until);
}

// REQUIREMENTS O1: of an event, the first field is its name, the second organiser and person, and it has
// days.
void FacilityDialog::adaptToKind()
{
    const bool event = m_kind->currentData().toInt() == int(FacilityKind::Event);
    m_rows[u"name"_s].label->setText(event ? tr("&Name of the event") : tr("&Name"));
    m_rows[u"contact_name"_s].label->setText(event ? tr("Organiser and &contact") : tr("&Contact person"));
    for (const QString &name : {u"from"_s, u"until"_s}) {
        m_rows[name].label->setVisible(event);
        m_rows[name].field->setVisible(event);
        if (!event)
            m_rows[name].problem->dismiss();
    }
    growToFit(*this);
}

FacilityDetails FacilityDialog::details() const
{
    FacilityDetails details;
    details.kind = FacilityKind(m_kind->currentData().toInt());
    details.name = m_name->text();
    details.aliases = m_aliases->toPlainText();
    details.contactName = m_contactName->text();
    details.contactEmail = m_contactEmail->text();
    details.phone = m_phone->text();
    details.postalCode = m_postalCode->text();
    details.address = m_address->text();
    details.from = m_from->date();
    details.until = m_until->date();
    details.exercise = m_exercise->isChecked();
    return mended(details);
}

bool FacilityDialog::check(const FacilityDetails &details)
{
    for (const Row &row : std::as_const(m_rows))
        row.problem->dismiss();
    const QList<FieldProblem> found = problems(details);
    for (const FieldProblem &problem : found)
        m_rows.value(problem.field).problem->present(problem.message);
    if (!found.isEmpty())
        m_rows.value(found.first().field).field->setFocus();
    growToFit(*this);
    return found.isEmpty();
}

bool FacilityDialog::acceptDuplicates(const FacilityDetails &details)
{
    const Result<QList<Facility>> others = m_context.office.facilities.duplicatesOf(details);
    if (!others) {
        m_context.dialogs.showError(this, others.error());
        return false;
    }
    QStringList codes;
    for (const Facility &other : *others) {
        if (!m_existing || other.id != m_existing->id)
            codes << other.code.checkCode();
    }
    if (codes.isEmpty())
        return true;
    return m_context.dialogs.confirm(
        this, {.title = windowTitle(),
               .text = tr("A facility with this name and address is registered already."),
               .explanation =
                   tr("Its check code is %1. Two codes for one place make it harder to find everybody who "
                      "was there.")
                       .arg(codes.join(u", "_s)),
               .action = m_existing ? tr("&Save all the same") : tr("&Register all the same")});
}

void FacilityDialog::save()
{
    const FacilityDetails wanted = details();
    if (!check(wanted) || !acceptDuplicates(wanted))
        return;
    const Result<FacilityId> id = store(wanted);
    if (!id) {
        m_context.dialogs.showError(this, id.error());
        return;
    }
    Q_EMIT saved(*id, !m_existing && m_sendPoster->isChecked());
    accept();
}

Result<FacilityId> FacilityDialog::store(const FacilityDetails &details)
{
    if (m_existing) {
        FacilityDetails wanted = details;
        wanted.exercise = m_existing->details.exercise;
        if (const Result<> corrected = m_correct(*m_existing, wanted); !corrected)
            return passOn(corrected);
        return m_existing->id;
    }
    const Result<Facility> added =
        m_context.office.facilityDesk.add(*m_session, details, m_sendPoster->isChecked(), u"ja"_s);
    if (!added)
        return passOn(added);
    return added->id;
}

} // namespace shirase
