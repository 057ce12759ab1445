// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TextStep.h"

#include "widgets/common/Texts.h"
#include "widgets/notices/FaultList.h"
#include "widgets/notices/MailPreview.h"
#include "widgets/notices/WordingDialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int heightToRead = 340;
constexpr int heightToRecall = 220; // once it is chosen, the steps after it matter more

QPushButton *namedButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    return button;
}

} // namespace

TextStep::TextStep(PageContext context, QWidget *parent)
    : StepFrame(3, tr("Text"), parent)
    , m_context(context)
    , m_choice(new QWidget)
    , m_key(new QComboBox)
    , m_templates(namedButton(u"textTemplates"_s, tr("E&dit texts…")))
    , m_languages(new QTabWidget)
    , m_faults(new FaultList)
    , m_test(new QWidget)
    , m_testAddress(new QLineEdit)
    , m_sendTest(namedButton(u"testSend"_s, tr("Send test &mail")))
    , m_testResult(wrappedLabel(u"testResult"_s))
    , m_change(namedButton(u"textChange"_s, tr("Change for &this notice…")))
    , m_use(namedButton(u"textUse"_s, tr("&Use this text")))
{
    m_languages->setObjectName(u"textLanguages"_s);
    m_languages->setAccessibleName(tr("The mail in every language"));
    buildChoice();
    body()->addWidget(m_languages);
    body()->addWidget(m_faults);
    buildButtons();
    connect(m_faults, &FaultList::chosen, this, [this](const QString &language, const TextFault &fault) {
        if (MailPreview *mail = m_mails.value(language)) {
            m_languages->setCurrentWidget(mail);
            mail->select(fault);
        }
    });
}

void TextStep::buildChoice()
{
    m_key->setObjectName(u"textKey"_s);
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *label = new QLabel(tr("&Text"));
    label->setBuddy(m_key);
    auto *row = new QHBoxLayout(m_choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_key);
    row->addStretch(1);
    row->addWidget(m_templates);
    body()->addWidget(m_choice);
    connect(m_key, &QComboBox::currentIndexChanged, this, &TextStep::showChosen);
    connect(m_templates, &QPushButton::clicked, this, [this] { Q_EMIT templatesAsked(textKey()); });
}

void TextStep::buildButtons()
{
    m_testAddress->setObjectName(u"testAddress"_s);
    m_testAddress->setPlaceholderText(tr("Your own mail address"));
    m_testResult->hide();
    auto *label = new QLabel(tr("Test mail t&o"));
    label->setBuddy(m_testAddress);
    auto *testRow = new QHBoxLayout(m_test);
    testRow->setContentsMargins(0, 0, 0, 0);
    testRow->addWidget(label);
    testRow->addWidget(m_testAddress, 1);
    testRow->addWidget(m_sendTest);
    auto *row = new QHBoxLayout;
    row->addWidget(m_test, 1);
    row->addStretch(0);
    row->addWidget(m_change);
    row->addWidget(m_use);
    m_use->setDefault(true); // seen as the one that goes on
    body()->addLayout(row);
    body()->addWidget(m_testResult);
    connect(m_testAddress, &QLineEdit::textChanged, this, &TextStep::presentState);
    connect(m_testAddress, &QLineEdit::returnPressed, m_sendTest, &QPushButton::click);
    connect(m_sendTest, &QPushButton::clicked, this, &TextStep::sendTest);
    connect(m_change, &QPushButton::clicked, this, &TextStep::changeDraft);
    connect(m_use, &QPushButton::clicked, this, &TextStep::draftAsked);
}

QString TextStep::textKey() const
{
    return m_key->currentData().toString();
}

QString TextStep::testAddress() const
{
    return m_testAddress->text();
}

void TextStep::setTestAddress(const QString &address)
{
    m_testAddress->setText(address);
}

void TextStep::startNew(SharedSession session, const QList<NoticeTarget> &targets)
{
    m_session = std::move(session);
    m_targets = targets;
    m_notice.reset();
    m_choice->show();
    m_languages->setFixedHeight(heightToRead);
    askForChecks();
    const QString before = textKey();
    fillChoice(before.isEmpty() ? NoticeTexts::standardKey.toString() : before);
}

void TextStep::present(SharedSession session, const Notice &notice)
{
    const bool sameNotice = m_notice && m_notice->id == notice.id;
    m_session = std::move(session);
    m_targets = notice.targets;
    m_notice = notice;
    m_choice->hide();
    m_languages->setFixedHeight(heightToRecall);
    if (!sameNotice)
        askForChecks();
    fill(notice.texts);
}

void TextStep::reloadTemplates(const QString &key)
{
    if (state() != State::Closed && !m_notice)
        fillChoice(key);
}

void TextStep::fillChoice(const QString &key)
{
    const Result<QList<NoticeTemplate>> templates = m_context.office.noticeDesk.wording().templates().list();
    if (!templates) {
        Q_EMIT failed(templates.error());
        return;
    }
    {
        const QSignalBlocker quiet(m_key);
        m_key->clear();
        for (const NoticeTemplate &text : *templates)
            m_key->addItem(text.title, text.key);
        m_key->setCurrentIndex(std::max(m_key->findData(key), 0));
    }
    showChosen();
}

void TextStep::showChosen()
{
    const Result<Wordings> texts = m_context.office.noticeDesk.wording().texts(textKey());
    if (texts) {
        fill(*texts);
        return;
    }
    fill({});
    Q_EMIT failed(texts.error());
}

