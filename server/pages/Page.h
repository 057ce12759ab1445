// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace shirase {

/// Every page that the web shows.
enum class Page {
    Home,
    Faq,
    FaqOperators,
    Terms,
    TermsOperators,
    Privacy,
    Signup,
    Visit,
    Erased,
    Operator,
    OperatorDone,
    OperatorAsked, ///< the contact has to confirm before a poster is mailed
    Manage, ///< asks for a link
    ManageSent, ///< a link was asked for
    ManagePlace, ///< behind the link
    ManageDetails,
    ManageCode,
    ManageClose,
    ManageContact,
    ManageCorrected,
    ManageAsked, ///< the new contact has to confirm
    ManageContactDone,
    ManageConfirmed, ///< and the poster is on its way
    ManageReissued,
    ManageClosed,
    ManageGone, ///< 404, the link has served, is older than 24 hours or not ours
    ScanAgain,     ///< 400, no good token
    ScanShared,    ///< 400, too many people use one token
    OperatorAgain, ///< 400, no good token on the operators' form
    UnknownCode,   ///< 404
    Retired,       ///< 410
    Suspended,     ///< 410
    OutsideDays,   ///< 410, an event on another day
    VisitGone,     ///< 404, the confirmation is older than 24 hours or not ours
    NotFound,      ///< 404
    WrongWay,      ///< 405
    Unreadable,    ///< 400 and the limits
    TooMany,       ///< 429
    Busy,          ///< 503
    Kiosk,
    KioskDone,
    KioskMessage, ///< the kiosk's form of every page that says why nothing is registered
};

/// What a page is made of: PAGE.html or a shared template, and the section PAGE of each language's texts.
struct PageParts
{
    Page page;
    QLatin1StringView name;  ///< of the section in the text files
    QLatin1StringView file;  ///< the template
    bool searchable = false; ///< search engines may show it
    bool sameForAll = false; ///< holds nothing of one visitor, so that it may be stored and revalidated
    QLatin1StringView layout = QLatin1StringView("layout"); ///< the template around it
};

inline constexpr std::array pages{
    PageParts{Page::Home, QLatin1StringView("home"), QLatin1StringView("home"), true, true},
    PageParts{Page::Faq, QLatin1StringView("faq"), QLatin1StringView("faq"), true, true},
    PageParts{Page::FaqOperators, QLatin1StringView("faqOperators"), QLatin1StringView("faq-operators"), true, true},
    PageParts{Page::Terms, QLatin1StringView("terms"), QLatin1StringView("terms"), true, true},
    PageParts{Page::TermsOperators, QLatin1StringView("termsOperators"), QLatin1StringView("terms-operators"), true, true},
    PageParts{Page::Privacy, QLatin1StringView("privacy"), QLatin1StringView("privacy"), true, true},
    PageParts{Page::Signup, QLatin1StringView("signup"), QLatin1StringView("signup")},
    PageParts{Page::Visit, QLatin1StringView("visit"), QLatin1StringView("visit")},
    PageParts{Page::Erased, QLatin1StringView("erased"), QLatin1StringView("message")},
    PageParts{Page::Operator, QLatin1StringView("operator"), QLatin1StringView("operator")},
    PageParts{Page::OperatorDone, QLatin1StringView("operatorDone"), QLatin1StringView("operator-done")},
    PageParts{Page::OperatorAsked, QLatin1StringView("operatorAsked"), QLatin1StringView("message")},
    PageParts{Page::Manage, QLatin1StringView("manage"), QLatin1StringView("manage")},
    PageParts{Page::ManageSent, QLatin1StringView("manageSent"), QLatin1StringView("message")},
    PageParts{Page::ManagePlace, QLatin1StringView("managePlace"), QLatin1StringView("manage-place")},
    PageParts{Page::ManageDetails, QLatin1StringView("manageDetails"), QLatin1StringView("manage-details")},
    PageParts{Page::ManageCode, QLatin1StringView("manageCode"), QLatin1StringView("manage-code")},
    PageParts{Page::ManageClose, QLatin1StringView("manageClose"), QLatin1StringView("manage-close")},
    PageParts{Page::ManageContact, QLatin1StringView("manageContact"), QLatin1StringView("manage-contact")},
    PageParts{Page::ManageCorrected, QLatin1StringView("manageCorrected"), QLatin1StringView("message")},
    PageParts{Page::ManageAsked, QLatin1StringView("manageAsked"), QLatin1StringView("message")},
    PageParts{Page::ManageContactDone, QLatin1StringView("manageContactDone"), QLatin1StringView("message")},
    PageParts{Page::ManageConfirmed, QLatin1StringView("manageConfirmed"), QLatin1StringView("message")},
    PageParts{Page::ManageReissued, QLatin1StringView("manageReissued"), QLatin1StringView("message")},
    PageParts{Page::ManageClosed, QLatin1StringView("manageClosed"), QLatin1StringView("message")},
    PageParts{Page::ManageGone, QLatin1StringView("manageGone"), QLatin1StringView("message")},
    PageParts{Page::ScanAgain, QLatin1StringView("scanAgain"), QLatin1StringView("message")},
    PageParts{Page::ScanShared, QLatin1StringView("scanShared"), QLatin1StringView("message")},
    PageParts{Page::OperatorAgain, QLatin1StringView("operatorAgain"), QLatin1StringView("message")},
    PageParts{Page::UnknownCode, QLatin1StringView("unknownCode"), QLatin1StringView("message")},
    PageParts{Page::Retired, QLatin1StringView("retired"), QLatin1StringView("message")},
    PageParts{Page::Suspended, QLatin1StringView("suspended"), QLatin1StringView("message")},
    PageParts{Page::OutsideDays, QLatin1StringView("outsideDays"), QLatin1StringView("message")},
    PageParts{Page::VisitGone, QLatin1StringView("visitGone"), QLatin1StringView("message")},
    PageParts{Page::NotFound, QLatin1StringView("notFound"), QLatin1StringView("message")},
    PageParts{Page::WrongWay, QLatin1StringView("wrongWay"), QLatin1StringView("message")},
    PageParts{Page::Unreadable, QLatin1StringView("unreadable"), QLatin1StringView("message")},
    PageParts{Page::TooMany, QLatin1StringView("tooMany"), QLatin1StringView("message")},
    PageParts{Page::Busy, QLatin1StringView("busy"), QLatin1StringView("message")},
    PageParts{Page::Kiosk, QLatin1StringView("kiosk"), QLatin1StringView("kiosk"), false, false, QLatin1StringView("kiosk-layout")},
    PageParts{Page::KioskDone, QLatin1StringView("kioskDone"), QLatin1StringView("kiosk-done"), false, false, QLatin1StringView("kiosk-layout")},
    PageParts{Page::KioskMessage, QLatin1StringView("kioskMessage"), QLatin1StringView("kiosk-message"), false, false, QLatin1StringView("kiosk-layout")},
};

[[nodiscard]] constexpr const PageParts &partsOf(Page page)
{
    return pages[static_cast<std::size_t>(page)];
}

/// The table is in the order of the enumeration.
static_assert([] {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].page != static_cast<Page>(i))
            return false;
    }
    return pages.size() == static_cast<std::size_t>(Page::KioskMessage) + 1;
}());

} // namespace shirase
