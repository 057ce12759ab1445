// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterTexts.h"

#include <QLocale>

namespace shirase {

using namespace Qt::StringLiterals;

PosterTexts PosterTexts::of(const PosterContent &content)
{
    const Profile &ja = content.japanese;
    const Profile &en = content.english;
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return {
        .organisation = {ja.organisation, en.organisation},
        .systemName = {ja.systemName, en.systemName},
        .headline = {u"ご来店・ご来場の方へ"_s, u"To everyone who visits"_s},
        .purpose =
            {u"同じ日に|ここを|利用した方に|%1が|確認されたとき、|%2から|メールで|お知らせします。"_s.arg(
                 ja.disease, ja.organisation),
             u"If someone who was here on the same day is found to have %1, %2 will tell you by e-mail."_s
                 .arg(en.disease, en.organisation)},
        .steps = {{
            {u"毎回、QRコードを|読み取る"_s, u"Scan the code each time you come"_s},
            {u"メールアドレスを|登録する"_s, u"Enter your e-mail address"_s},
            {u"感染がわかると、|メールが届く"_s, u"If there was an infection, you get an e-mail"_s},
            {u"具合が悪いときは|相談する"_s, u"If you feel unwell, call %1"_s.arg(en.centrePhone)},
        }},
        .scanHere = {u"毎回、読み取って|登録してください。"_s, u"Scan and register at every visit."_s},
        .checkCode = {u"確認コード"_s, u"Check code"_s},
        .checkCodeUse = {u"登録画面の|確認コードが|これと違うときは、|登録しないでください。"_s,
                         u"If the page shows another check code, do not register."_s},
        .genuineHeading = {u"本物のメールの見分け方"_s, u"How to know a genuine e-mail"_s},
        .genuineSender = {u"「@%1」から|届きます。"_s.arg(ja.mailDomain),
                          u"It comes from @%1."_s.arg(en.mailDomain)},
        .genuineContent = {u"リンク・電話番号・アドレス・施設名・日付は|ありません。"_s,
                           u"No link, phone number, address, place or date."_s},
        .genuineOthers = {u"電話やSMSで|連絡することは|ありません。"_s,
                          u"We never phone or send text messages."_s},
        .exercise = {u"訓練"_s, u"EXERCISE"_s},
        .exerciseNote = {u"【訓練】|訓練用の掲示です。"_s, u"[EXERCISE] For a drill, not a real place."_s},
        .issued = {u"%1発行"_s.arg(content.issued.toString(u"yyyy年M月d日"_s)),
                   u"Issued %1"_s.arg(english.toString(content.issued, u"d MMMM yyyy"_s))},
        .contact = {u"お問い合わせ　%1　%2"_s.arg(ja.contactName, ja.contactPhone),
                    u"Contact: %1, %2"_s.arg(en.contactName, en.contactPhone)},
        .trademark = {u"QRコードは株式会社デンソーウェーブの登録商標です。"_s,
                      u"QR Code is a registered trademark of DENSO WAVE INCORPORATED."_s},
    };
}

} // namespace shirase
