// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RecoverySheet.h"

#include "core/posters/FittedText.h"
#include "core/posters/PdfDevice.h"
#include "core/posters/QrCode.h"
#include "core/settings/Settings.h"
#include "widgets/common/Texts.h"

#include <QDir>
#include <QPainter>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal millimetresPerInch = 25.4;
constexpr int pdfDotsPerInch = 1200;
constexpr QSizeF sheet(210, 297);
constexpr qreal margin = 20;
constexpr qreal width = 210 - 2 * margin;
constexpr int columns = 4;
constexpr qreal cellHeight = 30;
constexpr qreal codeTop = 76;
constexpr qreal codeSide = 52;
constexpr QColor ink(0x1a, 0x1a, 0x1a);
constexpr QColor softInk(0x44, 0x44, 0x44);
constexpr QColor line(0x88, 0x88, 0x88);
constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // Crockford's Base32, as the code is written in

void write(QPainter &painter, const QString &text, const QRectF &box, TextStyle style)
{
    FittedText::foreignText(text, box, style).draw(painter);
}

/// The letter or digit that is meant: O is taken for 0, I and L for 1.
QString mended(const QString &typed)
{
    QString plain;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        const QChar meant = c == u'O' ? QChar(u'0') : c == u'I' || c == u'L' ? QChar(u'1') : c;
        if (alphabet.contains(meant))
            plain += meant;
    }
    return plain;
}

std::unexpected<Error> notPrinted()
{
    return fail(ErrorCode::Unavailable,
                RecoverySheet::tr("The printer did not take the recovery sheet, so nothing was printed. Please check that the "
                                  "printer is on and connected, then print again."));
}

} // namespace

RecoverySheet RecoverySheet::of(const Settings &settings, const QString &account, QDate day)
{
    RecoverySheet sheet;
    sheet.systemName = Texts::systemName(settings);
    sheet.organisation = settings.value(u"organisation.name"_s);
    sheet.account = account;
    sheet.day = day;
    return sheet;
}

QStringList RecoverySheet::groups(const QString &code)
{
    return code.split(u'-', Qt::SkipEmptyParts);
}

QString RecoverySheet::spelled(const QString &group)
{
    const QStringList words =
        tr("zero one two three four five six seven eight nine Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo "
           "Mike November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu",
           "how 0 to 9 and A B C D E F G H J K M N P Q R S T V W X Y Z are said over the phone, one word for each")
            .split(u' ');
    QStringList said;
    for (const QChar c : group)
        said.append(words.value(alphabet.indexOf(c)));
    return said.join(u' ');
}

bool RecoverySheet::matches(const QString &group, const QString &typed)
{
    return mended(typed) == group;
}

void RecoverySheet::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    paintCode(painter);
    paintAdvice(painter);
    paintFoot(painter);
    painter.restore();
}

void RecoverySheet::paintHead(QPainter &painter) const
{
    write(painter, tr("Recovery sheet"), {margin, margin, width, 14}, {.points = 28, .bold = true, .colour = ink});
    write(painter, systemName + u"　"_s + organisation, {margin, 36, width, 7}, {.points = 12, .colour = ink});
    write(painter, tr("Made on %1 by %2").arg(Texts::day(day), account), {margin, 44, width, 6},
          {.points = 10.5, .colour = softInk});
    painter.setPen(QPen(ink, 0.5));
    painter.drawLine(QPointF(margin, 54), QPointF(margin + width, 54));
    write(painter, tr("Keep this sheet in a safe. Whoever has it can open every address that this system keeps."),
          {margin, 57, width, 13}, {.points = 14, .lines = 2, .bold = true, .colour = ink});
}

