// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/Letters.h"

#include <QAbstractButton>
#include <QAction>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>

namespace shirase {

using namespace Qt::StringLiterals;

void Letters::add(const QString &text, const QString &whose)
{
    const QKeySequence letter = QKeySequence::mnemonic(text);
    if (letter.isEmpty())
        return;
    const QString key = letter.toString();
    if (m_owners.contains(key))
        m_faults << u"%1: %2 and %3"_s.arg(key, m_owners[key], whose);
    m_owners.insert(key, whose);
}

void checkMenu(QMenu &menu, const QString &path, QStringList &faults)
{
    Q_EMIT menu.aboutToShow();
    Letters letters;
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = path + u" › "_s + action->text();
        if (QKeySequence::mnemonic(action->text()).isEmpty())
            faults << u"no letter: "_s + text;
        letters.add(action->text(), text);
        if (action->menu())
            checkMenu(*action->menu(), text, faults);
    }
    faults << letters.faults();
}

Letters lettersOf(const QWidget &front)
{
    static const QRegularExpression japaneseLetter(u"\\p{Lo}\\(&?[A-Z]\\)"_s); // as in 名前(N)
    Letters letters;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &front)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *box = qobject_cast<const QGroupBox *>(widget);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            letters.add(button->text(), button->text());
            if (const QKeySequence letter = QKeySequence::mnemonic(button->text());
                !letter.isEmpty() && button->shortcut() != letter)
                letters.addDead(button->text());
        } else if (label && label->buddy()) {
            letters.add(label->text(), label->text());
            if (!QKeySequence::mnemonic(label->text()).isEmpty() &&
                label->buddy()->focusPolicy() == Qt::NoFocus)
                letters.addDead(label->text());
        } else if (label && label->text().contains(japaneseLetter))
            letters.addDead(label->text());
        else if (box)
            letters.add(box->title(), box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                letters.add(tabs->tabText(i), tabs->tabText(i));
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                letters.add(action->text(), action->text());
        }
    }
    return letters;
}

} // namespace shirase
