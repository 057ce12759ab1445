// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterPage.h"

#include "core/posters/PosterFile.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/facilities/FacilityPicker.h"
#include "widgets/posters/PosterPrinter.h"
#include "widgets/posters/PosterSource.h"
#include "widgets/posters/PosterView.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>

namespace shirase {

using namespace Qt::StringLiterals;

PosterPage::PosterPage(PageContext context, QWidget *parent)
    : Page(context, tr("Posters"), parent)
    , m_message(new MessageBar(context.dialogs))
    , m_picker(new FacilityPicker(context.reader))
    , m_size(new QComboBox)
    , m_view(new PosterView)
    , m_hint(new QLabel(tr("Choose a facility on the left to see its poster.")))
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"posterPage"_s);
    m_view->setObjectName(u"posterView"_s);
    m_hint->setObjectName(u"posterHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_view);
    buildHeading();
    m_picker->setMinimumWidth(260);
    m_splitter->addWidget(m_picker);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({380, 560});
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(m_splitter, 1);

    connect(m_picker, &FacilityPicker::chosenChanged, this, &PosterPage::showChosen);
    connect(m_picker, &FacilityPicker::failed, m_message, &MessageBar::report);
    connect(m_message, &MessageBar::retryAsked, this, &PosterPage::refresh);
    connect(m_size, &QComboBox::currentIndexChanged, this, [this] { m_view->setPosterSize(size()); });
    showChosen();
}

void PosterPage::buildHeading()
{
    m_size->setObjectName(u"posterSize"_s);
    m_size->addItem(tr("A4 poster"), int(PosterSize::A4));
    m_size->addItem(tr("A5 poster"), int(PosterSize::A5));
    m_size->addItem(tr("Table tent"), int(PosterSize::Tent));
    m_size->addItem(tr("Cards"), int(PosterSize::Card));
    auto *label = new QLabel(tr("&Layout", "of a poster"));
    label->setBuddy(m_size);
    heading()->addWidget(label);
    heading()->addWidget(m_size);
    connect(button(u"posterSave"_s, icons::themed(u"document-save-as"_s, u"save"_s), tr("&Save as…")),
            &QPushButton::clicked, this, &PosterPage::saveAs);
    connect(button(u"posterPreview"_s, icons::themed(u"document-print-preview"_s, u"preview"_s),
                   tr("Print previe&w…")),
            &QPushButton::clicked, this, &PosterPage::preview);
    connect(button(u"posterPrint"_s, icons::themed(u"document-print"_s, u"print"_s), tr("&Print…")),
            &QPushButton::clicked, this, &PosterPage::print);
}

QPushButton *PosterPage::button(const QString &name, const QIcon &icon, const QString &text)
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(name);
    heading()->addWidget(button);
    m_buttons << button;
    return button;
}

void PosterPage::refresh()
{
    m_message->clear();
    m_picker->refresh();
    showChosen();
}

void PosterPage::catchUp(const Subjects &changed)
{
    m_picker->catchUp();
    if (changed.contains(Subject::Settings))
        showChosen();
}

void PosterPage::choose(const Facility &facility)
{
    m_picker->choose(facility);
    showChosen();
}

void PosterPage::focusSearch()
{
    m_picker->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_picker->searchField()->selectAll();
}

void PosterPage::showChosen()
{
    const std::optional<Facility> facility = m_picker->chosen();
    m_content.reset();
    m_view->clear();
    if (facility && facility->state == FacilityState::Retired) {
        m_hint->setText(tr("%1 is retired: it has no poster any more.").arg(facility->details.name));
    } else if (facility) {
        m_content = posterOf(m_context.office.settings, *facility);
        m_view->present(*m_content);
    } else {
        m_hint->setText(tr("Choose a facility on the left to see its poster."));
    }
    m_stack->setCurrentWidget(m_content ? static_cast<QWidget *>(m_view) : m_hint);
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(m_content.has_value());
    Q_EMIT posterChanged();
}

PosterSize PosterPage::size() const
{
    return PosterSize(m_size->currentData().toInt());
}

void PosterPage::print()
{
    if (!m_content)
        return;
    const Result<bool> printed = PosterPrinter(m_context.dialogs).print(this, size(), {*m_content});
    if (!printed)
        m_message->report(printed.error());
    else if (*printed)
        m_message->inform(tr("The poster has gone to the printer."));
}

void PosterPage::preview()
{
    if (m_content)
        PosterPrinter(m_context.dialogs).preview(this, size(), {*m_content});
}

// The name without what file systems do not take, and the check code, so that two branches of one shop
// differ.
QString PosterPage::suggestedName() const
{
    QString name = m_content->facilityName;
    for (const QChar c : uR"(/\:*?"<>|)"_s)
        name.remove(c);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(u"%1 %2.pdf"_s.arg(name.simplified().left(80), m_content->checkCode));
}

void PosterPage::saveAs()
{
    if (!m_content)
        return;
    const std::optional<QString> path = m_context.dialogs.askSaveName(
        this, tr("Save poster"), suggestedName(), {u"pdf"_s, u"png"_s, u"svg"_s});
    if (!path || !m_content)
        return;
    const Result<PosterFile::Outcome> saved = PosterFile(size()).save({*m_content}, *path);
    if (!saved)
        m_message->report(saved.error());
    else
        m_message->inform(tr("The poster is saved as %1.").arg(QDir::toNativeSeparators(*path)));
}

void PosterPage::clear()
{
    m_picker->clear();
    m_message->clear();
    showChosen();
}

void PosterPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"posters/splitter"_s, m_splitter->saveState());
    settings.setValue(u"posters/layout"_s, PosterLayout::nameOf(size()));
}

void PosterPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"posters/splitter"_s).toByteArray());
    const auto last = PosterLayout::sizeFromName(settings.value(u"posters/layout"_s).toString());
    if (last)
        m_size->setCurrentIndex(m_size->findData(int(*last)));
}

} // namespace shirase
