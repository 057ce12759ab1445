// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/AnsweringDialogs.h"

#include <QPrinter>

namespace shirase {

void AnsweringDialogs::showError(QWidget *, const Error &error)
{
    errors << error;
    if (meanwhile)
        meanwhile();
}

bool AnsweringDialogs::confirm(QWidget *, const Question &question)
{
    questions << question;
    if (meanwhile)
        meanwhile();
    return agrees;
}

std::optional<QString> AnsweringDialogs::askText(QWidget *, const Question &question)
{
    questions << question;
    return text;
}

std::optional<int> AnsweringDialogs::askNumber(QWidget *, const Question &question, int, int, int)
{
    questions << question;
    return number;
}

std::optional<QString> AnsweringDialogs::askSaveName(QWidget *, const QString &, const QString &suggestion,
                                                     const QStringList &)
{
    suggestedName = suggestion;
    return saveName;
}

std::optional<QString> AnsweringDialogs::askOpenName(QWidget *, const QString &, const QStringList &)
{
    return openName;
}

std::optional<QString> AnsweringDialogs::askFolder(QWidget *, const QString &)
{
    return folder;
}

std::optional<QColor> AnsweringDialogs::askColour(QWidget *, const QString &, const QColor &)
{
    return colour;
}

bool AnsweringDialogs::setUpPrinter(QWidget *, QPrinter &printer)
{
    printer.setOutputFileName(printTo);
    if (paper)
        printer.setPageSize(*paper);
    return !printTo.isEmpty();
}

void AnsweringDialogs::previewPrint(QWidget *, QPrinter &printer,
                                    const std::function<void(QPrinter &)> &paint)
{
    printer.setOutputFileName(printTo);
    paint(printer);
}

} // namespace shirase
