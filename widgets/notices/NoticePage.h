// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace shirase {

class ListTable;
class MessageBar;
class NoticeEditor;
class NoticeModel;

/// The notices, and the five steps of the one that is chosen.
class NoticePage final : public Page
{
    Q_OBJECT
public:
    explicit NoticePage(PageContext context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Notices, Subject::Facilities}; }
    void catchUp(const Subjects &changed) override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

    void startNew();
    /// Whether the places of a new notice are chosen that no draft keeps.
    [[nodiscard]] bool isBegun() const;
    /// Opens that notice, whatever the list shows.
    void showNotice(NoticeId id);
    /// Opens the texts that notices begin with. @param key the one to show; empty for the standard text
    void editTexts(const QString &key = {});

Q_SIGNALS:
    /// A notice is in another state, or there is a new one.
    void changed();

protected:
    void clear() override;

private:
    void buildTable();
    [[nodiscard]] QWidget *makeList();
    void editThresholds();
    void connectParts();
    void reloadList();
    void chooseOpen();
    void openSelected();
    /// True if nothing is lost by opening another notice, or the person does not mind.
    [[nodiscard]] bool mayForgetBegun();
    void showEditor();

    NoticeModel *m_model;
    MessageBar *m_message;
    QPushButton *m_new;
    QPushButton *m_texts;
    QPushButton *m_thresholds;
    QComboBox *m_filter;
    ListTable *m_table;
    NoticeEditor *m_editor;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
};

} // namespace shirase
