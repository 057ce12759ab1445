// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityDetail.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Page.h"
#include "widgets/common/PosterView.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/VisitChart.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int thumbnailLines = 7; // how many lines of text the poster is high

QLabel *factLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString contactText(const FacilityDetails &details)
{
    QStringList lines;
    if (details.from && details.until)
        lines << FacilityDetail::tr("%1 to %2", "days of an event")
                     .arg(Texts::day(*details.from), Texts::day(*details.until));
    lines << u"〒%1 %2"_s.arg(details.postalCode, details.address);
    lines << details.contactName << details.phone << details.contactEmail;
    return lines.join(u'\n');
}

} // namespace

FacilityDetail::FacilityDetail(QWidget *parent)
    : QFrame(parent)
    , m_facts(new QScrollArea)
    , m_buttonArea(new QWidget)
    , m_hint(new QLabel)
{
    setObjectName(u"facilityDetail"_s);
    setFrameStyle(QFrame::StyledPanel | QFrame::Sunken);
    m_hint->setObjectName(u"facilityHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(24);

    fillButtonArea();
    m_facts->setObjectName(u"facilityFacts"_s);
    m_facts->setWidget(makeFacts());
    m_facts->setWidgetResizable(true);
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1); // at 200 % too nothing lies over the frame
    layout->setSpacing(0);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_buttonArea);
    setMinimumWidth(300);
    presentNothing({});
}

QWidget *FacilityDetail::makeFacts()
{
    auto *facts = new QWidget;
    m_name = headingLabel({}, 1.25);
    m_name->setObjectName(u"facilityName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_state = factLabel(u"facilityState"_s);
    m_contact = factLabel(u"facilityContact"_s);
    m_code = factLabel(u"facilityCode"_s);
    m_poster = new PosterView;
    m_poster->setObjectName(u"facilityPoster"_s);
    const int height = fontMetrics().height() * thumbnailLines;
    m_poster->setFixedSize(height * 3 / 4, height);
    m_chart = new VisitChart;

    // The poster stands beside the short texts, so that all of it is in sight in a small window.
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(m_state);
    texts->addWidget(m_code);
    texts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addLayout(texts, 1);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(facts);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addLayout(row);
    layout->addWidget(m_contact);
    layout->addWidget(m_chart);
    layout->addStretch(1);
    return facts;
}

QPushButton *FacilityDetail::makeButton(Action action, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT asked(action); });
    m_buttons.insert(action, button);
    return button;
}

void FacilityDetail::fillButtonArea()
{
    auto *grid = new QGridLayout(m_buttonArea);
    grid->setContentsMargins(14, 8, 14, 12);
    grid->setSpacing(6);
    grid->addWidget(makeButton(Poster, tr("P&osters…"), u"facilityOpenPoster"_s), 0, 0);
    grid->addWidget(makeButton(Print, tr("&Print…"), u"facilityPrint"_s), 0, 1);
    grid->addWidget(makeButton(SendPoster, tr("Send poster by &mail…"), u"facilitySendPoster"_s), 1, 0, 1, 2);
    grid->addWidget(makeButton(Edit, tr("&Correct…"), u"facilityEdit"_s), 2, 0);
    grid->addWidget(makeButton(Reissue, tr("New co&de…"), u"facilityReissue"_s), 2, 1);
    grid->addWidget(makeButton(Suspend, tr("&Suspend…"), u"facilitySuspend"_s), 3, 0, 1, 2);
    grid->addWidget(makeButton(Resume, tr("&Use again"), u"facilityResume"_s), 4, 0, 1, 2);
    // Cannot be undone, and so stands apart.
    QPushButton *retire = makeButton(Retire, tr("&Retire…"), u"facilityRetire"_s);
    retire->setIcon(icons::own(u"warning"_s));
    grid->setRowMinimumHeight(5, 4);
    grid->addWidget(retire, 6, 0, 1, 2);
}

void FacilityDetail::present(const Facility &facility, const PosterContent &poster, bool mayChange)
{
    m_hint->hide();
    m_facts->show();
    m_buttonArea->show();
    m_name->setText(Texts::name(facility.details));
    m_state->setText(tr("%1, %2", "kind and state of a facility")
                         .arg(Texts::of(facility.details.kind), Texts::of(facility.state)));
    m_contact->setText(contactText(facility.details));
    m_code->setText(tr("Check code %1\nIssued on %2\nRegistered on %3\nChanged on %4")
                        .arg(facility.code.checkCode(), Texts::day(poster.issued),
                             Texts::day(japan::dayOf(facility.createdAt)),
                             Texts::day(japan::dayOf(facility.changedAt))));
    m_poster->present(PosterSize::A4, {poster});
    m_chart->clear();
    m_since = std::max(japan::dayOf(facility.createdAt), facility.details.from.value_or(QDate()));

    const bool retired = facility.state == FacilityState::Retired;
    const bool suspended = facility.state == FacilityState::Suspended;
    for (const Action action : {Poster, Print, SendPoster, Edit, Reissue})
        m_buttons[action]->show();
    m_buttons[Suspend]->setVisible(!suspended);
    m_buttons[Resume]->setVisible(suspended);
    for (const Action action : {Poster, Print})
        m_buttons[action]->setEnabled(!retired);
    for (const Action action : {SendPoster, Suspend, Resume, Reissue, Retire})
        m_buttons[action]->setEnabled(mayChange && !retired);
    m_buttons[Edit]->setEnabled(mayChange);
}

void FacilityDetail::presentCounts(const QList<DayCount> &days)
{
    m_chart->present(days, m_since);
}

void FacilityDetail::presentMany(int count, bool mayChange)
{
    presentNothing(tr("%n facilities are selected.", "", count));
    m_buttonArea->show();
    m_buttons[Poster]->show();
    m_buttons[Poster]->setEnabled(true);
    for (const Action action : {Print, SendPoster, Edit, Reissue})
        m_buttons[action]->hide();
    for (const Action action : {Suspend, Resume, Retire}) {
        m_buttons[action]->show();
        m_buttons[action]->setEnabled(mayChange);
    }
}

void FacilityDetail::presentNothing(const QString &sentence)
{
    m_facts->hide();
    m_buttonArea->hide();
    m_hint->setText(sentence);
    m_hint->show();
}

} // namespace shirase
