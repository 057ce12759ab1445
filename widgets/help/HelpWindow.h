// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/help/HelpBook.h"

#include <QMainWindow>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;
class QTextBrowser;
class QTreeWidget;
class QTreeWidgetItem;

namespace shirase {

/// The help in a window of its own: contents and search at the left, the chapter at the right.
class HelpWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// @param parent a modal dialog beside which the help is to be used; none otherwise
    explicit HelpWindow(QWidget *parent = nullptr);

    /// @param topic "facilities#import"
    void open(const QString &topic);
    /// What is shown.
    [[nodiscard]] QString topic() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTools();
    void buildContents();
    [[nodiscard]] QWidget *makeSide();
    void connectParts();
    void search(const QString &typed);
    void openHit(const QListWidgetItem *hit);
    void mark(const QStringList &words);
    void followContents(const QUrl &source);
    void takeColours();

    HelpBook m_book;
    QLineEdit *m_search;
    QStackedWidget *m_side;
    QTreeWidget *m_contents;
    QListWidget *m_hits;
    QTextBrowser *m_browser;
};

} // namespace shirase
