// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/UnixSignals.h"
#include "app/ctl/Command.h"

namespace shirase::ctl {

/// A command that takes long: says at every tenth how far it is, and ends in good order when it is interrupted (Ctrl+C,
/// SIGTERM).
class LongRun final : public QObject
{
public:
    explicit LongRun(const Context &context);

    /// For whatever takes a progress function. Must not outlive this.
    [[nodiscard]] std::function<bool(int done, int total)> progress()
    {
        return [this](int done, int total) { return report(done, total); };
    }

private:
    bool report(int done, int total);

    UnixSignals m_signals;
    std::function<void(const QString &)> m_say;
    int m_saidTenth = 0;
    bool m_interrupted = false;
};

} // namespace shirase::ctl
