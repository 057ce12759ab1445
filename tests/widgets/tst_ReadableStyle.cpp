// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ReadableStyle.h"

#include "core/settings/SettingCheck.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QStyleFactory>
#include <QStyleOptionButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QPalette paletteOf(bool dark)
{
    return dark ? QPalette(QColor(53, 53, 53), QColor(45, 45, 45)) : QPalette(QColor(240, 240, 240), QColor(239, 239, 239));
}

double contrast(const QColor &one, const QColor &other)
{
    const double ratio = contrastOnWhite(one) / contrastOnWhite(other);
    return std::max(ratio, 1 / ratio);
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
        best = std::max(best, contrast(picture.pixelColor(x, box.center().y()), button.palette().color(QPalette::Window)));
    return best;
}

} // namespace

class tst_ReadableStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_unticked_box_stands_out_from_the_window_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
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
        constexpr double visible = 3; // WCAG 2.2 SC 1.4.11
        QVERIFY(outlineContrast(box, style, QStyle::SE_CheckBoxIndicator) >= visible);
        QVERIFY(outlineContrast(choice, style, QStyle::SE_RadioButtonIndicator) >= visible);
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
};

QTEST_MAIN(tst_ReadableStyle)
#include "tst_ReadableStyle.moc"
