// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTimeEdit>

namespace shirase {

/// A field for a Japanese date and time, whatever the host's zone (REQUIREMENTS D3).
class JapaneseDateTimeEdit : public QDateTimeEdit
{
    Q_OBJECT
public:
    explicit JapaneseDateTimeEdit(QWidget *parent = nullptr);

    /// Seconds since the epoch, UTC.
    [[nodiscard]] qint64 at() const;
    void setAt(qint64 at);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace shirase
