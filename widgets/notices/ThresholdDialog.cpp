// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/ThresholdDialog.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/StepFrame.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QSpinBox *numberEdit(const QString &name, int least)
{
    auto *edit = new QSpinBox;
    edit->setObjectName(name);
    edit->setRange(least, NoticeThresholds::most);
    edit->setGroupSeparatorShown(true);
    return edit;
}

} // namespace

ThresholdDialog::ThresholdDialog(PageContext context, const SharedSession &session, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_session(session)
    , m_list(new QTreeWidget)
    , m_kind(new QComboBox)
    , m_infected(numberEdit(u"thresholdInfected"_s, 1))
    , m_registrations(numberEdit(u"thresholdRegistrations"_s, 0))
    , m_recommendation(new QComboBox)
    , m_set(new QPushButton(tr("&Set")))
    , m_remove(new QPushButton(icons::themed(u"list-remove"_s, u"remove"_s), tr("&Remove")))
    , m_problem(wrappedLabel(u"thresholdProblem"_s))
{
    setObjectName(u"thresholdDialog"_s);
    setWindowTitle(tr("Thresholds"));
    m_list->setObjectName(u"thresholdList"_s);
    m_list->setAccessibleName(tr("Thresholds"));
    m_list->setHeaderLabels(
        {tr("Kind of place"), tr("Infected people (at least)"), tr("Registrations (at least)"), tr("Recommendation")});
    m_list->headerItem()->setTextAlignment(1, Qt::AlignHCenter | Qt::AlignVCenter);
    m_list->headerItem()->setTextAlignment(2, Qt::AlignHCenter | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in a field leaves nothing
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(
        wrappedLabel({}, tr("When a notice is recommended. The strongest threshold that a case reaches counts. Below "
                            "all of them, approving a notice needs a reason.")));
    layout->addWidget(m_list, 1);
    layout->addWidget(makeEntry());
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    m_problem->hide();
    resize(620, 580); // for the nine that there are at first

    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ThresholdDialog::adopt);
    connect(m_set, &QPushButton::clicked, this, &ThresholdDialog::set);
    connect(m_remove, &QPushButton::clicked, this, &ThresholdDialog::remove);
    load();
}

QWidget *ThresholdDialog::makeEntry()
{
    m_kind->setObjectName(u"thresholdKind"_s);
    for (const FacilityKind kind : {FacilityKind::Store, FacilityKind::Event, FacilityKind::Facility})
        m_kind->addItem(Texts::of(kind), int(kind));
    m_recommendation->setObjectName(u"thresholdRecommendation"_s);
    for (const Recommendation recommendation : {Recommendation::Send, Recommendation::Consider})
        m_recommendation->addItem(Texts::of(recommendation), int(recommendation));
    m_set->setObjectName(u"thresholdSet"_s);
    m_set->setToolTip(
        tr("Adds this threshold, or changes the recommendation of the one with these numbers."));
    m_remove->setObjectName(u"thresholdRemove"_s);
    m_set->setAutoDefault(false);
    m_remove->setAutoDefault(false);

    auto *entry = new QWidget;
    auto *form = new QFormLayout(entry);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Kind of place"), m_kind);
    form->addRow(tr("&Infected people (at least)"), m_infected);
    form->addRow(tr("Re&gistrations (at least)"), m_registrations);
    form->addRow(tr("Re&commendation"), m_recommendation);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_remove);
    row->addWidget(m_set);
    form->addRow(row);
    return entry;
}

NoticeThresholds ThresholdDialog::thresholds() const
{
    return NoticeThresholds(m_context.office.database, m_context.office.facilities,
                            m_context.office.staff.audit());
}

void ThresholdDialog::load()
{
    const Result<QList<NoticeThreshold>> all = thresholds().list();
    m_shown = all.value_or(QList<NoticeThreshold>());
    m_list->clear();
    for (const NoticeThreshold &threshold : std::as_const(m_shown)) {
        auto *item = new QTreeWidgetItem(
            m_list, {Texts::of(threshold.kind), Texts::number(threshold.infected),
                     Texts::number(threshold.registrations), Texts::of(threshold.recommendation)});
        item->setTextAlignment(1, Qt::AlignHCenter | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    m_remove->setEnabled(false);
    if (!all)
        finish(passOn(all));
}

// The fields show what is chosen, to be changed.
void ThresholdDialog::adopt()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_remove->setEnabled(row >= 0 && m_list->currentItem()->isSelected());
    if (row < 0)
        return;
    const NoticeThreshold &threshold = m_shown[row];
    m_kind->setCurrentIndex(m_kind->findData(int(threshold.kind)));
    m_infected->setValue(threshold.infected);
    m_registrations->setValue(threshold.registrations);
    m_recommendation->setCurrentIndex(m_recommendation->findData(int(threshold.recommendation)));
}

NoticeThreshold ThresholdDialog::entered() const
{
    return {.kind = FacilityKind(m_kind->currentData().toInt()),
            .infected = m_infected->value(),
            .registrations = m_registrations->value(),
            .recommendation = Recommendation(m_recommendation->currentData().toInt())};
}

void ThresholdDialog::set()
{
    if (const SharedSession session = m_session.lock())
        finish(thresholds().set(*session, entered(), m_shown));
}

void ThresholdDialog::remove()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (const SharedSession session = m_session.lock(); session && row >= 0)
        finish(thresholds().remove(*session, m_shown[row], m_shown));
}

void ThresholdDialog::finish(const Result<> &result)
{
    if (result || result.error().code == ErrorCode::Conflict)
        load();
    m_problem->setVisible(!result);
    m_problem->setText(result ? QString() : result.error().message);
}

} // namespace shirase
