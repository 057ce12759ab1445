// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ReadableStyle.h"

#include "core/settings/SettingCheck.h"
#include "widgets/common/Colours.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleFactory>
#include <QStyleOptionButton>
#include <QTableWidget>
#include <QTest>
#include <QToolTip>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QPalette paletteOf(bool dark)
{
    return dark ? QPalette(QColor(53, 53, 53), QColor(45, 45, 45)) : QPalette(QColor(240, 240, 240), QColor(239, 239, 239));
}

/// How far what is drawn at the left edge of an unticked box stands out from the window, at best.
double outlineContrast(QAbstractButton &button, QStyle &style, QStyle::SubElement indicator)
{
    button.setStyle(&style);
    button.ensurePolished();
    button.resize(button.sizeHint());
    QStyleOptionButton option;
    option.initFrom(&button);
    const QRect box = style.subElementRect(indicator, &option, &button);
    const QImage picture = button.grab().toImage();
    double best = 1;
    for (int x = box.left(); x < box.left() + 2; ++x)
        best = std::max(best, colours::contrast(picture.pixelColor(x, box.center().y()), button.palette().color(QPalette::Window)));
    return best;
}

/// The same for a field, whose outline is at its own edge.
double fieldContrast(QWidget &field, QStyle &style, const QPalette &palette)
{
    field.setPalette(palette);
    field.setStyle(&style);
    for (QWidget *part : field.findChildren<QWidget *>())
        part->setStyle(&style);
    field.ensurePolished();
    field.resize(field.sizeHint());
    const QImage picture = field.grab().toImage();
    double best = 1;
    for (int x = 0; x < 2; ++x)
        best = std::max(best, colours::contrast(picture.pixelColor(x, picture.height() / 2), palette.color(QPalette::Window)));
    return best;
}

void addPalettes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

} // namespace

