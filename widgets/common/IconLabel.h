// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace shirase {

/// The small icon beside a sentence, in the colour of its text: drawn anew with another palette, for the screen's pixels.
class IconLabel final : public QLabel
{
    Q_OBJECT
public:
    /// @param name as for present() @param larger by so many logical pixels than the style's small icons
    explicit IconLabel(const QString &name = {}, int larger = 0, QWidget *parent = nullptr);

    /// @param name as for icons::own(); empty for no icon
    void present(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QString m_name;
    int m_larger;
};

} // namespace shirase
