<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AuditTexts</name>
    <message numerus="yes">
        <source>Unbroken: %L1 entries, checked on %2</source>
        <translation>
            <numerusform>Unbroken: %L1 entry, checked on %2</numerusform>
            <numerusform>Unbroken: %L1 entries, checked on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 facilities</source>
        <translation>
            <numerusform>%L1 facility</numerusform>
            <numerusform>%L1 facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seconds</source>
        <comment>a machine&apos;s name; a pause</comment>
        <translation>
            <numerusform>%1, %n second</numerusform>
            <numerusform>%1, %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message numerus="yes">
        <source>The registrations of %n days cannot be opened with the office key. Please restore the vault that belongs to this database.</source>
        <translation>
            <numerusform>The registrations of %n day cannot be opened with the office key. Please restore the vault that belongs to this database.</numerusform>
            <numerusform>The registrations of %n days cannot be opened with the office key. Please restore the vault that belongs to this database.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The record of actions is unbroken (%n entries).</source>
        <translation>
            <numerusform>The record of actions is unbroken (%n entry).</numerusform>
            <numerusform>The record of actions is unbroken (%n entries).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrations</source>
        <translation>
            <numerusform>%n registration</numerusform>
            <numerusform>%n registrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts of retired facilities</source>
        <translation>
            <numerusform>%n contact of retired facilities</numerusform>
            <numerusform>%n contacts of retired facilities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardWarnings</name>
    <message numerus="yes">
        <source>%n more notices have stopped by themselves.</source>
        <translation>
            <numerusform>%n more notice has stopped by itself.</numerusform>
            <numerusform>%n more notices have stopped by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already.</source>
        <translation>
            <numerusform>%n confirmation or poster is held: the database was restored from a backup, so that it may have been sent already.</numerusform>
            <numerusform>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more facilities had an odd burst of registrations.</source>
        <translation>
            <numerusform>%n more facility had an odd burst of registrations.</numerusform>
            <numerusform>%n more facilities had an odd burst of registrations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogInGuard</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailRunner</name>
    <message numerus="yes">
        <source>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already. Whether they leave or are given up is decided on the page &quot;Mail queue&quot;, or with the commands &quot;mail release&quot; and &quot;mail discard&quot;.</source>
        <translation>
            <numerusform>%n confirmation or poster is held: the database was restored from a backup, so that it may have been sent already. Whether it leaves or is given up is decided on the page &quot;Mail queue&quot;, or with the commands &quot;mail release&quot; and &quot;mail discard&quot;.</numerusform>
            <numerusform>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already. Whether they leave or are given up is decided on the page &quot;Mail queue&quot;, or with the commands &quot;mail release&quot; and &quot;mail discard&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeQuestions</name>
    <message numerus="yes">
        <source>Approve this notice to %L1 people?</source>
        <translation>
            <numerusform>Approve this notice to %L1 person?</numerusform>
            <numerusform>Approve this notice to %L1 people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the notice to %L1 people?</source>
        <translation>
            <numerusform>Send the notice to %L1 person?</numerusform>
            <numerusform>Send the notice to %L1 people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %L1 people</source>
        <translation>
            <numerusform>&amp;Send to %L1 person</numerusform>
            <numerusform>&amp;Send to %L1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel this notice for the %L1 people who wait?</source>
        <translation>
            <numerusform>Cancel this notice for the %L1 person who waits?</numerusform>
            <numerusform>Cancel this notice for the %L1 people who wait?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PosterFile</name>
    <message numerus="yes">
        <source>Posters of %n facilities</source>
        <translation>
            <numerusform>Poster of %n facility</numerusform>
            <numerusform>Posters of %n facilities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PosterPrinter</name>
    <message numerus="yes">
        <source>This was cancelled, but %n sheets had gone to the printer before. Please delete the job there if you do not want them.</source>
        <translation>
            <numerusform>This was cancelled, but %n sheet had gone to the printer before. Please delete the job there if you do not want it.</numerusform>
            <numerusform>This was cancelled, but %n sheets had gone to the printer before. Please delete the job there if you do not want them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are being printed.</source>
        <translation>
            <numerusform>The poster of %n facility is being printed.</numerusform>
            <numerusform>The posters of %n facilities are being printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message numerus="yes">
        <source>%L1 mails wait. None is lost: they leave once Shirase runs again.</source>
        <translation>
            <numerusform>%L1 mail waits. It is not lost: it leaves once Shirase runs again.</numerusform>
            <numerusform>%L1 mails wait. None is lost: they leave once Shirase runs again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%L1 people</source>
        <translation>
            <numerusform>%L1 person</numerusform>
            <numerusform>%L1 people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebChecks</name>
    <message numerus="yes">
        <source>The certificate runs out on %1, in %n days. Please renew it soon.</source>
        <translation>
            <numerusform>The certificate runs out on %1, in %n day. Please renew it soon.</numerusform>
            <numerusform>The certificate runs out on %1, in %n days. Please renew it soon.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message numerus="yes">
        <source>%n facilities</source>
        <translation>
            <numerusform>%n facility</numerusform>
            <numerusform>%n facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held since the database was restored from a backup: &quot;mail release&quot; sends them, &quot;mail discard&quot; gives them up.</source>
        <translation>
            <numerusform>%n held since the database was restored from a backup: &quot;mail release&quot; sends it, &quot;mail discard&quot; gives it up.</numerusform>
            <numerusform>%n held since the database was restored from a backup: &quot;mail release&quot; sends them, &quot;mail discard&quot; gives them up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>%n letter</numerusform>
            <numerusform>%n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrations</source>
        <translation>
            <numerusform>%n registration</numerusform>
            <numerusform>%n registrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrations that visitors have had erased since stay erased.</source>
        <translation>
            <numerusform>%n registration that a visitor has had erased since stays erased.</numerusform>
            <numerusform>%n registrations that visitors have had erased since stay erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrations of days whose key is not in the key file of %1 are gone: nobody could open them.</source>
        <translation>
            <numerusform>%n registration of a day whose key is not in the key file of %1 is gone: nobody could open it.</numerusform>
            <numerusform>%n registrations of days whose key is not in the key file of %1 are gone: nobody could open them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices were not over, and are held; people who wait in them: %1. They may have been sent since. Please compare them with the relay&apos;s log, then resume or cancel each.</source>
        <translation>
            <numerusform>%n notice was not over, and is held; people who wait in it: %1. It may have been sent since. Please compare it with the relay&apos;s log, then resume or cancel it.</numerusform>
            <numerusform>%n notices were not over, and are held; people who wait in them: %1. They may have been sent since. Please compare them with the relay&apos;s log, then resume or cancel each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people who waited in them are not told: their registrations are gone.</source>
        <translation>
            <numerusform>%n person who waited in them is not told: the registration is gone.</numerusform>
            <numerusform>%n people who waited in them are not told: their registrations are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drafts bear a remark, and have to be submitted again.</source>
        <translation>
            <numerusform>%n draft bears a remark, and has to be submitted again.</numerusform>
            <numerusform>%n drafts bear a remark, and have to be submitted again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmations and posters that waited cannot be sent: they were sealed to the old server&apos;s key.</source>
        <translation>
            <numerusform>%n confirmation or poster that waited cannot be sent: it was sealed to the old server&apos;s key.</numerusform>
            <numerusform>%n confirmations and posters that waited cannot be sent: they were sealed to the old server&apos;s key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day keys</source>
        <translation>
            <numerusform>%n day key</numerusform>
            <numerusform>%n day keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients of notices</source>
        <translation>
            <numerusform>%n recipient of notices</numerusform>
            <numerusform>%n recipients of notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts of retired facilities</source>
        <translation>
            <numerusform>%n contact of retired facilities</numerusform>
            <numerusform>%n contacts of retired facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting confirmations</source>
        <translation>
            <numerusform>%n waiting confirmation</numerusform>
            <numerusform>%n waiting confirmations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The registrations of %n days cannot be opened with the office key; what is among them is still there.</source>
        <translation>
            <numerusform>The registrations of %n day cannot be opened with the office key; what is among them is still there.</numerusform>
            <numerusform>The registrations of %n days cannot be opened with the office key; what is among them is still there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::ApprovalStep</name>
    <message numerus="yes">
        <source>A&amp;pprove for %L1 people…</source>
        <translation>
            <numerusform>A&amp;pprove for %L1 person…</numerusform>
            <numerusform>A&amp;pprove for %L1 people…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::AuditPage</name>
    <message numerus="yes">
        <source>%L1 entries</source>
        <translation>
            <numerusform>%L1 entry</numerusform>
            <numerusform>%L1 entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 entries are saved as %2.</source>
        <translation>
            <numerusform>%L1 entry is saved as %2.</numerusform>
            <numerusform>%L1 entries are saved as %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::DashboardPage</name>
    <message numerus="yes">
        <source>Notices that you may approve. %L1 more wait for somebody else.</source>
        <translation>
            <numerusform>Notices that you may approve. %L1 more waits for somebody else.</numerusform>
            <numerusform>Notices that you may approve. %L1 more wait for somebody else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::ErasePersonDialog</name>
    <message numerus="yes">
        <source>%L1 registrations</source>
        <translation>
            <numerusform>%L1 registration</numerusform>
            <numerusform>%L1 registrations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 places in notices</source>
        <translation>
            <numerusform>%L1 place in notices</numerusform>
            <numerusform>%L1 places in notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 confirmations that waited</source>
        <translation>
            <numerusform>%L1 confirmation that waited</numerusform>
            <numerusform>%L1 confirmations that waited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The registrations of %L1 days cannot be opened with the office key. What is among them is still there; please tell whoever looks after the system.</source>
        <translation>
            <numerusform>The registrations of %L1 day cannot be opened with the office key. What is among them is still there; please tell whoever looks after the system.</numerusform>
            <numerusform>The registrations of %L1 days cannot be opened with the office key. What is among them is still there; please tell whoever looks after the system.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::FacilityActions</name>
    <message numerus="yes">
        <source>Suspend %n facilities</source>
        <translation>
            <numerusform>Suspend %n facility</numerusform>
            <numerusform>Suspend %n facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use %n facilities again</source>
        <translation>
            <numerusform>Use %n facility again</numerusform>
            <numerusform>Use %n facilities again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n facilities?</source>
        <translation>
            <numerusform>Suspend %n facility?</numerusform>
            <numerusform>Suspend %n facilities?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retire %n facilities for good?</source>
        <translation>
            <numerusform>Retire %n facility for good?</numerusform>
            <numerusform>Retire %n facilities for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being changed.</source>
        <translation>
            <numerusform>%n facility is being changed.</numerusform>
            <numerusform>%n facilities are being changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are in use again.</source>
        <translation>
            <numerusform>%n facility is in use again.</numerusform>
            <numerusform>%n facilities are in use again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are suspended.</source>
        <translation>
            <numerusform>%n facility is suspended.</numerusform>
            <numerusform>%n facilities are suspended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are retired.</source>
        <translation>
            <numerusform>%n facility is retired.</numerusform>
            <numerusform>%n facilities are retired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: %n facilities are as they were before.</source>
        <translation>
            <numerusform>Undone: %n facility is as it was before.</numerusform>
            <numerusform>Undone: %n facilities are as they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone: they are in another state.</source>
        <translation>
            <numerusform>%n was left alone: it is in another state.</numerusform>
            <numerusform>%n were left alone: they are in another state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being written.</source>
        <translation>
            <numerusform>%n facility is being written.</numerusform>
            <numerusform>%n facilities are being written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are saved as %1.</source>
        <translation>
            <numerusform>%n facility is saved as %1.</numerusform>
            <numerusform>%n facilities are saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::FacilityDetail</name>
    <message numerus="yes">
        <source>%n facilities are selected.</source>
        <translation>
            <numerusform>%n facility is selected.</numerusform>
            <numerusform>%n facilities are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::FacilityImportDialog</name>
    <message numerus="yes">
        <source>&amp;Register %n facilities</source>
        <translation>
            <numerusform>&amp;Register %n facility</numerusform>
            <numerusform>&amp;Register %n facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being registered.</source>
        <translation>
            <numerusform>%n facility is being registered.</numerusform>
            <numerusform>%n facilities are being registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are registered.</source>
        <translation>
            <numerusform>%n facility is registered.</numerusform>
            <numerusform>%n facilities are registered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::FacilityPage</name>
    <message numerus="yes">
        <source>%L1 facilities</source>
        <translation>
            <numerusform>%L1 facility</numerusform>
            <numerusform>%L1 facilities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::HeldBox</name>
    <message numerus="yes">
        <source>Send %L1 mails that are held?</source>
        <translation>
            <numerusform>Send %L1 mail that is held?</numerusform>
            <numerusform>Send %L1 mails that are held?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give up %L1 mails that are held?</source>
        <translation>
            <numerusform>Give up %L1 mail that is held?</numerusform>
            <numerusform>Give up %L1 mails that are held?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::ImportCheckStep</name>
    <message numerus="yes">
        <source>%n rows are good.</source>
        <translation>
            <numerusform>%n row is good.</numerusform>
            <numerusform>%n rows are good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have to be corrected in the file; they are left out.</source>
        <translation>
            <numerusform>%n row has to be corrected in the file; it is left out.</numerusform>
            <numerusform>%n rows have to be corrected in the file; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows name a place that is registered already; they are left out.</source>
        <translation>
            <numerusform>%n row names a place that is registered already; it is left out.</numerusform>
            <numerusform>%n rows name a place that is registered already; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register the %n places again that are registered already</source>
        <translation>
            <numerusform>&amp;Register the %n place again that is registered already</numerusform>
            <numerusform>&amp;Register the %n places again that are registered already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::ImportFileStep</name>
    <message numerus="yes">
        <source>%L1 rows. If the letters look wrong, choose the other encoding.</source>
        <translation>
            <numerusform>%L1 row. If the letters look wrong, choose the other encoding.</numerusform>
            <numerusform>%L1 rows. If the letters look wrong, choose the other encoding.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::NoticeModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>a place of a notice, and how many others</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::Pages</name>
    <message numerus="yes">
        <source>%L1 notices wait for your approval.</source>
        <translation>
            <numerusform>%L1 notice waits for your approval.</numerusform>
            <numerusform>%L1 notices wait for your approval.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::PeopleStep</name>
    <message numerus="yes">
        <source>from %L1 registrations; each person gets one mail.</source>
        <comment>follows the number of people</comment>
        <translation>
            <numerusform>from %L1 registration; each person gets one mail.</numerusform>
            <numerusform>from %L1 registrations; each person gets one mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 more were told before about the same place and day, and are not told again.</source>
        <translation>
            <numerusform>%L1 more was told before about the same place and day, and is not told again.</numerusform>
            <numerusform>%L1 more were told before about the same place and day, and are not told again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of these people could not be reached by an earlier notice: their mailbox was refused for good.</source>
        <translation>
            <numerusform>%L1 of these people could not be reached by an earlier notice: the mailbox was refused for good.</numerusform>
            <numerusform>%L1 of these people could not be reached by an earlier notice: their mailbox was refused for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 registrations cannot be opened, so these people cannot be told. Please ask whoever looks after the system.</source>
        <translation>
            <numerusform>%L1 registration cannot be opened, so this person cannot be told. Please ask whoever looks after the system.</numerusform>
            <numerusform>%L1 registrations cannot be opened, so these people cannot be told. Please ask whoever looks after the system.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::PosterPage</name>
    <message numerus="yes">
        <source>%Ln facilities on %L1 sheets.</source>
        <translation>
            <numerusform>%Ln facility on %L1 sheets.</numerusform>
            <numerusform>%Ln facilities on %L1 sheets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are retired and have no poster.</source>
        <translation>
            <numerusform>%Ln is retired and has no poster.</numerusform>
            <numerusform>%Ln are retired and have no poster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For up to %n sheets. Here you can leaf through all of them.</source>
        <translation>
            <numerusform>For up to %n sheet. Here you can leaf through all of them.</numerusform>
            <numerusform>For up to %n sheets. Here you can leaf through all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Posters of %n facilities</source>
        <translation>
            <numerusform>Poster of %n facility</numerusform>
            <numerusform>Posters of %n facilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheets have gone to the printer.</source>
        <translation>
            <numerusform>%n sheet has gone to the printer.</numerusform>
            <numerusform>%n sheets have gone to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are saved as %1.</source>
        <translation>
            <numerusform>The poster of %n facility is saved as %1.</numerusform>
            <numerusform>The posters of %n facilities are saved as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are being painted.</source>
        <translation>
            <numerusform>The poster of %n facility is being painted.</numerusform>
            <numerusform>The posters of %n facilities are being painted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::SendingStep</name>
    <message numerus="yes">
        <source>&amp;Send to %L1 people</source>
        <translation>
            <numerusform>&amp;Send to %L1 person</numerusform>
            <numerusform>&amp;Send to %L1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try %L1 refused people again</source>
        <translation>
            <numerusform>&amp;Try %L1 refused person again</numerusform>
            <numerusform>&amp;Try %L1 refused people again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %L1 people, %2 not reached.</source>
        <translation>
            <numerusform>Sent to %L1 person, %2 not reached.</numerusform>
            <numerusform>Sent to %L1 people, %2 not reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::SettingsPage</name>
    <message numerus="yes">
        <source>%n settings are not saved.</source>
        <translation>
            <numerusform>%n setting is not saved.</numerusform>
            <numerusform>%n settings are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::TargetStep</name>
    <message numerus="yes">
        <source>%n places</source>
        <comment>facilities with a window of time</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
</TS>
