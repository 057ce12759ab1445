// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"

class QComboBox;
class QPushButton;
class QTabWidget;

namespace shirase {

/// Step 3: what the mail says, in every language.
class TextStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit TextStep(PageContext context, QWidget *parent = nullptr);

    /// Opens the choice. @param mayDraft whether the account has the notices role
    void startNew(bool mayDraft);
    /// The texts of a notice that exists.
    void present(const Notice &notice);
    /// While the draft is being written.
    void setSaving(bool saving);
    void clear();
    [[nodiscard]] QString textKey() const;

Q_SIGNALS:
    /// The text is chosen: the draft can be written.
    void draftAsked();
    void failed(const shirase::Error &error);

private:
    void preview();
    void fill(const QMap<QString, NoticeText> &texts);

    PageContext m_context;
    QWidget *m_choice;
    QComboBox *m_key;
    QTabWidget *m_languages;
    QPushButton *m_use;
};

} // namespace shirase
