// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TemplatesDialog.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/WordingEditor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QPushButton *namedButton(const QString &name, const QString &text, const QIcon &icon = {})
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

TemplatesDialog::TemplatesDialog(PageContext context, SharedSession session, QWidget *parent)
    : CarefulDialog(context.dialogs, parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_mayEdit(m_session->has(Role::Notices) || m_session->has(Role::Administrator))
    , m_list(new QListWidget)
    , m_title(new QLineEdit)
    , m_facts(new QLabel)
    , m_editor(new WordingEditor(context.office.settings))
    , m_add(namedButton(u"templateAdd"_s, tr("&New text…"), icons::themed(u"list-add"_s, u"add"_s)))
    , m_delete(namedButton(u"templateDelete"_s, tr("&Delete…"), icons::own(u"remove"_s)))
    , m_restore(namedButton(u"templateRestore"_s, tr("Back to the &original…")))
    , m_save(namedButton(u"templateSave"_s, tr("Sa&ve")))
{
    setObjectName(u"templatesDialog"_s);
    setWindowTitle(tr("Notice texts"));
    m_list->setObjectName(u"templateList"_s);
    m_list->setAccessibleName(tr("Texts"));
    m_title->setObjectName(u"templateTitle"_s);
    m_title->setMaxLength(NoticeTexts::longestTitle);
    m_facts->setObjectName(u"templateFacts"_s);
    m_facts->setTextFormat(Qt::PlainText);
    buildLayout();
    connectParts();
    reload(NoticeTexts::standardKey.toString());
    askForNames();
}

void TemplatesDialog::buildLayout()
{
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(m_add);
    left->addWidget(m_delete);
    auto *label = new QLabel(tr("Tit&le"));
    label->setBuddy(m_title);
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(label);
    titleRow->addWidget(m_title, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"templateClose"_s);
    buttons->addButton(m_restore, QDialogButtonBox::ResetRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole); // which stands first, as everywhere
    connect(buttons, &QDialogButtonBox::rejected, this, &TemplatesDialog::closeCarefully);

    auto *right = new QVBoxLayout;
    right->addLayout(titleRow);
    right->addWidget(m_facts);
    right->addWidget(m_editor, 1);
    right->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    m_list->setFixedWidth(180);
    resize(1000, 660);
}

void TemplatesDialog::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesDialog::selected);
    connect(m_title, &QLineEdit::textChanged, this, &TemplatesDialog::adapt);
    connect(m_editor, &WordingEditor::changed, this, &TemplatesDialog::adapt);
    connect(m_save, &QPushButton::clicked, this, &TemplatesDialog::save);
    connect(m_add, &QPushButton::clicked, this, &TemplatesDialog::addCopy);
    connect(m_delete, &QPushButton::clicked, this, &TemplatesDialog::remove);
    connect(m_restore, &QPushButton::clicked, this, &TemplatesDialog::restore);
}

// A template knows no facility; the names of all are read in the worker, as there may be many.
void TemplatesDialog::askForNames()
{
    const auto check = m_context.office.noticeDesk.wording().checkFor({}, NoticeWording::Others::Ignored);
    if (check)
        m_editor->setCheck(std::make_shared<const NoticeTextCheck>(*check));
    m_context.worker.run<NoticeTextCheck>(
        this,
        [](Office &office, const Job::Report &) {
            return office.noticeDesk.wording().checkFor({}, NoticeWording::Others::WarnedAbout);
        },
        [this](Result<NoticeTextCheck> full) {
            if (full)
                m_editor->setCheck(std::make_shared<const NoticeTextCheck>(std::move(*full)));
        });
}

void TemplatesDialog::reload(const QString &key)
{
    Result<QList<NoticeTemplate>> templates = texts().list();
    if (!templates) {
        m_context.dialogs.showError(this, templates.error());
        return;
    }
    m_templates = std::move(*templates);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const NoticeTemplate &text : std::as_const(m_templates))
        m_list->addItem(text.title);
    const auto found = std::ranges::find(m_templates, key, &NoticeTemplate::key);
    m_list->setCurrentRow(found == m_templates.end() ? 0 : int(found - m_templates.begin()));
    present();
}

