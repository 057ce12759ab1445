// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "core/wording/TextFault.h"

#include <QListWidget>

namespace shirase {

/// The faults of a notice's texts in every language, a line each; choosing one asks to show its place. Takes
/// no room while there is none.
class FaultList : public QListWidget
{
    Q_OBJECT
public:
    explicit FaultList(QWidget *parent = nullptr);

    struct Entry
    {
        QString language; ///< BCP 47
        NoticeText text;  ///< in which the fault stands
        TextFault fault;
    };
    void setEntries(const QList<Entry> &entries);
    /// How many of them are refused, and how many only warned about.
    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] int warnings() const { return int(m_entries.size()) - m_refused; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &language, const shirase::TextFault &fault);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();

    QList<Entry> m_entries;
    int m_refused = 0;
};

} // namespace shirase
