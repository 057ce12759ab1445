// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Icons.h"

#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The drawings that the window's sources name.
QSet<QString> namedIcons()
{
    static const QRegularExpression naming(u"icons::(?:own\\(|themed\\(\\s*u\"[a-z-]+\"_s,\\s*)u\"([a-z-]+)\"_s"_s);
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

/// The colours in which an icon is drawn where nothing shines through.
QSet<QRgb> coloursOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage picture = icon.pixmap(QSize(48, 48), 1, mode).toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (qAlpha(picture.pixel(x, y)) == 255)
                colours.insert(picture.pixel(x, y));
        }
    }
    return colours;
}

} // namespace

class tst_Icons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_palette = QGuiApplication::palette();
        m_theme = QIcon::themeName();
    }
    void cleanup()
    {
        QGuiApplication::setPalette(m_palette);
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
        QGuiApplication::setPalette(dark); // while the icon is shown
        QCOMPARE(coloursOf(icon), QSet<QRgb>{QColor(Qt::yellow).rgb()});
        QCOMPARE(coloursOf(icon, QIcon::Disabled), QSet<QRgb>{QColor(Qt::blue).rgb()});
        QCOMPARE(coloursOf(icon, QIcon::Selected), QSet<QRgb>{QColor(Qt::white).rgb()});
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
