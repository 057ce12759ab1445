// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterRenderer.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace shirase {

/// A sheet of posters as large as the widget allows, painted by the same code as on paper (REQUIREMENTS S2).
class PosterView : public QWidget
{
    Q_OBJECT
public:
    explicit PosterView(QWidget *parent = nullptr);

    /// @param posters one for each place of the sheet that is taken
    void present(PosterSize size, const QList<PosterContent> &posters);
    void clear();
    /// The sheet within the widget.
    [[nodiscard]] QRectF sheetRect() const;

    QSize sizeHint() const override { return {220, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPixmap picture(const QSize &size);
    [[nodiscard]] QString description() const;

    std::optional<PosterRenderer> m_renderer{PosterLayout(PosterSize::A4)};
    QList<PosterContent> m_posters;
    QPixmap m_picture; ///< what was painted last, for this size and these posters
};

} // namespace shirase
