// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/WarningList.h"

#include "widgets/common/IconLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString buttonText(DashboardGoal::Place place)
{
    switch (place) {
    case DashboardGoal::Place::Facility:
        return WarningList::tr("Show the facility");
    case DashboardGoal::Place::Notice:
        return WarningList::tr("Show the notice");
    case DashboardGoal::Place::Notices:
        return WarningList::tr("Show the notices");
    case DashboardGoal::Place::Mail:
        return WarningList::tr("Show the mail queue");
    case DashboardGoal::Place::Setting:
        return WarningList::tr("Show the setting");
    case DashboardGoal::Place::Erasure:
        return WarningList::tr("Try the erasure now");
    case DashboardGoal::Place::Web:
        return WarningList::tr("Open the web server again");
    default:
        return {};
    }
}

QLabel *sentence(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

/// One warning.
class WarningList::Row final : public QWidget
{
public:
    Row()
        : m_what(sentence(u"warningWhat"_s))
        , m_todo(sentence(u"warningTodo"_s))
        , m_button(new QPushButton)
    {
        QFont strong = m_what->font();
        strong.setBold(true);
        m_what->setFont(strong);
        m_button->setObjectName(u"warningButton"_s);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(m_what);
        texts->addWidget(m_todo);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(new IconLabel(u"warning"_s), 0, Qt::AlignTop);
        layout->addLayout(texts, 1);
        layout->addWidget(m_button, 0, Qt::AlignVCenter);
    }

    [[nodiscard]] const DashboardWarning &warning() const { return m_warning; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

    void present(const DashboardWarning &warning)
    {
        m_warning = warning;
        m_what->setText(warning.what);
        m_todo->setText(warning.todo);
        const QString text = buttonText(warning.goal.place);
        m_button->setText(text);
        m_button->setVisible(!text.isEmpty());
        m_button->setAccessibleDescription(warning.what);
        setAccessibleName(warning.what);
        setAccessibleDescription(warning.todo);
    }

private:
    DashboardWarning m_warning;
    QLabel *m_what;
    QLabel *m_todo;
    QPushButton *m_button;
};

WarningList::WarningList(QWidget *parent)
    : NoteBox(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"warningList"_s);
    setAccessibleName(tr("What wants attention"));
    m_layout->setContentsMargins(10, 8, 10, 8);
    m_layout->setSpacing(8);
    hide();
}

void WarningList::present(const QList<DashboardWarning> &warnings)
{
    if (std::ranges::equal(m_rows, warnings, {}, &Row::warning))
        return;
    const bool more = warnings.size() > m_rows.size();
    m_rows = rowsFor(warnings);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_layout->insertWidget(int(i), m_rows[i]);
        m_rows[i]->present(warnings[i]);
        m_rows[i]->show();
        if (i > 0)
            setTabOrder(m_rows[i - 1]->button(), m_rows[i]->button());
    }
    setVisible(!warnings.isEmpty());
    if (more) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

// A warning keeps its row, and with it the focus, wherever it comes to stand and whatever of its sentence changes.
QList<WarningList::Row *> WarningList::rowsFor(const QList<DashboardWarning> &warnings)
{
    QList<Row *> rows(warnings.size(), nullptr);
    const auto keep = [&](const auto &isSame) {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto kept = std::ranges::find_if(
                m_rows, [&](const Row *row) { return !rows[i] && isSame(row->warning(), warnings[i]); });
            if (kept != m_rows.end())
                rows[i] = m_rows.takeAt(kept - m_rows.begin());
        }
    };
    keep([](const DashboardWarning &shown, const DashboardWarning &now) { return shown == now; });
    keep([](const DashboardWarning &shown, const DashboardWarning &now) { return shown.goal == now.goal; });
    for (Row *gone : std::as_const(m_rows)) {
        gone->hide();
        gone->deleteLater(); // its button may be what led here
    }
    for (Row *&row : rows) {
        if (row)
            continue;
        row = new Row;
        connect(row->button(), &QPushButton::clicked, this, [this, row] { Q_EMIT asked(row->warning().goal); });
    }
    return rows;
}

} // namespace shirase
