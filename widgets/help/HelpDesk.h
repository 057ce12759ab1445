// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace shirase {

class HelpWindow;

/// Opens the help where F1 is pressed: at the section of what is in front, be it a page, a dialog over it, or a part
/// of them. Also from dialogs that let nothing else be used meanwhile.
class HelpDesk : public QObject
{
    Q_OBJECT
public:
    /// @param window whose help it is, with that of every dialog above it; owns this
    explicit HelpDesk(QWidget *window);
    ~HelpDesk() override;

    /// @param topic "facilities#import"
    void open(const QString &topic);
    /// At what has the focus, or at the page that is shown.
    void openHere();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QString topicOf(const QWidget *widget) const;
    [[nodiscard]] bool isOurs(const QWidget *widget) const;

    QWidget *m_owner;
    QPointer<HelpWindow> m_help;
};

} // namespace shirase
