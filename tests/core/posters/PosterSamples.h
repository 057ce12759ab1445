// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// What the tests of the posters share: one facility of Hokkaido, and zbar.
namespace shirase::samples {

using namespace Qt::StringLiterals;

inline Profile japaneseProfile()
{
    Profile profile;
    profile.language = u"ja"_s;
    profile.organisation = u"北海道"_s;
    profile.systemName = u"北海道コロナ通知システム"_s;
    profile.disease = u"新型コロナウイルス感染症"_s;
    profile.centreName = u"相談センター"_s;
    profile.centrePhone = u"011-204-5020"_s;
    profile.contactName = u"北海道新型コロナウイルス感染症対策本部"_s;
    profile.contactPhone = u"011-206-0289"_s;
    profile.mailDomain = u"pref.hokkaido.lg.jp"_s;
    profile.accent = QColor(0x0a, 0x3b, 0x8c);
    profile.publicUrl = u"https://shirase.example.jp"_s;
    return profile;
}

inline Profile englishProfile()
{
    Profile profile = japaneseProfile();
    profile.language = u"en"_s;
    profile.organisation = u"Hokkaido"_s;
    profile.systemName = u"Hokkaido COVID-19 Notification System"_s;
    profile.disease = u"COVID-19"_s;
    profile.centreName = u"Consultation Centre"_s;
    profile.contactName = u"Hokkaido COVID-19 Task Force"_s;
    return profile;
}

inline PosterContent poster(const QString &facilityName = u"札幌テスト食堂"_s)
{
    PosterContent content;
    content.facilityName = facilityName;
    content.url = u"https://shirase.example.jp/f/7K2M9QXT4DZ"_s;
    content.checkCode = u"7P-5TK"_s;
    content.issued = QDate(2026, 11, 21);
    content.japanese = japaneseProfile();
    content.english = englishProfile();
    return content;
}

/// The names that posters must stand: rare characters, markup, great length, right-to-left, marks, nothing to
/// break at.
inline QStringList difficultNames()
{
    return {u"「髙橋①亭」 Café & Bar <札幌>"_s,
            u"札幌市中央区北三条西六丁目地下一階"_s.repeated(12).left(200),
            u"مطعم سابورو للمأكولات البحرية الطازجة ومقهى الشتاء الأبيض"_s,
            u"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"_s.repeated(4).left(200),
            u"🍜🍣 らーめん横丁 👨‍👩‍👧 한국식당 กรุงเทพ"_s,
            u"zalgo"_s + u"\u0301\u0302\u0303\u0304"_s.repeated(30),
            u"W"_s.repeated(4000)};
}

inline bool hasTool(const QString &name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

/// What a program prints on standard output; empty if it cannot be run or takes more than a minute.
inline QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return process.readAllStandardOutput();
}

/// The distinct texts of all codes that zbar reads in a picture.
inline QStringList decode(const QImage &picture)
{
    const QTemporaryDir folder;
    const QString path =
        folder.filePath(u"code.ppm"_s); // packing it would take longer than looking for codes
    if (!picture.save(path))
        return {};
    QStringList texts = QString::fromUtf8(outputOf(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, path}))
                            .split(u'\n', Qt::SkipEmptyParts);
    texts.removeDuplicates();
    return texts;
}

/// The smallest rectangle that holds every pixel in which two pictures of one size differ visibly.
inline QRect differenceOf(const QImage &a, const QImage &b)
{
    QRect difference;
    const QImage left = a.convertToFormat(QImage::Format_Grayscale8);
    const QImage right = b.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < left.height(); ++y) {
        const uchar *leftLine = left.constScanLine(y);
        const uchar *rightLine = right.constScanLine(y);
        for (int x = 0; x < left.width(); ++x) {
            if (qAbs(leftLine[x] - rightLine[x]) > 8)
                difference |= QRect(x, y, 1, 1);
        }
    }
    return difference;
}

/// Mean difference of two pictures' greys, 0 to 255, seen from some distance and without the codes: on pixels
/// their modules are whole numbers of them, which makes them a little smaller. A shift of half a millimetre
/// gives 8.
inline qreal unlikeness(QImage a, QImage b, const PosterLayout &layout)
{
    for (QImage *image : {&a, &b}) {
        *image = image->convertToFormat(QImage::Format_RGB32);
        QPainter painter(image);
        painter.scale(image->width() / layout.sheet().width(), image->height() / layout.sheet().height());
        for (int place = 0; place < layout.places(); ++place) {
            for (const QTransform &toSheet : layout.faces(place))
                painter.fillRect(toSheet.mapRect(layout.face().box(PosterPart::Code)), Qt::white);
        }
        painter.end();
        *image = image->scaled(296, 420, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    qreal sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (a.width() * a.height());
}

/// The first page of a PDF as poppler draws it.
inline QImage pagePicture(const QByteArray &pdf, int dpi)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"poster.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    return QImage::fromData(outputOf(
        u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-f"_s, u"1"_s, u"-l"_s, u"1"_s, file.fileName()}));
}

} // namespace shirase::samples
