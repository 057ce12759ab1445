// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailTypos.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shirase {

namespace {

/// Providers with so many users and so distinctive a name that a domain one slip away is more likely the
/// slip. The more popular come first and win where a slip is equally far from two.
constexpr auto attractors = std::to_array<std::string_view>(
    {"gmail.com",       "docomo.ne.jp",    "yahoo.co.jp",   "ezweb.ne.jp",   "softbank.ne.jp", "icloud.com",
     "i.softbank.jp",   "hotmail.com",     "hotmail.co.jp", "outlook.com",   "outlook.jp",     "yahoo.com",
     "ymobile.ne.jp",   "ymobile1.ne.jp",  "nifty.com",     "biglobe.ne.jp", "so-net.ne.jp",   "plala.or.jp",
     "excite.co.jp",    "googlemail.com",  "rakumail.jp",   "uqmobile.jp",   "vodafone.ne.jp", "infoseek.jp",
     "jcom.home.ne.jp", "asahi-net.or.jp", "protonmail.com"});

/// Providers that exist and are never taken for a slip, though too short or too rare to attract slips
/// themselves.
constexpr auto bystanders = std::to_array<std::string_view>(
    {// Japan
     "au.com", "ido.ne.jp", "sky.tu-ka.ne.jp", "disney.ne.jp", "willcom.com", "pdx.ne.jp", "wm.pdx.ne.jp",
     "emnet.ne.jp", "emobile.ne.jp", "emobile-s.ne.jp", "y-mobile.ne.jp", "ybb.ne.jp", "yahoo.ne.jp",
     "ymail.ne.jp", "mopera.net", "dwmail.jp", "d.vodafone.ne.jp", "h.vodafone.ne.jp", "t.vodafone.ne.jp",
     "c.vodafone.ne.jp", "r.vodafone.ne.jp", "k.vodafone.ne.jp", "n.vodafone.ne.jp", "s.vodafone.ne.jp",
     "q.vodafone.ne.jp", "jp-d.ne.jp", "jp-h.ne.jp", "jp-t.ne.jp", "jp-c.ne.jp", "jp-r.ne.jp", "jp-k.ne.jp",
     "jp-n.ne.jp", "jp-s.ne.jp", "jp-q.ne.jp", "live.jp", "live.com", "msn.com", "nifty.ne.jp", "ocn.ne.jp",
     "dion.ne.jp", "goo.jp", "mail.goo.ne.jp", "zaq.ne.jp", "eonet.ne.jp", "hi-ho.ne.jp", "odn.ne.jp",
     "wakwak.com", "commufa.jp", "aol.jp", "rakuten.jp", "biglobe.jp", "softbank.jp", "sonet.ne.jp",
     "mineo.jp",
     // Elsewhere
     "mail.com", "email.com", "ymail.com", "rocketmail.com", "gmx.com", "gmx.net", "gmx.de", "me.com",
     "mac.com", "aol.com", "aim.com", "proton.me", "pm.me", "qq.com", "163.com", "126.com", "sina.com",
     "foxmail.com", "naver.com", "daum.net", "hanmail.net", "nate.com", "mail.ru", "yandex.ru", "yandex.com",
     "zoho.com", "web.de", "fastmail.com", "yahoo.ca", "yahoo.co.uk", "yahoo.co.kr", "yahoo.com.tw",
     "yahoo.com.hk", "hotmail.co.uk", "hotmail.fr", "outlook.fr", "outlook.kr", "icloud.com.cn"});

struct Slip
{
    std::string_view typed;
    std::string_view meant;
};

/// Slips that are further than one slip of the finger: a wrong ending, a wrong kind of company, two letters
/// moved.
constexpr std::array slips{
    Slip{"docomo.co.jp", "docomo.ne.jp"},
    Slip{"docomo.jp", "docomo.ne.jp"},
    Slip{"docomo.com", "docomo.ne.jp"},
    Slip{"docomo.or.jp", "docomo.ne.jp"},
    Slip{"docomo.ne", "docomo.ne.jp"},
    Slip{"docomo.ne.com", "docomo.ne.jp"},
    Slip{"dokomo.co.jp", "docomo.ne.jp"},
    Slip{"docomo.net.jp", "docomo.ne.jp"},
    Slip{"ezweb.co.jp", "ezweb.ne.jp"},
    Slip{"ezweb.jp", "ezweb.ne.jp"},
    Slip{"ezweb.com", "ezweb.ne.jp"},
    Slip{"ezweb.ne", "ezweb.ne.jp"},
    Slip{"au.co.jp", "au.com"},
    Slip{"softbank.co.jp", "softbank.ne.jp"},
    Slip{"softbank.com", "softbank.ne.jp"},
    Slip{"softbank.ne", "softbank.ne.jp"},
    Slip{"i.softbank.ne.jp", "i.softbank.jp"},
    Slip{"i.softbank.co.jp", "i.softbank.jp"},
    Slip{"isoftbank.ne.jp", "i.softbank.jp"},
    Slip{"ymobile.co.jp", "ymobile.ne.jp"},
    Slip{"ymobile.jp", "ymobile.ne.jp"},
    Slip{"gmail.co.jp", "gmail.com"},
    Slip{"gmail.ne.jp", "gmail.com"},
    Slip{"gmail.jp", "gmail.com"},
    Slip{"gmail.com.jp", "gmail.com"},
    Slip{"gmail.net", "gmail.com"},
    Slip{"g.mail.com", "gmail.com"},
    Slip{"gmai.co", "gmail.com"},
    Slip{"gmeil.co.jp", "gmail.com"},
    Slip{"yahoo.jp", "yahoo.co.jp"},
    Slip{"yahoo.co", "yahoo.co.jp"},
    Slip{"yahoo.or.jp", "yahoo.co.jp"},
    Slip{"yahoo.com.jp", "yahoo.co.jp"},
    Slip{"yafoo.com", "yahoo.com"},
    Slip{"icould.com", "icloud.com"},
    Slip{"icloud.jp", "icloud.com"},
    Slip{"icloud.co.jp", "icloud.com"},
    Slip{"icloud.ne.jp", "icloud.com"},
    Slip{"i.cloud.com", "icloud.com"},
    Slip{"hotmail.jp", "hotmail.co.jp"},
    Slip{"hotmail.ne.jp", "hotmail.co.jp"},
    Slip{"hotmeil.co.jp", "hotmail.co.jp"},
    Slip{"outlook.co.jp", "outlook.jp"},
    Slip{"outlook.ne.jp", "outlook.jp"},
    Slip{"outlock.com", "outlook.com"},
    Slip{"nifty.co.jp", "nifty.com"},
    Slip{"ocn.co.jp", "ocn.ne.jp"},
    Slip{"ocn.jp", "ocn.ne.jp"},
    Slip{"so-net.co.jp", "so-net.ne.jp"},
    Slip{"biglobe.co.jp", "biglobe.ne.jp"},
};

/// Whether one insertion, deletion, substitution or exchange of neighbours turns one into the other
/// (Damerau-Levenshtein distance 1).
bool oneSlipApart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b)
        return false;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    if (a.size() < b.size())
        return a.substr(same) == b.substr(same + 1);
    if (a.substr(same + 1) == b.substr(same + 1))
        return true;
    return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
           a.substr(same + 2) == b.substr(same + 2);
}

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::optional<QByteArray> likelyMailDomain(const QByteArray &domain)
{
    const std::string_view typed(domain.constData(), static_cast<std::size_t>(domain.size()));
    if (std::ranges::find(attractors, typed) != attractors.end() ||
        std::ranges::find(bystanders, typed) != bystanders.end())
        return std::nullopt;
    if (const auto slip = std::ranges::find(slips, typed, &Slip::typed); slip != slips.end())
        return toBytes(slip->meant);
    const auto near = std::ranges::find_if(attractors, [typed](auto a) { return oneSlipApart(typed, a); });
    if (near != attractors.end())
        return toBytes(*near);
    return std::nullopt;
}

} // namespace shirase
