// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/Manifest.h"
#include "core/backup/Stages.h"

#include <functional>
#include <memory>

namespace shirase {

/// A copy of the main database as it was at one moment, while others go on reading and writing it.
class DatabaseCopy
{
    Q_DISABLE_COPY_MOVE(DatabaseCopy)
public:
    using Sink = std::function<Result<>(QByteArrayView)>;

    /// @param folder for the copy while it is being checked: as safe from others as the database itself
    [[nodiscard]] static Result<std::unique_ptr<DatabaseCopy>> of(Database &database, const DatabaseAddress &address,
                                                                  const QString &folder);
    virtual ~DatabaseCopy() = default;

    /// Takes the copy and checks it: integrity, foreign keys, and the facts against those of the original at the same
    /// moment. Fails with Corrupt if the copy, or the database itself, is damaged.
    [[nodiscard]] virtual Result<DatabaseFacts> take(const StageProgress &progress) = 0;
    /// Gives the copy's bytes away, and lets go of it.
    [[nodiscard]] virtual Result<> writeTo(const Sink &sink, const StageProgress &progress) = 0;

    [[nodiscard]] virtual Dialect engine() const = 0;
    /// Manifest::space
    [[nodiscard]] virtual Result<QString> space() = 0;

protected:
    DatabaseCopy() = default;
};

} // namespace shirase
