// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterFile.h"

#include "core/posters/PdfDevice.h"
#include "core/posters/PosterRenderer.h"
#include "core/posters/QrCode.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QSvgRenderer>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal millimetresPerInch = 25.4;
constexpr qreal dotsPerMillimetre = PosterFile::dotsPerInch / millimetresPerInch;
constexpr int pdfDotsPerInch = 1200;
// SVG sizes are whole units: a hundredth of a millimetre each.
constexpr int svgUnitsPerMillimetre = 100;

QString titleOf(const PosterContent &content)
{
    const QString title = u"%1 — %2"_s.arg(content.japanese.systemName, content.facilityName);
    return content.exercise ? u"【訓練】"_s + title : title;
}

Result<> checkAddress(const PosterContent &content)
{
    if (const Result<QrCode> code = QrCode::encode(content.url.toUtf8()); !code)
        return passOn(code);
    return {};
}

const QString titleToken = u"poster-title"_s;
const QString descriptionToken = u"poster-description"_s;

/// A name may hold any character; XML 1.0 §2.2 allows no controls.
QByteArray forXml(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text.toHtmlEscaped().toUtf8();
}

Result<> writeAll(const QByteArray &bytes, QIODevice &device)
{
    if (device.write(bytes) == bytes.size())
        return {};
    return fail(ErrorCode::Unavailable,
                QCoreApplication::translate("PosterFile",
                                            "The poster could not be written. Please check the free space."),
                device.errorString());
}

} // namespace

QImage PosterFile::picture(const PosterProof::Painting &painting) const
{
    QImage image((m_layout.sheet() * dotsPerMillimetre).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(dotsPerMillimetre * 1000));
    image.setDotsPerMeterY(qRound(dotsPerMillimetre * 1000));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(dotsPerMillimetre, dotsPerMillimetre);
    painting(painter);
    return image;
}

Result<> PosterFile::proofOf(const QImage &sheet, const PosterContent &content) const
{
    const QRectF place(QPointF(), QSizeF(sheet.size()) / dotsPerMillimetre);
    const QList<PosterContent> posters(m_layout.places(), content);
    return PosterProof::check([&](QPainter &painter) { painter.drawImage(place, sheet); },
                              PosterJob::codesOn(m_layout, posters));
}

Result<PosterFile::Outcome> PosterFile::writePdf(const QList<PosterContent> &contents, QIODevice &device,
                                                 const Progress &progress) const
{
    PdfDevice target(device);
    QPdfWriter writer(&target);
    writer.setResolution(pdfDotsPerInch);
    writer.setPageLayout(m_layout.page());
    writer.setTitle(contents.size() == 1 ? titleOf(contents.first())
                                         : tr("Posters of %n facilities", nullptr, int(contents.size())));
    writer.setCreator(u"Shirase " SHIRASE_VERSION ""_s);
    // A disk that is full need not be found so after the last sheet only.
    const auto stopWhereItFailed = [&](int done, int total) {
        return !target.hasFailed() && (!progress || progress(done, total));
    };
    const PosterJob job(m_layout, contents, m_ofEach);
    const Result<PosterJob::Painted> painted = job.paintOn(writer, job.allSheets(), stopWhereItFailed);
    if (target.hasFailed() || contents.isEmpty()) {
        return fail(ErrorCode::Unavailable,
                    tr("The posters could not be written. Please check the free space."),
                    device.errorString());
    }
    if (!painted)
        return passOn(painted);
    return painted->cancelled ? Outcome::Cancelled : Outcome::Written;
}

Result<> PosterFile::writePng(const PosterContent &content, QIODevice &device) const
{
    if (const Result<> checked = checkAddress(content); !checked)
        return checked;
    QImage image = picture([&](QPainter &painter) { PosterRenderer(m_layout).paint(painter, content); });
    if (const Result<> proof = proofOf(image, content); !proof)
        return proof;
    image.setText(u"Title"_s, titleOf(content));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorCode::Internal, tr("The poster could not be drawn. Please try again."));
    return writeAll(buffer.data(), device);
}

