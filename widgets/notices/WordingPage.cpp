// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/WordingPage.h"

#include "core/wording/Wordings.h"
#include "widgets/notices/MailPreview.h"
#include "widgets/notices/MarkedTextEdit.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QLabel *labelFor(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

} // namespace

WordingPage::WordingPage(const QString &language, const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_language(language)
    , m_settings(settings)
    , m_subject(new MarkedTextEdit(MarkedTextEdit::Lines::One))
    , m_body(new MarkedTextEdit(MarkedTextEdit::Lines::Many))
    , m_preview(new MailPreview(u"preview_"_s + language))
    , m_lastUsed(m_body)
{
    m_subject->setObjectName(u"wordingSubject_"_s + language);
    m_body->setObjectName(u"wordingBody_"_s + language);

    auto *writing = new QWidget;
    auto *column = new QVBoxLayout(writing);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(labelFor(tr("&Subject"), m_subject));
    column->addWidget(m_subject);
    column->addWidget(labelFor(tr("Te&xt"), m_body));
    column->addWidget(m_body, 1);
    auto *mail = new QWidget;
    auto *mailColumn = new QVBoxLayout(mail);
    mailColumn->setContentsMargins(6, 6, 6, 6);
    mailColumn->setSpacing(4);
    mailColumn->addWidget(new QLabel(tr("What the recipient will see")));
    mailColumn->addWidget(m_preview, 1);

    auto *sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(writing);
    sides->addWidget(mail);
    sides->setSizes({500, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(sides);

    for (MarkedTextEdit *edit : {m_subject, m_body}) {
        connect(edit, &QPlainTextEdit::textChanged, this, [this] {
            showMail();
            Q_EMIT changed();
        });
        connect(edit, &QPlainTextEdit::cursorPositionChanged, this, [this, edit] { m_lastUsed = edit; });
    }
}

NoticeText WordingPage::wording() const
{
    return {m_subject->toPlainText(), m_body->toPlainText()};
}

void WordingPage::setWording(const NoticeText &text)
{
    m_subject->setPlainText(text.subject);
    m_body->setPlainText(text.body);
    m_lastUsed = m_body;
}

void WordingPage::setReadOnly(bool readOnly)
{
    m_subject->setReadOnly(readOnly);
    m_body->setReadOnly(readOnly);
}

void WordingPage::showMail()
{
    m_preview->present(MailPreview::senderLine(m_settings, m_language),
                       filled({{m_language, wording()}}, m_settings).first());
}

void WordingPage::mark(const QList<TextFault> &faults)
{
    QList<TextFault> inSubject;
    QList<TextFault> inBody;
    for (const TextFault &fault : faults)
        (fault.part == TextFault::Part::Subject ? inSubject : inBody).append(fault);
    m_subject->mark(inSubject);
    m_body->mark(inBody);
}

void WordingPage::select(const TextFault &fault)
{
    (fault.part == TextFault::Part::Subject ? m_subject : m_body)->select(fault.place);
}

void WordingPage::insert(const QString &text)
{
    m_lastUsed->insertPlainText(text);
    m_lastUsed->setFocus();
}

} // namespace shirase
