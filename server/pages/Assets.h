// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

namespace shirase {

/// What is not a page: style sheet, pictures, robots' rules and the sign of life. Files of the program, with
/// ETags.
class Assets
{
public:
    explicit Assets(const PageFrame &frame)
        : m_frame(frame)
    {}

    void addTo(http::Router &router);

private:
    [[nodiscard]] http::Response styleSheet(const http::Request &request) const;

    const PageFrame &m_frame;
};

} // namespace shirase
