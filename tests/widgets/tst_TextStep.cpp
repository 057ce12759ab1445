// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/NoticeWork.h"
#include "tests/widgets/support/WindowTest.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// A facility with an alias, its neighbour, and the window at step 3 of a notice to the first.
struct Case
{
    Case()
    {
        facility = site.addFacility(u"札幌テスト食堂"_s);
        site.addFacility(u"居酒屋たぬき"_s, u"札幌市北区北7条"_s);
        site.visit(*facility, {u"taro@example.jp"_s});
        site.run(u"DELETE FROM outbox"_s);
    }
    void open()
    {
        test = std::make_unique<WindowTest>(site);
        test->logIn();
        test->goTo("noticePage");
        beginNotice(*test, u"札幌テスト"_s);
        QTRY_VERIFY(test->find<QPushButton>("textUse"));
    }
    void draft()
    {
        open();
        test->click("textUse");
        QTRY_VERIFY(test->find<QPushButton>("approve"));
    }
    /// Opens the draft's text and replaces its Japanese body.
    void write(const QString &body)
    {
        test->click("textChange");
        QTRY_VERIFY(test->find<QPlainTextEdit>("wordingBody_ja"));
        auto *edit = test->find<QPlainTextEdit>("wordingBody_ja");
        edit->selectAll();
        WindowTest::compose(edit, body);
    }
    /// A template that was good until the facility got its name.
    void addText(const QString &key, const QString &body)
    {
        site.run(u"INSERT INTO notice_text VALUES ('%1', '%1', 1, 1, '山田')"_s.arg(key));
        site.run(u"INSERT INTO notice_wording VALUES ('%1', 'ja', 'お知らせ', '%2')"_s.arg(key, body));
    }
    [[nodiscard]] Notice notice() { return site.office().notices.newest(1)->first(); }
    [[nodiscard]] QListWidget *faults() const { return test->find<QListWidget>("textFaults"); }

    TestSite site;
    std::optional<Facility> facility;
    std::unique_ptr<WindowTest> test;
};

} // namespace

