// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Logo.h"

#include "core/settings/SettingCheck.h"
#include "tests/support/Results.h"
#include "tests/support/TestDatabase.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString key = u"organisation.logo"_s;

QByteArray png(QSize size, QImage::Format format = QImage::Format_ARGB32)
{
    QImage image(size, format);
    image.fill(Qt::darkBlue);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svg(const QByteArray &inside = R"(<circle cx="12" cy="12" r="9" fill="#0a3b8c"/>)",
               const QByteArray &before = {})
{
    return before + R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 24 24">)"
        + inside + "</svg>";
}

/// A PNG that is larger than its picture takes.
QByteArray padded(QByteArray file, qsizetype size)
{
    return file.append(size - file.size(), 'x');
}

} // namespace

class tst_Logo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void refusesWhatNoPosterShows_data();
    void refusesWhatNoPosterShows();
    void refusesAValueThatIsNoLogo_data();
    void refusesAValueThatIsNoLogo();
    void isPartOfTheProfile();
    void isLeftOutWhereItIsDamaged();
};

void tst_Logo::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("drawing");
    QTest::newRow("PNG") << png({300, 200}) << false;
    QTest::newRow("grey PNG") << png({1, 1}, QImage::Format_Grayscale8) << false;
    QTest::newRow("as large as can be") << padded(png({8, 8}), logo::largestFile) << false;
    QTest::newRow("SVG") << svg() << true;
    QTest::newRow("with a declaration and a document type")
        << svg(R"(<path d="M0 0h24v24z"/>)",
               "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
               "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">")
        << true;
    QTest::newRow("with a style sheet and a gradient of its own")
        << svg(R"x(<style>.a{fill:url(#g)}</style><linearGradient id="g"/><path class="a" d="M0 0h24v24z"/>)x"
               R"x(<rect width="3" height="3" fill="url(#g)"/><use xlink:href="#g"/>)x")
        << true;
    QTest::newRow("with a picture in it") << svg("<image xlink:href=\"data:image/png;base64," + png({2, 2}).toBase64()
                                                 + "\" width=\"9\" height=\"9\"/>")
                                          << true;
}

void tst_Logo::comesBackAsItWas()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, drawing);
    const QString value = must(logo::toSetting(file));
    QCOMPARE(must(logo::fromSetting(value)), file);
    QCOMPARE(logo::isSvg(file), drawing);
    QCOMPARE(must(checkedSetting(*Settings::find(key), u"  "_s + value + u'\n')), value);
}

void tst_Logo::refusesWhatNoPosterShows_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QByteArray() << u"PNG or SVG"_s;
    QTest::newRow("JPEG") << "\xff\xd8\xff\xe0 JFIF"_ba << u"PNG or SVG"_s;
    QTest::newRow("half a PNG") << png({300, 200}).first(60) << u"PNG or SVG"_s;
    QTest::newRow("a byte too large") << padded(png({8, 8}), logo::largestFile + 1) << u"201 kB"_s;
    QTest::newRow("too wide") << png({logo::largestSide + 1, 1}, QImage::Format_Mono) << u"4097"_s;
    QTest::newRow("half an SVG") << svg().chopped(9) << u"PNG or SVG"_s;
    QTest::newRow("a page") << "<html><body/></html>"_ba << u"PNG or SVG"_s;
    QTest::newRow("an SVG within a page") << "<html>" + svg() + "</html>" << u"PNG or SVG"_s;
    QTest::newRow("without a size") << R"(<svg xmlns="http://www.w3.org/2000/svg"/>)"_ba << u"PNG or SVG"_s;
    QTest::newRow("script") << svg("<script>alert(1)</script>") << u"plain SVG"_s;
    QTest::newRow("handler") << svg(R"x(<path d="M0 0h9" onclick="alert(1)"/>)x") << u"plain SVG"_s;
    QTest::newRow("page within") << svg("<foreignObject/>") << u"plain SVG"_s;
    QTest::newRow("link to a picture") << svg(R"(<image xlink:href="http://example.jp/x.png"/>)") << u"plain SVG"_s;
    QTest::newRow("file of this machine") << svg(R"(<image href="/etc/passwd"/>)") << u"plain SVG"_s;
    QTest::newRow("fill from elsewhere") << svg(R"x(<path fill=" url( 'http://example.jp/#a')"/>)x") << u"plain SVG"_s;
    QTest::newRow("style from elsewhere") << svg("<style>@import 'http://example.jp/a.css';</style>") << u"plain SVG"_s;
    QTest::newRow("second address of a style") << svg("<style>.a{fill:url(#a)}.b{fill:url(http://x)}</style>") << u"plain SVG"_s;
    QTest::newRow("entities without end")
        << svg("&b;", R"(<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>)") << u"plain SVG"_s;
}

void tst_Logo::refusesWhatNoPosterShows()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, sentence);
    const Result<QString> value = logo::toSetting(file);
    VERIFY_FAILS(value, ErrorCode::Invalid);
    QVERIFY2(value.error().message.contains(sentence), qPrintable(value.error().message));
}

void tst_Logo::refusesAValueThatIsNoLogo_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("path") << u"/srv/logo.png"_s;
    QTest::newRow("no base64") << u"data:image/png;base64,***"_s;
    QTest::newRow("SVG that says PNG") << QString(u"data:image/png;base64,"_s + QLatin1StringView(svg().toBase64()));
    QTest::newRow("another type") << u"data:text/html;base64,PGI+"_s;
}

void tst_Logo::refusesAValueThatIsNoLogo()
{
    QFETCH(QString, value);
    VERIFY_FAILS(logo::fromSetting(value), ErrorCode::Invalid);
    VERIFY_FAILS(checkedSetting(*Settings::find(key), value), ErrorCode::Invalid);
}

void tst_Logo::isPartOfTheProfile()
{
    const TestDatabase files;
    Settings settings = must(Settings::load(files.path(u"shirase.conf"_s)));
    must(settings.attach(*files.main));
    QCOMPARE(settings.profile(u"ja"_s).logo, QByteArray());
    must(settings.set(key, must(logo::toSetting(svg()))));
    QCOMPARE(settings.profile(u"ja"_s).logo, svg());

    const auto elsewhere = files.open(Migrations::Schema::Main);
    Settings other = must(Settings::load(files.path(u"shirase.conf"_s)));
    must(other.attach(*elsewhere));
    QCOMPARE(other.profile(u"en"_s).logo, svg());
    must(settings.set(key, {}));
    QVERIFY(must(other.reload()));
    QCOMPARE(other.profile(u"en"_s).logo, QByteArray());
}

void tst_Logo::isLeftOutWhereItIsDamaged()
{
    const TestDatabase files;
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s, {key, u"data:image/png;base64,eHg="_s}));
    Settings settings = must(Settings::load(files.path(u"shirase.conf"_s)));
    must(settings.attach(*files.main));
    QCOMPARE(settings.profile(u"ja"_s).logo, QByteArray());
}

QTEST_MAIN(tst_Logo)
#include "tst_Logo.moc"
