// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "widgets/setup/FirstStart.h"

#include <mutex>
#include <optional>

namespace shirase {

/// The first start of a data folder.
class DesktopFirstStart final : public FirstStart
{
public:
    /// Fails with Invalid if a shirase.conf that lies there already is not understood.
    [[nodiscard]] static Result<std::unique_ptr<DesktopFirstStart>> of(const DataFolder &folder, const Clock &clock);

    [[nodiscard]] QString folder() const override;
    [[nodiscard]] Settings settings() const override { return m_settings; }
    [[nodiscard]] Result<> checkFolder() const override { return m_folder.checkWritable(); }
    [[nodiscard]] Result<QString> checkDatabases(const DataAddresses &addresses) const override;
    [[nodiscard]] Result<> setUp(const SetUpRequest &request) const override;
    [[nodiscard]] Result<PosterContent> testPoster() const override;

private:
    DesktopFirstStart(DataFolder folder, const Clock &clock, Settings settings)
        : m_folder(std::move(folder))
        , m_clock(clock)
        , m_settings(std::move(settings))
    {}

    DataFolder m_folder;
    const Clock &m_clock;
    Settings m_settings;
    mutable std::mutex m_mutex; ///< for m_poster
    mutable std::optional<PosterContent> m_poster;
};

} // namespace shirase
