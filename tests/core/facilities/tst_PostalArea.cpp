// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/PostalArea.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_PostalArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAnAddressApart_data();
    void takesAnAddressApart();
};

void tst_PostalArea::takesAnAddressApart_data()
{
    QTest::addColumn<QString>("prefecture");
    QTest::addColumn<QString>("municipality");
    QTest::addColumn<QString>("behind");
    const auto row = [](const QString &prefecture, const QString &municipality, const QString &behind) {
        QTest::addRow("%s", (prefecture + municipality + behind).toUtf8().constData())
            << prefecture << municipality << behind;
    };
    row(u"北海道"_s, u"札幌市中央区"_s, u"北3条西6丁目"_s);
    row({}, u"札幌市中央区"_s, u"北3条西6丁目"_s);
    row(u"北海道"_s, u"余市郡余市町"_s, u"黒川町1丁目"_s);
    row({}, u"余市町"_s, u"黒川町1丁目"_s);
    row(u"北海道"_s, u"函館市"_s, u"東雲町4-13"_s);
    row(u"北海道"_s, u"虻田郡倶知安町"_s, u"北1条東3丁目"_s);
    row(u"東京都"_s, u"千代田区"_s, u"千代田1-1"_s);
    row(u"東京都"_s, u"町田市"_s, u"森野2-2-22"_s);
    row(u"東京都"_s, u"東村山市"_s, u"本町1-2-3"_s);
    row(u"京都府"_s, u"京都市中京区"_s, u"上本能寺前町"_s);
    row(u"大阪府"_s, u"大阪市北区"_s, u"中之島1"_s);
    row(u"神奈川県"_s, u"横浜市中区"_s, u"日本大通1"_s);
    row(u"三重県"_s, u"四日市市"_s, u"諏訪町1-5"_s);
    row(u"広島県"_s, u"廿日市市"_s, u"下平良1"_s);
    row(u"千葉県"_s, u"市川市"_s, u"八幡1"_s);
    row(u"福島県"_s, u"郡山市"_s, u"朝日1"_s);
    row(u"愛知県"_s, u"蒲郡市"_s, u"旭町17"_s);
    row(u"奈良県"_s, u"大和郡山市"_s, u"北郡山町"_s);
    row(u"新潟県"_s, u"十日町市"_s, u"千歳町3"_s);
    row(u"群馬県"_s, u"佐波郡玉村町"_s, u"下新田201"_s);
    row({}, {}, u"1丁目2-3"_s);
    row({}, {}, u"somewhere"_s);
    row({}, {}, {});
}

void tst_PostalArea::takesAnAddressApart()
{
    QFETCH(QString, prefecture);
    QFETCH(QString, municipality);
    QFETCH(QString, behind);
    const PostalArea area = PostalArea::of(prefecture + municipality + behind);
    QCOMPARE(area.prefecture, prefecture);
    QCOMPARE(area.municipality, municipality);
    QCOMPARE(area.rest, municipality + behind);
}

QTEST_GUILESS_MAIN(tst_PostalArea)
#include "tst_PostalArea.moc"
