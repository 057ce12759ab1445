// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shirase {

/// From now on a crash of this process, or of a program that it starts, leaves no core file. What SecretBytes holds would
/// not be in one, but an address that is just being sealed would, and a password in the memory of libcurl or libpq. Call it
/// before anything secret is read.
void leaveNoCoreFiles();

} // namespace shirase
