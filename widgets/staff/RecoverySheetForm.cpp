// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RecoverySheetForm.h"

#include "widgets/checks/CheckLine.h"
#include "widgets/common/DocumentsFolder.h"
#include "widgets/common/Icons.h"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;
using State = FindingLabel::State;

namespace {
constexpr QSize pictureSize(233, 330); // logical pixels: A4
}

RecoverySheetForm::RecoverySheetForm(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_picture(new QLabel)
    , m_code(new QLabel)
    , m_finding(new FindingLabel)
    , m_question(new QLabel)
    , m_typed(new QLineEdit)
    , m_verdict(new FindingLabel)
    , m_safe(new QCheckBox(tr("The sheet is printed or saved, and &in a safe place")))
{
    m_picture->setFrameStyle(int(QFrame::StyledPanel) | int(QFrame::Plain));
    auto *right = new QVBoxLayout;
    right->addWidget(makeSheet());
    right->addSpacing(12);
    right->addWidget(makeProof());
    right->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(right, 1);
}

QWidget *RecoverySheetForm::makeSheet()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_code->setObjectName(u"recoveryCode"_s);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont font(u"monospace"_s);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_code->setFont(font);
    auto *print = new QPushButton(icons::themed(u"document-print"_s, u"print"_s), tr("&Print…"));
    print->setObjectName(u"recoveryPrint"_s);
    auto *save = new QPushButton(icons::themed(u"document-save-as"_s, u"save"_s), tr("&Save as PDF…"));
    save->setObjectName(u"recoverySave"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {print, save}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_finding->label()->setObjectName(u"recoveryFinding"_s);
    layout->addWidget(m_code);
    layout->addLayout(buttons);
    layout->addWidget(m_finding);
    connect(print, &QPushButton::clicked, this, &RecoverySheetForm::print);
    connect(save, &QPushButton::clicked, this, &RecoverySheetForm::save);
    return part;
}

QWidget *RecoverySheetForm::makeProof()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_typed);
    m_typed->setObjectName(u"recoveryTyped"_s);
    m_typed->setMaximumWidth(m_typed->fontMetrics().horizontalAdvance(u"MMMMMMMMMM"_s));
    m_verdict->label()->setObjectName(u"recoveryVerdict"_s);
    m_safe->setObjectName(u"recoverySafe"_s);
    layout->addWidget(m_question);
    layout->addWidget(m_typed);
    layout->addWidget(m_verdict);
    layout->addWidget(new QLabel(tr("or", "between two ways of going on")));
    layout->addWidget(m_safe);
    connect(m_typed, &QLineEdit::textChanged, this, &RecoverySheetForm::judge);
    connect(m_safe, &QCheckBox::toggled, this, &RecoverySheetForm::keptChanged);
    return part;
}

void RecoverySheetForm::present(const RecoverySheet &sheet)
{
    const QStringList groups = RecoverySheet::groups(sheet.code);
    if (sheet.code != m_sheet.code) {
        m_asked = int(QRandomGenerator::global()->bounded(groups.size()));
        m_typed->clear();
        m_safe->setChecked(false);
    }
    m_sheet = sheet;
    const qreal ratio = devicePixelRatioF();
    QPixmap picture = m_sheet.picture((QSizeF(pictureSize) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
    m_picture->setAccessibleName(tr("Picture of the recovery sheet"));
    m_code->setText(groups.first(4).join(u' ') + u'\n' + groups.sliced(4).join(u' '));
    m_code->setAccessibleName(tr("Recovery code: %1").arg(groups.join(u", "_s)));
    m_question->setText(tr("To be sure that it can be read, please &type group %1 from the sheet:").arg(m_asked + 1));
    m_typed->setAccessibleName(tr("Group %1 of the recovery code").arg(m_asked + 1));
}

bool RecoverySheetForm::isKept() const
{
    return m_safe->isChecked() || RecoverySheet::matches(RecoverySheet::groups(m_sheet.code).value(m_asked), m_typed->text());
}

void RecoverySheetForm::judge()
{
    const QString group = RecoverySheet::groups(m_sheet.code).value(m_asked);
    if (RecoverySheet::matches(group, m_typed->text()))
        m_verdict->present(State::Good, tr("That is right."));
    else if (m_typed->text().trimmed().size() >= group.size())
        m_verdict->present(State::Bad, tr("That is not group %1. Please look at the sheet again.").arg(m_asked + 1));
    else
        m_verdict->clear();
    Q_EMIT keptChanged();
}

void RecoverySheetForm::print()
{
    const Result<bool> printed = m_sheet.print(this, m_dialogs);
    if (!printed)
        m_finding->present(passOn(printed));
    else if (*printed)
        m_finding->present(State::Good, tr("The sheet has gone to the printer."));
}

void RecoverySheetForm::save()
{
    const std::optional<QString> path = m_dialogs.askSaveName(
        this, tr("Save the recovery sheet"),
        QDir(documentsFolder()).filePath(tr("Shirase recovery sheet", "file name") + u".pdf"_s), {u"pdf"_s});
    if (!path)
        return;
    if (const Result<> saved = m_sheet.save(*path); !saved)
        m_finding->present(passOn(saved));
    else
        m_finding->present(State::Good, tr("The sheet is saved as %1. Please keep it away from this computer, on a medium in a safe.")
                                            .arg(QDir::toNativeSeparators(*path)));
}

} // namespace shirase
