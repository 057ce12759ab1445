// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

class QMenu;
class QWidget;

namespace shirase {

/// Letters of the keyboard that Alt takes, and whose they are: each may be one part's alone.
class Letters
{
public:
    /// @param text with the letter, as in "&Save" @param whose names it in a fault
    void add(const QString &text, const QString &whose);
    /// A letter that is shown and does nothing.
    void addDead(const QString &text) { m_faults << QStringLiteral("a letter without effect: ") + text; }
    [[nodiscard]] QStringList faults() const { return m_faults; }

private:
    QMap<QString, QString> m_owners;
    QStringList m_faults;
};

/// Adds a line for each entry of a menu, and of those in it, that has no letter or another one's.
void checkMenu(QMenu &menu, const QString &path, QStringList &faults);
/// The letters that Alt takes while this window is in front.
[[nodiscard]] Letters lettersOf(const QWidget &front);

} // namespace shirase
