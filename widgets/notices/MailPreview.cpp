// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/MailPreview.h"

#include "widgets/notices/MarkedTextEdit.h"

#include <QGridLayout>
#include <QLabel>

namespace shirase {

using namespace Qt::StringLiterals;

MailPreview::MailPreview(const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_from(new QLabel)
    , m_subject(new MarkedTextEdit(MarkedTextEdit::Lines::One))
    , m_body(new MarkedTextEdit(MarkedTextEdit::Lines::Many))
{
    m_from->setObjectName(u"from_"_s + language);
    m_from->setTextFormat(Qt::PlainText);
    m_from->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_from->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_from->setWordWrap(true);
    m_subject->setObjectName(u"subject_"_s + language);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setFrameShape(QFrame::NoFrame);
    m_subject->setReadOnly(true);
    m_body->setObjectName(u"text_"_s + language);
    m_body->setAccessibleName(tr("Text of the mail"));
    m_body->setReadOnly(true);
    m_body->setFrameShape(QFrame::NoFrame);
    for (MarkedTextEdit *text : {m_subject, m_body})
        text->viewport()->setBackgroundRole(QPalette::Window); // no field to type in

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("From", "sender of a mail")), 0, 0, Qt::AlignTop);
    grid->addWidget(m_from, 0, 1);
    grid->addWidget(new QLabel(tr("Subject")), 1, 0);
    grid->addWidget(m_subject, 1, 1);
    grid->addWidget(m_body, 2, 0, 1, 2);
}

void MailPreview::present(const QString &from, const NoticeText &text)
{
    m_from->setText(from);
    m_from->setToolTip(from);
    m_subject->setPlainText(text.subject);
    m_body->setPlainText(text.body);
}

void MailPreview::mark(const QList<TextFault> &faults)
{
    QList<TextFault> inSubject;
    QList<TextFault> inBody;
    for (const TextFault &fault : faults)
        (fault.part == TextFault::Part::Subject ? inSubject : inBody).append(fault);
    m_subject->mark(inSubject);
    m_body->mark(inBody);
}

void MailPreview::select(const TextFault &fault)
{
    (fault.part == TextFault::Part::Subject ? m_subject : m_body)->select(fault.place);
}

QString MailPreview::senderLine(const Settings &settings, const QString &language)
{
    const Result<MailIdentity> identity = MailIdentity::of(settings);
    if (!identity)
        return identity.error().message;
    return u"%1 <%2>"_s.arg(identity->name(language), identity->from.display());
}

} // namespace shirase
