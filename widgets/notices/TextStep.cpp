// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TextStep.h"

#include "widgets/common/Texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int heightToRead = 300;
constexpr int heightToRecall = 180; // once it is chosen, the steps after it matter more

QString textName(const QString &key)
{
    return key == u"standard" ? TextStep::tr("Standard text", "of a notice") : key;
}

} // namespace

TextStep::TextStep(PageContext context, QWidget *parent)
    : StepFrame(3, tr("Text"), parent)
    , m_context(context)
    , m_choice(new QWidget)
    , m_key(new QComboBox)
    , m_languages(new QTabWidget)
    , m_use(new QPushButton(tr("&Use this text")))
{
    m_key->setObjectName(u"textKey"_s);
    for (const QString &key : {u"standard"_s})
        m_key->addItem(textName(key), key);
    m_languages->setObjectName(u"textLanguages"_s);
    m_languages->setAccessibleName(tr("The mail in every language"));
    m_use->setObjectName(u"textUse"_s);
    auto *label = new QLabel(tr("&Text"));
    label->setBuddy(m_key);

    auto *row = new QHBoxLayout(m_choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_key);
    row->addStretch(1);
    body()->addWidget(m_choice);
    body()->addWidget(m_languages);
    body()->addWidget(m_use, 0, Qt::AlignRight);
    connect(m_key, &QComboBox::currentIndexChanged, this, &TextStep::preview);
    connect(m_use, &QPushButton::clicked, this, &TextStep::draftAsked);
}

QString TextStep::textKey() const
{
    return m_key->currentData().toString();
}

void TextStep::startNew(bool mayDraft)
{
    m_choice->show();
    m_languages->setFixedHeight(heightToRead);
    m_use->show();
    m_use->setEnabled(mayDraft);
    m_use->setToolTip(mayDraft ? tr("Writes the draft, which can then be approved.")
                               : tr("This takes an account with the notices role."));
    setState(State::Open, tr("Read it in every language"));
    preview();
}

void TextStep::preview()
{
    const Result<Wordings> texts = m_context.office.noticeDesk.wording().texts(textKey());
    if (texts) {
        fill(*texts);
        return;
    }
    fill({});
    m_use->setEnabled(false);
    setState(State::Problem, tr("The text cannot be read"));
    Q_EMIT failed(texts.error());
}

void TextStep::present(const Notice &notice)
{
    fill(notice.texts);
    m_choice->hide();
    m_languages->setFixedHeight(heightToRecall);
    m_use->hide();
    setState(State::Done, textName(notice.textKey));
}

void TextStep::setSaving(bool saving)
{
    m_use->setEnabled(!saving);
    m_choice->setEnabled(!saving);
    if (saving)
        setState(State::Working, tr("Writing the draft…"));
}

void TextStep::clear()
{
    fill({});
    m_choice->setEnabled(true);
    setState(State::Closed, {});
}

void TextStep::fill(const QMap<QString, NoticeText> &texts)
{
    const int before = m_languages->currentIndex();
    while (m_languages->count() > 0)
        delete m_languages->widget(0);
    QStringList languages = texts.keys();
    if (languages.removeOne(u"ja"_s))
        languages.prepend(u"ja"_s);
    for (const QString &language : std::as_const(languages)) {
        auto *view = new QPlainTextEdit(texts[language].subject + u"\n\n"_s + texts[language].body);
        view->setObjectName(u"text_"_s + language);
        view->setReadOnly(true);
        view->setTabChangesFocus(true);
        m_languages->addTab(view, Texts::language(language));
    }
    if (before >= 0)
        m_languages->setCurrentIndex(before);
}

} // namespace shirase
