// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/FaultList.h"

#include "core/wording/NoticeTextCheck.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/MarkedTextEdit.h"

#include <QEvent>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 4;
constexpr int spaceAround = 6;
constexpr int narrowest = 200;

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
    setResizeMode(Adjust);
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

// As high as its lines, up to a few. The views' own hint does not know where they wrap.
QSize FaultList::sizeHint() const
{
    const int besides =
        iconSize().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 4 * spaceAround;
    const QRect room(0, 0, std::max(width() - besides, narrowest), 0);
    int height = frameWidth() * 2;
    for (int i = 0; i < std::min(count(), mostShown); ++i)
        height += fontMetrics().boundingRect(room, Qt::TextWordWrap, item(i)->text()).height() + spaceAround;
    return {QListWidget::sizeHint().width(), height};
}

QSize FaultList::minimumSizeHint() const
{
    return {QListWidget::minimumSizeHint().width(), sizeHint().height()};
}

// Lines wrap at another place, and may be more.
void FaultList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        QMetaObject::invokeMethod(
            this, [this] { updateGeometry(); }, Qt::QueuedConnection);
}

void FaultList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace shirase
