// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/NameOnPosters.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_NameOnPosters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfRealPlacesAreOnlyNames_data()
    {
        names({u"喫茶 ゆきあかり <本店>"_s, u"カラオケビッグエコー 札幌駅前店"_s, u"北海道立近代美術館"_s,
               u"北海道庁 地下食堂"_s, u"「髙橋①亭」 Café & Bar"_s, u"7丁目のパーラー"_s, u"CLUB 24/7"_s,
               u"第76回さっぽろ雪まつり 大通2丁目会場"_s, u"居酒屋 2・9・8"_s, u"R&B"_s, u"ラーメン 1000円の店"_s,
               u"スナック 100%"_s, u"Mr. Donut"_s, u"하늘정원"_s, u"北京饭店"_s, u"あなた"_s,
               u"いきなり!ステーキ 札幌店"_s, u"カラオケ!!まねき"_s, u"円山公園"_s, u"百万石 すすきの店"_s, u"Sunline Hotel"_s,
               u"ラインの館"_s, u"Freedom Bar"_s, u"無印良品 札幌"_s, u"すぐそこ食堂"_s});
    }
    void namesOfRealPlacesAreOnlyNames()
    {
        QFETCH(QString, name);
        QVERIFY(isOnlyAName(name));
    }

    void whatSaysMoreThanANameIsNot_data()
    {
        names({u"当選おめでとう evil.example"_s, u"お得 ｗｗｗ。ｅｘａｍｐｌｅ．ｃｏｍ"_s, u"example ドット コム"_s,
               u"今すぐ電話 0120-000-777"_s, u"〇一二〇の〇〇〇の七七七"_s, u"０９０（１２３４）５６７８"_s,
               u"win@example.jp へ"_s, u"win＠example"_s, u"<img src=x onerror=alert(1)>"_s, u"< script>"_s,
               u"＜ｂ＞太字"_s, u"x%0d%0aBcc: b@c"_s, u"A&#x41;"_s, u"&lt;b&gt;"_s, QString(61, u'あ'), u"今すぐ登録するだけで現金がもらえる"_s, u"「お得な副業」で検索"_s,
               u"１００万円当選のお知らせ"_s, u"ＬＩＮＥ ID abc123"_s, u"LINE: abc123"_s, u"Telegram：abc"_s, u"FREE crypto"_s,
               u"You are a winner"_s, u"免费领取"_s, u"무료 쿠폰"_s, u"損します!詳しくは店頭で!"_s, u"借金ゼロへ"_s}); // no link in any
    }
    void whatSaysMoreThanANameIsNot()
    {
        QFETCH(QString, name);
        QVERIFY(!isOnlyAName(name));
    }

private:
    static void names(const QStringList &all)
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : all)
            QTest::newRow(qPrintable(name)) << name;
    }
};

QTEST_GUILESS_MAIN(tst_NameOnPosters)
#include "tst_NameOnPosters.moc"
