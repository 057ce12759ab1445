// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CoreFiles.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace shirase {

void leaveNoCoreFiles()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0}; // the second for good: nobody raises it again
    setrlimit(RLIMIT_CORE, &none); // lowering is never refused
#endif
}

} // namespace shirase
