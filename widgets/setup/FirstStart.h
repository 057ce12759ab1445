// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "core/staff/SetUpRequest.h"

namespace shirase {

/// What the wizard of the first start asks of the program, which knows the data folder.
class FirstStart
{
public:
    virtual ~FirstStart() = default;

    /// Where everything will be kept, for people.
    [[nodiscard]] virtual QString folder() const = 0;
    /// Those in force while nobody has set any but, perhaps, an administrator in shirase.conf.
    [[nodiscard]] virtual Settings settings() const = 0;
    /// Whether the folder can be made and written.
    [[nodiscard]] virtual Result<> checkFolder() const = 0;

    // What follows takes seconds; any thread may call it.

    /// Whether a first start may fill the databases there.
    [[nodiscard]] virtual Result<QString> checkDatabases(const DataAddresses &addresses) const = 0;
    /// Sets everything up: all or nothing. The recovery code is the request's.
    [[nodiscard]] virtual Result<> setUp(const SetUpRequest &request) const = 0;
    /// After that: the poster of a place for exercises, which is registered at the first call.
    [[nodiscard]] virtual Result<PosterContent> testPoster() const = 0;
};

} // namespace shirase
