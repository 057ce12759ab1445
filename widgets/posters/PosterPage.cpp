// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterPage.h"

#include "core/posters/PosterFile.h"
#include "widgets/common/DocumentsFolder.h"
#include "widgets/common/Icons.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/PosterSource.h"
#include "widgets/common/PosterView.h"
#include "widgets/facilities/FacilityPicker.h"
#include "widgets/posters/PosterPrinter.h"
#include "widgets/posters/PosterSelection.h"
#include "widgets/posters/SheetPager.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfEach = 200;

} // namespace

PosterPage::PosterPage(PageContext context, QWidget *parent)
    : Page(context, tr("Posters"), parent)
    , m_selection(new PosterSelection(context.reader, this))
    , m_message(new MessageBar(context.dialogs))
    , m_picker(new FacilityPicker(context.reader))
    , m_size(new QComboBox)
    , m_ofEachLabel(new QLabel(tr("&Of each facility")))
    , m_ofEach(new QSpinBox)
    , m_pager(new SheetPager)
    , m_summary(new QLabel)
    , m_view(new PosterView)
    , m_hint(new QLabel)
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"posterPage"_s);
    buildHeading();
    m_picker->setMinimumWidth(260);
    m_picker->allowSeveral();
    m_splitter->addWidget(m_picker);
    m_splitter->addWidget(makeSheetArea());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({380, 560});
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(m_splitter, 1);

    connect(m_picker, &FacilityPicker::chosenChanged, this, &PosterPage::showChosen);
    connect(m_picker, &FacilityPicker::failed, m_message, &MessageBar::report);
    connect(m_selection, &PosterSelection::changed, this, &PosterPage::showSheet);
    connect(m_selection, &PosterSelection::failed, m_message, &MessageBar::report);
    connect(m_message, &MessageBar::retryAsked, this, &PosterPage::refresh);
    connect(m_size, &QComboBox::currentIndexChanged, this, &PosterPage::changeLayout);
    connect(m_ofEach, &QSpinBox::valueChanged, this, &PosterPage::showSheet);
    connect(m_pager, &SheetPager::turned, this, &PosterPage::showSheet);
    changeLayout();
}

void PosterPage::buildHeading()
{
    m_size->setObjectName(u"posterSize"_s);
    m_size->addItem(tr("A4 poster"), int(PosterSize::A4));
    m_size->addItem(tr("A5 poster"), int(PosterSize::A5));
    m_size->addItem(tr("A5, two on A4"), int(PosterSize::A5Pair));
    m_size->addItem(tr("Table tent"), int(PosterSize::Tent));
    m_size->addItem(tr("Cards"), int(PosterSize::Card));
    auto *label = new QLabel(tr("&Layout", "of a poster"));
    label->setBuddy(m_size);
    m_ofEach->setObjectName(u"posterOfEach"_s);
    m_ofEach->setRange(1, mostOfEach);
    m_ofEach->setToolTip(tr("How many posters or cards each facility gets. Different ones share a sheet."));
    m_ofEachLabel->setBuddy(m_ofEach);
    for (QWidget *widget : {static_cast<QWidget *>(label), static_cast<QWidget *>(m_size),
                            static_cast<QWidget *>(m_ofEachLabel), static_cast<QWidget *>(m_ofEach)})
        heading()->addWidget(widget);
    connect(button(u"posterSave"_s, icons::themed(u"document-save-as"_s, u"save"_s), tr("&Save as…")),
            &QPushButton::clicked, this, &PosterPage::saveAs);
    m_preview = button(u"posterPreview"_s, icons::themed(u"document-print-preview"_s, u"preview"_s),
                       tr("Print previe&w…"));
    connect(m_preview, &QPushButton::clicked, this, &PosterPage::preview);
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

QWidget *PosterPage::makeSheetArea()
{
    m_view->setObjectName(u"posterView"_s);
    m_hint->setObjectName(u"posterHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_view);
    m_summary->setObjectName(u"posterSummary"_s);
    m_summary->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_pager);
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    return area;
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
}

void PosterPage::choose(const QList<FacilityId> &facilities)
{
    m_picker->choose(facilities);
}

void PosterPage::focusSearch()
{
    m_picker->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_picker->searchField()->selectAll();
}

void PosterPage::showChosen()
{
    const std::optional<Facility> one = m_picker->chosen();
    m_name = one ? one->details.name : QString();
    m_pager->setCurrent(0);
    if (one && one->state != FacilityState::Retired)
        m_selection->set(one->id, posterOf(m_context.office.settings, *one));
    else if (!m_picker->chosenIds().isEmpty())
        m_selection->set(m_picker->chosenIds());
    else
        m_selection->clear();
}

// Where a sheet has several places, it is filled unless the person wants something else.
void PosterPage::changeLayout()
{
    const int places = PosterLayout(size()).places();
    m_ofEachLabel->setVisible(places > 1);
    m_ofEach->setVisible(places > 1);
    {
        const QSignalBlocker quiet(m_ofEach);
        m_ofEach->setValue(places);
    }
    m_pager->setCurrent(0);
    showSheet();
}

void PosterPage::showSheet()
{
    const qsizetype chosen = m_selection->facilities().size();
    const PosterSheets sheets(PosterLayout(size()).places(), chosen, m_ofEach->value());
    m_pager->setCount(sheets.count());
    if (chosen == 0) {
        m_view->clear();
        showHint();
    } else {
        const QList<PosterContent> posters = m_selection->posters(sheets.sheet(m_pager->current()));
        if (!posters.isEmpty())
            m_view->present(size(), posters); // what was seen before stays until these are there
    }
    m_stack->setCurrentWidget(chosen > 0 ? static_cast<QWidget *>(m_view) : m_hint);
    QStringList summary;
    if (chosen > 1)
        summary << tr("%Ln facilities on %L1 sheets.", "", int(chosen)).arg(sheets.count());
    if (chosen > 0 && m_selection->retired() > 0)
        summary << tr("%Ln are retired and have no poster.", "", m_selection->retired());
    m_summary->setText(summary.join(u' '));
    m_summary->setVisible(!summary.isEmpty());
    adaptButtons();
}

void PosterPage::showHint()
{
    if (m_selection->isReading())
        m_hint->setText(tr("The facilities are being read…"));
    else if (m_selection->retired() == 0)
        m_hint->setText(tr("Choose a facility on the left to see its poster. With Ctrl or Shift you choose "
                           "several."));
    else if (m_name.isEmpty())
        m_hint->setText(tr("These facilities are retired: they have no poster any more."));
    else
        m_hint->setText(tr("%1 is retired: it has no poster any more.").arg(m_name));
}

void PosterPage::adaptButtons()
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(hasPoster());
    const bool few = sheetCount() <= PosterPrinter::mostPreviewed;
    m_preview->setEnabled(hasPoster() && few);
    m_preview->setToolTip(few ? QString()
                              : tr("For up to %n sheets. Here you can leaf through all of them.", "",
                                   PosterPrinter::mostPreviewed));
    Q_EMIT posterChanged();
}

