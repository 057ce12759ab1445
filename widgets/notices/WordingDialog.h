// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "widgets/common/CarefulDialog.h"
#include "widgets/common/Page.h"
#include "widgets/notices/WordingEditor.h"

namespace shirase {

/// Changes the text of one draft; the template stays as it is.
class WordingDialog : public CarefulDialog
{
    Q_OBJECT
public:
    WordingDialog(PageContext context, SharedSession session, const Notice &draft, SharedCheck check,
                  QWidget *parent = nullptr);

    /// A checker that knows more names than the first.
    void setCheck(SharedCheck check) { m_editor->setCheck(std::move(check)); }

Q_SIGNALS:
    void saved();

protected:
    [[nodiscard]] bool isChanged() const override { return m_editor->isChanged(); }

private:
    void save();

    PageContext m_context;
    SharedSession m_session;
    NoticeId m_notice;
    QByteArray m_seen; ///< which texts are being changed
    WordingEditor *m_editor;
};

} // namespace shirase
