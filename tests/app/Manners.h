// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModelTester>
#include <QStringList>

#include <memory>
#include <vector>

class QWidget;

/// What holds for whatever is in front (REQUIREMENTS S10). Each function gives a line per fault.
namespace shirase::manners {

/// What a screen reader comes to without a role, a name, or a word on what it is for.
/// @param heard counts the parts that it comes to
[[nodiscard]] QStringList notTold(QWidget &front, int &heard);
/// Fields that say not what they are for to those who ask: what's-this, or a tool tip.
[[nodiscard]] QStringList withoutHelp(const QWidget &front);
/// What cannot be used without a mouse (WCAG 2.2 SC 2.1.1, 2.1.2).
[[nodiscard]] QStringList notReachedByTab(QWidget &front);
/// Dialogs go at Escape, but for those that may not: a sheet that nobody has yet, and the log-in, which ends the program.
[[nodiscard]] QStringList notLeftByEscape(QWidget &front);
/// Rows too low to be hit (WCAG 2.2 SC 2.5.8).
[[nodiscard]] QStringList lowRows(const QWidget &front);
/// Fields and buttons that have less room than they need. What is within a field is its own.
[[nodiscard]] QStringList squashed(const QWidget &front);
/// Room that nothing needs, in a dialog that has not been given a size.
[[nodiscard]] QStringList loose(const QWidget &front);
/// What a layout put over each other: a part that grew when those around it had their places already.
[[nodiscard]] QStringList overlapping(const QWidget &front);
/// Pictures that are not drawn for the screen's pixels.
[[nodiscard]] QStringList blurred(const QWidget &front);

/// The models of what is in front keep the rules of QAbstractItemModel while this lives.
class Testers
{
public:
    explicit Testers(const QWidget &front);

private:
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

} // namespace shirase::manners