void TemplatesDialog::choose(const QString &key)
{
    const auto found = std::ranges::find(m_templates, key, &NoticeTemplate::key);
    if (found != m_templates.end())
        m_list->setCurrentRow(int(found - m_templates.begin()));
}

void TemplatesDialog::selected()
{
    if (m_templates.value(m_list->currentRow()).key == m_shown.key)
        return;
    const QPointer<TemplatesDialog> self(this); // the window may have been locked during the question
    if (mayForget()) {
        present();
        return;
    }
    if (!self)
        return;
    const auto shown = std::ranges::find(m_templates, m_shown.key, &NoticeTemplate::key);
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(int(shown - m_templates.begin()));
}

void TemplatesDialog::present()
{
    m_shown = m_templates.value(m_list->currentRow());
    m_title->setText(m_shown.title);
    m_title->setReadOnly(!m_mayEdit || m_shown.key == NoticeTexts::standardKey);
    const QString origin =
        m_shown.revision == 0
            ? tr("As it comes with Shirase.")
            : tr("Last changed by %1 on %2.").arg(m_shown.changedBy, Texts::time(m_shown.changedAt));
    m_facts->setText(tr("Key for scripts: %1. %2").arg(m_shown.key, origin));
    m_editor->setWordings(m_shown.wordings);
    m_editor->setReadOnly(!m_mayEdit);
    adapt();
}

bool TemplatesDialog::isChanged() const
{
    return m_editor->isChanged() || m_title->text() != m_shown.title;
}

void TemplatesDialog::adapt()
{
    const bool standard = m_shown.key == NoticeTexts::standardKey;
    const QString missing =
        m_mayEdit ? QString() : tr("You need an account with the notices or administrator role for this.");
    m_save->setEnabled(m_mayEdit && isChanged());
    m_add->setEnabled(m_mayEdit);
    m_delete->setEnabled(m_mayEdit && !standard);
    m_restore->setVisible(standard);
    m_restore->setEnabled(m_mayEdit && m_shown.revision > 0);
    for (QPushButton *button : {m_save, m_add, m_delete, m_restore})
        button->setToolTip(missing);
}

void TemplatesDialog::save()
{
    NoticeTemplate text = m_shown;
    text.title = m_title->text();
    text.wordings = m_editor->wordings();
    done(texts().save(*m_session, text), text.key);
}

void TemplatesDialog::addCopy()
{
    if (!mayForget())
        return;
    const NoticeTemplate original = m_shown;
    const std::optional<QString> title = m_context.dialogs.askText(
        this, {.title = tr("New text"),
               .text = tr("&Title of the new text"),
               .explanation =
                   tr("For example the disease: \"Measles\". It begins as a copy of \"%1\". Recipients never "
                      "see the title.")
                       .arg(original.title),
               .action = tr("&Add")});
    if (!title)
        return;
    const Result<QString> key = texts().freeKey(*title);
    if (!key) {
        m_context.dialogs.showError(this, key.error());
        return;
    }
    done(texts().save(*m_session,
                      {.key = *key, .title = *title, .wordings = original.wordings, .changedBy = {}}),
         *key);
}

void TemplatesDialog::remove()
{
    const bool go = m_context.dialogs.confirm(
        this, {.title = tr("Delete text"),
               .text = tr("Delete the text \"%1\"?").arg(m_shown.title),
               .explanation = tr("Notices that were drafted with it keep their text."),
               .action = tr("&Delete"),
               .grave = true});
    if (go)
        done(texts().remove(*m_session, m_shown.key), {});
}

void TemplatesDialog::restore()
{
    const bool go = m_context.dialogs.confirm(
        this, {.title = tr("Back to the original"),
               .text = tr("Put the standard text back to what comes with Shirase?"),
               .explanation = tr("What was changed in it is lost, in every language."),
               .action = tr("&Put back"),
               .grave = true});
    if (go)
        done(texts().restoreStandard(*m_session), m_shown.key);
}

void TemplatesDialog::done(const Result<> &result, const QString &key)
{
    if (!result) {
        m_context.dialogs.showError(this, result.error());
        return;
    }
    reload(key);
    Q_EMIT templatesChanged(m_shown.key);
}

} // namespace shirase
