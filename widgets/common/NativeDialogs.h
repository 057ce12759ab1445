// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QCoreApplication>

namespace shirase {

/// The dialogs of Qt and the platform.
class NativeDialogs final : public Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(NativeDialogs)

public:
    void showError(QWidget *parent, const Error &error) override;
    [[nodiscard]] bool confirm(QWidget *parent, const Question &question) override;
    [[nodiscard]] std::optional<QString> askText(QWidget *parent, const Question &question) override;
    [[nodiscard]] std::optional<int> askNumber(QWidget *parent, const Question &question, int standard,
                                               int minimum, int maximum) override;
    [[nodiscard]] std::optional<QString> askSaveName(QWidget *parent, const QString &title,
                                                     const QString &suggestion,
                                                     const QStringList &endings) override;
    [[nodiscard]] std::optional<QString> askOpenName(QWidget *parent, const QString &title,
                                                     const QStringList &endings) override;
    [[nodiscard]] std::optional<QString> askFolder(QWidget *parent, const QString &title) override;
    [[nodiscard]] std::optional<QColor> askColour(QWidget *parent, const QString &title, const QColor &current) override;
    [[nodiscard]] bool setUpPrinter(QWidget *parent, QPrinter &printer) override;
    void previewPrint(QWidget *parent, QPrinter &printer,
                      const std::function<void(QPrinter &)> &paint) override;
};

} // namespace shirase
