// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/NoticeWork.h"
#include "tests/widgets/support/WindowTest.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The window with the dialog of the texts open.
struct Case
{
    Case()
    {
        test.logIn();
        test.window->findChild<QAction *>(u"actionNoticeTexts"_s)->trigger();
        QTRY_VERIFY(test.find<QListWidget>("templateList"));
    }
    void addText(const QString &title)
    {
        test.dialogs.text = title;
        test.click("templateAdd");
        QTRY_COMPARE(test.find<QLineEdit>("templateTitle")->text(), title);
    }
    void write(const QString &body)
    {
        auto *edit = test.find<QPlainTextEdit>("wordingBody_ja");
        edit->setFocus();
        edit->selectAll();
        WindowTest::compose(edit, body);
    }
    QAction *entryOf(const char *button, const QString &part)
    {
        QMenu *menu = test.find<QToolButton>(button)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().contains(part))
                return action;
        }
        return nullptr;
    }
    [[nodiscard]] NoticeTemplate text(const QString &key)
    {
        const Result<NoticeTemplate> found = site.office().noticeDesk.wording().templates().find(key);
        return found.value_or(NoticeTemplate());
    }
    [[nodiscard]] QTabWidget *tabs() const { return test.find<QTabWidget>("wordingLanguages"); }

    TestSite site;
    WindowTest test{site};
};

} // namespace

