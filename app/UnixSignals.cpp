// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/UnixSignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <tuple>
#include <unistd.h>

namespace shirase {

namespace {

// A signal handler may do little but write to a pipe (signal-safety(7)).
int pipeEnds[2] = {-1, -1};

constexpr int handledSignals[] = {SIGTERM, SIGINT, SIGHUP};

void onSignal(int number)
{
    const char byte = char(number);
    std::ignore = write(pipeEnds[1], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) > 0)
            Q_EMIT (byte == SIGHUP ? reloadRequested() : endRequested());
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : handledSignals)
        sigaction(number, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const int number : handledSignals)
        std::ignore = std::signal(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        close(std::exchange(end, -1));
}

} // namespace shirase
