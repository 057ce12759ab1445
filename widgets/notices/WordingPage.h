// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "core/settings/Settings.h"
#include "core/wording/TextFault.h"

#include <QWidget>

namespace shirase {

class MailPreview;
class MarkedTextEdit;

/// One language of a WordingEditor: subject and body to write, and the mail that they make.
class WordingPage : public QWidget
{
    Q_OBJECT
public:
    WordingPage(const QString &language, const Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] NoticeText wording() const;
    void setWording(const NoticeText &text);
    void setReadOnly(bool readOnly);
    void mark(const QList<TextFault> &faults);
    void select(const TextFault &fault);
    /// Puts a text where the cursor is.
    void insert(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void showMail();

    QString m_language;
    const Settings &m_settings;
    MarkedTextEdit *m_subject;
    MarkedTextEdit *m_body;
    MailPreview *m_preview;
    MarkedTextEdit *m_lastUsed;
};

} // namespace shirase
