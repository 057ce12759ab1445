// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace shirase {

/// A poster as large as the widget allows, painted by the same code as on paper (REQUIREMENTS S2).
class PosterView : public QWidget
{
    Q_OBJECT
public:
    explicit PosterView(QWidget *parent = nullptr);

    void present(const PosterContent &content);
    void setPosterSize(PosterSize size);
    void clear();
    /// The sheet within the widget.
    [[nodiscard]] QRectF sheetRect() const;

    QSize sizeHint() const override { return {220, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPixmap picture(const QSize &size) const;

    std::optional<PosterContent> m_content;
    PosterLayout m_layout{PosterSize::A4};
    QPixmap m_picture; ///< what was painted last, for this size and content
};

} // namespace shirase
