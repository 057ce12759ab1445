// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace shirase {

/// One large figure with its title above and its source beneath, and a button that leads to where it comes from.
class FigureTile : public QFrame
{
    Q_OBJECT
public:
    /// @param name of the tile; that of the figure is "nameFigure", of the source "nameSource", of the button
    /// "nameButton" @param button a verb; empty for none
    FigureTile(const QString &name, const QString &title, const QString &button = {}, QWidget *parent = nullptr);

    /// @param source one or two sentences: where the figure comes from, and what it means
    void present(const QString &figure, const QString &source);
    void clear() { present({}, {}); }
    void setButtonShown(bool shown);

Q_SIGNALS:
    void asked();

private:
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_source;
    QPushButton *m_button;
};

} // namespace shirase
