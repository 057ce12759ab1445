// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QList>
#include <QPageSize>
#include <QStringList>

#include <functional>

namespace shirase {

/// Answers every question as a test has set it, and remembers what was asked.
class AnsweringDialogs final : public Dialogs
{
public:
    void showError(QWidget *parent, const Error &error) override;
    bool confirm(QWidget *parent, const Question &question) override;
    std::optional<QString> askText(QWidget *parent, const Question &question) override;
    std::optional<int> askNumber(QWidget *parent, const Question &question, int standard, int minimum,
                                 int maximum) override;
    std::optional<QString> askSaveName(QWidget *parent, const QString &title, const QString &suggestion,
                                       const QStringList &endings) override;
    std::optional<QString> askOpenName(QWidget *parent, const QString &title, const QStringList &endings) override;
    std::optional<QString> askFolder(QWidget *parent, const QString &title) override;
    std::optional<QColor> askColour(QWidget *parent, const QString &title, const QColor &current) override;
    bool setUpPrinter(QWidget *parent, QPrinter &printer) override;
    void previewPrint(QWidget *parent, QPrinter &printer,
                      const std::function<void(QPrinter &)> &paint) override;

    bool agrees = true;
    std::function<void()> meanwhile; ///< what happens while a question or an error stands open
    std::optional<QString> text;
    std::optional<int> number;
    std::optional<QString> saveName;
    std::optional<QString> openName;
    std::optional<QString> folder;
    std::optional<QColor> colour;
    QString printTo; ///< a PDF that stands for the paper
    std::optional<QPageSize> paper; ///< another than the layout's

    QList<Error> errors;
    QList<Question> questions;
    QString suggestedName;
};

} // namespace shirase
