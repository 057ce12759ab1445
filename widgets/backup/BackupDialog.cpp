// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/backup/BackupDialog.h"

#include "core/backup/BackupRotation.h"
#include "widgets/common/DocumentsFolder.h"
#include "widgets/common/GrowToFit.h"
#include "widgets/common/IconLabel.h"
#include "widgets/common/Texts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

BackupDialog::BackupDialog(PageContext context, SharedSession session, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_icon(new IconLabel)
    , m_state(new QLabel)
    , m_file(new QLineEdit)
    , m_keys(new QLineEdit)
    , m_progress(new QProgressBar)
    , m_outcome(new QLabel)
    , m_fields(buildFields())
{
    setObjectName(u"backupDialog"_s);
    setWindowTitle(tr("Back up"));
    for (QLabel *label : {m_state, m_outcome}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_state->setObjectName(u"backupState"_s);
    m_outcome->setObjectName(u"backupOutcome"_s);
    m_outcome->hide();
    m_progress->setObjectName(u"backupProgress"_s);
    m_progress->setAccessibleName(windowTitle());
    m_progress->hide();
    auto *buttons = new QDialogButtonBox;
    m_start = buttons->addButton(tr("&Back up"), QDialogButtonBox::ActionRole);
    m_start->setObjectName(u"backupStart"_s);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setObjectName(u"backupClose"_s);
    connect(m_start, &QPushButton::clicked, this, &BackupDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &BackupDialog::cancelOrClose);

    auto *state = new QHBoxLayout;
    state->addWidget(m_icon, 0, Qt::AlignTop);
    state->addWidget(m_state, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(state);
    layout->addWidget(m_fields);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    m_start->setDefault(true); // heeded only once the button is the dialog's
    layout->addStrut(540); // not as the dialog's minimum: the height would be that of a narrower one
    showState();
    suggest();
}

QWidget *BackupDialog::buildFields()
{
    auto *explanation = new QLabel(
        tr("The key file holds what opens addresses. Please keep it on another medium than the backups, without old "
           "versions of it: what has been erased must not come back. Both open only with the recovery sheet."));
    explanation->setWordWrap(true);
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_file->setObjectName(u"backupFile"_s);
    m_keys->setObjectName(u"backupKeys"_s);
    const auto addRow = [this, form](const QString &name, QLineEdit *field, const QString &title,
                                     const QString &ending) {
        auto *label = new QLabel(name);
        label->setBuddy(field); // the row has a button, too
        form->addRow(label, fileField(field, title, ending));
    };
    addRow(tr("Backup &file"), m_file, tr("Backup file"), u"backup"_s);
    addRow(tr("&Key file"), m_keys, tr("Key file"), u"keys"_s);
    form->addRow(explanation);
    return fields;
}

QWidget *BackupDialog::fileField(QLineEdit *field, const QString &title, const QString &ending)
{
    field->setAccessibleName(title);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose: %1").arg(title));
    connect(choose, &QPushButton::clicked, this, [this, field, title, ending] {
        const std::optional<QString> chosen = m_context.dialogs.askSaveName(this, title, field->text(), {ending});
        if (chosen)
            field->setText(QDir::toNativeSeparators(*chosen));
    });
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(choose);
    return row;
}

void BackupDialog::showState()
{
    const Result<BackupState> state = m_context.office.backups.state();
    const auto [icon, sentence] = [&]() -> std::pair<QString, QString> {
        if (!state)
            return {u"warning"_s, state.error().message};
        if (!state->last)
            return {u"warning"_s, tr("No backup has been made yet.")};
        const QString last = tr("The last backup is of %1: %2")
                                 .arg(Texts::time(state->last->at), QDir::toNativeSeparators(state->last->file));
        if (state->keyChanged)
            return {u"warning"_s, last + u'\n'
                                      + tr("The office key has been changed since, so that it opens only with the recovery "
                                           "sheet of then. Please make a new one before you destroy the old sheet.")};
        if (state->overdue)
            return {u"warning"_s, last + u'\n' + tr("That is long ago. Whatever came since would be lost with the disk.")};
        return {u"done"_s, last};
    }();
    m_icon->present(icon);
    m_state->setText(sentence);
}

void BackupDialog::catchUp(const Subjects &changed)
{
    if (changed.contains(Subject::Backups))
        showState();
}

// Beside the last one, else among the documents of whoever sits here.
void BackupDialog::suggest()
{
    const Result<std::optional<BackupRecord>> last = m_context.office.backups.records().last();
    const QString folder = last && *last ? QFileInfo((*last)->file).path() : documentsFolder();
    const QString keys = m_context.office.settings.value(u"backup.keys"_s);
    const QDir there(folder);
    m_file->setText(QDir::toNativeSeparators(
        there.filePath(backupRotation::nameOf(m_context.office.clock.now()))));
    m_keys->setText(QDir::toNativeSeparators(keys.isEmpty() ? there.filePath(u"shirase.keys"_s) : keys));
}

void BackupDialog::start()
{
    setWorking(true);
    const BackupPlace place{QDir::fromNativeSeparators(m_file->text().trimmed()),
                            QDir::fromNativeSeparators(m_keys->text().trimmed())};
    m_job = m_context.worker.run<BackupRecord>(
        this,
        [by = m_session, place](Office &office, const Job::Report &report) {
            return office.backups.make(*by, place, report);
        },
        [this](const Result<BackupRecord> &made) { finish(made); });
    connect(m_job, &Job::progressed, m_progress, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
}

void BackupDialog::finish(const Result<BackupRecord> &made)
{
    m_job.clear();
    setWorking(false);
    if (!made) {
        say(made.error().message);
        if (made.error().code != ErrorCode::Conflict)
            m_context.dialogs.showError(this, made.error());
        return;
    }
    showState();
    say(tr("The backup is written and was read back (%1).")
            .arg(QLocale().formattedDataSize(made->bytes, 1, QLocale::DataSizeSIFormat)));
    suggest();
}

void BackupDialog::setWorking(bool working)
{
    m_fields->setEnabled(!working);
    m_start->setEnabled(!working);
    m_close->setText(working ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(working);
    m_progress->setRange(0, 0);
    if (working)
        m_outcome->hide();
}

void BackupDialog::say(const QString &sentence)
{
    m_outcome->setText(sentence);
    m_outcome->show();
    growToFit(*this);
}

// A second press waits no longer for a disk that does not answer.
void BackupDialog::cancelOrClose()
{
    if (!m_job || m_job->isCancelled())
        return reject();
    m_job->cancel();
    say(tr("Cancelling…"));
}

// Also when the window is locked: nothing waits for the job to end, and no share of the session is left here.
void BackupDialog::done(int result)
{
    if (m_job)
        m_job->cancel();
    m_session.reset();
    QDialog::done(result);
}

} // namespace shirase
