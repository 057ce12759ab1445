// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStringEncoder>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString header = u"種別,施設名,担当者,メールアドレス,電話番号,郵便番号,所在地\r\n"_s;

QString row(const QString &name, const QString &email = u"sato@example.jp"_s)
{
    return u"店舗,%1,佐藤 花子,%2,011-204-5020,060-8588,札幌市中央区北3条西6丁目\r\n"_s.arg(name, email);
}

QString write(TestSite &site, const QByteArray &bytes)
{
    QFile file(site.path(u"list.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file cannot be written.");
    return file.fileName();
}

/// Opens the import with a file that holds this text.
void open(WindowTest &test, const QByteArray &bytes)
{
    test.dialogs.openName = write(test.site, bytes);
    test.logIn();
    test.click("facilityImportButton");
    QTRY_VERIFY(test.find<QPushButton>("importChoose"));
    test.click("importChoose");
}

} // namespace

class tst_FacilityImportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leads_from_the_file_to_registered_facilities()
    {
        TestSite site;
        site.addFacility(u"もうある店"_s);
        WindowTest test(site);
        open(test, (header + row(u"一号店"_s) + row(u"壊れた店"_s, u"nonsense"_s) + row(u"もうある店"_s) +
                    row(u"二号店"_s) + row(u"二号店"_s))
                       .toUtf8());
        QVERIFY(test.textOf("importState").startsWith(u"5 "_s));
        QCOMPARE(test.find<QTableWidget>("importPreview")->rowCount(), 5);
        QCOMPARE(test.find<QTableWidget>("importPreview")->verticalHeaderItem(0)->text(),
                 u"2"_s); // as problems say
        const auto *preview = test.find<QTableWidget>("importPreview");
        const QString address = preview->item(0, 3)->text();
        QVERIFY(preview->columnWidth(3) > preview->fontMetrics().horizontalAdvance(address));
        test.click("importNext");
        test.click("importNext"); // every column was recognised
        QTRY_VERIFY(test.find<QTableWidget>("importProblems"));
        auto *problems = test.find<QTableWidget>("importProblems");
        QCOMPARE(problems->rowCount(), 3);
        QCOMPARE(problems->item(0, 0)->text(), u"3"_s);
        QCOMPARE(problems->item(1, 0)->text(), u"4"_s);
        QCOMPARE(problems->item(2, 0)->text(), u"6"_s); // stands in the row before
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 1);
        QVERIFY(test.find<QPushButton>("importNext")->text().contains(u'2'));
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 3);
        QCOMPARE(site.number(u"SELECT count(*) FROM outbox"_s), 0);
        QTRY_VERIFY(test.textOf("messageBarText").startsWith(u"2 "_s));
    }

    void those_that_are_registered_already_come_in_only_if_wanted()
    {
        TestSite site;
        site.addFacility(u"もうある店"_s);
        WindowTest test(site);
        open(test, (header + row(u"もうある店"_s)).toUtf8());
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importAgain"));
        QVERIFY(!test.find<QPushButton>("importNext")->isEnabled());
        test.find<QCheckBox>("importAgain")->click();
        test.find<QCheckBox>("importPosters")->click();
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 2);
        QCOMPARE(site.number(u"SELECT count(*) FROM outbox"_s), 1);
    }

    void the_encoding_is_found_out_and_can_be_changed()
    {
        TestSite site;
        WindowTest test(site);
        // 種別 / 店 in CP932
        open(test, QByteArray::fromHex("8eed95ca") + ",a\r\n" + QByteArray::fromHex("9358") + ",b\r\n");
        auto *encoding = test.find<QComboBox>("importEncoding");
        QCOMPARE(encoding->currentIndex(), 1);
        auto *preview = test.find<QTableWidget>("importPreview");
        QCOMPARE(preview->horizontalHeaderItem(0)->text(), u"種別"_s);
        QCOMPARE(preview->item(0, 0)->text(), u"店"_s);
        encoding->setCurrentIndex(0); // it is no UTF-8
        QVERIFY(!test.find<QTableWidget>("importPreview"));
        QVERIFY(!test.find<QPushButton>("importNext")->isEnabled());
        QVERIFY(!test.textOf("importState").isEmpty());
        encoding->setCurrentIndex(1);
        QVERIFY(test.find<QTableWidget>("importPreview"));
    }

    void names_come_in_right_from_every_encoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = header + row(u"髙﨑①亭"_s) + row(u"=マイナス-"_s);
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with BOM, as Excel saves it") << "\xef\xbb\xbf" + text.toUtf8();
        QStringEncoder cp932("Shift_JIS");
        QByteArray bytes = cp932.encode(header + row(u"NAME"_s) + row(u"=マイナス-"_s));
        bytes.replace("NAME", QByteArray::fromHex("fbfcfab1874092e0")); // 髙﨑 are IBM's, ① is NEC's, 亭 is JIS
        QTest::newRow("CP932, as Excel saves CSV in Japan") << bytes;
    }
    void names_come_in_right_from_every_encoding()
    {
        QFETCH(QByteArray, bytes);
        TestSite site;
        WindowTest test(site);
        open(test, bytes);
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE name = '髙﨑①亭'"_s), 1);
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE name = '=マイナス-'"_s), 1);
    }

    void a_hundred_thousand_rows_are_checked_while_the_window_lives()
    {
        const int all = 100'000;
        TestSite site;
        WindowTest test(site);
        QString text = header;
        for (int i = 0; i < all; ++i)
            text += i % 1000 == 7 ? row(u"店 %1"_s.arg(i), u"no address"_s) : row(u"店 %1"_s.arg(i));
        open(test, text.toUtf8());
        QVERIFY(test.textOf("importState").contains(u"100,000"_s));
        test.click("importNext");
        int ticks = 0;
        int reported = 0;
        QTimer alive;
        connect(&alive, &QTimer::timeout, this, [&] {
            ++ticks;
            if (auto *bar = test.find<QProgressBar>("jobBar"); bar && bar->value() > 0 && bar->value() < all)
                ++reported;
        });
        alive.start(20);
        test.click("importNext"); // comes back when the check is over
        alive.stop();
        QVERIFY(test.find<QCheckBox>("importPosters"));
        QVERIFY(ticks > 10 && reported > 3);
        QVERIFY(test.textOf("importSum").startsWith(u"99900"_s) || test.textOf("importSum").startsWith(u"99,900"_s));
        QVERIFY(test.find<QTableWidget>("importProblems")->rowCount() >= 100);

        // Registering takes minutes: whoever cancels keeps what is registered.
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [&] {
            if (auto *bar = test.find<QProgressBar>("jobBar"); bar && bar->value() > 0) {
                cancel.stop();
                test.find<QPushButton>("jobCancel")->click();
            }
        });
        cancel.start(5);
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        const qint64 registered = site.number(u"SELECT count(*) FROM facility"_s);
        QVERIFY(registered > 0 && registered < all);
        QCOMPARE(registered % 20, 0);
        QVERIFY(test.textOf("messageBarText").contains(u"cancelled"_s));
    }

    void a_check_that_is_cancelled_leads_back_to_the_columns()
    {
        TestSite site;
        WindowTest test(site);
        QString text = header;
        for (int i = 0; i < 20'000; ++i)
            text += row(u"店 %1"_s.arg(i));
        open(test, text.toUtf8());
        test.click("importNext");
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [&] {
            if (auto *button = test.find<QPushButton>("jobCancel")) {
                cancel.stop();
                button->click();
            }
        });
        cancel.start(5);
        test.click("importNext");
        QVERIFY(test.find<QComboBox>("importColumn_name"));
        QVERIFY(test.dialogs.errors.isEmpty());
        test.click("importNext"); // and nothing is lost
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 0);
    }

    void a_column_with_another_head_is_chosen_by_hand()
    {
        TestSite site;
        WindowTest test(site);
        open(test, (QString(header).replace(u"施設名"_s, u"屋号"_s) + row(u"一号店"_s)).toUtf8());
        test.click("importNext");
        QVERIFY(!test.find<QPushButton>("importNext")->isEnabled());
        QVERIFY(test.textOf("importMissing").contains(u"Name"_s));
        test.find<QComboBox>("importColumn_name")->setCurrentIndex(2);
        QVERIFY(test.textOf("importMissing").isEmpty());
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE name = '一号店'"_s), 1);
    }

    void a_file_that_is_no_table_is_said_in_a_sentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\xff\xff\xfe\xfd", 16);
        QTest::newRow("an open quotation") << QByteArray("a,b\r\n\"c,d\r\n");
    }

    void a_file_that_is_no_table_is_said_in_a_sentence()
    {
        QFETCH(QByteArray, bytes);
        TestSite site;
        WindowTest test(site);
        open(test, bytes);
        QVERIFY(!test.textOf("importState").isEmpty());
        QVERIFY(!test.find<QPushButton>("importNext")->isEnabled());
    }

    void a_file_dropped_on_the_window_is_imported()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write(site, (header + row(u"一号店"_s)).toUtf8()))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(test.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(test.window.get(), &drop);
        QTRY_VERIFY(test.find<QDialog>("facilityImport"));
        QCOMPARE(test.textOf("importName"), u"list.csv"_s);
        QVERIFY(test.find<QPushButton>("importNext")->isEnabled());
    }

    void an_import_is_cancelled_and_goes_on_later()
    {
        TestSite site;
        WindowTest test(site);
        QString text = header;
        const int all = 1500;
        for (int i = 0; i < all; ++i)
            text += row(u"店 %1"_s.arg(i));
        open(test, text.toUtf8());
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [&] {
            if (auto *button = test.find<QPushButton>("jobCancel")) {
                cancel.stop();
                button->click();
            }
        });
        cancel.start(20);
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        const qint64 before = site.number(u"SELECT count(*) FROM facility"_s);
        QVERIFY(before < all);
        QVERIFY(test.textOf("messageBarText").contains(u"cancelled"_s));

        test.click("facilityImportButton");
        QTRY_VERIFY(test.find<QPushButton>("importChoose"));
        test.click("importChoose");
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QPushButton>("importNext")->text().contains(QString::number(all - before)));
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), all);
    }

    void a_database_that_fails_half_way_is_said_and_the_rest_can_be_tried_again()
    {
        TestSite site;
        WindowTest test(site);
        QString text = header;
        for (int i = 0; i < 50; ++i)
            text += row(u"店 %1"_s.arg(i));
        open(test, text.toUtf8());
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        site.run(u"CREATE TRIGGER broken BEFORE INSERT ON facility WHEN NEW.name = '店 30' "
                 "BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        test.click("importNext");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 20);
        QVERIFY(test.find<QPushButton>("importNext")->text().contains(u"30"_s));
        site.run(u"DROP TRIGGER broken"_s);
        test.click("importNext");
        QTRY_VERIFY(!test.find<QDialog>("facilityImport"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 50);
    }

    // Nobody is there any more to look at the rows again, and nothing is done in the name of who is gone.
    void a_lock_over_what_failed_asks_the_database_nothing_more()
    {
        TestSite site;
        WindowTest test(site);
        open(test, (header + row(u"店"_s)).toUtf8());
        test.click("importNext");
        test.click("importNext");
        QTRY_VERIFY(test.find<QCheckBox>("importPosters"));
        site.run(u"CREATE TRIGGER broken BEFORE INSERT ON facility BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        bool waits = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, test.window.get(),
                         [&] { waits = waits || (test.window->isLocked() && test.find<QDialog>("jobDialog")); });
        look.start(0);
        test.dialogs.meanwhile = [&] { test.window->lock(); };
        test.click("importNext");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QVERIFY(test.window->isLocked());
        QCoreApplication::processEvents();
        QVERIFY(!waits);
    }

    void whoever_may_not_change_facilities_cannot_import()
    {
        TestSite site;
        const auto session = site.logIn();
        QVERIFY(site.office().staff.add(*session, u"見るだけ"_s, Role::Notices,
                                        SecretBytes(QByteArrayView("ゆきだるま2027年"))));
        WindowTest test(site);
        test.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(test.window.get()));
        test.typeLogIn(u"ゆきだるま2027年"_s, u"見るだけ"_s);
        QTRY_VERIFY(!test.window->isLocked());
        test.goTo("facilityPage");
        QTRY_VERIFY(test.find<QPushButton>("facilityImportButton"));
        QVERIFY(!test.find<QPushButton>("facilityImportButton")->isEnabled());
        QVERIFY(!test.window->findChild<QAction *>(u"actionImport"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_FacilityImportDialog)
#include "tst_FacilityImportDialog.moc"
