// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace shirase {

/// A framed box on the ground of a note (colours::note()), in which text and icons keep the window's colours.
class NoteBox : public QFrame
{
    Q_OBJECT
public:
    explicit NoteBox(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace shirase
