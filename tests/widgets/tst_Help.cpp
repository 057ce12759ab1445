// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/SourceClasses.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/help/HelpBook.h"
#include "widgets/help/HelpTopics.h"
#include "widgets/help/HelpWindow.h"

#include <QAction>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString root = QStringLiteral(":/shirase/help/");
constexpr qint64 mostBytes = 2'000'000; // of all chapters and pictures: they are a part of the program

QString contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// The values of an attribute in a chapter, with the element that has it.
QStringList attributes(const QString &path, QLatin1StringView element, QLatin1StringView attribute)
{
    QStringList values;
    QXmlStreamReader xml(contentOf(path));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element &&
            xml.attributes().hasAttribute(attribute))
            values << xml.attributes().value(attribute).toString();
    }
    return values;
}

} // namespace

class tst_Help : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static HelpWindow *helpWindow()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *help = qobject_cast<HelpWindow *>(window); help && help->isVisible())
                return help;
        }
        return nullptr;
    }
    /// Presses F1 and says which section has come.
    static QString pressF1(QWidget *widget)
    {
        QTest::keyClick(widget, Qt::Key_F1);
        const HelpWindow *help = helpWindow();
        return help ? help->topic() : QString();
    }

private Q_SLOTS:
    void every_page_and_dialog_has_a_section_in_both_languages_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList classes = classesFrom({u"Page"_s, u"QDialog"_s, u"QMessageBox"_s, u"QWizard"_s, u"QWizardPage"_s});
        QVERIFY2(classes.size() > 12, qPrintable(classes.join(u' ')));
        for (const QString &name : classes)
            QTest::newRow(qPrintable(name)) << name;
    }

    void every_page_and_dialog_has_a_section_in_both_languages()
    {
        QFETCH(QString, name);
        QVERIFY2(helpTopics::all().contains(name), "Please name its section in widgets/help/HelpTopics.cpp.");
        const QString topic = helpTopics::all()[name];
        for (const QString &language : HelpBook::languages())
            QVERIFY2(HelpBook(language).has(topic), qPrintable(u"%1 is missing in resources/help/%2"_s.arg(topic, language)));
    }

    void every_section_that_the_window_names_exists()
    {
        for (const auto &[name, topic] : helpTopics::all().asKeyValueRange()) {
            for (const QString &language : HelpBook::languages())
                QVERIFY2(HelpBook(language).has(topic), qPrintable(name + u": "_s + topic + u' ' + language));
        }
    }

    void the_chapter_that_is_shown_is_selected_in_the_contents()
    {
        HelpWindow help;
        help.open(u"facilities"_s);
        help.show();
        auto *contents = help.findChild<QTreeWidget *>(u"helpContents"_s);
        QTRY_VERIFY(contents->currentItem());
        QVERIFY(contents->currentItem()->isSelected());
        QVERIFY(!contents->visualItemRect(contents->currentItem()).isEmpty());
    }

    void it_is_there_in_english_and_japanese()
    {
        QVERIFY(HelpBook::languages().contains(u"en"_s));
        QVERIFY(HelpBook::languages().contains(u"ja"_s));
    }

    void every_language_has_the_same_sections()
    {
        const auto topicsIn = [](const QString &language) {
            const HelpBook book(language);
            QStringList topics;
            for (const HelpSection &section : book.sections())
                topics << (section.title.isEmpty() ? u"without a title: "_s : QString()) + section.topic();
            return topics;
        };
        for (const QString &language : HelpBook::languages())
            QCOMPARE(topicsIn(language), topicsIn(u"en"_s));
        QVERIFY(topicsIn(u"en"_s).filter(u"without"_s).isEmpty());
    }

    void a_window_without_help_of_its_own_has_the_english_one()
    {
        const QLocale before;
        const auto languageIn = [](const QLocale &locale) {
            QLocale::setDefault(locale);
            return HelpBook::languageOfWindow();
        };
        const QString japanese = languageIn(QLocale(QLocale::Japanese, QLocale::Japan));
        const QString french = languageIn(QLocale(QLocale::French, QLocale::France));
        const QString c = languageIn(QLocale::c());
        QLocale::setDefault(before);
        QCOMPARE(japanese, u"ja"_s);
        QCOMPARE(french, u"en"_s);
        QCOMPARE(c, u"en"_s);
    }

    void no_link_leads_nowhere_and_every_picture_is_there_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("path");
        for (const QString &language : HelpBook::languages()) {
            QDirIterator chapters(root + language, {u"*.html"_s}, QDir::Files);
            while (chapters.hasNext()) {
                const QString path = chapters.next();
                QTest::newRow(qPrintable(path)) << language << path;
            }
        }
    }

    void no_link_leads_nowhere_and_every_picture_is_there()
    {
        QFETCH(QString, language);
        QFETCH(QString, path);
        const HelpBook book(language);
        for (const QString &link : attributes(path, "a"_L1, "href"_L1)) {
            const QString topic = link.startsWith(u'#') ? QFileInfo(path).baseName() + link : QString(link).remove(u".html"_s);
            QVERIFY2(book.has(topic), qPrintable(link));
        }
        const QStringList pictures = attributes(path, "img"_L1, "src"_L1);
        for (const QString &picture : pictures) {
            const QImage image(root + language + u'/' + picture);
            QVERIFY2(!image.isNull(), qPrintable(picture));
            QVERIFY2(image.width() > 200, qPrintable(picture));
        }
        QCOMPARE(attributes(path, "img"_L1, "alt"_L1).size(), pictures.size());
        const QString chapter = QFileInfo(path).baseName();
        QVERIFY2(book.has(chapter), "The first page does not link to it.");
    }

    void no_picture_is_left_over_and_all_are_small_enough()
    {
        qint64 bytes = 0;
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            bytes += file.size();
            if (file.suffix() != u"png")
                continue;
            const QString language = file.dir().dirName() == u"pictures" ? QFileInfo(file.path()).dir().dirName() : QString();
            QStringList used;
            QDirIterator chapters(root + language, {u"*.html"_s}, QDir::Files);
            while (chapters.hasNext())
                used << attributes(chapters.next(), "img"_L1, "src"_L1);
            QVERIFY2(used.contains(u"pictures/"_s + file.fileName()), qPrintable(file.filePath()));
        }
        QVERIFY2(bytes < mostBytes, qPrintable(QString::number(bytes)));
    }

    void f1_opens_the_section_of_what_is_in_front()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.window->show();
        QTRY_VERIFY(test.find<QLineEdit>("logInName"));
        QCOMPARE(pressF1(test.find<QLineEdit>("logInName")), u"start#log-in"_s);
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());

        test.goTo("mailPage");
        QCOMPARE(pressF1(test.window.get()), u"mail"_s);
        test.goTo("facilityPage");
        QCOMPARE(pressF1(test.find<QWidget>("sideBar")), u"facilities"_s);
        QCOMPARE(pressF1(test.find<QLineEdit>("quickSearch")), u"start#search"_s);
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        QCOMPARE(pressF1(test.find<QDialog>("facilityDialog")->focusWidget()), u"facilities#edit"_s);
        helpWindow()->close();
    }

    // While a dialog has its own event loop, nothing else takes a click.
    void the_help_can_be_used_beside_a_modal_dialog()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        QDialog dialog(test.window.get());
        bool used = false;
        QTimer::singleShot(0, &dialog, [&] {
            pressF1(&dialog);
            HelpWindow *help = helpWindow();
            QVERIFY(help);
            auto *contents = help->findChild<QTreeWidget *>();
            const QString before = help->topic();
            QTest::mouseClick(contents->viewport(), Qt::LeftButton, {},
                              contents->visualItemRect(contents->topLevelItem(4)).center());
            used = help->topic() != before;
            dialog.reject();
        });
        dialog.exec();
        QVERIFY(used);
    }

    void a_search_finds_whatever_the_kana_and_marks_it_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("topic");
        QTest::newRow("Japanese") << u"ja"_s << u"証明書"_s << u"dashboard#warnings"_s;
        QTest::newRow("katakana as hiragana, half width") << u"ja"_s << u"ﾎﾟｽﾀｰ 印刷"_s << u"posters#print"_s;
        QTest::newRow("English") << u"en"_s << u"CERTIFICATE"_s << u"dashboard#warnings"_s;
        QTest::newRow("a title before a text") << u"en"_s << u"import"_s << u"facilities#import"_s;
    }

    void a_search_finds_whatever_the_kana_and_marks_it()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, topic);
        QLocale::setDefault(QLocale(language));
        HelpWindow help;
        QLocale::setDefault(QLocale::c());
        help.show();
        auto *field = help.findChild<QLineEdit *>(u"helpSearch"_s);
        auto *hits = help.findChild<QListWidget *>(u"helpHits"_s);
        WindowTest::compose(field, typed);
        QVERIFY(hits->isVisible());
        QStringList found;
        for (int row = 0; row < hits->count(); ++row)
            found << hits->item(row)->data(Qt::UserRole).toString();
        QVERIFY2(found.contains(topic), qPrintable(found.join(u' ')));
        hits->setCurrentRow(int(found.indexOf(topic)));
        QTest::keyClick(hits, Qt::Key_Return);
        QCOMPARE(help.topic(), topic);
        QVERIFY(!help.findChild<QTextBrowser *>()->extraSelections().isEmpty());
        QTest::keyClick(&help, Qt::Key_Escape);
        QVERIFY(help.findChild<QTreeWidget *>()->isVisible());
        QTest::keyClick(&help, Qt::Key_Escape);
        QVERIFY(!help.isVisible());
    }

    void nothing_found_is_said()
    {
        HelpWindow help;
        help.show();
        WindowTest::compose(help.findChild<QLineEdit *>(u"helpSearch"_s), u"qwertyuiop"_s);
        const auto *hits = help.findChild<QListWidget *>(u"helpHits"_s);
        QCOMPARE(hits->count(), 1);
        QVERIFY(hits->item(0)->text().contains(u"Nothing"_s));
        QTest::keyClick(help.findChild<QLineEdit *>(u"helpSearch"_s), Qt::Key_Return); // and is no section
    }

    void back_and_forward_go_through_what_was_read()
    {
        HelpWindow help;
        help.show();
        help.open(u"mail"_s);
        help.open(u"facilities#import"_s);
        const auto trigger = [&](const char *name) { help.findChild<QAction *>(QString::fromLatin1(name))->trigger(); };
        trigger("helpBack");
        QCOMPARE(help.topic(), u"mail"_s);
        trigger("helpForward");
        QCOMPARE(help.topic(), u"facilities#import"_s);
        trigger("helpFirst");
        QCOMPARE(help.topic(), QString(HelpBook::firstPage));
        help.open(u"no-such-chapter"_s);
        QCOMPARE(help.topic(), QString(HelpBook::firstPage));
    }

    void every_chapter_is_shown_in_full_width()
    {
        HelpWindow help;
        help.show();
        auto *text = help.findChild<QTextBrowser *>();
        const HelpBook book(HelpBook::languageOfWindow());
        for (const HelpSection &section : book.sections()) {
            help.open(section.topic());
            QCOMPARE(help.topic(), section.topic());
            QVERIFY2(text->toPlainText().contains(section.title), qPrintable(section.topic()));
            QVERIFY2(text->document()->idealWidth() <= text->viewport()->width(), qPrintable(section.topic()));
        }
    }
};

QTEST_MAIN(tst_Help)
#include "tst_Help.moc"
