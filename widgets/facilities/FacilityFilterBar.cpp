// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityFilterBar.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Choices.h"
#include "widgets/common/Texts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityFilterBar::FacilityFilterBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_kind(new QComboBox)
    , m_state(new QComboBox)
    , m_area(new QComboBox)
    , m_period(new QComboBox)
    , m_days(new QWidget)
    , m_from(new QDateEdit)
    , m_until(new QDateEdit)
    , m_all(new QPushButton(tr("Show a&ll")))
    , m_count(new QLabel)
{
    build();
    buildPeriod();
    for (QComboBox *choice : {m_kind, m_state, m_period})
        connect(choice, &QComboBox::currentIndexChanged, this, &FacilityFilterBar::changed);
    connect(m_area, &QComboBox::editTextChanged, this, &FacilityFilterBar::changed);
    for (QDateEdit *day : {m_from, m_until})
        connect(day, &QDateEdit::dateChanged, this, &FacilityFilterBar::changed);
    connect(m_all, &QPushButton::clicked, this, &FacilityFilterBar::clear);
    connect(this, &FacilityFilterBar::changed, this, &FacilityFilterBar::showParts);
    clear();
}

void FacilityFilterBar::build()
{
    m_kind->setObjectName(u"facilityKindFilter"_s);
    m_kind->setAccessibleName(tr("Show which kind"));
    m_kind->addItem(tr("Every kind"));
    for (const FacilityKind kind : {FacilityKind::Store, FacilityKind::Event, FacilityKind::Facility})
        m_kind->addItem(Texts::of(kind), int(kind));
    m_state->setObjectName(u"facilityStateFilter"_s);
    m_state->setAccessibleName(tr("Show which state"));
    m_state->addItem(tr("Every state"));
    for (const FacilityState state :
         {FacilityState::Active, FacilityState::Suspended, FacilityState::Retired})
        m_state->addItem(Texts::of(state), int(state));
    m_area->setObjectName(u"facilityAreaFilter"_s);
    m_area->setAccessibleName(tr("Show which area"));
    m_area->setToolTip(tr("The beginning of an address or of a postal code"));
    m_area->setEditable(true);
    m_area->setInsertPolicy(QComboBox::NoInsert);
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_area->setMinimumContentsLength(10);
    m_area->lineEdit()->setPlaceholderText(tr("Every area"));
    m_area->lineEdit()->setClearButtonEnabled(true);
    m_all->setObjectName(u"facilityShowAll"_s);
    m_all->setFlat(true);
    m_count->setObjectName(u"facilityCount"_s);

    // The days have a line of their own, as a window of 1024 pixels has no room for them beside the rest.
    auto *filters = new QHBoxLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_kind, m_state, m_area, m_period, m_all})
        filters->addWidget(part);
    filters->addStretch(1);
    filters->addWidget(m_count);
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{new QLabel(tr("Registered from")), m_from,
                                                          new QLabel(tr("to", "between two days")), m_until})
        days->addWidget(part);
    days->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(filters);
    layout->addWidget(m_days);
}

void FacilityFilterBar::buildPeriod()
{
    m_period->setObjectName(u"facilityPeriodFilter"_s);
    m_period->setAccessibleName(tr("Show those registered when"));
    m_period->addItems({tr("Registered any time"), tr("Registered today"),
                        tr("Registered in the last 7 days"), tr("Registered in the last 30 days"),
                        tr("Registered between…")});
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_period->setMinimumContentsLength(20);
    m_period->view()->setMinimumWidth(m_period->view()->sizeHintForColumn(0));
    m_from->setObjectName(u"facilityFrom"_s);
    m_from->setAccessibleName(tr("Registered from"));
    m_until->setObjectName(u"facilityUntil"_s);
    m_until->setAccessibleName(tr("Registered until"));
    for (QDateEdit *day : {m_from, m_until}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(Texts::dayFormat());
        // Qt forgets the margins of the field: without more, the last letter of a Japanese day is cut off.
        day->setMinimumWidth(day->fontMetrics().horizontalAdvance(Texts::day(QDate(2028, 12, 28))) + 36);
    }
}

void FacilityFilterBar::apply(FacilityQuery &query) const
{
    query.kind = m_kind->currentIndex() > 0 ? std::optional(FacilityKind(m_kind->currentData().toInt()))
                                            : std::nullopt;
    query.state = m_state->currentIndex() > 0 ? std::optional(FacilityState(m_state->currentData().toInt()))
                                              : std::nullopt;
    query.area = m_area->currentText();
    query.registeredFrom.reset();
    query.registeredUntil.reset();
    const QDate today = japan::dayOf(m_clock.now());
    switch (m_period->currentIndex()) {
    case Today:
        query.registeredFrom = today;
        break;
    case SevenDays:
        query.registeredFrom = today.addDays(-6);
        break;
    case ThirtyDays:
        query.registeredFrom = today.addDays(-29);
        break;
    case ChosenDays: // in whichever order they stand
        std::tie(query.registeredFrom, query.registeredUntil) =
            std::minmax({m_from->date(), m_until->date()});
        break;
    default:
        break;
    }
}

bool FacilityFilterBar::narrows() const
{
    FacilityQuery query;
    apply(query);
    return query.narrows();
}

void FacilityFilterBar::setAreas(const QStringList &names)
{
    if (choicesOf(*m_area) == names)
        return;
    const QSignalBlocker quiet(m_area);
    const QString typed = m_area->currentText();
    QLineEdit *line = m_area->lineEdit();
    const int cursor = line->cursorPosition();
    int anchor = cursor; // the other end of what is selected, as what completes an area is
    if (line->hasSelectedText())
        anchor = cursor == line->selectionStart() ? line->selectionEnd() : line->selectionStart();
    m_area->clear();
    m_area->addItems(names);
    m_area->setCurrentIndex(-1);
    m_area->setEditText(typed);
    line->setSelection(anchor, cursor - anchor);
}

void FacilityFilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

void FacilityFilterBar::showParts()
{
    const bool chosen = m_period->currentIndex() == ChosenDays;
    m_days->setVisible(chosen);
    m_all->setVisible(narrows());
}

void FacilityFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_kind->setCurrentIndex(0);
        m_state->setCurrentIndex(0);
        m_area->setCurrentIndex(-1);
        m_area->clearEditText();
        m_period->setCurrentIndex(AnyTime);
        const QDate today = japan::dayOf(m_clock.now());
        m_from->setDate(today.addDays(-6));
        m_until->setDate(today);
        showParts();
    }
    Q_EMIT changed();
}

} // namespace shirase
