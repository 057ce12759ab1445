// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/NoticeTextCheck.h"
#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace shirase {

class FaultList;
class MailPreview;
class WordingDialog;

/// Step 3: what the mail says, in every language, with the marks of the checker that knows the notice's
/// facilities.
class TextStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit TextStep(PageContext context, QWidget *parent = nullptr);

    /// Opens the choice for a notice to these targets. Writing the draft takes the notices role.
    void startNew(SharedSession session, const QList<NoticeTarget> &targets);
    /// The texts of a notice that exists; those of a draft can be changed.
    void present(SharedSession session, const Notice &notice);
    /// While the draft is being written.
    void setSaving(bool saving);
    void clear();
    [[nodiscard]] QString textKey() const;
    /// The texts to choose from have changed. @param key the one to show
    void reloadTemplates(const QString &key);

    [[nodiscard]] QString testAddress() const;
    void setTestAddress(const QString &address);

Q_SIGNALS:
    /// The text is chosen: the draft can be written.
    void draftAsked();
    /// The draft's texts are other ones now.
    void textsChanged();
    void templatesAsked(const QString &key);
    void failed(const shirase::Error &error);

private:
    void buildChoice();
    void buildButtons();
    void fillChoice(const QString &key);
    void showChosen();
    void fill(const QMap<QString, NoticeText> &texts);
    void addMail(const QString &language);
    void askForChecks();
    void check();
    void presentState();
    void changeDraft();
    void sendTest();
    [[nodiscard]] QString titleOf(const QString &key);
    [[nodiscard]] bool may(Role role) const { return m_session && m_session->has(role); }

    PageContext m_context;
    SharedSession m_session;
    QList<NoticeTarget> m_targets;
    std::optional<Notice> m_notice; ///< nothing while it is a new one
    Wordings m_texts;               ///< as they are shown
    std::shared_ptr<const NoticeTextCheck> m_check;
    QPointer<Job> m_naming; ///< reads the names of all facilities
    QPointer<WordingDialog> m_dialog;
    QMap<QString, MailPreview *> m_mails;
    QWidget *m_choice;
    QComboBox *m_key;
    QPushButton *m_templates;
    QTabWidget *m_languages;
    FaultList *m_faults;
    QWidget *m_test;
    QLineEdit *m_testAddress;
    QPushButton *m_sendTest;
    QLabel *m_testResult;
    QPushButton *m_change;
    QPushButton *m_use;
};

} // namespace shirase
