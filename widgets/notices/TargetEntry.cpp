// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TargetEntry.h"

#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeDesk.h"
#include "widgets/common/Icons.h"
#include "widgets/common/JapaneseDateTimeEdit.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityPicker.h"
#include "widgets/notices/StepFrame.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace shirase {

using namespace Qt::StringLiterals;

TargetEntry::TargetEntry(Worker &reader, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_picker(new FacilityPicker(reader))
    , m_wholeDay(new QRadioButton(tr("Whole da&y")))
    , m_window(new QRadioButton(tr("Time &window")))
    , m_day(new QDateEdit)
    , m_from(new JapaneseDateTimeEdit)
    , m_until(new JapaneseDateTimeEdit)
    , m_problem(wrappedLabel(u"targetProblem"_s))
    , m_add(new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("Add &place")))
{
    m_picker->setMinimumWidth(220);
    m_picker->setMinimumHeight(m_picker->fontMetrics().lineSpacing() * 9);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_picker, 1);
    layout->addWidget(makeTimes());

    connect(m_picker, &FacilityPicker::chosenChanged, this, &TargetEntry::adapt);
    connect(m_picker, &FacilityPicker::activated, this, &TargetEntry::enter);
    connect(m_picker, &FacilityPicker::failed, this, &TargetEntry::failed);
    connect(m_wholeDay, &QRadioButton::toggled, this, &TargetEntry::adapt);
    connect(m_add, &QPushButton::clicked, this, &TargetEntry::enter);
}

QWidget *TargetEntry::makeTimes()
{
    m_wholeDay->setObjectName(u"targetWholeDay"_s);
    m_window->setObjectName(u"targetWindow"_s);
    m_day->setObjectName(u"targetDay"_s);
    m_day->setAccessibleName(tr("Day, Japanese time"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(Texts::dayFormat());
    m_from->setObjectName(u"targetFrom"_s);
    m_from->setAccessibleName(tr("From, Japanese time"));
    m_until->setObjectName(u"targetUntil"_s);
    m_until->setAccessibleName(tr("Until, Japanese time"));
    m_add->setObjectName(u"targetAdd"_s);

    auto *times = new QWidget;
    auto *grid = new QGridLayout(times);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_wholeDay, 0, 0);
    grid->addWidget(m_day, 0, 1);
    grid->addWidget(m_window, 1, 0, 1, 2, Qt::AlignLeft);
    grid->addWidget(new QLabel(tr("From", "a time, of a window of time")), 2, 0, Qt::AlignRight);
    grid->addWidget(m_from, 2, 1);
    grid->addWidget(new QLabel(tr("Until", "a time, of a window of time")), 3, 0, Qt::AlignRight);
    grid->addWidget(m_until, 3, 1);
    grid->addWidget(wrappedLabel({}, tr("Times are Japanese time.")), 4, 0, 1, 2);
    grid->addWidget(m_problem, 5, 0, 1, 2);
    grid->setRowStretch(6, 1);
    grid->addWidget(m_add, 7, 1, Qt::AlignRight);
    return times;
}

void TargetEntry::reset()
{
    constexpr qint64 hour = 3600;
    const qint64 now = m_clock.now();
    const QDate today = japan::dayOf(now);
    m_picker->clear();
    m_picker->refresh();
    m_wholeDay->setChecked(true);
    m_day->setMaximumDate(today);
    m_day->setDate(today);
    const qint64 thisHour = now - now % hour;
    m_from->setAt(thisHour - 2 * hour);
    m_until->setAt(thisHour);
    setProblem({});
    adapt();
}

void TargetEntry::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TargetEntry::adapt()
{
    const bool whole = m_wholeDay->isChecked();
    m_day->setEnabled(whole);
    m_from->setEnabled(!whole);
    m_until->setEnabled(!whole);
    m_add->setEnabled(m_picker->chosen().has_value());
}

NoticeTarget TargetEntry::target(FacilityId facility) const
{
    if (m_wholeDay->isChecked())
        return NoticeTarget::wholeDay(facility, m_day->date());
    return {.facility = facility, .from = m_from->at(), .until = m_until->at()};
}

void TargetEntry::enter()
{
    const std::optional<Facility> facility = m_picker->chosen();
    if (!facility)
        return;
    const NoticeTarget chosen = target(facility->id);
    setProblem({});
    if (chosen.until <= chosen.from)
        setProblem(tr("The window of time has to end after it begins."));
    else if (chosen.until - chosen.from > NoticeDesk::longestWindow)
        setProblem(tr("A window of time may be at most 14 days long."));
    else
        Q_EMIT entered({chosen, Texts::name(facility->details), facility->details.exercise});
}

} // namespace shirase
