// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace shirase {

class IconLabel;

/// Makes a backup: shows the last one and what is wrong with it, asks for the two files, and shows how far it is. Closing
/// or locking cancels.
class BackupDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param session with the administrator role
    BackupDialog(PageContext context, SharedSession session, QWidget *parent = nullptr);

    void done(int result) override;
    /// Somebody else may have made one (ChangeWatch).
    void catchUp(const Subjects &changed);

private:
    [[nodiscard]] QWidget *buildFields();
    [[nodiscard]] QWidget *fileField(QLineEdit *field, const QString &title, const QString &ending);
    void showState();
    void suggest();
    void start();
    void finish(const Result<BackupRecord> &made);
    void setWorking(bool working);
    void say(const QString &sentence);
    void cancelOrClose();

    PageContext m_context;
    SharedSession m_session;
    QPointer<Job> m_job;
    IconLabel *m_icon;
    QLabel *m_state;
    QLineEdit *m_file;
    QLineEdit *m_keys;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QPushButton *m_start = nullptr;
    QPushButton *m_close = nullptr;
    QWidget *m_fields;
};

} // namespace shirase
