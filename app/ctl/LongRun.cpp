// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/LongRun.h"

namespace shirase::ctl {

using namespace Qt::StringLiterals;

LongRun::LongRun(const Context &context)
    : m_say(context.say)
{
    connect(&m_signals, &UnixSignals::endRequested, this, [this] { m_interrupted = true; });
}

bool LongRun::report(int done, int total)
{
    QCoreApplication::processEvents(); // where the signals arrive
    const int tenth = total > 0 ? int(10 * qint64(done) / total) : 0;
    if (tenth > m_saidTenth) {
        m_saidTenth = tenth;
        m_say(Tr::tr("%1 %").arg(10 * tenth));
    }
    return !m_interrupted;
}

} // namespace shirase::ctl
