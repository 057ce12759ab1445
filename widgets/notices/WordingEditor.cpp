// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/WordingEditor.h"

#include "core/wording/FilledText.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/FaultList.h"
#include "widgets/notices/WordingPage.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pauseBeforeCheck(200);

QToolButton *menuButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

QString meaningOf(const QString &placeholder)
{
    if (placeholder == u"organisation")
        return WordingEditor::tr("Organisation");
    if (placeholder == u"systemName")
        return WordingEditor::tr("Name of the system");
    if (placeholder == u"disease")
        return WordingEditor::tr("Disease");
    return WordingEditor::tr("Consultation centre");
}

} // namespace

WordingEditor::WordingEditor(const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_languages(new QTabWidget)
    , m_add(menuButton(u"languageAdd"_s, tr("&Add language")))
    , m_remove(new QToolButton)
    , m_insert(menuButton(u"placeholderInsert"_s, tr("&Insert from the settings")))
    , m_faults(new FaultList)
{
    m_languages->setObjectName(u"wordingLanguages"_s);
    m_languages->setAccessibleName(tr("The text in every language"));
    m_remove->setObjectName(u"languageRemove"_s);
    m_remove->setText(tr("&Remove this language"));
    buildTools();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_insert);
    tools->addStretch(1);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    layout->addLayout(tools);
    layout->addWidget(m_languages, 1);
    layout->addWidget(m_faults);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeCheck);
    connect(&m_pause, &QTimer::timeout, this, &WordingEditor::checkNow);
    connect(m_faults, &FaultList::chosen, this, [this](const QString &language, const TextFault &fault) {
        if (WordingPage *found = pageOf(language)) {
            m_languages->setCurrentWidget(found);
            found->select(fault);
        }
    });
}

void WordingEditor::buildTools()
{
    connect(m_add->menu(), &QMenu::aboutToShow, this, &WordingEditor::fillLanguageMenu);
    connect(m_insert->menu(), &QMenu::aboutToShow, this, &WordingEditor::fillPlaceholderMenu);
    connect(m_remove, &QToolButton::clicked, this, &WordingEditor::removeLanguage);
    connect(m_languages, &QTabWidget::currentChanged, this, [this](int index) {
        const WordingPage *shown = page(index);
        m_remove->setEnabled(!m_readOnly && shown && shown->language() != u"ja"); // everybody's last resort
    });
}

WordingPage *WordingEditor::page(int index) const
{
    return qobject_cast<WordingPage *>(m_languages->widget(index));
}

WordingPage *WordingEditor::pageOf(const QString &language) const
{
    for (int i = 0; i < m_languages->count(); ++i) {
        if (page(i)->language() == language)
            return page(i);
    }
    return nullptr;
}

void WordingEditor::setCheck(SharedCheck check)
{
    m_check = std::move(check);
    checkNow();
}

void WordingEditor::setWordings(const Wordings &wordings)
{
    const QString shown =
        m_languages->count() > 0 ? page(m_languages->currentIndex())->language() : QString();
    while (m_languages->count() > 0)
        delete m_languages->widget(0);
    for (const QString &language : inOrder(wordings.keys()))
        addLanguage(language, wordings[language]);
    if (WordingPage *same = pageOf(shown))
        m_languages->setCurrentWidget(same);
    m_before = this->wordings();
    checkNow();
}

Wordings WordingEditor::wordings() const
{
    Wordings wordings;
    for (int i = 0; i < m_languages->count(); ++i)
        wordings.insert(page(i)->language(), mended(page(i)->wording()));
    return wordings;
}

bool WordingEditor::isChanged() const
{
    return wordings() != m_before;
}

void WordingEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setEnabled(!readOnly);
    m_insert->setEnabled(!readOnly);
    m_remove->setEnabled(false);
    for (int i = 0; i < m_languages->count(); ++i)
        page(i)->setReadOnly(readOnly);
}

void WordingEditor::addLanguage(const QString &language, const NoticeText &text)
{
    auto *added = new WordingPage(language, m_settings);
    added->setWording(text);
    added->setReadOnly(m_readOnly);
    connect(added, &WordingPage::changed, this, &WordingEditor::textChanged);
    m_languages->addTab(added, Texts::language(language));
}

void WordingEditor::removeLanguage()
{
    delete m_languages->currentWidget();
    textChanged();
}

// A new language begins with the standard text, which is half the work.
void WordingEditor::fillLanguageMenu()
{
    m_add->menu()->clear();
    const Result<Wordings> standard = standardWordings();
    for (const QString &language : visitorLanguages()) {
        if (pageOf(language))
            continue;
        const NoticeText text = standard ? standard->value(language) : NoticeText();
        m_add->menu()->addAction(Texts::language(language), this, [this, language, text] {
            addLanguage(language, text);
            m_languages->setCurrentIndex(m_languages->count() - 1);
            textChanged();
        });
    }
    if (m_add->menu()->isEmpty())
        m_add->menu()->addAction(tr("Every language is there."))->setEnabled(false);
}

void WordingEditor::fillPlaceholderMenu()
{
    m_insert->menu()->clear();
    const WordingPage *shown = page(m_languages->currentIndex());
    if (!shown)
        return;
    const Profile profile = m_settings.profile(shown->language());
    for (const QString &name : FilledText::placeholders()) {
        const QString placeholder = u"{{%1}}"_s.arg(name);
        const QString value = FilledText::of(placeholder, profile).text();
        m_insert->menu()->addAction(
            tr("%1: %2", "what a setting is, and what it says").arg(meaningOf(name), value), this,
            [this, placeholder] { page(m_languages->currentIndex())->insert(placeholder); });
    }
}

void WordingEditor::textChanged()
{
    m_pause.start();
    Q_EMIT changed();
}

void WordingEditor::checkNow()
{
    m_pause.stop();
    QList<FaultList::Entry> entries;
    for (int i = 0; i < m_languages->count(); ++i) {
        const QString language = page(i)->language();
        const NoticeText text = page(i)->wording();
        const QList<TextFault> faults =
            m_check ? m_check->check(text, m_settings.profile(language)) : QList<TextFault>();
        page(i)->mark(faults);
        for (const TextFault &fault : faults)
            entries.append({language, text, fault});
    }
    m_faults->setEntries(entries);
}

} // namespace shirase