void TextStep::fill(const QMap<QString, NoticeText> &texts)
{
    m_texts = texts;
    const int before = m_languages->currentIndex();
    m_mails.clear();
    while (m_languages->count() > 0)
        delete m_languages->widget(0);
    QStringList languages = texts.keys();
    for (const QString &offered : m_context.office.settings.list(u"web.languages"_s)) {
        if (!texts.isEmpty() && !texts.contains(offered))
            languages.append(offered);
    }
    for (const QString &language : inOrder(languages))
        addMail(language);
    if (before >= 0)
        m_languages->setCurrentIndex(before);
    m_testResult->hide();
    check();
}

void TextStep::addMail(const QString &language)
{
    const ChosenText chosen = textFor(language, m_texts);
    auto *mail = new MailPreview(language);
    mail->present(MailPreview::senderLine(m_context.office.settings, chosen.language), chosen.text);
    m_mails.insert(language, mail);
    const int tab = m_languages->addTab(mail, Texts::language(language));
    if (!m_texts.contains(language))
        m_languages->setTabToolTip(tab,
                                   tr("There is no text in this language: Japanese and English are sent."));
}

// The notice's own names are few. Those of all facilities, which are only warned about, come from the worker.
void TextStep::askForChecks()
{
    m_check.reset();
    if (m_naming)
        m_naming->cancel();
    const auto own =
        m_context.office.noticeDesk.wording().checkFor(m_targets, NoticeWording::Others::Ignored);
    if (!own) {
        Q_EMIT failed(own.error());
        return;
    }
    m_check = std::make_shared<const NoticeTextCheck>(*own);
    m_naming = m_context.worker.run<NoticeTextCheck>(
        this,
        [targets = m_targets](Office &office, const Job::Report &) {
            return office.noticeDesk.wording().checkFor(targets, NoticeWording::Others::WarnedAbout);
        },
        [this, asked = m_check](Result<NoticeTextCheck> full) {
            if (!full || asked != m_check) // for another notice, or the step is closed
                return;
            m_check = std::make_shared<const NoticeTextCheck>(std::move(*full));
            check();
            if (m_dialog)
                m_dialog->setCheck(m_check);
        });
}

void TextStep::check()
{
    QList<FaultList::Entry> entries;
    for (const QString &language : inOrder(m_texts.keys())) {
        const NoticeText text = m_texts[language];
        const QList<TextFault> faults = m_check ? m_check->check(text) : QList<TextFault>();
        m_mails[language]->mark(faults);
        for (const TextFault &fault : faults)
            entries.append({language, text, fault});
    }
    m_faults->setEntries(entries);
    presentState();
}

void TextStep::presentState()
{
    if (!m_session)
        return;
    const bool isDraft = m_notice && m_notice->state == NoticeState::Draft;
    const bool isMine = isDraft && m_notice->author == m_session->account().name;
    const bool isClean = m_check && !m_texts.isEmpty() && m_faults->refused() == 0;
    m_use->setVisible(!m_notice);
    m_use->setEnabled(isClean && may(Role::Notices));
    m_use->setToolTip(may(Role::Notices) ? tr("Writes the draft, which can then be approved.")
                                         : tr("You need an account with the notices role for this."));
    m_change->setVisible(isDraft);
    m_change->setEnabled(isMine && may(Role::Notices));
    m_change->setToolTip(m_change->isEnabled() ? QString()
                                               : tr("Only the author of a draft can change its text."));
    m_test->setVisible(!m_notice || isDraft);
    m_sendTest->setEnabled(isClean && !m_testAddress->text().trimmed().isEmpty());

    if (m_faults->refused() > 0)
        setState(State::Problem, tr("Places to change: %1").arg(m_faults->refused()));
    else if (!m_notice && m_faults->warnings() > 0)
        setState(State::Open, tr("Warnings to look at: %1").arg(m_faults->warnings()));
    else if (!m_notice)
        setState(isClean ? State::Open : State::Problem,
                 isClean ? tr("Read it in every language") : tr("The text cannot be read"));
    else
        setState(State::Done, titleOf(m_notice->textKey));
}

QString TextStep::titleOf(const QString &key)
{
    const Result<NoticeTemplate> text = m_context.office.noticeDesk.wording().templates().find(key);
    return text ? text->title : key; // it may have been deleted since
}

void TextStep::changeDraft()
{
    if (!m_notice || !m_session)
        return;
    m_dialog = new WordingDialog(m_context, m_session, *m_notice, m_check, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &WordingDialog::saved, this, &TextStep::textsChanged);
    m_dialog->open();
}

void TextStep::sendTest()
{
    if (!m_session)
        return;
    const QString address = m_testAddress->text().trimmed();
    const Result<> sent =
        m_context.office.noticeDesk.wording().sendTest(*m_session, address, m_texts, m_targets);
    m_testResult->setText(
        sent ? tr("In the queue to %1, marked as a test. Mails: %2").arg(address).arg(m_texts.size())
             : sent.error().message);
    m_testResult->show();
}

void TextStep::setSaving(bool saving)
{
    m_choice->setEnabled(!saving);
    m_use->setEnabled(!saving);
    if (saving)
        setState(State::Working, tr("Writing the draft…"));
}

void TextStep::clear()
{
    m_session.reset();
    m_notice.reset();
    m_targets.clear();
    m_check.reset();
    m_choice->setEnabled(true);
    fill({});
    setState(State::Closed, {});
}

} // namespace shirase
