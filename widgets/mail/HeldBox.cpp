// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mail/HeldBox.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Page.h"
#include "widgets/common/Texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace shirase {

using namespace Qt::StringLiterals;

HeldBox::HeldBox(Dialogs &dialogs, QWidget *parent)
    : QGroupBox(tr("Held since the database was restored"), parent)
    , m_dialogs(dialogs)
    , m_number(headingLabel({}, 2.2))
    , m_meaning(new QLabel)
    , m_release(new QPushButton(icons::own(u"queue"_s), tr("&Send them…")))
    , m_discard(new QPushButton(icons::themed(u"edit-delete"_s, u"remove"_s), tr("&Give them up…")))
{
    setObjectName(u"heldBox"_s);
    m_number->setObjectName(u"mailHeld"_s);
    m_meaning->setObjectName(u"mailHeldMeaning"_s);
    m_meaning->setWordWrap(true);
    m_meaning->setTextFormat(Qt::PlainText);
    m_release->setObjectName(u"mailRelease"_s);
    m_discard->setObjectName(u"mailDiscard"_s);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_discard);
    row->addWidget(m_release);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_number);
    layout->addWidget(m_meaning);
    layout->addLayout(row);
    connect(m_release, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_discard, &QPushButton::clicked, this, [this] { ask(true); });
    hide();
}

void HeldBox::present(int held, bool mayDecide)
{
    m_count = held;
    m_number->setText(Texts::number(held));
    const QString meaning =
        tr("Confirmations and mails to operators that may have been sent already, before the database was restored "
           "from a backup. They stay here until somebody decides.");
    m_meaning->setText(mayDecide ? meaning : meaning + u' ' + tr("Somebody with the role \"notices\" decides about them."));
    for (QPushButton *button : {m_release, m_discard})
        button->setEnabled(mayDecide);
    setVisible(held > 0);
}

void HeldBox::setWorking()
{
    for (QPushButton *button : {m_release, m_discard})
        button->setEnabled(false);
}

void HeldBox::ask(bool discarding)
{
    const QPointer<HeldBox> self(this); // the window may be locked during the question
    const Question release{.title = tr("Held mail"),
                           .text = tr("Send %L1 mails that are held?", "", m_count).arg(m_count),
                           .explanation = tr("Whoever got one before the database was restored gets it twice."),
                           .action = tr("&Send")};
    const Question discard{.title = tr("Held mail"),
                           .text = tr("Give up %L1 mails that are held?", "", m_count).arg(m_count),
                           .explanation = tr("They cannot be sent any more. Whoever has not got one yet never gets it; the "
                                             "registrations themselves stay."),
                           .action = tr("&Give up"),
                           .grave = true};
    if (!m_dialogs.confirm(window(), discarding ? discard : release) || !self)
        return;
    if (discarding)
        Q_EMIT discardAsked();
    else
        Q_EMIT releaseAsked();
}

} // namespace shirase