Result<> PosterFile::writeSvg(const PosterContent &content, QIODevice &device) const
{
    if (const Result<> checked = checkAddress(content); !checked)
        return checked;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QSizeF sheet = m_layout.sheet();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(svgUnitsPerMillimetre * millimetresPerInch));
    generator.setSize((sheet * svgUnitsPerMillimetre).toSize());
    generator.setViewBox(QRectF(QPointF(), sheet));
    // Qt 6.4 writes titles as they are, later ones escape them: give it words that need no escaping.
    generator.setTitle(titleToken);
    generator.setDescription(descriptionToken);
    QPainter painter(&generator);
    PosterRenderer(m_layout).paint(painter, content);
    painter.end();
    QByteArray svg = buffer.data();
    svg.replace(titleToken.toUtf8(), forXml(titleOf(content)));
    svg.replace(descriptionToken.toUtf8(), forXml(content.url + u" / "_s + content.checkCode));
    QSvgRenderer written(svg);
    const QImage seen =
        picture([&](QPainter &onto) { written.render(&onto, QRectF(QPointF(), sheet)); });
    if (const Result<> proof = proofOf(seen, content); !proof)
        return proof;
    return writeAll(svg, device);
}

Result<QByteArray> PosterFile::pdf(const PosterContent &content) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Result<Outcome> written = writePdf({content}, buffer); !written)
        return passOn(written);
    return buffer.data();
}

Result<QByteArray> PosterFile::png(const PosterContent &content) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Result<> written = writePng(content, buffer); !written)
        return passOn(written);
    return buffer.data();
}

Result<QByteArray> PosterFile::svg(const PosterContent &content) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Result<> written = writeSvg(content, buffer); !written)
        return passOn(written);
    return buffer.data();
}

Result<PosterFile::Outcome> PosterFile::save(const QList<PosterContent> &contents, const QString &path,
                                             const Progress &progress) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "pdf"_L1 && ending != "png"_L1 && ending != "svg"_L1) {
        return fail(
            ErrorCode::Invalid,
            tr("A poster is written as .pdf, .png or .svg. Please give the file one of these endings."),
            path);
    }
    if (contents.isEmpty())
        return fail(ErrorCode::Invalid, tr("No facility was chosen. Please choose at least one."));
    if (ending != "pdf"_L1 && contents.size() != 1) {
        return fail(
            ErrorCode::Invalid,
            tr("A .png or .svg file holds one poster. Please choose one facility, or a .pdf file for all."));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Unavailable,
                    tr("The file %1 cannot be written here. Please choose another folder or name.")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    Result<Outcome> written = writeAs(ending, contents, file, progress);
    if (!written || *written == Outcome::Cancelled) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit()) {
        return fail(ErrorCode::Unavailable,
                    tr("The file %1 could not be finished. Please check the free space and try again.")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    return Outcome::Written;
}

Result<PosterFile::Outcome> PosterFile::writeAs(const QString &ending, const QList<PosterContent> &contents,
                                                QIODevice &device, const Progress &progress) const
{
    if (ending == "pdf"_L1)
        return writePdf(contents, device, progress);
    const Result<> written =
        ending == "png"_L1 ? writePng(contents.first(), device) : writeSvg(contents.first(), device);
    if (!written)
        return passOn(written);
    return Outcome::Written;
}

Result<QByteArray> PosterFile::codePng(const PosterContent &content, int pixelsPerModule)
{
    const Result<QrCode> code = QrCode::encode(content.url.toUtf8());
    if (!code)
        return passOn(code);
    const QImage image = code->image(pixelsPerModule);
    if (const Result<> proof = PosterProof::check(image, content.url.toUtf8()); !proof)
        return passOn(proof);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorCode::Internal, tr("The QR code could not be drawn. Please try again."));
    return buffer.data();
}

} // namespace shirase
