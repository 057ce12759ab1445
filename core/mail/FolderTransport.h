// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace shirase {

/// Puts each mail into a folder as a file of its own, for trying things out (REQUIREMENTS M1). A file appears
/// whole or not at all, is readable for its owner only, and is the mail as it would leave; the recipient is
/// in its To.
class FolderTransport final : public MailTransport
{
public:
    /// @param folder is made with the first mail if it does not exist
    explicit FolderTransport(QString folder);

    [[nodiscard]] std::size_t freeSlots() const override;
    void submit(OutgoingMail mail) override;
    void letGo() override;
    [[nodiscard]] std::vector<DeliveryOutcome> wait(std::chrono::milliseconds atMost) override;
    void wake() override;

private:
    void put(const OutgoingMail &mail);

    QString m_folder;
    std::optional<OutgoingMail> m_held;
    std::vector<DeliveryOutcome> m_finished; ///< at most one: written, not yet returned by wait()
    std::mutex m_mutex;                      ///< for m_woken
    std::condition_variable m_changed;
    bool m_woken = false;
};

} // namespace shirase
