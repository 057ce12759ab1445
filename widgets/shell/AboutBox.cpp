// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/AboutBox.h"

#include "core/foundation/LibraryVersions.h"

namespace shirase {

AboutBox::AboutBox(QWidget *parent)
    : QMessageBox(NoIcon, tr("About Shirase"), tr("Shirase %1").arg(QString::fromLatin1(SHIRASE_VERSION)),
                  Close, parent)
{
    setIconPixmap(parent->windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    setInformativeText(
        tr("Tells people by e-mail that they were in a place on the same day as an infected person, "
           "without anybody seeing their addresses.\n\nFree software under the GNU General Public "
           "License, version 3 or later. It comes without any warranty.\n\nQR Code is a registered "
           "trademark of DENSO WAVE INCORPORATED."));
    setDetailedText(libraryVersions().join(u'\n'));
    setDefaultButton(Close);
}

} // namespace shirase
