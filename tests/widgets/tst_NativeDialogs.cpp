// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/NativeDialogs.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Does something with the dialog that opens next.
void whenOpen(std::function<void(QDialog *)> act)
{
    auto *timer = new QTimer(qApp);
    timer->setInterval(5);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        act(dialog);
    });
    timer->start();
}

/// Types a path into the file dialog that opens next, and goes ahead.
void saveAs(const QString &path, const std::function<void()> &before = [] {})
{
    whenOpen([path, before](QDialog *dialog) {
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        before();
        dialog->accept();
    });
}

Question question(bool grave = false)
{
    return {.title = u"Title"_s,
            .text = u"Text?"_s,
            .explanation = u"Meaning."_s,
            .action = u"&Do it"_s,
            .grave = grave};
}

} // namespace

class tst_NativeDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_error_shows_its_sentence_and_folds_its_detail_away()
    {
        NativeDialogs dialogs;
        QString shown;
        QString detail;
        whenOpen([&](QDialog *dialog) {
            auto *box = qobject_cast<QMessageBox *>(dialog);
            shown = box->text();
            detail = box->detailedText();
            QTest::keyClick(box, Qt::Key_Escape);
        });
        dialogs.showError(nullptr, {ErrorCode::Unavailable, u"The disk is full."_s, u"SQLITE_FULL"_s});
        QCOMPARE(shown, u"The disk is full."_s);
        QCOMPARE(detail, u"SQLITE_FULL"_s);
    }

    void the_detail_of_an_error_is_copied_by_keyboard()
    {
        NativeDialogs dialogs;
        QString copied;
        whenOpen([&](QDialog *dialog) {
            auto *box = qobject_cast<QMessageBox *>(dialog);
            for (QAbstractButton *button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::ActionRole) // shows the detail
                    QTest::keyClick(button, Qt::Key_Space);
            }
            auto *detail = dialog->findChild<QTextEdit *>();
            detail->setFocus();
            QTest::keyClick(detail, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(detail, Qt::Key_C, Qt::ControlModifier);
            copied = QGuiApplication::clipboard()->text();
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        dialogs.showError(nullptr, {ErrorCode::Unavailable, u"The disk is full."_s, u"SQLITE_FULL"_s});
        QCOMPARE(copied, u"SQLITE_FULL"_s);
    }

    void enter_goes_ahead_only_where_it_can_be_undone_data()
    {
        QTest::addColumn<bool>("grave");
        QTest::newRow("can be undone") << false;
        QTest::newRow("grave") << true;
    }

    void enter_goes_ahead_only_where_it_can_be_undone()
    {
        QFETCH(bool, grave);
        NativeDialogs dialogs;
        whenOpen([](QDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
        QCOMPARE(dialogs.confirm(nullptr, question(grave)), !grave);
    }

    void the_button_with_the_verb_goes_ahead()
    {
        NativeDialogs dialogs;
        whenOpen([](QDialog *dialog) {
            const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (button->text() == u"&Do it")
                    button->click();
            }
        });
        QVERIFY(dialogs.confirm(nullptr, question(true)));
    }

    void a_text_has_to_be_given()
    {
        NativeDialogs dialogs;
        bool enabledWhileEmpty = true;
        whenOpen([&](QDialog *dialog) {
            auto *field = dialog->findChild<QLineEdit *>();
            const auto proceed = [dialog] {
                for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                    if (button->text() == u"&Do it")
                        return button;
                }
                return static_cast<QPushButton *>(nullptr);
            }();
            QTest::keyClicks(field, u"   "_s);
            enabledWhileEmpty = proceed->isEnabled();
            field->setText(u" 濃厚接触者はみな分かっている "_s);
            proceed->click();
        });
        QCOMPARE(dialogs.askText(nullptr, question()), std::optional(u"濃厚接触者はみな分かっている"_s));
        QVERIFY(!enabledWhileEmpty);
    }

    void what_is_typed_goes_into_the_field()
    {
        NativeDialogs dialogs;
        whenOpen([](QDialog *dialog) {
            QWidget *focus = dialog->focusWidget();
            QTest::keyClicks(focus ? focus : dialog, u"reason"_s);
            QTest::keyClick(dialog, Qt::Key_Return);
            if (dialog->isVisible())
                QTest::keyClick(dialog, Qt::Key_Escape);
        });
        QCOMPARE(dialogs.askText(nullptr, question()), std::optional(u"reason"_s));
    }

    void a_number_starts_with_the_usual_one_and_may_be_refused()
    {
        NativeDialogs dialogs;
        whenOpen([](QDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
        QCOMPARE(dialogs.askNumber(nullptr, question(), 14, 0, 90), std::optional(14));
        whenOpen([](QDialog *dialog) {
            dialog->findChild<QSpinBox *>()->setValue(3);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        QCOMPARE(dialogs.askNumber(nullptr, question(), 14, 0, 90), std::optional(3));
        whenOpen([](QDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
        QCOMPARE(dialogs.askNumber(nullptr, question(), 14, 0, 90), std::nullopt);
    }

    // Anybody may register a facility by whatever name, and questions name it.
    void what_a_name_is_written_with_stays_letters()
    {
        NativeDialogs dialogs;
        const QString text = u"<b>店</b>を停止しますか？"_s;
        QList<Qt::TextFormat> formats;
        const auto look = [&](QDialog *dialog) {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->text() == text)
                    formats << label->textFormat();
            }
            QTest::keyClick(dialog, Qt::Key_Escape);
        };
        Question asked = question();
        asked.text = text;
        asked.explanation = text;
        whenOpen(look);
        QVERIFY(!dialogs.confirm(nullptr, asked));
        QCOMPARE(formats, QList<Qt::TextFormat>(2, Qt::PlainText));
        whenOpen(look);
        QVERIFY(!dialogs.askText(nullptr, asked));
        QCOMPARE(formats, QList<Qt::TextFormat>(4, Qt::PlainText));
        whenOpen(look);
        dialogs.showError(nullptr, {ErrorCode::Internal, text, {}});
        QCOMPARE(formats, QList<Qt::TextFormat>(5, Qt::PlainText));
    }

    void a_name_to_save_under_gets_the_ending_of_its_kind()
    {
        const QTemporaryDir folder;
        NativeDialogs dialogs;
        saveAs(folder.filePath(u"list"_s));
        QCOMPARE(dialogs.askSaveName(nullptr, {}, folder.path(), {u"csv"_s}), std::optional(folder.filePath(u"list.csv"_s)));
    }

    void a_file_that_gets_its_ending_only_afterwards_is_not_replaced_unasked_data()
    {
        QTest::addColumn<bool>("replaces");
        QTest::newRow("stays") << false;
        QTest::newRow("is replaced") << true;
    }
    void a_file_that_gets_its_ending_only_afterwards_is_not_replaced_unasked()
    {
        QFETCH(bool, replaces);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        NativeDialogs dialogs;
        bool asked = false;
        saveAs(folder.filePath(u"list"_s), [&] {
            whenOpen([&](QDialog *dialog) {
                asked = true;
                const auto *box = qobject_cast<QMessageBox *>(dialog);
                QVERIFY(box->text().contains(u"list.csv"_s));
                for (QAbstractButton *button : box->buttons()) {
                    if ((box->buttonRole(button) == QMessageBox::AcceptRole) == replaces)
                        button->click();
                }
            });
        });
        const std::optional<QString> path = dialogs.askSaveName(nullptr, {}, folder.path(), {u"csv"_s});
        QVERIFY(asked);
        QCOMPARE(path, replaces ? std::optional(file.fileName()) : std::nullopt);
    }
};

QTEST_MAIN(tst_NativeDialogs)
#include "tst_NativeDialogs.moc"
