// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Icons.h"

#include "widgets/common/IconLabel.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStyle>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr int side = 48;

/// The drawings that the window's sources name.
QSet<QString> namedIcons()
{
    static const QRegularExpression naming(
        u"(?:icons::own\\(|IconLabel\\(|icons::themed\\(\\s*u\"[a-z-]+\"_s,\\s*)u\"([a-z-]+)\"_s"_s);
    QSet<QString> names;
    QDirIterator sources(QStringLiteral(SHIRASE_SOURCES "/widgets"), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read.", qPrintable(file.fileName()));
        for (const QRegularExpressionMatch &match : naming.globalMatch(QString::fromUtf8(file.readAll())))
            names.insert(match.captured(1));
    }
    return names;
}

/// The colours in which something is drawn where nothing shines through.
QSet<QRgb> coloursOf(const QPixmap &drawing)
{
    const QImage picture = drawing.toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (qAlpha(picture.pixel(x, y)) == 255)
                colours.insert(picture.pixel(x, y));
        }
    }
    return colours;
}

QSet<QRgb> coloursOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    return coloursOf(icon.pixmap(QSize(side, side), 1, mode));
}

QPixmap drawnBy(const IconLabel &label)
{
    return label.pixmap(Qt::ReturnByValue);
}

} // namespace

class tst_Icons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_palette = QApplication::palette();
        m_theme = QIcon::themeName();
    }
    void cleanup()
    {
        QApplication::setPalette(m_palette);
        QIcon::setThemeName(m_theme);
    }

    void every_icon_that_the_window_names_is_drawn()
    {
        const QSet<QString> names = namedIcons();
        QVERIFY(names.size() > 20);
        for (const QString &name : names)
            QVERIFY2(!coloursOf(icons::own(name)).isEmpty(), qPrintable(name));
    }

    void an_icon_has_the_colour_of_the_text_beside_it()
    {
        const QIcon icon = icons::own(u"facilities"_s);
        QPalette dark(QColor(53, 53, 53), QColor(45, 45, 45));
        dark.setColor(QPalette::WindowText, Qt::yellow);
        dark.setColor(QPalette::Disabled, QPalette::WindowText, Qt::blue);
        dark.setColor(QPalette::HighlightedText, Qt::white);
        QApplication::setPalette(dark); // while the icon is shown
        QCOMPARE(coloursOf(icon), QSet<QRgb>{QColor(Qt::yellow).rgb()});
        QCOMPARE(coloursOf(icon, QIcon::Disabled), QSet<QRgb>{QColor(Qt::blue).rgb()});
        QCOMPARE(coloursOf(icon, QIcon::Selected), QSet<QRgb>{QColor(Qt::white).rgb()});
    }

    void a_label_draws_its_icon_anew_for_another_palette()
    {
        const int usual = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize);
        const IconLabel label(u"facilities"_s, side - usual);
        QCOMPARE(drawnBy(label).deviceIndependentSize(), QSizeF(side, side));
        QPalette dark(QColor(53, 53, 53), QColor(45, 45, 45));
        dark.setColor(QPalette::WindowText, Qt::yellow);
        QApplication::setPalette(dark);
        QTRY_COMPARE(coloursOf(drawnBy(label)), QSet<QRgb>{QColor(Qt::yellow).rgb()});
    }

    void a_label_shows_the_icon_that_was_presented_last_for_the_screens_pixels()
    {
        IconLabel label(u"working"_s);
        const QImage before = drawnBy(label).toImage();
        label.present(u"done"_s);
        QVERIFY(drawnBy(label).toImage() != before);
        QCOMPARE(drawnBy(label).devicePixelRatio(), label.devicePixelRatioF());
        label.present({});
        QVERIFY(drawnBy(label).isNull());
    }

    void where_the_theme_has_none_ours_takes_its_place()
    {
        QIcon::setThemeName(u"no-such-theme"_s);
        QIcon::setFallbackThemeName(u"no-such-theme"_s);
        QVERIFY(!QIcon::hasThemeIcon(u"document-print"_s));
        QVERIFY(!coloursOf(icons::themed(u"document-print"_s, u"print"_s)).isEmpty());
    }

private:
    QPalette m_palette;
    QString m_theme;
};

QTEST_MAIN(tst_Icons)
#include "tst_Icons.moc"
