// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/WarningList.h"

#include "widgets/common/Icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

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
    label->setForegroundRole(QPalette::ToolTipText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

/// One warning.
class WarningList::Row final : public QWidget
{
public:
    Row()
        : m_icon(new QLabel)
        , m_what(sentence(u"warningWhat"_s))
        , m_todo(sentence(u"warningTodo"_s))
        , button(new QPushButton)
    {
        QFont strong = m_what->font();
        strong.setBold(true);
        m_what->setFont(strong);
        button->setObjectName(u"warningButton"_s);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(m_what);
        texts->addWidget(m_todo);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_icon, 0, Qt::AlignTop);
        layout->addLayout(texts, 1);
        layout->addWidget(button, 0, Qt::AlignVCenter);
        paintIcon();
    }

    void present(const DashboardWarning &warning)
    {
        m_what->setText(warning.what);
        m_todo->setText(warning.todo);
        const QString text = buttonText(warning.goal.place);
        button->setText(text);
        button->setVisible(!text.isEmpty());
        button->setAccessibleDescription(warning.what);
        setAccessibleName(warning.what);
        setAccessibleDescription(warning.todo);
    }

    void paintIcon()
    {
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
        m_icon->setPixmap(icons::own(u"warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    }

private:
    QLabel *m_icon;
    QLabel *m_what;
    QLabel *m_todo;

public:
    QPushButton *button;
};

WarningList::WarningList(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"warningList"_s);
    setAccessibleName(tr("What wants attention"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_layout->setContentsMargins(10, 8, 10, 8);
    m_layout->setSpacing(8);
    hide();
}

void WarningList::present(const QList<DashboardWarning> &warnings)
{
    if (warnings == m_warnings)
        return;
    const bool more = warnings.size() > m_warnings.size();
    m_warnings = warnings;
    while (m_rows.size() < warnings.size()) {
        auto *row = new Row;
        connect(row->button, &QPushButton::clicked, this,
                [this, place = m_rows.size()] { Q_EMIT asked(m_warnings[place].goal); });
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < warnings.size());
        if (i < warnings.size())
            m_rows[i]->present(warnings[i]);
    }
    setVisible(!warnings.isEmpty());
    if (more) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void WarningList::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (Row *row : std::as_const(m_rows))
            row->paintIcon();
    }
}

} // namespace shirase
