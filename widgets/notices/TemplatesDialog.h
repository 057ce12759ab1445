// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/NoticeTexts.h"
#include "widgets/common/CarefulDialog.h"
#include "widgets/common/Page.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace shirase {

class WordingEditor;

/// The texts that notices begin with: one for each disease or kind of case, in every language.
class TemplatesDialog : public CarefulDialog
{
    Q_OBJECT
public:
    TemplatesDialog(PageContext context, SharedSession session, QWidget *parent = nullptr);

    /// Shows a text; nothing for an unknown key.
    void choose(const QString &key);

Q_SIGNALS:
    /// A text was saved, added, deleted or put back.
    void templatesChanged(const QString &key);

protected:
    [[nodiscard]] bool isChanged() const override;

private:
    void buildLayout();
    void connectParts();
    void askForNames();
    void reload(const QString &key);
    void selected();
    void present();
    void adapt();
    void save();
    void addCopy();
    void remove();
    void restore();
    void done(const Result<> &result, const QString &key);
    [[nodiscard]] NoticeTexts &texts() { return m_context.office.noticeDesk.wording().templates(); }

    PageContext m_context;
    SharedSession m_session;
    bool m_mayEdit;
    QList<NoticeTemplate> m_templates;
    NoticeTemplate m_shown; ///< as it is saved
    QListWidget *m_list;
    QLineEdit *m_title;
    QLabel *m_facts;
    WordingEditor *m_editor;
    QPushButton *m_add;
    QPushButton *m_delete;
    QPushButton *m_restore;
    QPushButton *m_save;
};

} // namespace shirase
