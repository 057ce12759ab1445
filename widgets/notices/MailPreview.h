// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Outbox.h"
#include "core/notices/Notice.h"
#include "core/wording/TextFault.h"

#include <QWidget>

class QLabel;

namespace shirase {

class MarkedTextEdit;

/// A notice in one language as its recipient will see it: sender, subject and text. Read-only.
class MailPreview : public QWidget
{
    Q_OBJECT
public:
    /// @param language names the parts: "text_ja", "subject_ja", "from_ja"
    explicit MailPreview(const QString &language, QWidget *parent = nullptr);

    void present(const QString &from, const NoticeText &text);
    void mark(const QList<TextFault> &faults);
    void select(const TextFault &fault);

    /// "北海道コロナ通知システム <shirase@pref.hokkaido.lg.jp>"; a sentence where the settings' address
    /// cannot be used.
    [[nodiscard]] static QString senderLine(const Settings &settings, const QString &language);

private:
    QLabel *m_from;
    MarkedTextEdit *m_subject;
    MarkedTextEdit *m_body;
};

} // namespace shirase
