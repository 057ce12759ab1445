// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticePage.h"

#include "widgets/common/ButtonMenu.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ListTable.h"
#include "widgets/common/MessageBar.h"
#include "widgets/notices/NoticeEditor.h"
#include "widgets/notices/NoticeModel.h"
#include "widgets/notices/TemplatesDialog.h"
#include "widgets/notices/ThresholdDialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

NoticePage::NoticePage(PageContext context, QWidget *parent)
    : Page(context, tr("Notices"), parent)
    , m_model(new NoticeModel(context.office.notices, context.office.facilities, this))
    , m_message(new MessageBar(context.dialogs))
    , m_new(new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("&New notice")))
    , m_texts(new QPushButton(icons::own(u"edit"_s), tr("Notice te&xts…")))
    , m_thresholds(new QPushButton(tr("Thresho&lds…")))
    , m_filter(new QComboBox)
    , m_table(new ListTable(u"noticeTable"_s, title(), m_model, {NoticeModel::Place}))
    , m_editor(new NoticeEditor(context))
    , m_hint(new QLabel)
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"noticePage"_s);
    m_new->setObjectName(u"noticeNew"_s);
    m_hint->setObjectName(u"noticeHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(24);
    m_texts->setObjectName(u"noticeTexts"_s);
    heading()->addWidget(m_texts);
    m_thresholds->setObjectName(u"noticeThresholds"_s);
    heading()->addWidget(m_thresholds);
    heading()->addWidget(m_new);
    buildTable();
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_editor);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({280, 690});
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(m_splitter, 1);
    connectParts();
}

void NoticePage::buildTable()
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumWidth(200);
    // What can be done with the notice that is open stands in its steps.
    connect(m_table, &ListTable::menuAsked, this, [this](QMenu &menu) {
        if (m_editor->noticeId() != 0)
            addButtons(menu, *m_editor);
    });
}

QWidget *NoticePage::makeList()
{
    m_filter->setObjectName(u"noticeFilter"_s);
    m_filter->setAccessibleName(tr("Which notices are shown"));
    m_filter->addItem(tr("All notices"), int(NoticeModel::Filter::All));
    m_filter->addItem(tr("For me to approve"), int(NoticeModel::Filter::ToApprove));
    m_filter->addItem(tr("Under way"), int(NoticeModel::Filter::Open));
    m_filter->addItem(tr("Over"), int(NoticeModel::Filter::Over));
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    return list;
}

void NoticePage::connectParts()
{
    connect(m_thresholds, &QPushButton::clicked, this, &NoticePage::editThresholds);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &NoticePage::reloadList);
    connect(m_editor, &NoticeEditor::drafted, this, &NoticePage::changed);
    connect(m_editor, &NoticeEditor::moved, this, &NoticePage::changed);
    connect(m_new, &QPushButton::clicked, this, &NoticePage::startNew);
    connect(m_texts, &QPushButton::clicked, this, [this] { editTexts(); });
    connect(m_editor, &NoticeEditor::templatesAsked, this, &NoticePage::editTexts);
    connect(m_model, &NoticeModel::failed, m_message, &MessageBar::report);
    connect(m_editor, &NoticeEditor::failed, m_message, &MessageBar::report);
    connect(m_editor, &NoticeEditor::recovered, m_message, &MessageBar::withdraw);
    connect(m_editor, &NoticeEditor::informed, m_message, &MessageBar::inform);
    connect(m_editor, &NoticeEditor::drafted, this, &NoticePage::reloadList);
    connect(m_editor, &NoticeEditor::moved, this, &NoticePage::reloadList);
    connect(m_message, &MessageBar::retryAsked, this, [this] {
        refresh();
        if (m_editor->noticeId() != 0)
            m_editor->open(m_editor->noticeId());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &NoticePage::openSelected);
}

void NoticePage::refresh()
{
    m_message->clear();
    m_editor->enter(session());
    m_new->setEnabled(may(Role::Notices));
    m_new->setToolTip(may(Role::Notices) ? QString() : tr("You need an account with the notices role for this."));
    m_thresholds->setEnabled(session() && NoticeThresholds::mayEdit(*session()));
    m_thresholds->setToolTip(tr("When a notice is recommended."));
    reloadList();
    showEditor();
}

