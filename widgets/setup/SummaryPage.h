// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"
#include "widgets/setup/SetUpPage.h"

#include <functional>

class QProgressBar;

namespace shirase {

class FindingLabel;
class FirstStart;

/// What will be set up; its button does it, and the wizard goes on once it is done.
class SummaryPage final : public SetUpPage
{
    Q_OBJECT
public:
    /// @param request all steps together
    SummaryPage(const FirstStart &start, std::function<SetUpRequest()> request, Errands &errands);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override { return !m_running; }
    [[nodiscard]] bool validatePage() override;
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool isDone() const { return m_done; }

Q_SIGNALS:
    void runningChanged();

private:
    void setRunning(bool running);
    void finish(const Result<> &done);

    const FirstStart &m_start;
    std::function<SetUpRequest()> m_request;
    Errands &m_errands;
    bool m_running = false;
    bool m_done = false;
    QLabel *m_summary;
    QProgressBar *m_busy;
    FindingLabel *m_finding;
};

} // namespace shirase