class tst_TemplatesDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_standard_text_is_there_and_as_it_comes()
    {
        Case c;
        QCOMPARE(c.test.find<QListWidget>("templateList")->count(), 1);
        QCOMPARE(c.tabs()->count(), visitorLanguages().size());
        QVERIFY(c.test.textOf("templateFacts").contains(u"standard"_s));
        QVERIFY(!c.test.find<QPushButton>("templateSave")->isEnabled());
        QVERIFY(!c.test.find<QPushButton>("templateDelete")->isEnabled());
        QVERIFY(!c.test.find<QPushButton>("templateRestore")->isEnabled());
    }

    void the_standard_text_changes_and_goes_back()
    {
        Case c;
        c.write(u"手を洗う。"_s);
        c.test.click("templateSave");
        QCOMPARE(c.text(u"standard"_s).wordings[u"ja"_s].body, u"手を洗う。\n"_s);
        QCOMPARE(c.text(u"standard"_s).wordings.size(), visitorLanguages().size());
        QVERIFY(c.test.textOf("templateFacts").contains(TestSite::userName));
        c.test.click("templateRestore");
        QVERIFY(c.test.dialogs.questions.last().grave);
        QCOMPARE(c.text(u"standard"_s).revision, 0);
        QVERIFY(c.test.find<QPlainTextEdit>("wordingBody_ja")->toPlainText().size() > 100);
    }

    void a_new_text_begins_as_a_copy_and_is_deleted_again()
    {
        Case c;
        c.addText(u"Measles"_s);
        QCOMPARE(c.text(u"measles"_s).wordings, standardWordings().value());
        c.write(u"麻しんの{{disease}}"_s);
        c.test.type("templateTitle", u"麻しん"_s);
        c.test.click("templateSave");
        QCOMPARE(c.text(u"measles"_s).title, u"麻しん"_s);
        QCOMPARE(c.text(u"measles"_s).wordings[u"ja"_s].body, u"麻しんの{{disease}}\n"_s);
        c.test.click("templateDelete");
        QCOMPARE(c.test.find<QListWidget>("templateList")->count(), 1);
        QVERIFY(c.text(u"measles"_s).key.isEmpty());
    }

    void languages_are_taken_out_and_added()
    {
        Case c;
        c.tabs()->setCurrentIndex(0);
        QVERIFY(!c.test.find<QToolButton>("languageRemove")->isEnabled()); // Japanese stays
        c.tabs()->setCurrentIndex(int(visitorLanguages().indexOf(u"ko"_s)));
        c.test.click("languageRemove");
        c.test.click("templateSave");
        QVERIFY(!c.text(u"standard"_s).wordings.contains(u"ko"_s));
        c.entryOf("languageAdd", u"한국어"_s)->trigger();
        c.test.click("templateSave");
        QCOMPARE(c.text(u"standard"_s).wordings[u"ko"_s], standardWordings()->value(u"ko"_s));
    }

    void placeholders_come_from_a_menu_that_says_what_they_bring()
    {
        Case c;
        c.write(u"病気："_s);
        QAction *disease = c.entryOf("placeholderInsert", u"新型コロナウイルス感染症"_s);
        QVERIFY(disease);
        disease->trigger();
        QCOMPARE(c.test.find<QPlainTextEdit>("wordingBody_ja")->toPlainText(), u"病気：{{disease}}"_s);
        QCOMPARE(c.test.find<QPlainTextEdit>("text_preview_ja")->toPlainText(),
                 u"病気：新型コロナウイルス感染症"_s);
    }

    void a_setting_that_breaks_the_rules_is_marked_at_its_placeholder()
    {
        TestSite site;
        QVERIFY(site.office().settings.set(u"organisation.centre_name"_s, u"相談（011-204-5020）"_s));
        WindowTest test(site);
        test.logIn();
        test.window->findChild<QAction *>(u"actionNoticeTexts"_s)->trigger();
        QTRY_VERIFY(test.find<QPlainTextEdit>("wordingBody_ja"));
        const auto marks = test.find<QPlainTextEdit>("wordingBody_ja")->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().cursor.selectedText(), u"{{centreName}}"_s);
    }

    void a_text_that_breaks_the_rules_is_not_saved()
    {
        Case c;
        c.write(u"example.jpへ"_s);
        c.test.click("templateSave");
        QCOMPARE(c.test.dialogs.errors.size(), 1);
        QCOMPARE(c.text(u"standard"_s).revision, 0);
        QCOMPARE(c.test.find<QPlainTextEdit>("wordingBody_ja")->toPlainText(), u"example.jpへ"_s);
    }

    void what_was_written_is_not_left_without_a_question()
    {
        Case c;
        c.addText(u"Measles"_s);
        c.write(u"手を洗う。"_s);
        c.test.dialogs.agrees = false;
        auto *list = c.test.find<QListWidget>("templateList");
        list->setCurrentRow(0);
        QCOMPARE(list->currentRow(), 1);
        QCOMPARE(c.test.find<QPlainTextEdit>("wordingBody_ja")->toPlainText(), u"手を洗う。"_s);
        c.test.click("templateClose");
        QVERIFY(c.test.find<QDialog>("templatesDialog"));
        c.test.dialogs.agrees = true;
        list->setCurrentRow(0);
        QCOMPARE(list->currentRow(), 0);
        c.test.click("templateClose");
        QTRY_VERIFY(!c.test.find<QDialog>("templatesDialog"));
    }

    void a_new_text_can_be_chosen_at_once()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(facility, {u"taro@example.jp"_s});
        WindowTest test(site);
        test.logIn();
        test.goTo("noticePage");
        beginNotice(test, u"札幌"_s);
        QTRY_VERIFY(test.find<QPushButton>("textTemplates"));
        test.click("textTemplates");
        QTRY_VERIFY(test.find<QPushButton>("templateAdd"));
        test.dialogs.text = u"Measles"_s;
        test.click("templateAdd");
        test.click("templateClose");
        QTRY_COMPARE(test.find<QComboBox>("textKey")->currentData().toString(), u"measles"_s);
        test.click("textUse");
        QTRY_VERIFY(test.find<QPushButton>("approve"));
        QCOMPARE(site.office().notices.newest(1)->first().textKey, u"measles"_s);
    }
};

QTEST_MAIN(tst_TemplatesDialog)
#include "tst_TemplatesDialog.moc"
