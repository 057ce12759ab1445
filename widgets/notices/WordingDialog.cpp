// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/WordingDialog.h"

#include "widgets/common/TabOrder.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

WordingDialog::WordingDialog(PageContext context, SharedSession session, const Notice &draft,
                             SharedCheck check, QWidget *parent)
    : CarefulDialog(context.dialogs, parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_notice(draft.id)
    , m_seen(draft.textHash)
    , m_editor(new WordingEditor(context.office.settings))
{
    setObjectName(u"wordingDialog"_s);
    setWindowTitle(tr("Text of this notice"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *save = buttons->addButton(tr("Save &changes"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"wordingSave"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"wordingCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &WordingDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &WordingDialog::closeCarefully);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_editor, 1);
    layout->addWidget(buttons);
    tabAsLaidOut(*this);
    save->setDefault(true);
    resize(960, 640);
    m_editor->setWordings(draft.texts);
    m_editor->setCheck(std::move(check));
}

void WordingDialog::save()
{
    const Result<> done =
        m_context.office.noticeDesk.wording().setTexts(*m_session, m_notice, m_editor->wordings(), m_seen);
    if (!done) {
        m_context.dialogs.showError(this, done.error());
        return;
    }
    Q_EMIT saved();
    accept();
}

} // namespace shirase
