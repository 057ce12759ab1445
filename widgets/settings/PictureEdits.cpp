// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/PictureEdits.h"

#include "core/settings/Logo.h"
#include "core/settings/SettingCheck.h"
#include "widgets/common/Dialogs.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>

#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sampleSize(96, 26);
constexpr QSize pictureSize(160, 64);
constexpr int usefulSide = 1200; // pixels: 10 cm of a poster at 300 dpi

/// A picture that is larger than any poster shows it, made smaller.
QByteArray withinReason(const QByteArray &file)
{
    if (file.size() <= logo::largestFile || logo::isSvg(file))
        return file;
    QImage image;
    if (!image.loadFromData(file, "PNG"))
        return file;
    QByteArray smaller;
    QBuffer buffer(&smaller);
    buffer.open(QIODevice::WriteOnly);
    const QSize size = image.size().boundedTo(QSize(usefulSide, usefulSide));
    image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation).save(&buffer, "PNG");
    return smaller;
}

Result<QString> readLogo(const QString &path)
{
    constexpr qint64 most = 50'000'000; // of a picture that will be made smaller
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, LogoEdit::tr("The file %1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    return logo::toSetting(withinReason(file.read(most)));
}

} // namespace

QPixmap logoPixmap(const QByteArray &file, QSize size, qreal devicePixelRatio)
{
    if (file.isEmpty())
        return {};
    QPixmap pixmap;
    if (logo::isSvg(file)) {
        QSvgRenderer drawing(file);
        drawing.setAspectRatioMode(Qt::KeepAspectRatio);
        pixmap = QPixmap((QSizeF(size) * devicePixelRatio).toSize());
        pixmap.fill(Qt::white);
        QPainter painter(&pixmap);
        drawing.render(&painter);
    } else if (pixmap.loadFromData(file, "PNG")) {
        pixmap = pixmap.scaled((QSizeF(size) * devicePixelRatio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

ColourEdit::ColourEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent)
    : SettingEdit(parent)
    , m_name(new QLineEdit)
    , m_sample(new QLabel(tr("Sample", "text on a colour")))
    , m_contrast(new QLabel)
{
    setField(m_name, definition.key);
    m_name->setMaximumWidth(m_name->fontMetrics().horizontalAdvance(u"#0a3b8c00000"_s));
    m_sample->setFixedSize(sampleSize);
    m_sample->setAlignment(Qt::AlignCenter);
    m_sample->setAutoFillBackground(true);
    m_contrast->setObjectName(u"colourContrast"_s);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(u"choose_"_s + definition.key);
    choose->setAccessibleName(tr("Choose a colour"));
    choose->setAutoDefault(false);
    auto *row = makeRow();
    row->addWidget(m_name);
    row->addWidget(choose);
    row->addWidget(m_sample);
    row->addWidget(m_contrast, 1);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        present();
        Q_EMIT edited();
    });
    connect(choose, &QPushButton::clicked, this, [this, &dialogs] {
        const std::optional<QColor> colour = dialogs.askColour(this, tr("Choose a colour"), QColor(m_name->text()));
        if (!colour)
            return;
        setValue(colour->name());
        Q_EMIT edited();
    });
}

QString ColourEdit::value() const
{
    return m_name->text();
}

void ColourEdit::setValue(const QString &value)
{
    m_name->setText(value);
    present();
}

void ColourEdit::present()
{
    const QString name = m_name->text().trimmed();
    const QColor colour = QColor::isValidColorName(name) ? QColor(name) : QColor();
    m_sample->setVisible(colour.isValid());
    m_contrast->setVisible(colour.isValid());
    if (!colour.isValid())
        return;
    QPalette palette;
    palette.setColor(QPalette::Window, colour);
    palette.setColor(QPalette::WindowText, Qt::white);
    m_sample->setPalette(palette);
    const double contrast = std::floor(contrastOnWhite(colour) * 10) / 10;
    m_contrast->setText(tr("Contrast %L1 to 1").arg(contrast, 0, 'f', 1));
}

LogoEdit::LogoEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent)
    : SettingEdit(parent)
    , m_dialogs(dialogs)
    , m_picture(new QLabel)
    , m_choose(new QPushButton(tr("Choose a file…")))
    , m_remove(new QPushButton(tr("Remove")))
{
    setField(m_choose, definition.key);
    m_picture->setObjectName(u"logoPicture"_s);
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFrameStyle(int(QFrame::StyledPanel) | int(QFrame::Plain));
    m_remove->setObjectName(u"logoRemove"_s);
    m_remove->setAccessibleName(tr("Remove the logo"));
    for (QPushButton *button : {m_choose, m_remove})
        button->setAutoDefault(false);
    auto *row = makeRow();
    row->addWidget(m_picture);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    row->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &LogoEdit::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        setValue({});
        Q_EMIT edited();
    });
    present();
}

void LogoEdit::setValue(const QString &value)
{
    m_value = value;
    present();
}

void LogoEdit::choose()
{
    const std::optional<QString> path = m_dialogs.askOpenName(this, tr("Choose a logo"), {u"svg"_s, u"png"_s});
    if (!path)
        return;
    const Result<QString> value = readLogo(*path);
    if (!value) {
        m_dialogs.showError(this, {value.error().code, tr("This file cannot be the logo: %1").arg(value.error().message),
                                   value.error().detail});
        return;
    }
    setValue(*value);
    Q_EMIT edited();
}

void LogoEdit::present()
{
    const QByteArray file = logo::fromSetting(m_value).value_or(QByteArray());
    const QPixmap picture = logoPixmap(file, pictureSize, devicePixelRatioF());
    m_picture->setPixmap(picture);
    if (picture.isNull())
        m_picture->setText(tr("none", "logo"));
    m_picture->setAccessibleName(picture.isNull() ? tr("There is no logo") : tr("The logo"));
    m_remove->setEnabled(!m_value.isEmpty());
}

} // namespace shirase
