// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QCoreApplication>
#include <QDate>
#include <QPixmap>
#include <QSizeF>

class QPainter;

namespace shirase {

class Settings;

/// The page that is locked away: the recovery code in letters, in words and as a QR code, what it is good for, and what
/// it can do in the wrong hands. Painted once, for paper, file and screen.
class RecoverySheet
{
    Q_DECLARE_TR_FUNCTIONS(RecoverySheet)

public:
    QString systemName;
    QString organisation;
    QString account; ///< who made it
    QString code;    ///< recoveryCode::generate()
    QDate day;       ///< Japanese date

    /// One that has everything but its code.
    [[nodiscard]] static RecoverySheet of(const Settings &settings, const QString &account, QDate day);

    /// The groups of a code.
    [[nodiscard]] static QStringList groups(const QString &code);
    /// A group as it is told over the phone: "seven Kilo Quebec two".
    [[nodiscard]] static QString spelled(const QString &group);
    /// Whether what is typed is that group: in any case, width and with the letters that look alike.
    [[nodiscard]] static bool matches(const QString &group, const QString &typed);

    /// Paints the A4 page; the painter's unit is the millimetre.
    void paint(QPainter &painter) const;
    /// On white. @param size of an A4 page, in device pixels
    [[nodiscard]] QPixmap picture(const QSize &size) const;

    /// Asks for the printer and prints. False if the person did not go ahead; fails with Unavailable if the printer does
    /// not take it.
    [[nodiscard]] Result<bool> print(QWidget *parent, Dialogs &dialogs) const;
    /// As a PDF that only this account can read. Fails with Unavailable.
    [[nodiscard]] Result<> save(const QString &path) const;

private:
    void paintHead(QPainter &painter) const;
    void paintCode(QPainter &painter) const;
    void paintAdvice(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;
};

} // namespace shirase