class tst_ReadableStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_unticked_box_stands_out_from_the_window_data()
    {
        addPalettes();
    }
    void an_unticked_box_stands_out_from_the_window()
    {
        QFETCH(bool, dark);
        ReadableStyle style(u"fusion"_s);
        QCheckBox box(u"A box"_s);
        QRadioButton choice(u"A choice"_s);
        choice.setAutoExclusive(false);
        for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{&box, &choice})
            button->setPalette(paletteOf(dark));
        QVERIFY(outlineContrast(box, style, QStyle::SE_CheckBoxIndicator) >= colours::visibleShape);
        QVERIFY(outlineContrast(choice, style, QStyle::SE_RadioButtonIndicator) >= colours::visibleShape);
    }

    void a_field_stands_out_from_the_window_data()
    {
        addPalettes();
    }
    void a_field_stands_out_from_the_window()
    {
        QFETCH(bool, dark);
        ReadableStyle style(u"fusion"_s);
        QLineEdit line;
        QPlainTextEdit lines;
        QListWidget list;
        QSpinBox number;
        QDateEdit day;
        day.setCalendarPopup(true);
        QComboBox typed;
        typed.setEditable(true);
        for (QWidget *field : std::initializer_list<QWidget *>{&line, &lines, &list, &number, &day, &typed}) {
            const double contrast = fieldContrast(*field, style, paletteOf(dark));
            QVERIFY2(contrast >= colours::visibleShape,
                     qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(field->metaObject()->className())).arg(contrast)));
        }
    }

    void a_field_that_cannot_be_typed_in_is_of_the_windows_colour_data()
    {
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("asWindow");
        QTest::newRow("to type in") << false << true << false;
        QTest::newRow("read-only") << true << true << true;
        QTest::newRow("disabled") << false << false << true;
    }
    void a_field_that_cannot_be_typed_in_is_of_the_windows_colour()
    {
        QFETCH(bool, readOnly);
        QFETCH(bool, enabled);
        QFETCH(bool, asWindow);
        ReadableStyle style(u"fusion"_s);
        QPalette palette = paletteOf(true);
        palette.setColor(QPalette::Base, QColor(35, 35, 35));
        QLineEdit field;
        field.setPalette(palette);
        field.setStyle(&style);
        field.setReadOnly(readOnly);
        field.setEnabled(enabled);
        field.resize(field.sizeHint());
        const QImage picture = field.grab().toImage();
        const QColor ground = picture.pixelColor(picture.width() - 5, picture.height() / 2);
        QCOMPARE(ground == palette.color(QPalette::Window), asWindow);
    }

    void what_is_selected_can_be_read()
    {
        QPalette palette;
        palette.setColor(QPalette::Highlight, QColor(48, 140, 198)); // fusion's own: 3.7:1
        palette.setColor(QPalette::HighlightedText, Qt::white);
        ReadableStyle(u"fusion"_s).polish(palette);
        QVERIFY(colours::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
                readableContrast);
    }

    void notes_and_charts_can_be_read_data()
    {
        addPalettes();
    }
    void notes_and_charts_can_be_read()
    {
        QFETCH(bool, dark);
        QPalette palette = paletteOf(dark);
        palette.setColor(QPalette::Highlight, QColor(42, 100, 180)); // 2.3:1 on a dark window
        QVERIFY(colours::contrast(palette.color(QPalette::WindowText), colours::note(palette)) >= readableContrast);
        QVERIFY(colours::contrast(colours::bar(palette), palette.color(QPalette::Window)) >= colours::visibleShape);
    }

    void a_row_is_high_enough_to_be_hit()
    {
        ReadableStyle style(u"fusion"_s);
        QListWidget list;
        list.addItem(u"a row"_s);
        QTreeWidget tree;
        tree.addTopLevelItem(new QTreeWidgetItem({u"a row"_s}));
        QTableWidget table(1, 1);
        for (QAbstractItemView *view : std::initializer_list<QAbstractItemView *>{&list, &tree, &table}) {
            view->setStyle(&style);
            for (QWidget *part : view->findChildren<QWidget *>())
                part->setStyle(&style);
            view->resize(200, 200);
            QVERIFY(view->visualRect(view->model()->index(0, 0)).height() >= ReadableStyle::leastRow);
        }
    }

    void the_icon_of_a_question_is_drawn_for_the_screens_pixels_data()
    {
        QTest::addColumn<QStyle::StandardPixmap>("icon");
        QTest::newRow("question") << QStyle::SP_MessageBoxQuestion;
        QTest::newRow("warning") << QStyle::SP_MessageBoxWarning;
        QTest::newRow("failure") << QStyle::SP_MessageBoxCritical;
    }
    void the_icon_of_a_question_is_drawn_for_the_screens_pixels()
    {
        QFETCH(QStyle::StandardPixmap, icon);
        const QPixmap picture = ReadableStyle(u"fusion"_s).standardIcon(icon).pixmap(QSize(48, 48), 2);
        QCOMPARE(picture.size(), QSize(96, 96));
        QCOMPARE(picture.devicePixelRatio(), 2);
    }

    void buttons_of_dialogs_have_words_alone_and_a_gap_above_them()
    {
        ReadableStyle style(u"fusion"_s);
        QCOMPARE(style.styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
        QDialogButtonBox buttons(QDialogButtonBox::Close);
        const int before = buttons.sizeHint().height();
        buttons.setStyle(&style);
        QVERIFY(buttons.sizeHint().height() > before);
    }

    void another_style_is_left_as_it_is()
    {
        QVERIFY(QStyleFactory::keys().contains(u"Windows"_s));
        ReadableStyle style(u"windows"_s);
        const std::unique_ptr<QStyle> plain(QStyleFactory::create(u"windows"_s));
        QCheckBox box(u"A box"_s);
        box.setStyle(&style);
        box.resize(box.sizeHint());
        const QImage ours = box.grab().toImage();
        box.setStyle(plain.get());
        QCOMPARE(ours, box.grab().toImage());
    }

    // What is pointed at may be a name that anybody has registered.
    void tips_are_no_markup()
    {
        QApplication::setStyle(new ReadableStyle(u"fusion"_s));
        QToolTip::showText(QPoint(5, 5), u"<b>店</b>"_s);
        const QWidgetList tops = QApplication::topLevelWidgets();
        const auto tip = std::ranges::find_if(tops, [](const QWidget *top) { return top->inherits("QTipLabel"); });
        QVERIFY(tip != tops.end());
        QCOMPARE(static_cast<QLabel *>(*tip)->text(), u"<b>店</b>"_s);
        QCOMPARE(static_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
        QToolTip::hideText();
    }
};

QTEST_MAIN(tst_ReadableStyle)
#include "tst_ReadableStyle.moc"
