// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Descriptors.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <algorithm>
#include <sys/resource.h>
#endif

namespace shirase {

namespace {

int allDescriptors()
{
    constexpr int enough = 1'000'000; // "unlimited" is no number
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1024;
    const rlimit all{limit.rlim_max, limit.rlim_max};
    // Some systems refuse what they call their limit; then it stays as it was.
    const rlim_t allowed = setrlimit(RLIMIT_NOFILE, &all) == 0 ? all.rlim_cur : limit.rlim_cur;
    return int(std::min<rlim_t>(allowed, enough));
#else
    return enough;
#endif
}

} // namespace

int descriptorsForVisitors()
{
    constexpr int own = 256;
    const int all = allDescriptors();
    return all > 2 * own ? all - own : all / 2;
}

} // namespace shirase
