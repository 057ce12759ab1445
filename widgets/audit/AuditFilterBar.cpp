// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/audit/AuditFilterBar.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/audit/AuditTexts.h"
#include "widgets/common/Choices.h"
#include "widgets/common/Texts.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

AuditFilterBar::AuditFilterBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_account(new QComboBox)
    , m_action(new QComboBox)
    , m_period(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QLabel(tr("to", "between two days")))
    , m_until(new QDateEdit)
    , m_count(new QLabel)
{
    build();
    for (QComboBox *choice : {m_account, m_action})
        connect(choice, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        showDays();
        Q_EMIT changed();
    });
    for (QDateEdit *day : {m_from, m_until})
        connect(day, &QDateEdit::dateChanged, this, &AuditFilterBar::changed);
    clear();
}

void AuditFilterBar::build()
{
    m_account->setObjectName(u"auditAccountFilter"_s);
    m_account->setAccessibleName(tr("Show whose actions"));
    m_action->setObjectName(u"auditActionFilter"_s);
    m_action->setAccessibleName(tr("Show which actions"));
    m_action->addItem(tr("Every action"));
    const QStringList actions = AuditTexts::actions();
    for (const QString &action : actions)
        m_action->addItem(AuditTexts::action(action), action);
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->setMinimumContentsLength(22);
    m_action->setMaxVisibleItems(int(actions.size()) + 1);
    m_period->setObjectName(u"auditPeriodFilter"_s);
    m_period->setAccessibleName(tr("Show which days"));
    m_period->addItems(
        {tr("All days"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Chosen days")});
    m_from->setObjectName(u"auditFrom"_s);
    m_from->setAccessibleName(tr("First day"));
    m_until->setObjectName(u"auditUntil"_s);
    m_until->setAccessibleName(tr("Last day"));
    for (QDateEdit *day : {m_from, m_until}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(Texts::dayFormat());
        // Qt forgets the margins of the field: without more, the last letter of a Japanese day is cut off.
        day->setMinimumWidth(day->fontMetrics().horizontalAdvance(Texts::day(QDate(2028, 12, 28))) + 36);
    }
    m_count->setObjectName(u"auditCount"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_account, m_action, m_period, m_from, m_to, m_until})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addWidget(m_count);
}

void AuditFilterBar::setAccounts(const QStringList &names)
{
    const QString everybody = tr("Everybody");
    if (choicesOf(*m_account) == QStringList(everybody) + names)
        return;
    const QSignalBlocker quiet(m_account);
    const QString chosen = m_account->currentData().toString();
    m_account->clear();
    m_account->addItem(everybody);
    for (const QString &name : names)
        m_account->addItem(name, name);
    m_account->setCurrentIndex(qMax(0, m_account->findData(chosen)));
}

void AuditFilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

AuditLog::Filter AuditFilterBar::filter() const
{
    AuditLog::Filter filter{.account = m_account->currentData().toString(),
                            .action = m_action->currentData().toString(),
                            .from = {},
                            .until = {}};
    const QDate today = japan::dayOf(m_clock.now());
    switch (m_period->currentIndex()) {
    case Today:
        filter.from = japan::startOf(today);
        break;
    case SevenDays:
        filter.from = japan::startOf(today.addDays(-6));
        break;
    case ThirtyDays:
        filter.from = japan::startOf(today.addDays(-29));
        break;
    case ChosenDays: { // in whichever order they stand
        const auto [first, last] = std::minmax({m_from->date(), m_until->date()});
        filter.from = japan::startOf(first);
        filter.until = japan::startOf(last.addDays(1));
        break;
    }
    default:
        break;
    }
    return filter;
}

bool AuditFilterBar::offersAccount(const QString &name) const
{
    return m_account->findData(name) > 0;
}

void AuditFilterBar::showAccount(const QString &name)
{
    m_account->setCurrentIndex(qMax(0, m_account->findData(name)));
}

void AuditFilterBar::showAction(const QString &action)
{
    m_action->setCurrentIndex(qMax(0, m_action->findData(action)));
}

void AuditFilterBar::showDays()
{
    const bool chosen = m_period->currentIndex() == ChosenDays;
    for (QWidget *part : std::initializer_list<QWidget *>{m_from, m_to, m_until})
        part->setVisible(chosen);
}

void AuditFilterBar::clear()
{
    const QSignalBlocker quiet(this);
    setAccounts({});
    m_action->setCurrentIndex(0);
    m_period->setCurrentIndex(AllDays);
    const QDate today = japan::dayOf(m_clock.now());
    m_from->setDate(today.addDays(-6));
    m_until->setDate(today);
    m_count->clear();
    showDays();
}

} // namespace shirase