void RecoverySheet::paintCode(QPainter &painter) const
{
    const QStringList all = groups(code);
    for (int i = 0; i < all.size(); ++i) {
        const qreal cellWidth = width / columns;
        const int row = i / columns;
        const QRectF cell(margin + (i % columns) * cellWidth, codeTop + row * cellHeight, cellWidth, cellHeight);
        painter.setPen(QPen(line, 0.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell);
        const QRectF inner = cell.adjusted(2.5, 2, -2.5, -2);
        write(painter, QString::number(i + 1), {inner.x(), inner.y(), 8, 5}, {.points = 9, .colour = softInk});
        write(painter, all[i], {inner.x(), inner.y() + 4, inner.width(), 11},
              {.points = 26, .bold = true, .colour = Qt::black, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
        write(painter, spelled(all[i]), {inner.x(), inner.y() + 16, inner.width(), 9},
              {.points = 8,
               .minPoints = 5,
               .lines = 2,
               .colour = softInk,
               .alignment = Qt::AlignHCenter | Qt::AlignTop,
               .leading = 1.25});
    }
}

void RecoverySheet::paintAdvice(QPainter &painter) const
{
    const qreal top = codeTop + 2 * cellHeight + 8;
    const QRectF square(margin + width - codeSide, top, codeSide, codeSide);
    if (const Result<QrCode> qr = QrCode::encode(code.toLatin1()))
        qr->paint(painter, square);
    write(painter, tr("The same code, for a scanner"), {square.x(), square.bottom() + 1, codeSide, 5},
          {.points = 8.5, .colour = softInk, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    struct Advice
    {
        QString sentence;
        QString command = {};
    };
    const Advice advice[]{
        {tr("It is needed when nobody who may send notices can log in any more, because every password is lost.")},
        {tr("The code is stored nowhere: without this sheet and without a password, registrations cannot be opened, and nobody "
            "can be told.")},
        {tr("An account gets a new password with it where Shirase asks for the log-in (\"Forgot password\"), or by:"),
         u"shirasectl staff passwd NAME --recovery-file FILE"_s},
        {tr("The code works only once, and a new sheet takes its place. Backups from before open only with this one: please "
            "make a new backup, then destroy it.")},
        {tr("If it may have been seen or copied, please make a new one: among the staff in Shirase, or by:"),
         u"shirasectl staff recovery-code"_s},
    };
    constexpr TextStyle style{.points = 10.5,
                              .minPoints = 8,
                              .lines = 3,
                              .colour = ink,
                              .alignment = Qt::AlignLeft | Qt::AlignTop,
                              .leading = 1.35};
    qreal y = top;
    for (const auto &[sentence, command] : advice) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(margin + 1.2, y + 2.6), 0.7, 0.7);
        const FittedText words = FittedText::foreignText(sentence, {margin + 5, y, width - codeSide - 13, 15}, style);
        words.draw(painter);
        y = words.ink().bottom();
        // It is typed from paper: it has a line of its own, which breaks nowhere.
        if (!command.isEmpty()) {
            write(painter, command, {margin + 5, y + 1, width - codeSide - 13, 5}, {.points = 10, .colour = ink});
            y += 6;
        }
        y += 4;
    }
}

void RecoverySheet::paintFoot(QPainter &painter) const
{
    constexpr qreal y = 262;
    const QStringList fields{tr("Printed on"), tr("Kept at"), tr("Signature")};
    const qreal fieldWidth = width / qreal(fields.size());
    for (int i = 0; i < fields.size(); ++i) {
        const qreal x = margin + i * fieldWidth;
        painter.setPen(QPen(line, 0.25));
        painter.drawLine(QPointF(x, y + 8), QPointF(x + fieldWidth - 6, y + 8));
        write(painter, fields[i], {x, y + 9, fieldWidth - 6, 5}, {.points = 8.5, .colour = softInk});
    }
}

QPixmap RecoverySheet::picture(const QSize &size) const
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(size.width() / sheet.width(), size.height() / sheet.height());
    paint(painter);
    return pixmap;
}

Result<bool> RecoverySheet::print(QWidget *parent, Dialogs &dialogs) const
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(tr("Recovery sheet"));
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(QPageLayout::Portrait);
    if (!dialogs.setUpPrinter(parent, printer))
        return false;
    printer.setFullPage(true); // the sheet has its own margins
    QPainter painter;
    if (!painter.begin(&printer))
        return notPrinted();
    painter.scale(printer.logicalDpiX() / millimetresPerInch, printer.logicalDpiY() / millimetresPerInch);
    paint(painter);
    if (!painter.end())
        return notPrinted();
    return true;
}

Result<> RecoverySheet::save(const QString &path) const
{
    const auto cannot = [&path](const QString &detail) {
        return fail(ErrorCode::Unavailable,
                    tr("The file %1 cannot be written here. Please choose another folder or name, and check the free space.")
                        .arg(QDir::toNativeSeparators(path)),
                    detail);
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return cannot(file.errorString());
    PdfDevice device(file);
    QPdfWriter writer(&device);
    writer.setResolution(pdfDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(tr("Recovery sheet"));
    writer.setCreator(u"Shirase " SHIRASE_VERSION ""_s);
    QPainter painter(&writer);
    painter.scale(pdfDotsPerInch / millimetresPerInch, pdfDotsPerInch / millimetresPerInch);
    paint(painter);
    painter.end();
    if (device.hasFailed() || !file.commit())
        return cannot(file.errorString());
    return {};
}

} // namespace shirase
