// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Worker.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace shirase {

/// Over the window while a job runs that nothing else may happen beside: how far it is, and a button that
/// cancels it (REQUIREMENTS W2). Locking the window cancels it too.
class JobDialog : public QDialog
{
    Q_OBJECT
public:
    /// Runs a task of the worker, and returns when it is over, whatever it refers to. The caller may have been locked out
    /// meanwhile. Where the program ends before the task has, the task is cancelled.
    template <typename T>
    [[nodiscard]] static Result<T> run(Worker &worker, QWidget *parent, const QString &sentence,
                                       std::function<Result<T>(Office &, const Job::Report &)> task)
    {
        const QPointer dialog(new JobDialog(sentence, parent)); // goes with its parent, if the window is locked
        Result<T> result = std::unexpected(programEnds());
        dialog->follow(worker.run<T>(&worker, std::move(task), [&](Result<T> ended) {
            result = std::move(ended);
            if (dialog)
                dialog->accept();
        }));
        if (dialog->exec() != Accepted)
            worker.endAll(); // QCoreApplication::exit() ends the event loop of a dialog too
        delete dialog.data();
        return result;
    }

    /// Asks the job to end; the dialog goes when it has.
    void reject() override;

private:
    JobDialog(const QString &sentence, QWidget *parent);
    void follow(Job *job);
    [[nodiscard]] static Error programEnds();

    QPointer<Job> m_job;
    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace shirase
