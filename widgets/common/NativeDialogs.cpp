// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/NativeDialogs.h"

#include "widgets/common/TabOrder.h"

#include <QColorDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString caption(const QString &title)
{
    return title.isEmpty() ? QCoreApplication::applicationName() : title;
}

/// A dialog with a sentence, one field and two buttons. True if the person went ahead.
template <typename Field>
bool askWith(QWidget *parent, const Question &question, Field *field, const std::function<bool()> &isGiven)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"fieldDialog"_s);
    dialog.setWindowTitle(caption(question.title));

    auto *text = new QLabel(question.text);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(field);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton *proceed = buttons->addButton(question.action, QDialogButtonBox::AcceptRole);
    proceed->setEnabled(isGiven());

    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(text);
    layout->addWidget(field);
    if (!question.explanation.isEmpty()) {
        auto *explanation = new QLabel(question.explanation);
        explanation->setWordWrap(true);
        explanation->setTextFormat(Qt::PlainText);
        layout->addWidget(explanation);
    }
    layout->addWidget(buttons);
    proceed->setDefault(true);
    tabAsLaidOut(dialog);
    field->setFocus();
    dialog.setMinimumWidth(420);

    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if constexpr (std::is_same_v<Field, QLineEdit>) {
        QObject::connect(field, &QLineEdit::textChanged, proceed,
                         [proceed, isGiven] { proceed->setEnabled(isGiven()); });
    }
    return dialog.exec() == QDialog::Accepted;
}

} // namespace

void NativeDialogs::showError(QWidget *parent, const Error &error)
{
    QMessageBox box(QMessageBox::Warning, caption({}), error.message, QMessageBox::Ok, parent);
    box.setObjectName(u"errorBox"_s);
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (!error.detail.isEmpty())
        box.setDetailedText(error.detail);
    box.exec();
}

bool NativeDialogs::confirm(QWidget *parent, const Question &question)
{
    QMessageBox box(question.grave ? QMessageBox::Warning : QMessageBox::Question, caption(question.title),
                    question.text, QMessageBox::Cancel, parent);
    box.setObjectName(u"confirmBox"_s);
    box.setInformativeText(question.explanation);
    for (QLabel *label : box.findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText); // of its two texts the box's own setTextFormat() reaches one
    QPushButton *proceed = box.addButton(question.action, QMessageBox::AcceptRole);
    if (question.grave)
        box.setDefaultButton(QMessageBox::Cancel);
    else
        box.setDefaultButton(proceed);
    box.exec();
    return box.clickedButton() == proceed;
}

std::optional<QString> NativeDialogs::askText(QWidget *parent, const Question &question)
{
    const QPointer<QLineEdit> field = new QLineEdit;
    field->setObjectName(u"fieldDialogText"_s);
    const auto isGiven = [field] { return !field->text().trimmed().isEmpty(); };
    // The dialog owns the field and is gone afterwards, so the text is kept as it changes.
    QString text;
    QObject::connect(field, &QLineEdit::textChanged, field,
                     [&text](const QString &now) { text = now.trimmed(); });
    if (!askWith<QLineEdit>(parent, question, field, isGiven))
        return std::nullopt;
    return text;
}

std::optional<int> NativeDialogs::askNumber(QWidget *parent, const Question &question, int standard,
                                            int minimum, int maximum)
{
    auto *field = new QSpinBox;
    field->setObjectName(u"fieldDialogNumber"_s);
    field->setRange(minimum, maximum);
    field->setValue(standard);
    int number = standard;
    QObject::connect(field, &QSpinBox::valueChanged, field, [&number](int now) { number = now; });
    if (!askWith<QSpinBox>(parent, question, field, [] { return true; }))
        return std::nullopt;
    return number;
}

std::optional<QString> NativeDialogs::askSaveName(QWidget *parent, const QString &title,
                                                  const QString &suggestion, const QStringList &endings)
{
    QStringList filters;
    for (const QString &ending : endings)
        filters
            << tr("%1 file (*.%2)", "file type in a save dialog, such as PDF").arg(ending.toUpper(), ending);
    QString chosen = filters.value(0);
    QString path = QFileDialog::getSaveFileName(parent, title, suggestion, filters.join(u";;"_s), &chosen);
    if (path.isEmpty())
        return std::nullopt;
    if (endings.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive))
        return path; // the dialog has asked before a file is replaced
    path += u'.' + endings.value(qMax(0, filters.indexOf(chosen)));
    const QFileInfo file(path);
    const bool goesAhead = !file.exists() || confirm(parent, {.title = title,
                                                              .text = tr("Replace the file %1?").arg(file.fileName()),
                                                              .explanation = tr("There is one of this name already. What is in "
                                                                                "it would be lost."),
                                                              .action = tr("&Replace"),
                                                              .grave = true});
    return goesAhead ? std::optional(path) : std::nullopt;
}

std::optional<QString> NativeDialogs::askOpenName(QWidget *parent, const QString &title,
                                                  const QStringList &endings)
{
    QStringList filters;
    for (const QString &ending : endings)
        filters
            << tr("%1 file (*.%2)", "file type in a save dialog, such as PDF").arg(ending.toUpper(), ending);
    filters << tr("Every file (*)");
    const QString path = QFileDialog::getOpenFileName(parent, title, {}, filters.join(u";;"_s));
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> NativeDialogs::askFolder(QWidget *parent, const QString &title)
{
    const QString path = QFileDialog::getExistingDirectory(parent, title);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QColor> NativeDialogs::askColour(QWidget *parent, const QString &title, const QColor &current)
{
    const QColor colour = QColorDialog::getColor(current, parent, title);
    return colour.isValid() ? std::optional(colour) : std::nullopt;
}

bool NativeDialogs::setUpPrinter(QWidget *parent, QPrinter &printer)
{
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

void NativeDialogs::previewPrint(QWidget *parent, QPrinter &printer,
                                 const std::function<void(QPrinter &)> &paint)
{
    QPrintPreviewDialog dialog(&printer, parent);
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&paint](QPrinter *onto) { paint(*onto); });
    dialog.resize(900, 700);
    dialog.exec();
}

} // namespace shirase
