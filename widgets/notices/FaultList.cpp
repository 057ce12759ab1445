// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/FaultList.h"

#include "core/notices/NoticeTextCheck.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/MarkedTextEdit.h"

#include <QEvent>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLinesShown = 4;

QString placeOf(const FaultList::Entry &entry)
{
    const QString language = Texts::language(entry.language);
    if (entry.fault.part == TextFault::Part::Subject)
        return FaultList::tr("%1, subject", "a language").arg(language);
    const TextPosition place = positionOf(entry.text.body, entry.fault.place.offset);
    return FaultList::tr("%1, line %2", "a language").arg(language).arg(place.line);
}

} // namespace

FaultList::FaultList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"textFaults"_s);
    setAccessibleName(tr("What is wrong with the text"));
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    const auto choose = [this](const QListWidgetItem *item) {
        const Entry entry = m_entries.value(row(item));
        Q_EMIT chosen(entry.language, entry.fault);
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    setEntries({});
}

void FaultList::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    m_refused = int(std::ranges::count_if(
        entries, [](const Entry &entry) { return entry.fault.severity() == TextFault::Severity::Refused; }));
    fill();
    setVisible(!entries.isEmpty());
    updateGeometry();
}

void FaultList::fill()
{
    clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        const bool isRefused = entry.fault.severity() == TextFault::Severity::Refused;
        auto *item = new QListWidgetItem(icons::own(isRefused ? u"problem"_s : u"warning"_s),
                                         u"%1: %2"_s.arg(placeOf(entry), entry.fault.message), this);
        item->setForeground(MarkedTextEdit::colourOf(entry.fault.severity(), palette()));
    }
}

// As high as its lines, up to a few.
QSize FaultList::sizeHint() const
{
    int height = frameWidth() * 2;
    for (int i = 0; i < std::min(count(), mostLinesShown); ++i)
        height += sizeHintForRow(i);
    return {QListWidget::sizeHint().width(), height};
}

QSize FaultList::minimumSizeHint() const
{
    return {QListWidget::minimumSizeHint().width(), sizeHint().height()};
}

void FaultList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace shirase
