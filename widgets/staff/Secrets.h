// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"

#include <memory>

class QLineEdit;

namespace shirase {

/// A password in locked memory, shared with the worker's tasks.
using SharedSecret = std::shared_ptr<const SecretBytes>;

/// What was typed into a field, as UTF-8. The field keeps it until it is cleared.
[[nodiscard]] SharedSecret secretOf(const QLineEdit &field);

} // namespace shirase
