// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checks/Errands.h"

namespace shirase {

Errands::~Errands()
{
    cancelAll();
    m_threads.waitForDone();
}

void Errands::cancelAll()
{
    m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
}

} // namespace shirase
