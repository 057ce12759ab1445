// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace shirase {

/// The pages of the window, one under the other.
class SideBar : public QListWidget
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);

    void addPage(const QIcon &icon, const QString &title);
    /// A number behind a page's title, of what waits there; none for 0. @param meaning a sentence for the
    /// tooltip
    void setBadge(int page, int count, const QString &meaning);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QStringList m_titles;
};

} // namespace shirase
