// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QColor>
#include <QString>

#include <functional>
#include <optional>

class QPrinter;
class QWidget;

namespace shirase {

/// What a dialog asks.
struct Question
{
    QString title;
    QString text;        ///< one sentence
    QString explanation; ///< what it means; may be empty
    QString action;      ///< the button that goes ahead: a verb
    bool grave = false;  ///< cannot be undone: "Cancel" is the button that Enter presses
};

/// Every question that the window asks in a dialog of its own event loop, behind one interface, so that tests
/// answer them. An answer that is missing means that the person did not go ahead; a caller then does nothing,
/// as the window may have been locked meanwhile.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// The sentence, with the detail folded away and copyable.
    virtual void showError(QWidget *parent, const Error &error) = 0;
    [[nodiscard]] virtual bool confirm(QWidget *parent, const Question &question) = 0;
    /// A text of at least one letter.
    [[nodiscard]] virtual std::optional<QString> askText(QWidget *parent, const Question &question) = 0;
    [[nodiscard]] virtual std::optional<int> askNumber(QWidget *parent, const Question &question,
                                                       int standard, int minimum, int maximum) = 0;
    /// A path with one of the endings. @param endings as in "pdf"; the first is the suggested one
    [[nodiscard]] virtual std::optional<QString> askSaveName(QWidget *parent, const QString &title,
                                                             const QString &suggestion,
                                                             const QStringList &endings) = 0;
    /// A file that exists. @param endings as in "csv"
    [[nodiscard]] virtual std::optional<QString> askOpenName(QWidget *parent, const QString &title,
                                                             const QStringList &endings) = 0;
    /// A folder that exists.
    [[nodiscard]] virtual std::optional<QString> askFolder(QWidget *parent, const QString &title) = 0;
    [[nodiscard]] virtual std::optional<QColor> askColour(QWidget *parent, const QString &title, const QColor &current) = 0;
    /// The print dialog; the printer is set up when this returns true.
    [[nodiscard]] virtual bool setUpPrinter(QWidget *parent, QPrinter &printer) = 0;
    /// The print preview; it paints as often as it wants to.
    virtual void previewPrint(QWidget *parent, QPrinter &printer,
                              const std::function<void(QPrinter &)> &paint) = 0;
};

} // namespace shirase