void NoticePage::catchUp(const Subjects &changed)
{
    const int place = m_table->verticalScrollBar()->value();
    reloadList();
    m_table->verticalScrollBar()->setValue(place);
    if (changed.contains(Subject::Notices))
        m_editor->catchUp();
}

void NoticePage::reloadList()
{
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model->load(NoticeModel::Filter(m_filter->currentData().toInt()),
                  session() ? session()->account().name : QString());
    chooseOpen();
}

// What is chosen in the list is what is open, which is not opened anew.
void NoticePage::chooseOpen()
{
    const QSignalBlocker quiet(m_table->selectionModel());
    const QModelIndex index = m_model->indexOf(m_editor->noticeId());
    m_table->setCurrentIndex(index);
    if (!index.isValid())
        m_table->clearSelection();
    m_table->viewport()->update();
}

void NoticePage::openSelected()
{
    const NoticeId id = m_model->idAt(m_table->currentIndex());
    if (id == 0 || id == m_editor->noticeId())
        return;
    if (mayForgetBegun()) {
        m_message->clear();
        m_editor->open(id);
    }
    showEditor();
    // Once the click is over, with which the list selects. A notice that could not be read must not look as if it were open.
    if (m_editor->noticeId() != id)
        QMetaObject::invokeMethod(this, &NoticePage::chooseOpen, Qt::QueuedConnection);
}

bool NoticePage::isBegun() const
{
    return m_editor->isBegun();
}

bool NoticePage::mayForgetBegun()
{
    return !m_editor->isBegun()
           || m_context.dialogs.confirm(this, {.title = title(),
                                               .text = tr("Discard the notice that you have begun?"),
                                               .explanation = tr("Its places are not saved yet. \"Use this text\" would make a "
                                                                 "draft of it."),
                                               .action = tr("&Discard"),
                                               .grave = true});
}

void NoticePage::showNotice(NoticeId id)
{
    if (id != m_editor->noticeId() && !mayForgetBegun())
        return;
    m_message->clear();
    m_filter->setCurrentIndex(m_filter->findData(int(NoticeModel::Filter::All)));
    if (id != m_editor->noticeId())
        m_editor->open(id);
    reloadList();
    showEditor();
    m_table->setFocus();
}

void NoticePage::startNew()
{
    if (!may(Role::Notices) || !mayForgetBegun())
        return;
    m_message->clear();
    m_editor->startNew();
    chooseOpen();
    showEditor();
}

void NoticePage::editThresholds()
{
    auto *dialog = new ThresholdDialog(m_context, session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void NoticePage::editTexts(const QString &key)
{
    if (!session())
        return;
    auto *dialog = new TemplatesDialog(m_context, session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->choose(key);
    connect(dialog, &TemplatesDialog::templatesChanged, m_editor, &NoticeEditor::reloadTemplates);
    dialog->open();
}

void NoticePage::showEditor()
{
    m_hint->setText(
        m_model->rowCount() > 0
            ? tr("Choose a notice in the list, or begin one with \"New notice\".")
            : tr("There is no notice yet. When you learn of an infected person's visit, begin with \"New "
                 "notice\" and choose the place and the day."));
    m_stack->setCurrentWidget(m_editor->isEmpty() ? static_cast<QWidget *>(m_hint) : m_editor);
}

void NoticePage::clear()
{
    m_editor->leave();
    m_filter->setCurrentIndex(0);
    m_model->clear();
    m_message->clear();
    showEditor();
}

void NoticePage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"notices/splitter"_s, m_splitter->saveState());
    m_table->saveColumns(settings, u"notices"_s);
    settings.setValue(u"notices/testAddress"_s, m_editor->testAddress());
}

void NoticePage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"notices/splitter"_s).toByteArray());
    m_table->restoreColumns(settings, u"notices"_s);
    m_editor->setTestAddress(settings.value(u"notices/testAddress"_s).toString());
}

} // namespace shirase
