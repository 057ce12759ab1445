// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCheck.h"
#include "widgets/common/CarefulDialog.h"
#include "widgets/common/Page.h"

#include <QMap>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace shirase {

class ProblemLabel;

/// The form of a facility: a new one, or one that is corrected. What breaks a rule is said under its field,
/// and the first such field gets the cursor (REQUIREMENTS O1). What was typed is not lost without a question.
class FacilityDialog : public CarefulDialog
{
    Q_OBJECT
public:
    /// What stores a correction.
    using Correct = std::function<Result<>(const Facility &before, const FacilityDetails &after)>;

    /// For a new facility. @param session who registers it
    FacilityDialog(PageContext context, SharedSession session, QWidget *parent = nullptr);
    /// For one that is corrected.
    FacilityDialog(PageContext context, const Facility &existing, Correct correct, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(shirase::FacilityId id, bool posterQueued);

protected:
    [[nodiscard]] bool isChanged() const override { return details() != m_before; }

private:
    FacilityDialog(PageContext context, SharedSession session, std::optional<Facility> existing, Correct correct,
                   QWidget *parent);

    struct Row
    {
        QLabel *label;
        QWidget *field;
        ProblemLabel *problem;
    };

    void buildForm();
    void addRow(QFormLayout *form, const QString &name, const QString &label, QWidget *field);
    void fill(const FacilityDetails &details);
    void adaptToKind();
    [[nodiscard]] FacilityDetails details() const;
    [[nodiscard]] bool check(const FacilityDetails &details);
    [[nodiscard]] bool acceptDuplicates(const FacilityDetails &details);
    void save();
    [[nodiscard]] Result<FacilityId> store(const FacilityDetails &details);

    PageContext m_context;
    SharedSession m_session; ///< for a new facility
    std::optional<Facility> m_existing;
    Correct m_correct;
    FacilityDetails m_before; ///< what the form began with
    QMap<QString, Row> m_rows; ///< by the names of the web form's fields
    QComboBox *m_kind;
    QLineEdit *m_name;
    QPlainTextEdit *m_aliases;
    QLineEdit *m_contactName;
    QLineEdit *m_contactEmail;
    QLineEdit *m_phone;
    QLineEdit *m_postalCode;
    QLineEdit *m_address;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QCheckBox *m_sendPoster;
    QCheckBox *m_exercise;
};

} // namespace shirase
