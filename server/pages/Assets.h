// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

namespace shirase {

/// What is not a page: style sheet, pictures and robots' rules. Files of the program. The style sheet has its
/// version in its address and is kept for good; what keeps its address is asked about again after a day.
class Assets
{
public:
    explicit Assets(const PageFrame &frame)
        : m_frame(frame)
    {}

    void addTo(http::Router &router);

private:
    const PageFrame &m_frame;
};

} // namespace shirase