class tst_TextStep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_language_shows_sender_subject_and_text()
    {
        Case c;
        c.open();
        auto *tabs = c.test->find<QTabWidget>("textLanguages");
        QCOMPARE(tabs->count(), visitorLanguages().size());
        QCOMPARE(tabs->tabText(0), u"日本語"_s);
        QCOMPARE(tabs->tabText(1), u"やさしい日本語"_s);
        QCOMPARE(c.test->textOf("from_ja"), u"北海道コロナ通知システム <shirase@pref.hokkaido.lg.jp>"_s);
        QCOMPARE(c.test->find<QPlainTextEdit>("subject_ja")->toPlainText(),
                 u"北海道コロナ通知システムからのお知らせ"_s);
        tabs->setCurrentIndex(2);
        QCOMPARE(c.test->textOf("from_en"),
                 u"Hokkaido COVID-19 Notice System <shirase@pref.hokkaido.lg.jp>"_s);
        QVERIFY(c.test->find<QPlainTextEdit>("text_en")->toPlainText().contains(u"does not mean"_s));
        QVERIFY(!c.faults());
        QCOMPARE(c.test->textOf("stepState3"), u"Read it in every language"_s);
    }

    void a_text_that_names_the_facility_is_marked_and_cannot_be_used()
    {
        Case c;
        c.addText(u"careless"_s, u"手を洗う。\n札幌 テスト食堂で"_s);
        c.open();
        auto *choice = c.test->find<QComboBox>("textKey");
        choice->setCurrentIndex(choice->findData(u"careless"_s));
        QTRY_COMPARE(c.test->textOf("stepState3"), u"Places to change: 1"_s);
        QVERIFY(!c.test->find<QPushButton>("textUse")->isEnabled());
        QVERIFY(!c.test->find<QPushButton>("testSend")->isEnabled());
        QCOMPARE(c.faults()->count(), 1);
        QVERIFY2(c.faults()->item(0)->text().startsWith(u"日本語, line 2: "_s),
                 qPrintable(c.faults()->item(0)->text()));
        QTest::mouseClick(c.faults()->viewport(), Qt::LeftButton, {},
                          c.faults()->visualItemRect(c.faults()->item(0)).center());
        QCOMPARE(c.test->find<QPlainTextEdit>("text_ja")->textCursor().selectedText(), u"札幌 テスト食堂"_s);
    }

    void a_language_without_a_text_shows_what_is_sent_instead()
    {
        Case c;
        c.addText(u"short"_s, u"手を洗う。"_s);
        c.site.run(u"INSERT INTO notice_wording VALUES ('short', 'en', 'A notice', 'Wash your hands.')"_s);
        c.site.run(u"INSERT INTO setting VALUES ('web.languages', 'ja en ko')"_s);
        QVERIFY(c.site.office().settings.reload().value());
        c.open();
        auto *choice = c.test->find<QComboBox>("textKey");
        choice->setCurrentIndex(choice->findData(u"short"_s));
        auto *tabs = c.test->find<QTabWidget>("textLanguages");
        QCOMPARE(tabs->count(), 3);
        tabs->setCurrentIndex(2);
        QCOMPARE(tabs->tabText(2), u"한국어"_s);
        QCOMPARE(c.test->find<QPlainTextEdit>("text_ko")->toPlainText(), u"手を洗う。\n\nWash your hands."_s);
    }

    void another_facilitys_name_is_a_warning_to_look_at()
    {
        Case c;
        c.addText(u"careless"_s, u"居酒屋たぬきで"_s);
        c.open();
        auto *choice = c.test->find<QComboBox>("textKey");
        choice->setCurrentIndex(choice->findData(u"careless"_s));
        QTRY_COMPARE(c.test->textOf("stepState3"), u"Warnings to look at: 1"_s);
        QVERIFY(c.test->find<QPushButton>("textUse")->isEnabled());
    }

    void a_drafts_text_is_changed_for_this_notice_alone()
    {
        Case c;
        c.draft();
        const QByteArray before = c.notice().textHash;
        const QString hashBefore = c.test->textOf("approvalHash");
        c.write(u"{{organisation}}から、手を洗うようお願いします。"_s);
        QCOMPARE(c.test->find<QPlainTextEdit>("text_preview_ja")->toPlainText(),
                 u"北海道から、手を洗うようお願いします。"_s);
        c.test->click("wordingSave");
        QTRY_VERIFY(!c.test->find<QDialog>("wordingDialog"));
        QCOMPARE(c.notice().texts[u"ja"_s].body, u"北海道から、手を洗うようお願いします。\n"_s);
        QVERIFY(c.notice().textHash != before);
        QVERIFY(c.test->textOf("approvalHash") != hashBefore);
        QVERIFY(c.test->find<QPlainTextEdit>("text_ja")->toPlainText().contains(u"手を洗うよう"_s));
    }

    void faults_are_marked_as_one_types()
    {
        Case c;
        c.draft();
        c.write(u"手を洗う。\n電話は011-204-5020、札幌テスト食堂で。居酒屋たぬき"_s);
        QTRY_COMPARE(c.test->find<QPlainTextEdit>("wordingBody_ja")->extraSelections().size(), 3);
        auto *faults = c.test->find<QDialog>("wordingDialog")->findChild<QListWidget *>(u"textFaults"_s);
        QCOMPARE(faults->count(), 3);
        QTest::mouseClick(faults->viewport(), Qt::LeftButton, {},
                          faults->visualItemRect(faults->item(0)).center());
        QCOMPARE(c.test->find<QPlainTextEdit>("wordingBody_ja")->textCursor().selectedText(),
                 u"011-204-5020"_s);
        c.test->click("wordingSave"); // refused, and what was written stays
        QCOMPARE(c.test->dialogs.errors.size(), 1);
        QVERIFY(c.test->dialogs.errors.first().message.contains(u"line 2"_s));
        QVERIFY(c.test->find<QDialog>("wordingDialog"));
        auto *edit = c.test->find<QPlainTextEdit>("wordingBody_ja");
        edit->selectAll();
        WindowTest::compose(edit, u"手を洗う。"_s);
        QTRY_VERIFY(!faults->isVisible());
        QVERIFY(edit->extraSelections().isEmpty());
    }

    void what_was_written_is_not_forgotten_without_a_question()
    {
        Case c;
        c.draft();
        c.write(u"手を洗う。"_s);
        c.test->dialogs.agrees = false;
        c.test->click("wordingCancel");
        QVERIFY(c.test->dialogs.questions.last().grave);
        QVERIFY(c.test->find<QDialog>("wordingDialog"));
        QTest::keyClick(c.test->find<QDialog>("wordingDialog"), Qt::Key_Escape);
        QVERIFY(c.test->find<QDialog>("wordingDialog"));
        c.test->dialogs.agrees = true;
        c.test->click("wordingCancel");
        QTRY_VERIFY(!c.test->find<QDialog>("wordingDialog"));
        QCOMPARE(c.notice().texts.size(), visitorLanguages().size());
    }

    void locking_closes_the_editor_without_a_question()
    {
        Case c;
        c.draft();
        c.write(u"手を洗う。"_s);
        const auto asked = c.test->dialogs.questions.size();
        c.test->window->lock();
        QTRY_VERIFY(!c.test->find<QDialog>("wordingDialog"));
        QCOMPARE(c.test->dialogs.questions.size(), asked);
    }

    void a_test_mail_comes_in_every_language_and_its_address_is_kept()
    {
        Case c;
        c.open();
        QVERIFY(!c.test->find<QPushButton>("testSend")->isEnabled());
        c.test->type("testAddress", u"clerk"_s);
        c.test->click("testSend");
        QVERIFY(!c.test->textOf("testResult").isEmpty());
        QCOMPARE(c.site.number(u"SELECT count(*) FROM outbox"_s), 0);
        c.test->type("testAddress", u"clerk@example.jp"_s);
        c.test->click("testSend");
        QCOMPARE(c.test->textOf("testResult"),
                 u"In the queue to clerk@example.jp, marked as a test. Mails: %1"_s.arg(visitorLanguages().size()));
        QCOMPARE(c.site.number(u"SELECT count(*) FROM outbox WHERE kind = 'notice-test'"_s), visitorLanguages().size());
        c.test->window->close();
        c.open();
        QCOMPARE(c.test->find<QLineEdit>("testAddress")->text(), u"clerk@example.jp"_s);
    }

    void an_approved_text_is_only_shown()
    {
        Case c;
        c.draft();
        c.test->click("approve");
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
        QVERIFY(!c.test->find<QPushButton>("textChange"));
        QVERIFY(!c.test->find<QPushButton>("testSend"));
        QVERIFY(c.test->find<QPlainTextEdit>("text_ja")->isReadOnly());
        QCOMPARE(c.test->textOf("stepState3"), u"Standard text"_s);
    }
};

QTEST_MAIN(tst_TextStep)
#include "tst_TextStep.moc"
