// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/SettingEdit.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace shirase {

/// A colour by its name, with how it looks and how well white text stands on it.
class ColourEdit final : public SettingEdit
{
    Q_OBJECT
public:
    ColourEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    void present();

    QLineEdit *m_name;
    QLabel *m_sample;
    QLabel *m_contrast;
};

/// A picture out of a file, shown small.
class LogoEdit final : public SettingEdit
{
    Q_OBJECT
public:
    LogoEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override { return m_value; }
    void setValue(const QString &value) override;

private:
    void choose();
    void present();

    Dialogs &m_dialogs;
    QString m_value;
    QLabel *m_picture;
    QPushButton *m_choose;
    QPushButton *m_remove;
};

/// A logo as large as it fits. Null if there is none, or it cannot be read.
[[nodiscard]] QPixmap logoPixmap(const QByteArray &file, QSize size, qreal devicePixelRatio);

} // namespace shirase
