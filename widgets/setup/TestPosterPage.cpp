// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/TestPosterPage.h"

#include "core/posters/PosterFile.h"
#include "widgets/checks/CheckLine.h"
#include "widgets/common/Dialogs.h"
#include "widgets/common/DocumentsFolder.h"
#include "widgets/common/Icons.h"
#include "widgets/common/PosterView.h"
#include "widgets/posters/PosterPrinter.h"
#include "widgets/setup/FirstStart.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;
using State = FindingLabel::State;

TestPosterPage::TestPosterPage(const FirstStart &start, Errands &errands, Dialogs &dialogs)
    : SetUpPage(u"Poster"_s, tr("Shirase is set up"),
                tr("This is the poster of a place that is there for exercises only. Please print it, open Shirase, and scan it with a "
                   "phone: if its page opens, visitors can reach you."))
    , m_start(start)
    , m_errands(errands)
    , m_dialogs(dialogs)
    , m_view(new PosterView)
    , m_size(new QComboBox)
    , m_finding(new FindingLabel)
    , m_unreached(new FindingLabel)
{
    setFinalPage(true);
    m_view->setObjectName(u"testPosterView"_s);
    m_view->setMinimumSize(240, 330);
    m_size->setObjectName(u"testPosterSize"_s);
    m_size->setAccessibleName(tr("Layout of the poster"));
    m_size->addItem(tr("A4 poster"), int(PosterSize::A4));
    m_size->addItem(tr("A5 poster"), int(PosterSize::A5));
    m_size->addItem(tr("Table tent"), int(PosterSize::Tent));
    m_size->addItem(tr("Cards"), int(PosterSize::Card));
    m_finding->label()->setObjectName(u"testPosterFinding"_s);
    QPushButton *print = button(u"testPosterPrint"_s, icons::themed(u"document-print"_s, u"print"_s), tr("&Print…"));
    QPushButton *save = button(u"testPosterSave"_s, icons::themed(u"document-save-as"_s, u"save"_s), tr("&Save as…"));
    auto *right = new QVBoxLayout;
    right->addWidget(m_size, 0, Qt::AlignLeft);
    right->addWidget(print, 0, Qt::AlignLeft);
    right->addWidget(save, 0, Qt::AlignLeft);
    right->addWidget(m_finding);
    m_unreached->label()->setObjectName(u"testPosterUnreached"_s);
    right->addWidget(m_unreached);
    right->addWidget(paragraph(tr("The place stays among the facilities, marked as one for exercises: with it staff can drill a notice "
                                  "from scan to mail.")));
    right->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addLayout(right, 1);
    content()->addLayout(row, 1);
    connect(print, &QPushButton::clicked, this, &TestPosterPage::print);
    connect(save, &QPushButton::clicked, this, &TestPosterPage::save);
    connect(m_size, &QComboBox::currentIndexChanged, this, &TestPosterPage::preview);
}

QPushButton *TestPosterPage::button(const QString &name, const QIcon &icon, const QString &text)
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setEnabled(false);
    m_buttons << button;
    return button;
}

void TestPosterPage::initializePage()
{
    m_finding->present(State::Working, tr("The poster is being made…"));
    m_errands.run<PosterContent>(
        this, [&start = m_start](const Errands::Cancelled &) { return start.testPoster(); },
        [this](const Result<PosterContent> &poster) { present(poster); });
}

void TestPosterPage::present(const Result<PosterContent> &poster)
{
    for (QPushButton *each : std::as_const(m_buttons))
        each->setEnabled(poster.has_value());
    if (!poster) {
        m_finding->present(passOn(poster));
        return;
    }
    m_finding->clear();
    m_content = *poster;
    if (const QUrl address(m_content->url); QHostAddress(address.host()).isLoopback() || address.host() == u"localhost")
        m_unreached->present(State::Bad,
                             tr("The code leads to %1, which is this computer itself: a phone cannot open that. Set the public "
                                "address first, in the settings under \"Web server\", and print the poster then.")
                                 .arg(address.authority()));
    preview();
}

void TestPosterPage::preview()
{
    if (m_content)
        m_view->present(size(), {*m_content});
}

PosterSize TestPosterPage::size() const
{
    return PosterSize(m_size->currentData().toInt());
}

void TestPosterPage::print()
{
    const Result<std::optional<int>> printed =
        PosterPrinter::printOne(m_dialogs, this, size(), *m_content, tr("Shirase test poster", "file name"));
    if (!printed)
        m_finding->present(passOn(printed));
    else if (*printed)
        m_finding->present(State::Good, tr("The poster has gone to the printer."));
}

void TestPosterPage::save()
{
    const std::optional<QString> path = m_dialogs.askSaveName(
        this, tr("Save poster"),
        QDir(documentsFolder()).filePath(tr("Shirase test poster", "file name") + u".pdf"_s),
        {u"pdf"_s, u"png"_s, u"svg"_s});
    if (!path)
        return;
    if (const Result<PosterFile::Outcome> saved = PosterFile(size()).save({*m_content}, *path); !saved)
        m_finding->present(passOn(saved));
    else
        m_finding->present(State::Good, tr("The poster is saved as %1.").arg(QDir::toNativeSeparators(*path)));
}

} // namespace shirase