bool PosterPage::hasPoster() const
{
    return !m_selection->facilities().isEmpty();
}

PosterSize PosterPage::size() const
{
    return PosterSize(m_size->currentData().toInt());
}

PosterOrder PosterPage::order() const
{
    return {m_selection->facilities(), size(), m_ofEach->value()};
}

int PosterPage::sheetCount() const
{
    return PosterSheets(PosterLayout(size()).places(), m_selection->facilities().size(), m_ofEach->value())
        .count();
}

QString PosterPage::jobName() const
{
    const int count = int(m_selection->facilities().size());
    return count == 1 && !m_name.isEmpty() ? m_name : tr("Posters of %n facilities", "", count);
}

void PosterPage::print()
{
    if (!hasPoster())
        return;
    const Result<std::optional<int>> printed = PosterPrinter(m_context, this).print(order(), jobName());
    if (!printed)
        m_message->report(printed.error());
    else if (*printed)
        m_message->inform(tr("%n sheets have gone to the printer.", "", **printed));
}

void PosterPage::preview()
{
    if (!m_preview->isEnabled())
        return;
    if (const Result<> shown = PosterPrinter(m_context, this).preview(order(), jobName()); !shown)
        m_message->report(shown.error());
}

// The name without what file systems do not take, and the check code, so that two branches of one shop
// differ.
QString PosterPage::suggestedName() const
{
    QString name = jobName();
    for (const QChar c : uR"(/\:*?"<>|)"_s)
        name.remove(c);
    name = name.simplified().left(80);
    if (const std::optional<Facility> one = m_picker->chosen())
        name += u' ' + one->code.checkCode();
    return QDir(documentsFolder()).filePath(name + u".pdf"_s);
}

void PosterPage::saveAs()
{
    if (!hasPoster())
        return;
    const PosterOrder wanted = order();
    const bool one = wanted.facilities.size() == 1;
    const std::optional<QString> path = m_context.dialogs.askSaveName(
        this, tr("Save poster"), suggestedName(),
        one ? QStringList{u"pdf"_s, u"png"_s, u"svg"_s} : QStringList{u"pdf"_s});
    if (!path)
        return;
    const QString shown = QDir::toNativeSeparators(*path);
    const Result<int> saved = save(wanted, *path);
    if (!saved)
        m_message->report(saved.error());
    else if (one)
        m_message->inform(tr("The poster is saved as %1.").arg(shown));
    else
        m_message->inform(tr("The posters of %n facilities are saved as %1.", "", *saved).arg(shown));
}

Result<int> PosterPage::save(const PosterOrder &order, const QString &path)
{
    const auto task = [order, path](Office &office, const Job::Report &report) -> Result<int> {
        const Result<QList<PosterContent>> posters = postersOf(office, order.facilities, report);
        if (!posters)
            return passOn(posters);
        const Result<PosterFile::Outcome> saved =
            PosterFile(order.size, order.ofEach).save(*posters, path, report);
        if (!saved)
            return passOn(saved);
        if (*saved == PosterFile::Outcome::Cancelled)
            return fail(ErrorCode::Conflict, tr("This was cancelled; no file was written."));
        return int(posters->size());
    };
    if (order.facilities.size() == 1)
        return task(m_context.office, {});
    return JobDialog::run<int>(
        m_context.worker, this,
        tr("The posters of %n facilities are being painted.", "", int(order.facilities.size())), task);
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
