<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AccountKey</name>
    <message>
        <source>There is not enough memory to check the password.</source>
        <translation>メモリが足りないため、パスワードを確認できません。ほかのプログラムを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The account&apos;s key is damaged.</source>
        <translation>このアカウントの鍵が壊れています。管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>名前かパスワードが違います。</translation>
    </message>
    <message>
        <source>The recovery code has to have 32 letters and digits, as printed on the recovery sheet.</source>
        <translation>復旧コードは、復旧シートに印刷されている 32 文字の英数字です。そのとおりに入力してください。</translation>
    </message>
</context>
<context>
    <name>AuditExport</name>
    <message>
        <source>The file %1 cannot be written. Please choose another place.</source>
        <translation>ファイル %1 に書き込めません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Saving was cancelled; no file was written.</source>
        <translation>保存を取りやめました。ファイルは作られていません。</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>Only an account with the audit role may read the record of actions.</source>
        <translation>記録を見られるのは、監査の役割を持つ職員だけです。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>確認を取りやめました。</translation>
    </message>
</context>
<context>
    <name>AuditTexts</name>
    <message>
        <source>Drafted a notice</source>
        <translation>お知らせの下書きを作成</translation>
    </message>
    <message>
        <source>Drafted a follow-up notice by itself</source>
        <translation>追加のお知らせの下書きを自動で作成</translation>
    </message>
    <message>
        <source>Chose another text for a notice</source>
        <translation>お知らせの文面を選び直した</translation>
    </message>
    <message>
        <source>Changed the text of a notice</source>
        <translation>お知らせの文面を変更</translation>
    </message>
    <message>
        <source>Sent a test mail of a notice</source>
        <translation>お知らせの試し送りをした</translation>
    </message>
    <message>
        <source>Submitted a notice for approval</source>
        <translation>お知らせの承認を依頼</translation>
    </message>
    <message>
        <source>Sent a notice back to its author</source>
        <translation>お知らせを起案者に差し戻した</translation>
    </message>
    <message>
        <source>Approved a notice</source>
        <translation>お知らせを承認</translation>
    </message>
    <message>
        <source>Decided against the recommendation</source>
        <translation>基準とは異なる判断をした</translation>
    </message>
    <message>
        <source>Decided not to notify</source>
        <translation>お知らせしないと決定</translation>
    </message>
    <message>
        <source>Released a notice for sending</source>
        <translation>お知らせの送信を指示</translation>
    </message>
    <message>
        <source>Paused the sending of a notice</source>
        <translation>お知らせの送信を一時停止</translation>
    </message>
    <message>
        <source>Resumed the sending of a notice</source>
        <translation>お知らせの送信を再開</translation>
    </message>
    <message>
        <source>Resumed a notice and tried the refused mails again</source>
        <translation>お知らせの送信を再開し、断られたメールも送り直した</translation>
    </message>
    <message>
        <source>Paused a notice, as the relay refused many in a row</source>
        <translation>メールサーバーが続けて断ったため、お知らせの送信を一時停止</translation>
    </message>
    <message>
        <source>Stopped a notice, as its text was no longer the approved one</source>
        <translation>文面が承認したものと違うため、お知らせの送信を停止</translation>
    </message>
    <message>
        <source>Paused a notice, as the database came from a backup</source>
        <translation>バックアップから戻したため、お知らせの送信を一時停止</translation>
    </message>
    <message>
        <source>Cancelled a notice</source>
        <translation>お知らせを取りやめ</translation>
    </message>
    <message>
        <source>Saved a text for notices</source>
        <translation>お知らせの文面を保存</translation>
    </message>
    <message>
        <source>Deleted a text for notices</source>
        <translation>お知らせの文面を削除</translation>
    </message>
    <message>
        <source>Restored the standard text</source>
        <translation>標準の文面に戻した</translation>
    </message>
    <message>
        <source>Set a threshold for recommendations</source>
        <translation>推奨の基準を設定</translation>
    </message>
    <message>
        <source>Removed a threshold for recommendations</source>
        <translation>推奨の基準を削除</translation>
    </message>
    <message>
        <source>Set the system up</source>
        <translation>システムを初期設定</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>設定を変更</translation>
    </message>
    <message>
        <source>Added an account</source>
        <translation>アカウントを追加</translation>
    </message>
    <message>
        <source>Changed the roles of an account</source>
        <translation>アカウントの役割を変更</translation>
    </message>
    <message>
        <source>Disabled an account</source>
        <translation>アカウントを無効化</translation>
    </message>
    <message>
        <source>Changed the own password</source>
        <translation>自分のパスワードを変更</translation>
    </message>
    <message>
        <source>Gave an account a new password</source>
        <translation>アカウントのパスワードを設定し直した</translation>
    </message>
    <message>
        <source>Recovered an account with the recovery code</source>
        <translation>復旧コードでアカウントを復旧</translation>
    </message>
    <message>
        <source>Granted the office key to an account</source>
        <translation>アカウントに事務局の鍵を渡した</translation>
    </message>
    <message>
        <source>Replaced the office key by a new one</source>
        <translation>事務局の鍵を新しいものに交換</translation>
    </message>
    <message>
        <source>Notice %1</source>
        <translation>お知らせ %1</translation>
    </message>
    <message>
        <source>Office key %1</source>
        <translation>事務局の鍵 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an account and its roles</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The system</source>
        <comment>who did it</comment>
        <translation>システム</translation>
    </message>
    <message>
        <source>The record was changed afterwards: entry %L1 does not follow from the one before. Please tell whoever is responsible for data protection, and compare the record with a backup.</source>
        <translation>記録があとから変更されています。%L1 番の記録が、その前の記録とつながりません。個人情報保護の責任者に知らせ、バックアップと照らし合わせてください。</translation>
    </message>
    <message>
        <source>The record was cut off, or restored from an older copy: entry %L1 is missing. Please tell whoever is responsible for data protection, and compare the record with a backup.</source>
        <translation>記録の終わりが切り取られたか、古い控えに戻されています。%L1 番の記録がありません。個人情報保護の責任者に知らせ、バックアップと照らし合わせてください。</translation>
    </message>
    <message>
        <source>Registered a place that is registered already</source>
        <translation>登録済みの施設を再び登録</translation>
    </message>
    <message>
        <source>Corrected the details of a facility</source>
        <translation>施設を訂正</translation>
    </message>
    <message>
        <source>Confirmed a facility&apos;s new mail address</source>
        <translation>施設の新しいメールアドレスを確認</translation>
    </message>
    <message>
        <source>Issued a new code for a facility</source>
        <translation>施設のコードを再発行</translation>
    </message>
    <message>
        <source>Retired a facility</source>
        <translation>施設を廃止</translation>
    </message>
    <message>
        <source>Facility %1</source>
        <translation>施設 %1</translation>
    </message>
    <message>
        <source>An operator</source>
        <comment>who did it</comment>
        <translation>事業者</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>バックアップを作成しました</translation>
    </message>
    <message>
        <source>Restored the system from a backup</source>
        <translation>バックアップからシステムを復元しました</translation>
    </message>
    <message>
        <source>Moved the data to other databases</source>
        <translation>データを別のデータベースに移しました</translation>
    </message>
    <message>
        <source>Erased everything of one person</source>
        <translation>ある方の登録をすべて消去した</translation>
    </message>
    <message>
        <source>Confirmed the clock</source>
        <translation>時計が正しいことを確認した</translation>
    </message>
    <message>
        <source>A visitor</source>
        <comment>erased; nobody says who</comment>
        <translation>来訪者</translation>
    </message>
    <message>
        <source>Registered a facility</source>
        <translation>施設を登録</translation>
    </message>
    <message>
        <source>Sent a facility its poster</source>
        <translation>施設にポスターを送付</translation>
    </message>
    <message>
        <source>Suspended a facility</source>
        <translation>施設の利用を停止</translation>
    </message>
    <message>
        <source>Took a facility into use again</source>
        <translation>施設の利用を再開</translation>
    </message>
    <message>
        <source>Began an import of facilities</source>
        <translation>施設の取り込みを開始</translation>
    </message>
    <message>
        <source>The import of facilities ended early</source>
        <translation>施設の取り込みが途中で終了</translation>
    </message>
    <message>
        <source>Exported facilities with their contacts</source>
        <translation>施設を連絡先とともに書き出し</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>A log-in was refused</source>
        <translation>ログインを拒否</translation>
    </message>
    <message>
        <source>A pause began after wrong tries to log in</source>
        <translation>誤りが続いたため、ログインを一時停止</translation>
    </message>
    <message>
        <source>Enabled an account again</source>
        <translation>アカウントを再び有効化</translation>
    </message>
    <message>
        <source>Ended the pause of an account after wrong tries</source>
        <translation>ログインの一時停止を解除</translation>
    </message>
    <message>
        <source>A wrong recovery code was given for an account</source>
        <translation>アカウントの復旧に、正しくない復旧コードを入力</translation>
    </message>
    <message numerus="yes">
        <source>%L1 facilities</source>
        <translation>
            <numerusform>施設 %L1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how many, of how many facilities</comment>
        <translation>%2のうち %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seconds</source>
        <comment>a machine&apos;s name; a pause</comment>
        <translation>
            <numerusform>%1、%n 秒間</numerusform>
        </translation>
    </message>
    <message>
        <source>The command line</source>
        <comment>who did it</comment>
        <translation>コマンドライン</translation>
    </message>
    <message>
        <source>Confirmed a facility&apos;s mail address</source>
        <translation>施設のメールアドレスを確認</translation>
    </message>
    <message numerus="yes">
        <source>Unbroken: %L1 entries, checked on %2</source>
        <translation>
            <numerusform>記録は途切れていません：%L1 件、%2 に確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Held the mail that waited, as the database came from a backup</source>
        <translation>バックアップから復元したため、送信待ちのメールを止めました</translation>
    </message>
    <message>
        <source>Sent the mail that was held</source>
        <translation>止めていたメールを送信しました</translation>
    </message>
    <message>
        <source>Gave up the mail that was held</source>
        <translation>止めていたメールの送信を取りやめました</translation>
    </message>
    <message>
        <source>Confirmations and mails to operators</source>
        <translation>確認メールと事業者へのメール</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Please give two different files: one for the backup and one for the keys.</source>
        <translation>バックアップと鍵には、別々のファイルを指定してください。</translation>
    </message>
    <message>
        <source>Another backup is being made at this moment. Please try again when it is done.</source>
        <translation>現在、別のバックアップを作成中です。終わってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Only an administrator may make a backup.</source>
        <translation>バックアップを作成できるのは管理者だけです。</translation>
    </message>
    <message>
        <source>The office key was changed while the backup was made. Please try again.</source>
        <translation>バックアップの作成中に事務局の鍵が変わりました。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another restore into this database is under way.</source>
        <translation>このデータベースへの別の復元が進行中です。</translation>
    </message>
    <message>
        <source>The database on the server is not empty. Please make an empty one for the restore.</source>
        <translation>サーバーのデータベースが空ではありません。復元のために、空のデータベースを用意してください。</translation>
    </message>
    <message>
        <source>This backup is of a PostgreSQL. Please give an empty database of one with --database; the command &quot;move&quot; brings the data to SQLite afterwards.</source>
        <translation>このバックアップは PostgreSQL のものです。--database で空の PostgreSQL データベースを指定してください。その後、コマンド「move」で SQLite に移せます。</translation>
    </message>
    <message>
        <source>The backup&apos;s tables are in the schema &quot;%1&quot;. Please let the account use the same one (search_path) in the new database.</source>
        <translation>バックアップの表はスキーマ「%1」にあります。新しいデータベースでも、アカウントが同じスキーマ（search_path）を使うようにしてください。</translation>
    </message>
    <message>
        <source>What came out of the backup is not what went in. Please take an older backup.</source>
        <translation>バックアップから取り出した内容が、保存した内容と一致しません。以前のバックアップをお使いください。</translation>
    </message>
    <message>
        <source>The disk is full. Please make room, then restore again.</source>
        <translation>ディスクがいっぱいです。空きを作ってから、もう一度復元してください。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>ファイル %1 に書き込めません。</translation>
    </message>
    <message>
        <source>The backup&apos;s content cannot be read. Please take an older backup.</source>
        <translation>バックアップの内容を読み取れません。以前のバックアップをお使いください。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>ファイル %1 を読み込めません。</translation>
    </message>
    <message>
        <source>%1 is a key file. Please give the backup here, and the key file with --keys.</source>
        <translation>%1 は鍵ファイルです。ここにはバックアップを指定し、鍵ファイルは --keys で指定してください。</translation>
    </message>
    <message>
        <source>%1 is a backup and no key file.</source>
        <translation>%1 はバックアップで、鍵ファイルではありません。</translation>
    </message>
    <message>
        <source>The key file %1 belongs to another Shirase than the backup %2. Please give the one that was written with it.</source>
        <translation>鍵ファイル %1 は、バックアップ %2 とは別のしらせのものです。そのバックアップと一緒に作成された鍵ファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Shirase (schema %2, this program knows %3). Please update Shirase first.</source>
        <translation>%1 は新しい版のしらせで作成されました（スキーマ %2、このプログラムは %3 まで対応）。先にしらせを更新してください。</translation>
    </message>
    <message>
        <source>The key file&apos;s content cannot be read.</source>
        <translation>鍵ファイルの内容を読み取れません。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Please check its permissions and the disk.</source>
        <translation>フォルダー %1 に書き込めません。アクセス権とディスクをご確認ください。</translation>
    </message>
    <message>
        <source>The program %1 is not installed. Please install PostgreSQL&apos;s client programs (on Debian: postgresql-client).</source>
        <translation>プログラム %1 がインストールされていません。PostgreSQL のクライアントプログラム（Debian では postgresql-client）をインストールしてください。</translation>
    </message>
    <message>
        <source>The program %1 cannot be started.</source>
        <translation>プログラム %1 を起動できません。</translation>
    </message>
    <message>
        <source>The program %1 has failed. Please check that its version is that of the database server or newer, and that the account owns the database.</source>
        <translation>プログラム %1 が失敗しました。その版がデータベースサーバーと同じか新しいこと、アカウントがデータベースの所有者であることをご確認ください。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full. Please make room there or choose another place. What was there before is untouched.</source>
        <translation>ディスクがいっぱいで、%1 に書き込めません。空きを作るか、別の場所を選んでください。以前からあるものは、そのまま残っています。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Please check that its folder exists and may be written.</source>
        <translation>%1 に書き込めません。フォルダーがあり、書き込めることをご確認ください。</translation>
    </message>
    <message>
        <source>The disk does not give back what was written to %1. Please replace the disk, and choose another place for now.</source>
        <translation>%1 に書き込んだ内容を、ディスクから正しく読み戻せません。ディスクを交換し、当面は別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The recovery code does not open the key file.</source>
        <translation>この復旧コードでは鍵ファイルを開けません。</translation>
    </message>
    <message>
        <source>The recovery code does not open the office key in this backup.</source>
        <translation>この復旧コードでは、このバックアップの事務局の鍵を開けません。</translation>
    </message>
    <message>
        <source>This draft came back from a backup of %1. Before you submit it again, please make sure that it has not been sent since.</source>
        <translation>この下書きは %1 のバックアップから戻りました。もう一度提出する前に、その後に送信されていないことをご確認ください。</translation>
    </message>
    <message>
        <source>There is no room for a copy of the database beside it. Please make room on that disk.</source>
        <translation>データベースの写しを置く空きがありません。同じディスクに空きを作ってください。</translation>
    </message>
    <message>
        <source>The database is busy. Please try again.</source>
        <translation>データベースが混み合っています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database file is damaged. Please restore it from a backup.</source>
        <translation>データベースのファイルが壊れています。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>The database cannot be copied. Please check its folder&apos;s permissions and the disk.</source>
        <translation>データベースを写せません。フォルダーのアクセス権とディスクをご確認ください。</translation>
    </message>
    <message>
        <source>The database is damaged, so that no backup was made of it. Older backups are untouched: please restore the newest one.</source>
        <translation>データベースが壊れているため、バックアップを作成しませんでした。以前のバックアップはそのまま残っています。最も新しいものから復元してください。</translation>
    </message>
    <message>
        <source>The copy of the database cannot be read. Please check the disk.</source>
        <translation>データベースの写しを読み取れません。ディスクをご確認ください。</translation>
    </message>
    <message>
        <source>Cancelled. Everything is as it was before.</source>
        <translation>取りやめました。すべて元のままです。</translation>
    </message>
    <message>
        <source>The key file was written by a newer version of Shirase. Please update Shirase first.</source>
        <translation>鍵ファイルは新しい版のしらせで作成されました。先にしらせを更新してください。</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>Others may read or write %1. Please set its permissions to %2.</source>
        <translation>%1 を他人が読み書きできます。アクセス権を %2 にしてください。</translation>
    </message>
    <message>
        <source>Nobody else may read the keys and the databases.</source>
        <translation>鍵とデータベースは、ほかの人には読めません。</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of %2. Please make room: registrations are refused once it is full.</source>
        <translation>%2 のディスクの空きは %1 しかありません。いっぱいになると登録を受け付けられません。空きを増やしてください。</translation>
    </message>
    <message>
        <source>%1 are free on the disk.</source>
        <translation>ディスクの空きは %1 です。</translation>
    </message>
    <message>
        <source>database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>保管庫</translation>
    </message>
    <message>
        <source>The %1 was written by a newer Shirase (schema %2, this program knows %3). Please update Shirase.</source>
        <translation>%1は、より新しいしらせが書いたものです（スキーマ %2、このプログラムは %3 まで）。しらせを更新してください。</translation>
    </message>
    <message>
        <source>The %1 is at schema %2 of %3. Please start Shirase once: it brings it up to date.</source>
        <translation>%1のスキーマは %3 のうち %2 です。しらせを一度起動すると、最新になります。</translation>
    </message>
    <message>
        <source>The %1 is at the newest schema, %2.</source>
        <translation>%1のスキーマは最新（%2）です。</translation>
    </message>
    <message>
        <source>The server key is the one of this database.</source>
        <translation>サーバーの鍵は、このデータベースのものです。</translation>
    </message>
    <message>
        <source>The office key has to be changed, as somebody who held it no longer may. Please let an account that holds it log in.</source>
        <translation>鍵を持っていた職員がその資格を失ったため、事務局の鍵を交換する必要があります。鍵を持つ職員がログインしてください。</translation>
    </message>
    <message>
        <source>Every day&apos;s key is sealed to the current office key.</source>
        <translation>すべての日の鍵は、今の事務局の鍵で封じられています。</translation>
    </message>
    <message>
        <source>The record of actions was changed: entry %1 does not follow from the one before. Please compare it with a backup and find out who could write the database.</source>
        <translation>記録が変更されています。%1 番の記録が、その前の記録とつながりません。バックアップと照らし合わせ、データベースに書き込めた人を調べてください。</translation>
    </message>
    <message>
        <source>The record of actions was cut off, or the database was restored from an older copy: entry %1 is missing. Please compare it with the newest backup.</source>
        <translation>記録の終わりが切り取られたか、データベースが古い控えに戻されています。%1 番の記録がありません。最新のバックアップと照らし合わせてください。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock shows %1, but the newest recorded action is of %2. Please correct the clock: visits and erasure go by it.</source>
        <translation>このコンピューターの時計は %1 ですが、最新の記録は %2 のものです。来訪の時刻も消去も時計によります。時計を合わせてください。</translation>
    </message>
    <message>
        <source>The clock is not behind the newest recorded action.</source>
        <translation>時計は、最新の記録より遅れていません。</translation>
    </message>
    <message>
        <source>Everything up to %1 has been erased.</source>
        <translation>%1 までのものは、すべて消去済みです。</translation>
    </message>
    <message>
        <source>The mail folder %1 cannot be written. Please correct its permissions.</source>
        <translation>メールのフォルダー %1 に書き込めません。アクセス権を直してください。</translation>
    </message>
    <message>
        <source>Mail is put into the folder %1.</source>
        <translation>メールはフォルダー %1 に書き出されます。</translation>
    </message>
    <message>
        <source>The mail server %1 does not answer. Please check mail.url, the network and the mail server; what waits is kept and tried again.</source>
        <translation>メールサーバー %1 が応答しません。mail.url、ネットワーク、メールサーバーを確認してください。送信待ちのメールは残り、あとで送り直されます。</translation>
    </message>
    <message>
        <source>The mail server %1 answers.</source>
        <translation>メールサーバー %1 は応答しています。</translation>
    </message>
    <message>
        <source>The folder %1 holds no Shirase. Please run the set-up first.</source>
        <translation>フォルダー %1 に、しらせのデータはありません。先に初期設定をしてください。</translation>
    </message>
    <message>
        <source>The office key has been changed since the last backup, of %1: that opens only with the recovery sheet of then. Please make a new backup before you destroy the old sheet.</source>
        <translation>前回のバックアップ（%1）の後に事務局の鍵が変わりました。そのバックアップは、当時の復旧シートでしか開けません。古いシートを処分する前に、新しいバックアップを作成してください。</translation>
    </message>
    <message>
        <source>The last backup is of %1. Please make a new one with &quot;shirasectl backup&quot;, or let it be made by itself with the setting backup.folder.</source>
        <translation>前回のバックアップは %1 のものです。「shirasectl backup」で新しく作成するか、設定 backup.folder で自動作成にしてください。</translation>
    </message>
    <message>
        <source>No backup has ever been made. Please make one with &quot;shirasectl backup&quot;, or let it be made by itself with the setting backup.folder.</source>
        <translation>バックアップが一度も作成されていません。「shirasectl backup」で作成するか、設定 backup.folder で自動作成にしてください。</translation>
    </message>
    <message>
        <source>The last backup is of %1.</source>
        <translation>前回のバックアップは %1 のものです。</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>バックアップはまだありません。</translation>
    </message>
    <message>
        <source>The web server&apos;s certificate runs out on %1. Please renew it: afterwards nobody can register.</source>
        <translation>ウェブサーバーの証明書は %1 に期限が切れます。期限が切れると、誰も登録できなくなります。更新してください。</translation>
    </message>
    <message>
        <source>The web server&apos;s certificate is valid until %1.</source>
        <translation>ウェブサーバーの証明書は %1 まで有効です。</translation>
    </message>
    <message>
        <source>No databases lie in the folder that are no longer used.</source>
        <translation>使われなくなったデータベースは、フォルダーに残っていません。</translation>
    </message>
    <message>
        <source>%1 is no longer used, and erasure does not reach it. Please remove it with &quot;shirasectl move --remove-old&quot;.</source>
        <translation>%1 は使われておらず、消去も及びません。「shirasectl move --remove-old」で取り除いてください。</translation>
    </message>
    <message numerus="yes">
        <source>The registrations of %n days cannot be opened with the office key. Please restore the vault that belongs to this database.</source>
        <translation>
            <numerusform>%n 日分の登録を、事務局の鍵で開けません。このデータベースと対になる保管庫を戻してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The record of actions is unbroken (%n entries).</source>
        <translation>
            <numerusform>記録は途切れていません（%n 件）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clocks of this computer and of the database server agree.</source>
        <translation>このコンピューターとデータベースサーバーの時計は合っています。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock shows %1, and that of the database server %2. Please let both follow a time server (NTP): each computer dates visits, mails and erasures by its own clock.</source>
        <translation>このコンピューターの時計は%1、データベースサーバーの時計は%2です。どちらもタイムサーバー（NTP）に合わせてください。登録の日付、メールを送る時刻、消去する日は、それぞれのコンピューターの時計で決まります。</translation>
    </message>
    <message>
        <source>This should have been erased, up to %1: %2, %3. Please start Shirase, which erases it by itself, or run &quot;shirasectl erase&quot;.</source>
        <translation>%1 までの %2、%3が消去されていません。しらせを起動すると自動で消去されます。または「shirasectl erase」を実行してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n registrations</source>
        <translation>
            <numerusform>登録 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts of retired facilities</source>
        <translation>
            <numerusform>廃止された施設の連絡先 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockGuard</name>
    <message>
        <source>This computer&apos;s clock shows %1, but it was %2 already. Nothing is erased until the clock is right: please correct it, or confirm that it is right now.</source>
        <translation>このコンピューターの時計は %1 ですが、以前に %2 まで進んでいました。時計が正しくなるまで、消去を行いません。時計を合わせるか、今の時計が正しいことを確認してください。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock shows %1, and Shirase was last at work at %2. Nothing is erased until somebody has confirmed the clock: please check that it is right.</source>
        <translation>このコンピューターの時計は %1 ですが、しらせが最後に動いていたのは %2 です。時計が正しいことを確認するまで、消去を行いません。時計をお確かめください。</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>The server key in this folder is not the one that this database was set up with. Please put the right server.key there.</source>
        <translation>このフォルダーのサーバーの鍵は、このデータベースを設定したときのものと違います。正しい server.key をこのフォルダーに置いてください。</translation>
    </message>
</context>
<context>
    <name>CopyRows</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DashboardWarnings</name>
    <message>
        <source>Visitors cannot register: the web server does not run. %1</source>
        <translation>来訪者が登録できません。ウェブサーバーが動いていません。%1</translation>
    </message>
    <message>
        <source>Visitors can register meanwhile. Please tell whoever looks after the web server.</source>
        <translation>その間も来訪者は登録できます。ウェブサーバーの担当者に伝えてください。</translation>
    </message>
    <message>
        <source>Please put a renewed certificate into its place. Shirase takes it over by itself.</source>
        <translation>更新した証明書を同じ場所に置いてください。しらせが自動で読み込みます。</translation>
    </message>
    <message>
        <source>The web server&apos;s certificate ran out on %1: phones refuse the page.</source>
        <translation>ウェブサーバーの証明書が %1 に期限切れになりました。スマートフォンでページを開けません。</translation>
    </message>
    <message>
        <source>The web server&apos;s certificate runs out on %1, and phones refuse the page then.</source>
        <translation>ウェブサーバーの証明書が %1 に期限切れになります。その後はスマートフォンでページを開けません。</translation>
    </message>
    <message>
        <source>Today&apos;s erasure has not been done; the last one was on %1.</source>
        <translation>今日の消去がまだ行われていません。最後の消去は %1 です。</translation>
    </message>
    <message>
        <source>Nothing has been erased so far.</source>
        <translation>消去がまだ一度も行われていません。</translation>
    </message>
    <message>
        <source>Notice %1 has stopped by itself.</source>
        <translation>お知らせ %1 の送信が自動で止まりました。</translation>
    </message>
    <message numerus="yes">
        <source>%n more notices have stopped by themselves.</source>
        <translation>
            <numerusform>ほかに %n 件のお知らせの送信が自動で止まりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please look at each of them.</source>
        <translation>それぞれを確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already.</source>
        <translation>
            <numerusform>確認メールとポスター %n 件を止めています。データベースがバックアップから復元されたため、すでに送信されているかもしれません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please choose on the mail page: send, or give up.</source>
        <translation>メールのページで、送信するか取りやめるかを選んでください。</translation>
    </message>
    <message>
        <source>The mail queue stands still: %1</source>
        <translation>メールの送信が止まっています。%1</translation>
    </message>
    <message>
        <source>What waits is kept and tried again by itself. Please ask whoever looks after the mail server, if it lasts.</source>
        <translation>待っているメールは残り、自動で再送します。続くときは、メールサーバーの担当者に問い合わせてください。</translation>
    </message>
    <message>
        <source>Please look at the mail queue, and at the settings of the mail server.</source>
        <translation>送信状況と、メールサーバーの設定を確認してください。</translation>
    </message>
    <message>
        <source>An odd burst of registrations: %1, %L2 in the hour from %3.</source>
        <comment>facility, number, time</comment>
        <translation>登録が急に増えています。%1、%3 からの 1 時間に %L2 件。</translation>
    </message>
    <message>
        <source>Please ask there. If the code was copied or shared, give the facility a new one.</source>
        <translation>施設に様子を尋ねてください。コードが写されたり広まったりしていたら、コードを再発行してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n more facilities had an odd burst of registrations.</source>
        <translation>
            <numerusform>ほかに %n 施設で登録が急に増えました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Such a day may be an event. Please ask at the largest ones first.</source>
        <translation>催しのある日かもしれません。多い施設から順に尋ねてください。</translation>
    </message>
    <message>
        <source>Please tell whoever looks after Shirase.</source>
        <translation>しらせの担当者に連絡してください。</translation>
    </message>
    <message>
        <source>Please ask whoever looks after this computer to make room. Backups that lie on the same disk take less if they are kept for fewer days.</source>
        <translation>このコンピューターの管理者に、空きを作るよう依頼してください。同じディスクにバックアップがある場合は、残す日数を減らすと使用量が減ります。</translation>
    </message>
    <message>
        <source>Visitors were promised that it is done each day. Please tell whoever looks after Shirase; the command &quot;shirasectl erase&quot; does it at once, and so does the button, if nothing stands in its way.</source>
        <translation>毎日消去することを来訪者に約束しています。しらせの管理者に知らせてください。「shirasectl erase」コマンドですぐに消去できます。妨げるものがなければ、右のボタンでも消去できます。</translation>
    </message>
    <message>
        <source>Please put right what the sentence names, then open the web server again. Posters and notices work meanwhile.</source>
        <translation>表示された理由を直してから、ウェブサーバーを開き直してください。その間もポスターとお知らせは使えます。</translation>
    </message>
    <message>
        <source>The mail queue stands still: mail has been waiting to leave since %1.</source>
        <translation>メールの送信が止まっています。%1 に送るはずだったメールがまだ待っています。</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>The folder %1 cannot be written. Please choose another one or correct its permissions.</source>
        <translation>フォルダー %1 に書き込めません。別のフォルダーを選ぶか、アクセス権を直してください。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to %2, who could not read what root writes there. Please run this as %2, with &quot;sudo -u %2&quot; before the command.</source>
        <translation>フォルダー %1 は %2 のもので、root が書き込むと読めなくなります。コマンドの前に「sudo -u %2」を付けて、%2 として実行してください。</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The database is busy. Please try again.</source>
        <translation>データベースが混み合っています。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The disk is full. Please make room, then try again.</source>
        <translation>ディスクがいっぱいです。空きを作ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database cannot be written. Please check the folder&apos;s permissions and the disk.</source>
        <translation>データベースに書き込めません。フォルダーのアクセス権とディスクを確認してください。</translation>
    </message>
    <message>
        <source>The database file is damaged. Please restore it from a backup.</source>
        <translation>データベースのファイルが壊れています。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>This entry contradicts one that exists.</source>
        <translation>すでにある内容と食い違うため、保存できません。</translation>
    </message>
    <message>
        <source>The database refused a statement.</source>
        <translation>データベースが処理を受け付けませんでした。続くときは、システムの担当者に連絡してください。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. Please check that its folder exists and is writable.</source>
        <translation>データベース %1 を開けません。フォルダーがあり、書き込めることを確認してください。</translation>
    </message>
    <message>
        <source>The database address must hold no password. Please put it into a file and name that as database.password_file.</source>
        <translation>データベースのアドレスにパスワードを含めることはできません。パスワードをファイルに保存し、そのファイルを database.password_file に指定してください。</translation>
    </message>
    <message>
        <source>The database address is not understood: it has to be &quot;sqlite:PATH&quot; or &quot;postgresql://USER@HOST/DATABASE&quot;.</source>
        <translation>データベースのアドレスを読み取れません。「sqlite:パス」または「postgresql://ユーザー@ホスト/データベース」の形で指定してください。</translation>
    </message>
    <message>
        <source>The connection to the database was lost. Please try again in a moment.</source>
        <translation>データベースとの接続が切れました。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The file %1 with the database&apos;s password cannot be read. Please check database.password_file.</source>
        <translation>データベースのパスワードのファイル %1 を読み取れません。database.password_file を確認してください。</translation>
    </message>
    <message>
        <source>The database server %1 cannot be reached, or refuses the log-in. Please check that it runs, and database.url.</source>
        <translation>データベースサーバー %1 に接続できないか、ログインを拒否されました。サーバーが動いているか、また database.url を確認してください。</translation>
    </message>
    <message>
        <source>The database server cannot write at the moment. Please ask its administrator.</source>
        <translation>データベースサーバーは現在書き込みができません。サーバーの管理者にご連絡ください。</translation>
    </message>
    <message>
        <source>The database server reports damaged data. Please ask its administrator.</source>
        <translation>データベースサーバーがデータの破損を報告しています。サーバーの管理者にご連絡ください。</translation>
    </message>
    <message>
        <source>With sslmode=%1 the connection to the database may fall back to plain text unnoticed. Please write sslmode=verify-full in the database&apos;s address.</source>
        <translation>sslmode=%1では、データベースとの接続が気づかないうちに暗号化されなくなることがあります。データベースのアドレスにsslmode=verify-fullと書いてください。</translation>
    </message>
    <message>
        <source>The database server %1 does not prove who it is: its certificate is not accepted. Please check that the address names the host as its certificate does, and that sslrootcert in it is the file of the authority that has signed the certificate.</source>
        <translation>データベースサーバー%1が本物であることを確かめられません。証明書を受け入れられないためです。アドレスのホスト名が証明書と同じか、アドレスのsslrootcertが証明書に署名した認証局のファイルかを確かめてください。</translation>
    </message>
    <message>
        <source>The database server %1 does not speak TLS, and nothing is sent to it in plain text. Please set up TLS there; or, where the network between is protected by itself, write sslmode=disable in the database&apos;s address.</source>
        <translation>データベースサーバー%1がTLSに対応していないため、暗号化せずに送ることはしていません。サーバーにTLSを設定してください。途中のネットワークがそれ自体で守られている場合は、データベースのアドレスにsslmode=disableと書いてください。</translation>
    </message>
</context>
<context>
    <name>DatabaseChecks</name>
    <message>
        <source>Both databases answer.</source>
        <translation>どちらのデータベースにも接続できました。</translation>
    </message>
    <message>
        <source>This database holds a Shirase already. To make this computer one more server of it, please run &quot;shirasectl keys import&quot;; for a new Shirase, please give an empty database.</source>
        <translation>このデータベースは、すでに別のしらせが使っています。このコンピューターをそのサーバーに加えるときは shirasectl keys import を実行してください。新しく始めるときは、空のデータベースを指定してください。</translation>
    </message>
</context>
<context>
    <name>DatabaseThread</name>
    <message>
        <source>The database does not answer. Please try again in a moment.</source>
        <translation>データベースが応答しません。しばらくしてから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>DayKeys</name>
    <message>
        <source>This day is over; nobody can be registered for it any more.</source>
        <translation>この日は終わったため、もう登録できません。</translation>
    </message>
    <message>
        <source>Nobody is registered for this day, or it has been erased.</source>
        <translation>この日の登録はないか、すでに消去されています。</translation>
    </message>
</context>
<context>
    <name>DesktopFirstStart</name>
    <message>
        <source>Practice hall</source>
        <translation>しらせ訓練会館</translation>
    </message>
</context>
<context>
    <name>DesktopInstallation</name>
    <message>
        <source>The web server listens there.</source>
        <translation>このウェブサーバーが、そこで待ち受けています。</translation>
    </message>
</context>
<context>
    <name>EmailAddress</name>
    <message>
        <source>The mail address holds a character that cannot be seen. Please type the address by hand.</source>
        <translation>メールアドレスに、目に見えない文字が入っています。手で入力してください。</translation>
    </message>
    <message>
        <source>Please enter your mail address.</source>
        <translation>メールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The mail address is too long. Please enter one address only.</source>
        <translation>メールアドレスが長すぎます。アドレスを一つだけ入力してください。</translation>
    </message>
    <message>
        <source>There is no @ in the mail address. Please check it: it looks like name@example.jp.</source>
        <translation>メールアドレスに @ がありません。name@example.jp のような形か、確認してください。</translation>
    </message>
    <message>
        <source>There is more than one @ in the mail address. Please enter one address only.</source>
        <translation>メールアドレスに @ が二つ以上あります。アドレスを一つだけ入力してください。</translation>
    </message>
    <message>
        <source>The part before the @ is empty or holds a character that no mail address has. Please check it.</source>
        <translation>@ の前が空か、メールアドレスに使えない文字が入っています。確認してください。</translation>
    </message>
    <message>
        <source>The part before the @ is too long. Please check the mail address.</source>
        <translation>@ の前が長すぎます。メールアドレスを確認してください。</translation>
    </message>
    <message>
        <source>The part after the @ is not complete or not right. Please check it: it looks like example.jp.</source>
        <translation>@ の後ろが足りないか、正しくありません。example.jp のような形か、確認してください。</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message>
        <source>The retention has to be from 1 to %1 months (retention.months). Nothing was erased; please set it right.</source>
        <translation>保管期間（retention.months）は 1 か月から %1 か月までです。何も消去していません。設定を直してください。</translation>
    </message>
    <message>
        <source>Shirase is erasing at this moment already. Please wait until that has ended.</source>
        <translation>すでに消去を行っています。終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>The erasure was cancelled. What has been erased stays erased; the next one goes on from there.</source>
        <translation>消去を取りやめました。すでに消去したものは元に戻りません。残りは次の消去で消去します。</translation>
    </message>
</context>
<context>
    <name>FacilityCheck</name>
    <message>
        <source>Please fill in this field.</source>
        <translation>この欄を入力してください。</translation>
    </message>
    <message>
        <source>Please shorten this to 200 characters.</source>
        <translation>200 文字以内にしてください。</translation>
    </message>
    <message>
        <source>Please remove line breaks and control characters.</source>
        <translation>改行や制御文字を取り除いてください。</translation>
    </message>
    <message>
        <source>Please enter a mail address such as name@example.jp.</source>
        <translation>name@example.jp のようなメールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Please enter a phone number with its area code, such as 011-204-5020.</source>
        <translation>011-204-5020 のように、市外局番からの電話番号を入力してください。</translation>
    </message>
    <message>
        <source>Please enter a postal code of seven digits, such as 060-8588.</source>
        <translation>060-8588 のように、7 桁の郵便番号を入力してください。</translation>
    </message>
    <message>
        <source>Please enter the first and the last day of the event.</source>
        <translation>イベントの初日と最終日を入力してください。</translation>
    </message>
    <message>
        <source>The last day lies before the first day.</source>
        <translation>最終日が初日より前になっています。</translation>
    </message>
    <message>
        <source>An event lasts at most a year; please register a facility instead.</source>
        <translation>イベントは 1 年までです。長く続くときは、施設として登録してください。</translation>
    </message>
    <message>
        <source>Please enter the name only, without a web address.</source>
        <translation>名前だけを入力してください。ホームページのアドレスは入れられません。</translation>
    </message>
</context>
<context>
    <name>FacilityCsv</name>
    <message>
        <source>The file is neither UTF-8 nor Shift_JIS. Please save it as &quot;CSV UTF-8&quot;.</source>
        <translation>ファイルの文字コードが UTF-8 でも Shift_JIS でもありません。「CSV UTF-8」の形式で保存し直してください。</translation>
    </message>
    <message>
        <source>There is not enough memory to read the file.</source>
        <translation>メモリが足りないため、ファイルを読み込めません。</translation>
    </message>
    <message>
        <source>After record %1 the file is no CSV: a quotation mark stands in the wrong place.</source>
        <translation>%1 件目より後ろが CSV の形になっていません。引用符の位置が正しくありません。</translation>
    </message>
    <message>
        <source>Please give store, event or facility.</source>
        <translation>store、event、facility のどれかを指定してください。</translation>
    </message>
    <message>
        <source>This row has %1 fields, the header has %2.</source>
        <translation>この行には %1 個の欄がありますが、見出しは %2 個です。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The first line has to name the fields; &quot;%1&quot; is missing.</source>
        <translation>1 行目には欄の名前が必要です。「%1」がありません。</translation>
    </message>
    <message>
        <source>The file has bytes that mean nothing in this encoding. Please choose the other.</source>
        <translation>この文字コードでは読めない文字があります。もう一方を選んでください。</translation>
    </message>
</context>
<context>
    <name>FacilityDesk</name>
    <message>
        <source>Only an account with the facilities role may do this. Please ask a colleague who has it, or an administrator for the role.</source>
        <translation>この操作には「施設」の役割が必要です。役割のある職員に頼むか、管理者に役割の追加を依頼してください。</translation>
    </message>
</context>
<context>
    <name>FacilityFiles</name>
    <message>
        <source>This was cancelled; no file was written.</source>
        <translation>取りやめました。ファイルは作っていません。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Please choose another place.</source>
        <translation>ファイル %1 に書き込めません。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>FacilityImport</name>
    <message>
        <source>The check was cancelled.</source>
        <translation>確認を取りやめました。</translation>
    </message>
</context>
<context>
    <name>FacilityStore</name>
    <message>
        <source>There is no such facility.</source>
        <translation>その施設は登録されていません。</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>Not sent: the notice was cancelled</source>
        <translation>取りやめたため未送信</translation>
    </message>
    <message>
        <source>No such mailbox</source>
        <translation>宛先がありません</translation>
    </message>
    <message>
        <source>The mailbox is full</source>
        <translation>受信箱がいっぱいです</translation>
    </message>
    <message>
        <source>The mailbox takes no mail</source>
        <translation>受信箱がメールを受け付けません</translation>
    </message>
    <message>
        <source>The receiving side refuses our mail</source>
        <translation>受信側がしらせのメールを拒んでいます</translation>
    </message>
    <message>
        <source>Not reached after two days of trying</source>
        <translation>2 日間試しても届きませんでした</translation>
    </message>
    <message>
        <source>Refused by the receiving side</source>
        <translation>受信側が受け取りを断りました</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>記録を読み取れません</translation>
    </message>
    <message>
        <source>The mail relay does not take our mail for them</source>
        <translation>メールサーバーが中継を拒否しました</translation>
    </message>
    <message>
        <source>The mailbox has moved away</source>
        <translation>宛先が移転しています</translation>
    </message>
    <message>
        <source>The mailbox is closed</source>
        <translation>宛先の利用が停止されています</translation>
    </message>
    <message>
        <source>The receiving side cannot be reached</source>
        <translation>受信側に届きません</translation>
    </message>
    <message>
        <source>The receiving side cannot read the mail</source>
        <translation>受信側がメールを読み取れません</translation>
    </message>
    <message>
        <source>Not sent: the address was erased, as its time was over or its owner wished it</source>
        <translation>送信していません（保管期間が過ぎたか本人の申し出により、アドレスを消去しました）</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>The name stands in the record of what was done.</source>
        <translation>この名前が操作の記録に残ります。</translation>
    </message>
    <message>
        <source>At least ten characters. Several words that nobody would guess are easy to remember.</source>
        <translation>10 文字以上です。ほかの人が思いつかない言葉をいくつか並べると、覚えやすくなります。</translation>
    </message>
    <message>
        <source>The same once more, so that a slip of the finger is noticed.</source>
        <translation>入力の間違いに気づけるように、同じものをもう一度入力します。</translation>
    </message>
    <message>
        <source>Shows the passwords as you type them. Make sure that nobody looks on.</source>
        <translation>入力したパスワードを表示します。周りに人がいないことを確かめてください。</translation>
    </message>
    <message>
        <source>Shows only what this account did.</source>
        <translation>このアカウントの操作だけを表示します。</translation>
    </message>
    <message>
        <source>Shows only actions of this kind.</source>
        <translation>この種類の操作だけを表示します。</translation>
    </message>
    <message>
        <source>The first day that is shown.</source>
        <translation>この日以降の記録を表示します。</translation>
    </message>
    <message>
        <source>Shows only entries of these days, Japanese time.</source>
        <translation>この期間（日本時間）の記録だけを表示します。</translation>
    </message>
    <message>
        <source>Who did what and when, the newest first. Nobody can change an entry without its being noticed.</source>
        <translation>誰が、いつ、何をしたかの記録です。新しいものが上に並びます。書き換えると必ず分かる仕組みになっています。</translation>
    </message>
    <message>
        <source>The last day that is shown.</source>
        <translation>この日までの記録を表示します。</translation>
    </message>
    <message>
        <source>Where the backup is written. Another disk survives this one.</source>
        <translation>バックアップの保存先です。別のディスクなら、このディスクが壊れても残ります。</translation>
    </message>
    <message>
        <source>The file with the keys. Keep it on another medium than the backups.</source>
        <translation>鍵のファイルです。バックアップとは別の媒体に保管してください。</translation>
    </message>
    <message>
        <source>The numbers of the chart as a table.</source>
        <translation>グラフの数値の表です。</translation>
    </message>
    <message>
        <source>The password is read from this file and never stands in a setting.</source>
        <translation>パスワードはこのファイルから読み、設定には書きません。</translation>
    </message>
    <message>
        <source>The address of an empty PostgreSQL database for the registrations. Empty: a file in the folder.</source>
        <translation>登録を保存する空の PostgreSQL データベースの場所です。空欄ならフォルダー内のファイルに保存します。</translation>
    </message>
    <message>
        <source>The address that is to be forgotten. It is not written down anywhere.</source>
        <translation>消去するアドレスです。どこにも記録されません。</translation>
    </message>
    <message>
        <source>The first day of registration that is shown.</source>
        <translation>この日以降に登録された施設を表示します。</translation>
    </message>
    <message>
        <source>Shows only places of this kind.</source>
        <translation>この種類の施設だけを表示します。</translation>
    </message>
    <message>
        <source>Shows only places that were registered in these days.</source>
        <translation>この期間に登録された施設だけを表示します。</translation>
    </message>
    <message>
        <source>The facilities that fit what is typed above.</source>
        <translation>上の入力に合う施設の一覧です。</translation>
    </message>
    <message>
        <source>Type a part of the name, the address or the code; the arrow keys move through what is found.</source>
        <translation>名前・住所・コードの一部を入力します。見つかったものの間は矢印キーで移動できます。</translation>
    </message>
    <message>
        <source>A part of the name, the address, the contact or the code. Width of letters, hiragana and katakana make no difference.</source>
        <translation>名前・住所・担当者・コードの一部を入力します。全角と半角、ひらがなとカタカナの違いは気にしなくてかまいません。</translation>
    </message>
    <message>
        <source>Shows only places in this state: in use, suspended or retired.</source>
        <translation>この状態の施設だけを表示します（利用中・停止中・廃止）。</translation>
    </message>
    <message>
        <source>The facilities that fit the search and the filters. A click on a heading sorts; with Ctrl or Shift you choose several.</source>
        <translation>検索と絞り込みに合う施設の一覧です。見出しをクリックすると並べ替えます。Ctrl か Shift を押しながら複数を選べます。</translation>
    </message>
    <message>
        <source>The last day of registration that is shown.</source>
        <translation>この日までに登録された施設を表示します。</translation>
    </message>
    <message>
        <source>Choose the number that stands for the answer to what stands above.</source>
        <translation>上の文に対する答えを数で選んでください。</translation>
    </message>
    <message>
        <source>Type the answer to what stands above.</source>
        <translation>上の文に対する答えを入力してください。</translation>
    </message>
    <message>
        <source>The address of the place, beginning with the prefecture or the municipality.</source>
        <translation>施設の住所です。都道府県か市区町村から入力してください。</translation>
    </message>
    <message>
        <source>Other names of the place, one on each line. They are found by the search, and no notice may contain them.</source>
        <translation>その施設の別の名前を 1 行に 1 つずつ入力します。検索で見つかり、お知らせの文面には使えなくなります。</translation>
    </message>
    <message>
        <source>Where the poster and links for corrections are sent.</source>
        <translation>ポスターと、訂正用のリンクを送る宛先です。</translation>
    </message>
    <message>
        <source>Who answers for this place. It is not shown to visitors.</source>
        <translation>この施設の担当者です。来訪者には表示されません。</translation>
    </message>
    <message>
        <source>The first day on which the event&apos;s code works.</source>
        <translation>イベントのコードが使える最初の日です。</translation>
    </message>
    <message>
        <source>A shop, a public facility or an event. An event has days on which its code works.</source>
        <translation>店舗・施設・イベントの別です。イベントは、コードが使える日を決めます。</translation>
    </message>
    <message>
        <source>What visitors read on the poster and on their phone.</source>
        <translation>ポスターと来訪者のスマートフォンに表示される名前です。</translation>
    </message>
    <message>
        <source>The contact&apos;s telephone number. It is not shown to visitors.</source>
        <translation>担当者の電話番号です。来訪者には表示されません。</translation>
    </message>
    <message>
        <source>Seven digits.</source>
        <translation>7 桁の数字です。</translation>
    </message>
    <message>
        <source>Sends the poster to the contact as soon as the place is registered.</source>
        <translation>登録と同時に、担当者へポスターをメールで送ります。</translation>
    </message>
    <message>
        <source>The last day on which the event&apos;s code works.</source>
        <translation>イベントのコードが使える最後の日です。</translation>
    </message>
    <message>
        <source>The chapters of the help.</source>
        <translation>ヘルプの目次です。</translation>
    </message>
    <message>
        <source>Where the words were found.</source>
        <translation>言葉が見つかった箇所です。</translation>
    </message>
    <message>
        <source>Finds words in the whole help.</source>
        <translation>ヘルプ全体から言葉を探します。</translation>
    </message>
    <message>
        <source>The help itself; links lead on.</source>
        <translation>ヘルプの本文です。リンクから関連する説明に進めます。</translation>
    </message>
    <message>
        <source>Registers places once more that are registered already, with a code of their own.</source>
        <translation>すでに登録されている施設も、別のコードでもう一度登録します。</translation>
    </message>
    <message>
        <source>How the file writes its characters. If names look wrong below, choose another.</source>
        <translation>ファイルの文字コードです。下の名前が文字化けしているときは、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Each contact gets a mail with the poster of the place.</source>
        <translation>それぞれの担当者に、施設のポスターをメールで送ります。</translation>
    </message>
    <message>
        <source>The first rows of the file, as they are understood.</source>
        <translation>ファイルの最初の数行を、読み取ったとおりに表示しています。</translation>
    </message>
    <message>
        <source>The rows that cannot be taken, and why. The others are not affected.</source>
        <translation>取り込めない行と、その理由です。ほかの行には影響しません。</translation>
    </message>
    <message>
        <source>The name of your account. An administrator gives it to you.</source>
        <translation>あなたのアカウントの名前です。管理者が決めます。</translation>
    </message>
    <message>
        <source>The password of your account. After several wrong ones there is a pause that grows.</source>
        <translation>あなたのアカウントのパスワードです。何度か間違えると、しばらく入力できなくなり、その時間はだんだん長くなります。</translation>
    </message>
    <message>
        <source>From this hour on, Japanese time, notices are sent again.</source>
        <translation>この時刻（日本時間）から、またお知らせを送ります。</translation>
    </message>
    <message>
        <source>Which notices the list shows.</source>
        <translation>一覧に表示するお知らせを選びます。</translation>
    </message>
    <message>
        <source>The notices, the newest first. The one that is chosen is open beside the list.</source>
        <translation>お知らせの一覧です。新しいものが上に並びます。選んだものが右側に開きます。</translation>
    </message>
    <message>
        <source>Proves that it is you who changes it.</source>
        <translation>本人による変更であることを確かめるために入力します。</translation>
    </message>
    <message>
        <source>What is printed: one poster on a sheet, two smaller ones, a tent for tables, or cards to cut out.</source>
        <translation>印刷するものです。1 枚に 1 つのポスター、小さいもの 2 つ、卓上用の三角柱、切り取って使うカードから選びます。</translation>
    </message>
    <message>
        <source>Finds facilities and notices from every page: type a part of a name, address or code, or the number of a notice, and press Enter.</source>
        <translation>どのページからでも施設とお知らせを探せます。名前・住所・コードの一部か、お知らせの番号を入力して Enter を押してください。</translation>
    </message>
    <message>
        <source>The eight groups from the recovery sheet. Case does not matter.</source>
        <translation>復旧シートに書かれた 8 組の文字です。大文字と小文字は区別しません。</translation>
    </message>
    <message>
        <source>The account that is to get a new password.</source>
        <translation>新しいパスワードを付けるアカウントです。</translation>
    </message>
    <message>
        <source>Tick this once the sheet is where only the right people find it.</source>
        <translation>関係者だけが取り出せる場所にシートを置いたら、印を付けてください。</translation>
    </message>
    <message>
        <source>Type the group from paper, not from the screen: it shows that the sheet can be read.</source>
        <translation>画面ではなく紙を見て入力してください。シートが読めることを確かめられます。</translation>
    </message>
    <message>
        <source>When the sending begins, Japanese time.</source>
        <translation>送信を始める時刻（日本時間）です。</translation>
    </message>
    <message>
        <source>Sends at the time beside it rather than at once; quiet hours are kept.</source>
        <translation>すぐにではなく、右の時刻に送ります。送らない時間帯は守られます。</translation>
    </message>
    <message>
        <source>Who was not reached, by what the relay replied. There are no addresses here.</source>
        <translation>届かなかった件数を、メールサーバーの返答ごとに表示しています。アドレスは表示されません。</translation>
    </message>
    <message>
        <source>The subjects of the settings.</source>
        <translation>設定の分類です。</translation>
    </message>
    <message>
        <source>How often a backup is made by itself.</source>
        <translation>バックアップを自動で作る間隔です。</translation>
    </message>
    <message>
        <source>Older backups are removed by themselves.</source>
        <translation>これより古いバックアップは自動で削除されます。</translation>
    </message>
    <message>
        <source>A file whose first line is the password of the database.</source>
        <translation>1 行目がデータベースのパスワードになっているファイルです。</translation>
    </message>
    <message>
        <source>Where the registrations are. It is chosen when Shirase is set up.</source>
        <translation>登録を保存する場所です。初期設定のときに決めます。</translation>
    </message>
    <message>
        <source>Whether mail really leaves, or is put into a folder for trying things out.</source>
        <translation>メールを実際に送るか、試用のためにフォルダーに保存するかを選びます。</translation>
    </message>
    <message>
        <source>The number that people call who have had a notice.</source>
        <translation>お知らせを受け取った人が電話をかける番号です。</translation>
    </message>
    <message>
        <source>The number for questions about the system.</source>
        <translation>システムについての問い合わせ先の電話番号です。</translation>
    </message>
    <message>
        <source>Stands on posters and pages.</source>
        <translation>ポスターとページに表示されます。</translation>
    </message>
    <message>
        <source>The name of this service on pages, posters and mails.</source>
        <translation>ページ・ポスター・メールに表示される、このサービスの名前です。</translation>
    </message>
    <message>
        <source>Where the keys are. It is chosen when Shirase is set up.</source>
        <translation>鍵を保存する場所です。初期設定のときに決めます。</translation>
    </message>
    <message>
        <source>PEM file with the private key of the certificate. Only this account may be able to read it.</source>
        <translation>証明書の秘密鍵の PEM ファイルです。このアカウントだけが読めるようにしてください。</translation>
    </message>
    <message>
        <source>The pages of this window. What your roles do not open is not listed.</source>
        <translation>この画面のページです。お持ちの役割で開けないものは表示されません。</translation>
    </message>
    <message>
        <source>The accounts, and when each has logged in last.</source>
        <translation>アカウントの一覧と、最後にログインした日時です。</translation>
    </message>
    <message>
        <source>The day of the visit, Japanese time.</source>
        <translation>訪れた日（日本時間）です。</translation>
    </message>
    <message>
        <source>From then on, Japanese time.</source>
        <translation>この時刻から（日本時間）です。</translation>
    </message>
    <message>
        <source>The places and times of this case. A person who was at several of them gets one mail.</source>
        <translation>この件の施設と時間です。複数に当てはまる人にも、メールは 1 通だけ送られます。</translation>
    </message>
    <message>
        <source>Until then, Japanese time; this moment itself is not part of it.</source>
        <translation>この時刻の直前まで（日本時間）です。</translation>
    </message>
    <message>
        <source>Everybody who registered there on this Japanese day, from midnight to midnight.</source>
        <translation>その日（日本時間の 0 時から 24 時まで）に登録した人全員が対象です。</translation>
    </message>
    <message>
        <source>Only those who registered there within this time, which may go past midnight.</source>
        <translation>この時間内に登録した人だけが対象です。夜中の 0 時をまたいでもかまいません。</translation>
    </message>
    <message>
        <source>The texts that notices begin with.</source>
        <translation>お知らせのもとになる文面の一覧です。</translation>
    </message>
    <message>
        <source>What staff see in the list. People who are told do not see it.</source>
        <translation>一覧で職員が見る名前です。お知らせを受け取る人には表示されません。</translation>
    </message>
    <message>
        <source>Where a copy of the text goes, so that you see it as people would.</source>
        <translation>文面の写しを送る宛先です。受け取る人と同じ形で確かめられます。</translation>
    </message>
    <message>
        <source>Where the test mail goes: an address that you can read.</source>
        <translation>テストメールの宛先です。ご自分が読めるアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The layout of the poster on the left.</source>
        <translation>左側のポスターの種類です。</translation>
    </message>
    <message>
        <source>What is wrong with the text. A click leads to the place.</source>
        <translation>文面の問題点です。クリックすると、その箇所に移動します。</translation>
    </message>
    <message>
        <source>The text that this notice begins with.</source>
        <translation>このお知らせのもとになる文面です。</translation>
    </message>
    <message>
        <source>The languages of the notice. Each person gets the one of the registration.</source>
        <translation>お知らせの言語です。登録のときの言語で届きます。</translation>
    </message>
    <message>
        <source>From so many infected people in a case.</source>
        <translation>この人数以上の感染者がいるときに当てはまります。</translation>
    </message>
    <message>
        <source>The kind of place for which the row holds.</source>
        <translation>この基準を当てはめる施設の種類です。</translation>
    </message>
    <message>
        <source>From so many registrations at the place and in the time.</source>
        <translation>その施設と時間の登録がこの件数以上のときに当てはまります。</translation>
    </message>
    <message>
        <source>The address of a second, empty database for the keys, which backups leave out.</source>
        <translation>鍵を保存する、もう 1 つの空のデータベースの場所です。バックアップの対象から外してください。</translation>
    </message>
    <message>
        <source>The subject in this language. Words in curly brackets are filled in by themselves.</source>
        <translation>この言語での件名です。波かっこの中の言葉は、自動で置き換わります。</translation>
    </message>
    <message>
        <source>Pages, mails and notices are offered in this language.</source>
        <translation>ページ・メール・お知らせをこの言語で提供します。</translation>
    </message>
    <message>
        <source>The column of the file that holds this fact.</source>
        <translation>この項目が入っているファイルの列です。</translation>
    </message>
    <message>
        <source>A part of the entry that is chosen in the list.</source>
        <translation>一覧で選んだ項目の内容です。</translation>
    </message>
    <message>
        <source>The text in this language. What a notice must not contain is marked while you type.</source>
        <translation>この言語での本文です。お知らせに書いてはいけないものは、入力中に印が付きます。</translation>
    </message>
    <message>
        <source>What is set here holds at once for every window and for the web pages, unless a remark says otherwise.</source>
        <translation>ここで決めた内容は、注記がない限り、すべての画面とウェブページにすぐ反映されます。</translation>
    </message>
    <message>
        <source>The subject of the mail in this language.</source>
        <translation>この言語での件名です。</translation>
    </message>
    <message>
        <source>From whom the mail comes, as people see it.</source>
        <translation>受け取る人に表示される差出人です。</translation>
    </message>
    <message>
        <source>The text of the mail in this language.</source>
        <translation>この言語での本文です。</translation>
    </message>
    <message>
        <source>From this hour on, Japanese time, no notice is sent.</source>
        <translation>この時刻（日本時間）から、お知らせを送りません。</translation>
    </message>
    <message>
        <source>When a notice is recommended. The strongest threshold that a case reaches counts.</source>
        <translation>お知らせを推奨する基準です。達した基準のうち、最も強いものを使います。</translation>
    </message>
    <message>
        <source>What is recommended then. The decision is yours.</source>
        <translation>推奨の内容です。最終的な判断は職員が行います。</translation>
    </message>
</context>
<context>
    <name>HeldLetters</name>
    <message>
        <source>Some visitors have been erased at their wish since the backup. You need an account that holds the office key to leave their mails out: one with the notices or approval role.</source>
        <translation>バックアップの後に、申し出により消去した方がいます。その方へのメールを除いて送るには、事務局の鍵を持つアカウント（お知らせまたは承認の役割）が必要です。</translation>
    </message>
    <message>
        <source>Some visitors of %1 have been erased at their wish, and the office key does not open that day, so that their mails cannot be told from the others. Please give up what is held.</source>
        <translation>%1 に来訪し、申し出により消去した方がいますが、事務局の鍵でその日の記録を開けないため、その方へのメールをほかと区別できません。止めているメールは、取りやめてください。</translation>
    </message>
</context>
<context>
    <name>JsonItems</name>
    <message>
        <source>please give a list in JSON, such as [{…}, {…}].</source>
        <translation>JSONの並びで指定してください。例：[{…}, {…}]</translation>
    </message>
    <message>
        <source>item %1 has &quot;%2&quot;, which is neither &quot;%3&quot; nor a language such as &quot;ja&quot;.</source>
        <translation>%1番目の項目に「%2」があります。「%3」か、「ja」のような言語を指定してください。</translation>
    </message>
    <message>
        <source>item %1 lacks its Japanese text, &quot;ja&quot;.</source>
        <translation>%1番目の項目に日本語の文章「ja」がありません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of item %2 has to be one line of at most %3 characters.</source>
        <translation>%2番目の項目の「%1」は、%3文字までの1行にしてください。</translation>
    </message>
</context>
<context>
    <name>LogInGuard</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>After too many wrong tries, logging in with this name takes a pause of %1, until %2. Please wait, or ask an administrator to end the pause.</source>
        <translation>正しくない入力が続いたため、この名前でのログインを %1 のあいだ（%2 まで）止めています。しばらく待ってからもう一度お試しになるか、管理者に解除を依頼してください。</translation>
    </message>
</context>
<context>
    <name>Logo</name>
    <message>
        <source>please give a picture in the format PNG or SVG.</source>
        <translation>PNG または SVG 形式の画像を指定してください。</translation>
    </message>
    <message>
        <source>the picture has %1 by %2 pixels; please give one of at most %3 along each side.</source>
        <translation>画像の大きさが %1×%2 画素あります。縦横それぞれ %3 画素以内の画像を指定してください。</translation>
    </message>
    <message>
        <source>the drawing holds a script, a link to elsewhere or a definition of its own. Please save it as &quot;plain SVG&quot;, or give a PNG.</source>
        <translation>図の中にスクリプト、外部への参照、または独自の定義が含まれています。「プレーン SVG」として保存し直すか、PNG を指定してください。</translation>
    </message>
    <message>
        <source>the file has %1 kB; please give one of at most %2 kB.</source>
        <translation>ファイルの大きさが %1 kB あります。%2 kB 以内のファイルを指定してください。</translation>
    </message>
</context>
<context>
    <name>MailFolder</name>
    <message>
        <source>Old mails in the folder %1 cannot be erased. Please correct its permissions.</source>
        <translation>フォルダー %1 の古いメールを消去できません。アクセス権を直してください。</translation>
    </message>
</context>
<context>
    <name>MailPasswordFiles</name>
    <message>
        <source>The password for the mail relay could not be written into the folder %1. Please check its permissions and the free space.</source>
        <translation>メールサーバーのパスワードを、フォルダー %1 に書き込めませんでした。フォルダーの権限と空き容量を確かめてください。</translation>
    </message>
</context>
<context>
    <name>MailRunner</name>
    <message>
        <source>Notice %1 has stopped by itself. %2</source>
        <translation>お知らせ %1 が自動で停止しました。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmations and posters are held: the database was restored from a backup, so that they may have been sent already. Whether they leave or are given up is decided on the page &quot;Mail queue&quot;, or with the commands &quot;mail release&quot; and &quot;mail discard&quot;.</source>
        <translation>
            <numerusform>確認メールとポスター %n 件を止めています。データベースがバックアップから復元されたため、すでに送信されているかもしれません。送信するか取りやめるかを、「送信状況」のページ、またはコマンド「mail release」「mail discard」で決めてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailTransports</name>
    <message>
        <source>No mail server is set. Please set mail.url, such as smtp://mail.example.jp:587.</source>
        <translation>メールサーバーが設定されていません。mail.url に smtp://mail.example.jp:587 のように設定してください。</translation>
    </message>
    <message>
        <source>The mail server&apos;s password file cannot be read.</source>
        <translation>メールサーバーのパスワードのファイルを読み込めません。</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>The mail was not written because its field %1 holds a line break or a character that is not allowed there. Remove it from the name, subject or file name and try again.</source>
        <translation>メールの %1 の欄に、改行か使えない文字が入っているため、メールを作りませんでした。名前、件名、ファイル名から取り除いて、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>Migrations</name>
    <message>
        <source>The data were written by a newer version of Shirase (schema %1, this program knows %2). Please update Shirase.</source>
        <translation>このデータは、新しい版のしらせで書かれています（データの版は %1、このプログラムが扱えるのは %2 まで）。しらせを更新してください。</translation>
    </message>
</context>
<context>
    <name>Move</name>
    <message>
        <source>Shirase is running on these data. Please end every server and window first, then move them.</source>
        <translation>このデータでしらせが動いています。先にすべてのサーバーと画面を終了してから、移してください。</translation>
    </message>
    <message>
        <source>Please give both addresses: --database and --vault.</source>
        <translation>--database と --vault の両方を指定してください。</translation>
    </message>
    <message>
        <source>Please give two addresses that differ from the present ones.</source>
        <translation>今とは違う二つの場所を指定してください。</translation>
    </message>
    <message>
        <source>The database %1 holds something already. Please make an empty one.</source>
        <translation>データベース %1 には、すでにデータがあります。空のデータベースを用意してください。</translation>
    </message>
    <message>
        <source>The folder %1 holds no Shirase. Please run the set-up first.</source>
        <translation>フォルダー %1 に、しらせのデータはありません。先に初期設定をしてください。</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed. Please check the folder&apos;s permissions.</source>
        <translation>ファイル %1 を取り除けません。フォルダーのアクセス権をご確認ください。</translation>
    </message>
</context>
<context>
    <name>NativeDialogs</name>
    <message>
        <source>%1 file (*.%2)</source>
        <comment>file type in a save dialog, such as PDF</comment>
        <translation>%1 ファイル (*.%2)</translation>
    </message>
    <message>
        <source>Replace the file %1?</source>
        <translation>ファイル %1 を置き換えますか？</translation>
    </message>
    <message>
        <source>There is one of this name already. What is in it would be lost.</source>
        <translation>同じ名前のファイルが、すでにあります。その内容は失われます。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>NewsItem</name>
    <message>
        <source>item %1 needs a &quot;date&quot; such as 2026-11-20.</source>
        <translation>%1番目の項目に「date」が必要です。例：2026-11-20</translation>
    </message>
</context>
<context>
    <name>NoticeDesk</name>
    <message>
        <source>This account does not have the role &quot;%1&quot;.</source>
        <translation>このアカウントには「%1」の役割がありません。</translation>
    </message>
    <message>
        <source>This cannot be done now: the notice is in the state &quot;%1&quot;.</source>
        <translation>今はこの操作を行えません。お知らせの状態は「%1」です。</translation>
    </message>
    <message>
        <source>A window of time has to end after it begins.</source>
        <translation>時間帯の終わりは、始まりより後にしてください。</translation>
    </message>
    <message>
        <source>A window of time may be at most 14 days long.</source>
        <translation>時間帯は 14 日以内にしてください。</translation>
    </message>
    <message>
        <source>This window of time lies in the future.</source>
        <translation>この時間帯はまだ来ていません。</translation>
    </message>
    <message>
        <source>The registrations of that day have been erased already.</source>
        <translation>その日の登録は、すでに消去されています。</translation>
    </message>
    <message>
        <source>Please choose at least one facility and day.</source>
        <translation>施設と日を一つ以上選んでください。</translation>
    </message>
    <message>
        <source>A notice has to be approved by somebody else than its author.</source>
        <translation>お知らせは、起案者とは別の人が承認する必要があります。</translation>
    </message>
    <message>
        <source>People can still register for this window of time. Approve it with &quot;now&quot; to tell those who are registered so far, or wait until 61 minutes after its end.</source>
        <translation>この時間帯には、まだ登録する方がいるかもしれません。今までに登録した方だけに知らせるときは「now」を付けて承認し、そうでなければ時間帯の終わりから 61 分たつまでお待ちください。</translation>
    </message>
    <message>
        <source>Another notice is being approved at this moment. Please try again.</source>
        <translation>今、別のお知らせを承認しているところです。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The approval was cancelled.</source>
        <translation>承認を中止しました。</translation>
    </message>
    <message>
        <source>Please give the reason why nobody is notified.</source>
        <translation>通知しない理由を入力してください。</translation>
    </message>
    <message>
        <source>The number of infected people has to be from 1 to %L1.</source>
        <translation>感染者の人数は 1 から %L1 までで入力してください。</translation>
    </message>
    <message>
        <source>This account has not been given the office key yet. Please ask a colleague who holds it to grant it, then log in again.</source>
        <translation>このアカウントには、まだ事務局の鍵が渡されていません。鍵を持つ職員に頼んで渡してもらい、もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>An exercise cannot be mixed with real places. Please make two notices.</source>
        <translation>訓練用の施設と実際の施設を、1 件のお知らせにまとめることはできません。別々に作成してください。</translation>
    </message>
    <message>
        <source>Please say what the author should change.</source>
        <translation>直してほしい点を入力してください。</translation>
    </message>
    <message>
        <source>This draft was sent back. It can be approved once its author has submitted it again.</source>
        <translation>この下書きは差し戻されています。起案者がもう一度承認を依頼すると、承認できます。</translation>
    </message>
    <message>
        <source>The texts have been changed since you read them. Please read them again.</source>
        <translation>確認されたあとに文面が変更されました。もう一度お読みください。</translation>
    </message>
    <message>
        <source>This case stays below the thresholds for a notice. To approve it all the same, please give the reason.</source>
        <translation>この件は、お知らせの基準に達していません。それでも承認する場合は、理由を入力してください。</translation>
    </message>
    <message>
        <source>You need an account with the notices or approval role to count people.</source>
        <translation>人数を数えるには、お知らせまたは承認の役割を持つ職員のログインが必要です。</translation>
    </message>
</context>
<context>
    <name>NoticeHold</name>
    <message>
        <source>The text is no longer the one that was approved, so nothing leaves. Please cancel the notice and draft it again.</source>
        <translation>文面が承認されたものと異なるため、送信を止めています。このお知らせを取りやめて、作り直してください。</translation>
    </message>
    <message>
        <source>The mail relay refused many people in a row (%1), so that sending stopped. Please ask the relay&apos;s operator why, then resume and try the refused ones again.</source>
        <translation>メールサーバーが続けて多くの宛先を拒否したため（%1）、送信を止めました。メールサーバーの管理者に理由を確かめてから再開し、拒否された宛先へもう一度送ってください。</translation>
    </message>
    <message>
        <source>The database was restored from a backup, so that this notice may have been sent already. Please compare it with the relay&apos;s log, then resume or cancel it.</source>
        <translation>データベースがバックアップから復元されました。このお知らせはすでに送信されているかもしれません。メールサーバーの記録と照らし合わせてから、再開するか取りやめてください。</translation>
    </message>
</context>
<context>
    <name>NoticeQuestions</name>
    <message>
        <source>The people and the texts are fixed now. Nothing is sent before the next step.</source>
        <translation>承認すると、対象者と文面が確定します。次の「送信」に進むまで、メールは送信されません。</translation>
    </message>
    <message>
        <source>People can still register for this time. For those who come later, a follow-up is drafted, which needs an approval of its own.</source>
        <translation>この時間帯の登録はまだ続いています。このあと登録する方には、追加分のお知らせを自動で起案します。追加分は、別に承認します。</translation>
    </message>
    <message>
        <source>Approve notice</source>
        <translation>お知らせの承認</translation>
    </message>
    <message numerus="yes">
        <source>Approve this notice to %L1 people?</source>
        <translation>
            <numerusform>%L1 人へのこのお知らせを承認しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody would be told. Approve this notice all the same?</source>
        <translation>対象者はいません。それでもこのお知らせを承認しますか？</translation>
    </message>
    <message>
        <source>&amp;Approve now</source>
        <translation>今すぐ承認する(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>承認する(&amp;A)</translation>
    </message>
    <message>
        <source>Below the thresholds</source>
        <translation>基準に達していません</translation>
    </message>
    <message>
        <source>&amp;Why is this notice approved all the same?</source>
        <translation>それでも承認する理由(&amp;W)</translation>
    </message>
    <message>
        <source>The thresholds recommend no notice in this case. The reason stays on record; please name no person in it.</source>
        <translation>この件は、お知らせの基準に達していません。理由は記録に残ります。個人の名前は書かないでください。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>続ける(&amp;G)</translation>
    </message>
    <message>
        <source>For example: all close contacts are known. The reason stays on record; please name no person in it.</source>
        <translation>例：濃厚接触者がすべて分かっている。理由は記録に残るため、個人の名前は書かないでください。</translation>
    </message>
    <message>
        <source>Do not notify</source>
        <translation>通知しない決定</translation>
    </message>
    <message>
        <source>&amp;Why is nobody notified?</source>
        <translation>通知しない理由(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Do not notify</source>
        <translation>通知しないと決める(&amp;D)</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>&amp;What should the author change?</source>
        <translation>直してほしい点(&amp;W)</translation>
    </message>
    <message>
        <source>The notice becomes a draft again, with this remark.</source>
        <translation>お知らせは下書きに戻り、起案者にこの内容が表示されます。</translation>
    </message>
    <message>
        <source>&amp;Send back</source>
        <translation>差し戻す(&amp;S)</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>下書きの破棄</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>この下書きを破棄しますか？</translation>
    </message>
    <message>
        <source>It stays in the list as cancelled. To record why nobody is told, choose &quot;Do not notify&quot; instead.</source>
        <translation>一覧には「取りやめ」として残ります。知らせない理由を記録に残すときは、「通知しないと決める」を選んでください。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄する(&amp;D)</translation>
    </message>
    <message>
        <source>Send notice</source>
        <translation>お知らせの送信</translation>
    </message>
    <message numerus="yes">
        <source>Send the notice to %L1 people?</source>
        <translation>
            <numerusform>お知らせを %L1 人に送信しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>A mail that has left cannot be called back.</source>
        <translation>送信したメールは取り戻せません。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %L1 people</source>
        <translation>
            <numerusform>%L1 人に送信する(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel notice</source>
        <translation>お知らせの取りやめ</translation>
    </message>
    <message numerus="yes">
        <source>Cancel this notice for the %L1 people who wait?</source>
        <translation>
            <numerusform>まだ送信していない %L1 人へのお知らせを取りやめますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>What has not left yet never will, and its addresses are erased. What has left cannot be called back.</source>
        <translation>まだ送信していない分は送信せず、そのアドレスを消去します。送信した分は取り戻せません。</translation>
    </message>
    <message>
        <source>&amp;Cancel notice</source>
        <translation>取りやめる(&amp;C)</translation>
    </message>
    <message>
        <source>The thresholds recommend sending this notice.</source>
        <translation>基準では、このお知らせの送信を推奨しています。</translation>
    </message>
</context>
<context>
    <name>NoticeReportFile</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>お知らせの番号</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Yes: no real place was named, and every mail said so.</source>
        <translation>はい（実在しない施設が対象で、すべてのメールに「訓練」と表示）</translation>
    </message>
    <message>
        <source>Follow-up of notice</source>
        <translation>もとのお知らせ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Infected people of the case</source>
        <translation>感染者の人数</translation>
    </message>
    <message>
        <source>Recommended by the thresholds</source>
        <translation>基準による推奨</translation>
    </message>
    <message>
        <source>Approved all the same because</source>
        <translation>基準に満たない場合の承認理由</translation>
    </message>
    <message>
        <source>Reason on record</source>
        <translation>記録された理由</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>起案者</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Two persons</source>
        <translation>2 人での決裁</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Fingerprint of the texts</source>
        <translation>文面のハッシュ値</translation>
    </message>
    <message>
        <source>Places and times (Japan)</source>
        <translation>施設と時間（日本時間）</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1 終日</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a window of time</comment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>People to be told</source>
        <translation>対象者</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Could not be reached</source>
        <translation>届かなかった人</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>First mail</source>
        <translation>最初の送信</translation>
    </message>
    <message>
        <source>Last mail</source>
        <translation>最後の送信</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Mails an hour</source>
        <translation>1 時間あたりの送信数</translation>
    </message>
    <message>
        <source>Not reached, by kind</source>
        <translation>届かなかった理由の内訳</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kind of failure, relay&apos;s reply</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Who did what, when</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, and by whom</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Report of notice %1</source>
        <translation>お知らせ %1 送信報告書</translation>
    </message>
    <message>
        <source>This report holds numbers only: no address of anybody is in it.</source>
        <translation>この報告書にあるのは件数だけです。メールアドレスは含まれていません。</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>The report could not be written. Please check the free space.</source>
        <translation>報告書を書き込めませんでした。ディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>A report is a .pdf or a .csv file. Please choose such a name.</source>
        <translation>報告書は .pdf か .csv のファイルです。そのような名前を指定してください。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Please choose another folder, or check the free space.</source>
        <translation>ファイル %1 に書き込めません。別のフォルダーを選ぶか、ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>NoticeReportTexts</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date: d day, M or MMM month, yyyy year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>format of a date and a time of day</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>通知しない</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取りやめ</translation>
    </message>
    <message>
        <source>None: below the thresholds</source>
        <translation>なし（基準に達していません）</translation>
    </message>
    <message>
        <source>Consider sending</source>
        <translation>送信を検討</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>起案</translation>
    </message>
    <message>
        <source>Drafted by itself as a follow-up</source>
        <translation>追加分を自動で起案</translation>
    </message>
    <message>
        <source>Changed the texts</source>
        <translation>文面を変更</translation>
    </message>
    <message>
        <source>Submitted for approval</source>
        <translation>承認を依頼</translation>
    </message>
    <message>
        <source>Sent back to the author</source>
        <translation>起案者に差し戻し</translation>
    </message>
    <message>
        <source>Decided against the recommendation</source>
        <translation>基準とは異なる判断をした</translation>
    </message>
    <message>
        <source>Decided not to notify</source>
        <translation>お知らせしないと決定</translation>
    </message>
    <message>
        <source>Put into the queue</source>
        <translation>送信を開始</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Resumed, with another try for those who were refused</source>
        <translation>再開（拒否された宛先にもう一度送信）</translation>
    </message>
    <message>
        <source>Paused: the relay refused many in a row</source>
        <translation>一時停止（メールサーバーの拒否が続いたため）</translation>
    </message>
    <message>
        <source>Paused: the texts were no longer the approved ones</source>
        <translation>一時停止（文面が承認されたものと異なるため）</translation>
    </message>
    <message>
        <source>Paused: the database came from a backup</source>
        <translation>一時停止（データベースがバックアップから復元されたため）</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>システム</translation>
    </message>
</context>
<context>
    <name>NoticeSending</name>
    <message>
        <source>The time set for the notice is over. Please choose a later one.</source>
        <translation>指定した日時は過ぎています。これからの日時を選んでください。</translation>
    </message>
</context>
<context>
    <name>NoticeStore</name>
    <message>
        <source>Somebody else has changed this notice meanwhile. Please look at it again.</source>
        <translation>このお知らせは、その間に別の人が変更しました。もう一度内容を確認してください。</translation>
    </message>
    <message>
        <source>There is no such notice.</source>
        <translation>そのお知らせはありません。</translation>
    </message>
</context>
<context>
    <name>NoticeTextCheck</name>
    <message>
        <source>The character %1 controls how text is shown and may hide something. Please delete it.</source>
        <translation>文字 %1 は文章の見え方を変えるもので、何かを隠すおそれがあります。取り除いてください。</translation>
    </message>
    <message>
        <source>The character %1 cannot be seen. Please delete it unless it is meant.</source>
        <translation>文字 %1 は目に見えません。必要がなければ取り除いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a mail address. A notice never has one, so that a false notice can be told from it. Please take it out.</source>
        <translation>「%1」はメールアドレスのように見えます。偽のお知らせと見分けられるように、お知らせには決して書きません。取り除いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a link, or a phone makes one of it. A notice never has one. Please take it out, or put a space behind the full stop.</source>
        <translation>「%1」はリンクのように見えるか、電話機がリンクにします。お知らせには決して書きません。取り除くか、ピリオドの後ろに空白を入れてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a phone number. A notice never has one; people know the centre&apos;s number from elsewhere. Please take it out.</source>
        <translation>「%1」は電話番号のように見えます。お知らせには決して書きません。相談先の番号は、ほかのところで案内しています。取り除いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a facility of this notice. A notice never says where. Please take it out.</source>
        <translation>「%1」は、このお知らせの対象の施設の名前です。お知らせには場所を決して書きません。取り除いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of a registered facility. Please make sure that nobody takes it for the place of this notice.</source>
        <translation>「%1」は、登録されている施設の名前です。このお知らせの場所だと思われないか、確かめてください。</translation>
    </message>
    <message>
        <source>subject, character %1</source>
        <translation>件名 %1 文字目</translation>
    </message>
    <message>
        <source>line %1, character %2</source>
        <translation>%1 行目 %2 文字目</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a date or a time of day. A notice never says when, so that nobody can tell who was ill. Please take it out. A length of time is written like &quot;14日間&quot;.</source>
        <translation>「%1」は日付か時刻のように見えます。誰が感染したのか分からないように、お知らせには日時を決して書きません。取り除いてください。期間は「14日間」のように書きます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no placeholder, and would be sent as it stands. The placeholders are %2.</source>
        <translation>「%1」は差し込み項目ではないため、このまま送られてしまいます。使える差し込み項目は %2 です。</translation>
    </message>
    <message>
        <source>It comes from the settings, by way of {{%1}}.</source>
        <translation>これは設定にある言葉で、{{%1}} から差し込まれました。</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>There is no notice text &quot;%1&quot;.</source>
        <translation>お知らせの文面「%1」はありません。</translation>
    </message>
    <message>
        <source>Somebody else has changed this text meanwhile. Please copy what you have written, open the text anew and put it in there.</source>
        <translation>この文面は、ほかの人がその間に変えました。書いた内容を控えてから文面を開き直し、入れ直してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no language tag such as &quot;en&quot; or &quot;zh-Hant&quot;.</source>
        <translation>「%1」は「en」「zh-Hant」のような言語の記号ではありません。</translation>
    </message>
    <message>
        <source>The text in the language &quot;%1&quot; needs a subject and a body. Please write them, or take the language out.</source>
        <translation>言語「%1」の文面には件名と本文が必要です。書き入れるか、その言語を外してください。</translation>
    </message>
    <message>
        <source>The text in the language &quot;%1&quot; is too long: a subject may have %2 characters and a body %3.</source>
        <translation>言語「%1」の文面が長すぎます。件名は%2文字、本文は%3文字までです。</translation>
    </message>
    <message>
        <source>A notice needs a Japanese text: those whose language has none get it.</source>
        <translation>お知らせには日本語の文面が必要です。その言語の文面がない方に送られます。</translation>
    </message>
    <message>
        <source>A text&apos;s key has small letters a to z, digits and hyphens, 40 at most: &quot;measles&quot;.</source>
        <translation>文面のキーは、半角の小文字a～z、数字、ハイフンで40文字までです（例：measles）。</translation>
    </message>
    <message>
        <source>Please give the text a title of at most %1 characters.</source>
        <translation>文面の題名を%1文字以内で入れてください。</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>標準の文面</translation>
    </message>
    <message>
        <source>There is a text &quot;%1&quot; already.</source>
        <translation>文面「%1」はすでにあります。</translation>
    </message>
    <message>
        <source>The standard text cannot be deleted. It can be put back to what comes with the program.</source>
        <translation>標準の文面は削除できません。元の文面に戻すことはできます。</translation>
    </message>
    <message>
        <source>You need an account with the notices or administrator role to change the texts of notices.</source>
        <translation>お知らせの文面を変えるには、お知らせまたは管理者の役割を持つアカウントが必要です。</translation>
    </message>
</context>
<context>
    <name>NoticeThresholds</name>
    <message>
        <source>A threshold takes at least one infected person, and no more than %L1.</source>
        <translation>基準の感染者は 1 人以上、数はどれも %L1 以下で入力してください。</translation>
    </message>
    <message>
        <source>A threshold recommends &quot;send&quot; or &quot;consider&quot;.</source>
        <translation>基準の推奨は send か consider です。</translation>
    </message>
    <message>
        <source>There is no such threshold.</source>
        <translation>その基準はありません。</translation>
    </message>
    <message>
        <source>Somebody else has changed the thresholds meanwhile, so nothing was changed. Please look at them again; what you have entered is still there.</source>
        <translation>その間にほかの人が基準を変更したため、変更していません。基準をもう一度確かめてください。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>You need an account with the administrator or approval role to change the thresholds.</source>
        <translation>基準を変更できるのは、管理者か承認の役割を持つ職員です。</translation>
    </message>
</context>
<context>
    <name>NoticeWording</name>
    <message>
        <source>Only %1, who drafted this notice, can change its text.</source>
        <translation>このお知らせの文面を変えられるのは、下書きした%1さんだけです。</translation>
    </message>
    <message>
        <source>The texts of this notice are not those of its fingerprint: somebody has changed them in the database. Please discard it, draft it anew, and tell the administrator.</source>
        <translation>このお知らせの文面がハッシュ値と合いません。データベースの中で書き換えられています。この下書きを破棄して作り直し、管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The texts of this notice were changed in another window meanwhile, so nothing was saved. Please copy what you have written, close this window, and look at them again.</source>
        <translation>その間に別の画面でこのお知らせの文面が変更されたため、保存していません。書いた内容をコピーしてこの画面を閉じ、文面をもう一度確かめてください。</translation>
    </message>
</context>
<context>
    <name>OfficeKey</name>
    <message>
        <source>The office key has been changed since you logged in. Please lock the window and log in again.</source>
        <translation>ログインのあとで事務局の鍵が交換されました。画面をロックして、もう一度ログインしてください。</translation>
    </message>
</context>
<context>
    <name>OperatorDesk</name>
    <message>
        <source>This mailbox was given too often. Please try again in an hour.</source>
        <translation>このメールアドレスは何度も入力されています。1時間ほど待ってからお試しください。</translation>
    </message>
    <message>
        <source>This link has served already.</source>
        <translation>このリンクは、すでに使われています。</translation>
    </message>
    <message>
        <source>This link does not manage a place.</source>
        <translation>このリンクでは、施設の手続きはできません。</translation>
    </message>
    <message>
        <source>This link confirms no mailbox.</source>
        <translation>このリンクでは、メールアドレスを確認できません。</translation>
    </message>
</context>
<context>
    <name>PersonErasure</name>
    <message>
        <source>This was cancelled. What had been found by then is erased; please do it again to erase the rest.</source>
        <translation>取りやめました。それまでに見つかった登録は消去済みです。残りを消去するには、もう一度行ってください。</translation>
    </message>
    <message>
        <source>You need an account that holds the office key to find somebody&apos;s registrations: one with the notices or approval role.</source>
        <translation>登録を探すには、事務局の鍵を持つアカウント（お知らせまたは承認の役割）が必要です。</translation>
    </message>
</context>
<context>
    <name>PosterFile</name>
    <message>
        <source>The poster could not be written. Please check the free space.</source>
        <translation>ポスターを書き出せませんでした。ディスクの空きを確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>Posters of %n facilities</source>
        <translation>
            <numerusform>%n 施設のポスター</numerusform>
        </translation>
    </message>
    <message>
        <source>The posters could not be written. Please check the free space.</source>
        <translation>ポスターを書き出せませんでした。ディスクの空きを確認してください。</translation>
    </message>
    <message>
        <source>The poster could not be drawn. Please try again.</source>
        <translation>ポスターを描けませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>A poster is written as .pdf, .png or .svg. Please give the file one of these endings.</source>
        <translation>ポスターは .pdf、.png、.svg で書き出します。ファイル名の末尾をこのどれかにしてください。</translation>
    </message>
    <message>
        <source>No facility was chosen. Please choose at least one.</source>
        <translation>施設が選ばれていません。一つ以上選んでください。</translation>
    </message>
    <message>
        <source>A .png or .svg file holds one poster. Please choose one facility, or a .pdf file for all.</source>
        <translation>.png と .svg のファイルに入るポスターは 1 枚です。施設を一つだけ選ぶか、まとめて書き出すときは .pdf にしてください。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written here. Please choose another folder or name.</source>
        <translation>ファイル %1 をここに書き込めません。別のフォルダーか名前を選んでください。</translation>
    </message>
    <message>
        <source>The file %1 could not be finished. Please check the free space and try again.</source>
        <translation>ファイル %1 を最後まで書き込めませんでした。ディスクの空きを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The QR code could not be drawn. Please try again.</source>
        <translation>QRコードを描けませんでした。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>PosterJob</name>
    <message>
        <source>The posters could not be passed on page by page. Please check the printer or the free space, then try again.</source>
        <translation>ポスターを渡せませんでした。プリンターの状態か空き容量を確かめてから、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>PosterPrinter</name>
    <message>
        <source>The printer did not take the poster, so nothing was printed. Please check that the printer is on and connected, then print again.</source>
        <translation>プリンターがポスターを受け付けず、印刷されませんでした。プリンターの電源と接続を確認して、もう一度印刷してください。</translation>
    </message>
    <message>
        <source>This was cancelled; nothing was printed.</source>
        <translation>取りやめました。何も印刷していません。</translation>
    </message>
    <message numerus="yes">
        <source>This was cancelled, but %n sheets had gone to the printer before. Please delete the job there if you do not want them.</source>
        <translation>
            <numerusform>取りやめましたが、%n 枚はすでにプリンターへ送られています。不要な場合は、プリンター側で印刷ジョブを削除してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper that is set in the print dialog is too small for this layout, which takes %1 by %2 mm. Please choose other paper or another layout, then print again.</source>
        <translation>印刷画面で選んだ用紙は、このレイアウト（%1 × %2 mm）より小さいため印刷できません。別の用紙かレイアウトを選んで、もう一度印刷してください。</translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are being printed.</source>
        <translation>
            <numerusform>%n 施設のポスターを印刷しています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PosterProof</name>
    <message>
        <source>The code on the poster cannot be read reliably, so it was not handed out. Please set a shorter public address; if it is short already, try without a logo.</source>
        <translation>ポスターのQRコードを確実に読み取れないため、出力を取りやめました。公開用のアドレスを短く設定し直してください。すでに短い場合は、ロゴを外してお試しください。</translation>
    </message>
</context>
<context>
    <name>PosterSource</name>
    <message>
        <source>This was cancelled; no poster was made.</source>
        <translation>取りやめました。ポスターは作っていません。</translation>
    </message>
    <message>
        <source>All of these facilities are retired: they have no poster any more.</source>
        <translation>選んだ施設はすべて廃止されているため、ポスターはありません。</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>There is nothing to put into the QR code. Please give an address.</source>
        <translation>QRコードに入れる内容がありません。アドレスを指定してください。</translation>
    </message>
    <message>
        <source>The address is too long for a QR code. Please set a shorter public address.</source>
        <translation>アドレスが長すぎて、QRコードに入りません。公開アドレスを短く設定してください。</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>The notice that you have begun is not saved: its places would be lost.</source>
        <translation>作成中のお知らせは、まだ保存されていません。選んだ場所は失われます。</translation>
    </message>
    <message>
        <source>The web page closes: visitors and operators cannot register until Shirase runs again.</source>
        <translation>ウェブページが閉じます。次にしらせを起動するまで、来訪者も事業者も登録できません。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 mails wait. None is lost: they leave once Shirase runs again.</source>
        <translation>
            <numerusform>送信待ちのメールが %L1 通あります。失われることはなく、次にしらせを起動すると送信されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is under way is cancelled. What of it was finished stays.</source>
        <translation>実行中の作業は取りやめます。終わった分はそのまま残ります。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Quit Shirase?</source>
        <translation>しらせを終了しますか？</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了する(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>RecipientList</name>
    <message>
        <source>Counting was cancelled.</source>
        <translation>集計を中止しました。</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>The printer did not take the recovery sheet, so nothing was printed. Please check that the printer is on and connected, then print again.</source>
        <translation>プリンターが復旧シートを受け付けなかったため、印刷されていません。プリンターの電源と接続を確かめてから、もう一度印刷してください。</translation>
    </message>
    <message>
        <source>zero one two three four five six seven eight nine Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu</source>
        <comment>how 0 to 9 and A B C D E F G H J K M N P Q R S T V W X Y Z are said over the phone, one word for each</comment>
        <translation>ゼロ いち に さん よん ご ろく なな はち きゅう エー ビー シー ディー イー エフ ジー エイチ ジェイ ケー エム エヌ ピー キュー アール エス ティー ブイ ダブリュー エックス ワイ ゼット</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧シート</translation>
    </message>
    <message>
        <source>Made on %1 by %2</source>
        <translation>%1 に %2 が作成</translation>
    </message>
    <message>
        <source>Keep this sheet in a safe. Whoever has it can open every address that this system keeps.</source>
        <translation>このシートは金庫に保管してください。これを持つ人は、このシステムが預かるすべてのアドレスを読むことができます。</translation>
    </message>
    <message>
        <source>The same code, for a scanner</source>
        <translation>同じコード（読み取り用）</translation>
    </message>
    <message>
        <source>The code is stored nowhere: without this sheet and without a password, registrations cannot be opened, and nobody can be told.</source>
        <translation>このコードはどこにも保存されていません。このシートもパスワードもなくなると、登録を開くことができず、誰にもお知らせできなくなります。</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>印刷日</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>保管場所</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>The file %1 cannot be written here. Please choose another folder or name, and check the free space.</source>
        <translation>ファイル %1 をここに書き込めません。別のフォルダーか名前を選び、空き容量を確かめてください。</translation>
    </message>
    <message>
        <source>If it may have been seen or copied, please make a new one: among the staff in Shirase, or by:</source>
        <translation>人に見られたり写されたりしたおそれがあるときは、しらせの「職員」か、次のコマンドで新しいコードを作ってください：</translation>
    </message>
    <message>
        <source>It is needed when nobody who may send notices can log in any more, because every password is lost.</source>
        <translation>すべてのパスワードが失われ、お知らせを送れる人が誰もログインできなくなったときに使います。</translation>
    </message>
    <message>
        <source>An account gets a new password with it where Shirase asks for the log-in (&quot;Forgot password&quot;), or by:</source>
        <translation>ログイン画面の「パスワードを忘れたとき」か、次のコマンドで、アカウントに新しいパスワードを付けます：</translation>
    </message>
    <message>
        <source>The code works only once, and a new sheet takes its place. Backups from before open only with this one: please make a new backup, then destroy it.</source>
        <translation>一度使うと無効になり、新しいシートに替わります。それまでのバックアップは、このシートでしか開けません。新しくバックアップを取ってから、このシートを破棄してください。</translation>
    </message>
</context>
<context>
    <name>RelatedService</name>
    <message>
        <source>item %1 needs a &quot;url&quot; that begins with https://.</source>
        <translation>%1番目の項目に、https://で始まる「url」が必要です。</translation>
    </message>
</context>
<context>
    <name>RelayTexts</name>
    <message>
        <source>The mail relay&apos;s address is not of the form smtp://host:port or smtps://host:port. Please correct it in the settings.</source>
        <translation>メールサーバーのアドレスが、smtp://ホスト:ポート または smtps://ホスト:ポート の形になっていません。設定を直してください。</translation>
    </message>
    <message>
        <source>The mail relay&apos;s name is not known. Please check the relay&apos;s address in the settings and the network.</source>
        <translation>メールサーバーの名前が見つかりません。設定にあるアドレスと、ネットワークを確かめてください。</translation>
    </message>
    <message>
        <source>Nothing answers at the mail relay&apos;s address. Please check its host and port in the settings, and that it runs.</source>
        <translation>メールサーバーのアドレスから応答がありません。設定のホスト名とポート、サーバーが動いているかを確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay offers no encryption, so that nothing was sent. Please ask its operator for STARTTLS, or use smtps://.</source>
        <translation>メールサーバーが暗号化に対応していないため、何も送りませんでした。サーバーの管理者に STARTTLS の設定を頼むか、smtps:// を使ってください。</translation>
    </message>
    <message>
        <source>The mail relay&apos;s certificate is not trusted or is not for its name, so that nothing was sent. Please correct the relay&apos;s name in the settings, or have its certificate authority added to this computer&apos;s.</source>
        <translation>メールサーバーの証明書が信頼できないか、名前と合っていないため、何も送りませんでした。設定にあるサーバーの名前を直すか、その認証局をこのコンピューターに登録してもらってください。</translation>
    </message>
    <message>
        <source>This computer&apos;s certificate authorities cannot be read, so that nothing was sent. Please have its administrator mend that.</source>
        <translation>このコンピューターの認証局の一覧を読み込めないため、何も送りませんでした。コンピューターの管理者に相談してください。</translation>
    </message>
    <message>
        <source>No encrypted connection to the mail relay could be made, so that nothing was sent. Please check whether its port takes smtps://, or smtp:// with STARTTLS.</source>
        <translation>メールサーバーと暗号化した接続ができなかったため、何も送りませんでした。そのポートが smtps:// か、smtp:// と STARTTLS かを確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay did not answer in time.</source>
        <translation>メールサーバーが時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The connection to the mail relay broke.</source>
        <translation>メールサーバーとの接続が切れました。</translation>
    </message>
    <message>
        <source>The mail relay refuses the log-in. Please check the user name and the password.</source>
        <translation>メールサーバーにログインできませんでした。ユーザー名とパスワードを確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay refuses the log-in (%1). Please check the user name and the password.</source>
        <translation>メールサーバーにログインできませんでした（%1）。ユーザー名とパスワードを確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay asks for a log-in (%1). Please check the user name and the password.</source>
        <translation>メールサーバーがログインを求めています（%1）。ユーザー名とパスワードを確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay closed the connection for now (%1).</source>
        <translation>メールサーバーが、いったん接続を閉じました（%1）。</translation>
    </message>
    <message>
        <source>The mail relay refuses our sender address (%1). Please check the envelope sender in the settings.</source>
        <translation>メールサーバーが、差出人のアドレスを受け付けません（%1）。設定にあるエンベロープの差出人を確かめてください。</translation>
    </message>
    <message>
        <source>The mail relay is not ready (%1).</source>
        <translation>メールサーバーの準備ができていません（%1）。</translation>
    </message>
    <message>
        <source>The connection to the mail relay broke before it confirmed the mail; the mail may arrive twice.</source>
        <translation>メールサーバーが受け付けを知らせる前に、接続が切れました。メールが二重に届くことがあります。</translation>
    </message>
    <message>
        <source>The mail could not be written into the folder (%1). Please make the folder writable and see that there is room, or choose another one with the setting mail.folder.</source>
        <translation>メールをフォルダーに書き込めませんでした（%1）。書き込めるようにして空き容量を確かめるか、設定 mail.folder で別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The mail&apos;s envelope holds a character that SMTP does not allow; it was not sent.</source>
        <translation>宛先または差出人に、SMTP で使えない文字が含まれているため、送りませんでした。</translation>
    </message>
    <message>
        <source>The mail is in the folder.</source>
        <translation>メールをフォルダーに書き込みました。</translation>
    </message>
    <message>
        <source>The mail relay has taken the mail.</source>
        <translation>メールサーバーがメールを受け付けました。</translation>
    </message>
    <message>
        <source>The mail relay does not take the recipient now (%1).</source>
        <translation>メールサーバーが、今はこの宛先を受け付けません（%1）。</translation>
    </message>
    <message>
        <source>The mail relay does not take the mail now (%1).</source>
        <translation>メールサーバーが、今はこのメールを受け付けません（%1）。</translation>
    </message>
    <message>
        <source>The mail relay refuses the recipient (%1).</source>
        <translation>メールサーバーが、この宛先を拒みました（%1）。</translation>
    </message>
    <message>
        <source>The mail relay refuses the mail (%1).</source>
        <translation>メールサーバーが、このメールを拒みました（%1）。</translation>
    </message>
    <message>
        <source>The mail was not sent yet, as the database did not answer in time.</source>
        <translation>データベースの応答が間に合わなかったため、このメールはまだ送信していません。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>The folder %1 is not empty. Please choose an empty one, so that nothing is overwritten.</source>
        <translation>フォルダー %1 は空ではありません。上書きを防ぐため、空のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Please check the disk.</source>
        <translation>フォルダー %1 に書き込めません。ディスクをご確認ください。</translation>
    </message>
</context>
<context>
    <name>RestoreGuard</name>
    <message>
        <source>This draft came back from a backup. Before you submit it again, please make sure that it has not been sent since.</source>
        <translation>この下書きはバックアップから戻りました。もう一度提出する前に、その後に送信されていないことをご確認ください。</translation>
    </message>
</context>
<context>
    <name>SealedBox</name>
    <message>
        <source>A sealed record cannot be opened.</source>
        <translation>封をした記録を開けません。</translation>
    </message>
</context>
<context>
    <name>SealedFile</name>
    <message>
        <source>%1 is damaged: it was changed or cut off after it was written. Please take another copy of it, or an older backup.</source>
        <translation>%1 は壊れています。作成後に変更されたか、途中で切れています。別の写しか、以前のバックアップをお使いください。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Please check the disk.</source>
        <translation>%1 を読み取れません。ディスクをご確認ください。</translation>
    </message>
    <message>
        <source>%1 is no backup and no key file of Shirase.</source>
        <translation>%1 はしらせのバックアップでも鍵ファイルでもありません。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Shirase. Please update Shirase first.</source>
        <translation>%1 は新しい版のしらせで作成されました。先にしらせを更新してください。</translation>
    </message>
    <message>
        <source>%1 is sealed to another office key.</source>
        <translation>%1 は別の事務局の鍵で封じられています。</translation>
    </message>
    <message>
        <source>The recovery code does not open %1. Please give the code of the recovery sheet that was valid when it was written.</source>
        <translation>この復旧コードでは %1 を開けません。作成された時に有効だった復旧シートのコードを指定してください。</translation>
    </message>
</context>
<context>
    <name>ServerKey</name>
    <message>
        <source>There is no server key %1. Please run the set-up first.</source>
        <translation>サーバーの鍵 %1 がありません。先に初期設定を行ってください。</translation>
    </message>
    <message>
        <source>Others may read the server key %1. Please set its permissions to 0600.</source>
        <translation>サーバーの鍵 %1 を、ほかの利用者が読めるようになっています。アクセス権を 0600 にしてください。</translation>
    </message>
    <message>
        <source>The server key %1 cannot be read.</source>
        <translation>サーバーの鍵 %1 を読み込めません。</translation>
    </message>
    <message>
        <source>%1 is not a server key.</source>
        <translation>%1 はサーバーの鍵ではありません。</translation>
    </message>
    <message>
        <source>There is a server key %1 already.</source>
        <translation>サーバーの鍵 %1 はすでにあります。</translation>
    </message>
    <message>
        <source>The server key %1 cannot be written.</source>
        <translation>サーバーの鍵 %1 を書き込めません。</translation>
    </message>
</context>
<context>
    <name>ServiceLog</name>
    <message>
        <source>All is well again. It was: %1</source>
        <translation>問題は解消しました。内容：%1</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>The folder %1 holds a Shirase already.</source>
        <translation>フォルダー %1 には、すでにしらせのデータがあります。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Please check the folder&apos;s permissions and the free space.</source>
        <translation>ファイル %1 を書き込めません。フォルダーの権限と空き容量を確かめてください。</translation>
    </message>
    <message>
        <source>The folder %1 holds a database without its server key. Please put the file server.key there, or choose another folder.</source>
        <translation>フォルダー %1 には、サーバーの鍵がないデータベースがあります。ファイル server.key をそこに置くか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Another program is setting up the folder %1 at this moment.</source>
        <translation>別のプログラムが、フォルダー %1 を設定しているところです。</translation>
    </message>
</context>
<context>
    <name>SettingCheck</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>please give a number from %1 to %2.</source>
        <translation>%1 から %2 までの数を指定してください。</translation>
    </message>
    <message>
        <source>please give an address such as %1.</source>
        <translation>%1 のようなアドレスを指定してください。</translation>
    </message>
    <message>
        <source>an address carries no user name and no password here.</source>
        <translation>ここのアドレスには、ユーザー名とパスワードを入れないでください。</translation>
    </message>
    <message>
        <source>please give one line.</source>
        <translation>1 行で指定してください。</translation>
    </message>
    <message>
        <source>please give one of: %1.</source>
        <translation>次のどれかを指定してください：%1。</translation>
    </message>
    <message>
        <source>please give an IP address and a port, such as 127.0.0.1:8080.</source>
        <translation>127.0.0.1:8080 のように、IP アドレスとポートを指定してください。</translation>
    </message>
    <message>
        <source>please give a mail address.</source>
        <translation>メールアドレスを指定してください。</translation>
    </message>
    <message>
        <source>please give hours such as 21-8, or none.</source>
        <translation>21-8 のような時間帯か、none を指定してください。</translation>
    </message>
    <message>
        <source>please give a colour such as #0a3b8c that stands out on white.</source>
        <translation>#0a3b8c のように、白の上ではっきり見える色を指定してください。</translation>
    </message>
    <message>
        <source>on white, %1 has a contrast of %2 to 1, which is hard to read. Please give a darker colour: at least %3 to 1.</source>
        <translation>%1 は白地に対するコントラストが %2 対 1 で、読みにくくなります。%3 対 1 以上になる、もっと濃い色を指定してください。</translation>
    </message>
    <message>
        <source>%1 is none of the languages that there are: %2.</source>
        <translation>%1 は使える言語ではありません。使えるのは %2 です。</translation>
    </message>
    <message>
        <source>Japanese, &quot;ja&quot;, has to be among them.</source>
        <translation>日本語（ja）は必ず含めてください。</translation>
    </message>
    <message>
        <source>%1 is no name of a computer, such as shirase.example.jp (without http:// and port).</source>
        <translation>%1 はコンピューターの名前ではありません。shirase.example.jp のように、http:// とポートを付けずに指定してください。</translation>
    </message>
    <message>
        <source>%1 is no IP address or network, such as 192.0.2.1 or 192.0.2.0/24.</source>
        <translation>%1 は IP アドレスでもネットワークでもありません。192.0.2.1 や 192.0.2.0/24 のように指定してください。</translation>
    </message>
    <message>
        <source>please give a value.</source>
        <translation>値を入力してください。</translation>
    </message>
</context>
<context>
    <name>SettingDesk</name>
    <message>
        <source>Only an administrator may change settings.</source>
        <translation>設定を変更できるのは管理者だけです。</translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>&amp;Organisation</source>
        <translation>組織の名前(&amp;O)</translation>
    </message>
    <message>
        <source>Name of the s&amp;ystem</source>
        <translation>システムの名前(&amp;Y)</translation>
    </message>
    <message>
        <source>D&amp;isease</source>
        <translation>感染症の名前(&amp;I)</translation>
    </message>
    <message>
        <source>Consultation &amp;centre</source>
        <translation>相談窓口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Phone of the centre</source>
        <translation>相談窓口の電話(&amp;P)</translation>
    </message>
    <message>
        <source>Contac&amp;t for the system</source>
        <translation>システムの問い合わせ先(&amp;T)</translation>
    </message>
    <message>
        <source>Phone of the co&amp;ntact</source>
        <translation>問い合わせ先の電話(&amp;N)</translation>
    </message>
    <message>
        <source>Accent colo&amp;ur</source>
        <translation>基調色(&amp;U)</translation>
    </message>
    <message>
        <source>On posters and pages, with white text on it: it has to be dark enough to read.</source>
        <translation>ポスターとページで使います。白い文字を載せるため、読めるだけの濃さが必要です。</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>ロゴ(&amp;L)</translation>
    </message>
    <message>
        <source>On posters. PNG or SVG, at most 200 kB.</source>
        <translation>ポスターに載せます。PNG または SVG、200 kB 以内です。</translation>
    </message>
    <message>
        <source>&amp;News</source>
        <translation>お知らせ欄(&amp;N)</translation>
    </message>
    <message>
        <source>The newest comes first. Languages without a text of their own show the Japanese one.</source>
        <translation>新しいものから順に表示します。文章のない言語では、日本語を表示します。</translation>
    </message>
    <message>
        <source>&amp;Related services</source>
        <translation>関連サービス(&amp;R)</translation>
    </message>
    <message>
        <source>Other services that the home page explains and links to.</source>
        <translation>ホームページで紹介し、リンクを張るほかのサービスです。</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>In which languages visitors can read pages and mails.</source>
        <translation>来訪者と事業者がページとメールを読める言語です。</translation>
    </message>
    <message>
        <source>&amp;Public address</source>
        <translation>公開アドレス(&amp;P)</translation>
    </message>
    <message>
        <source>Where visitors reach the pages; it is in every QR code, so posters are printed anew when it changes. Empty: the address below.</source>
        <translation>来訪者がページを開くアドレスです。すべての QR コードに入っているため、変更したときはポスターを印刷し直します。空欄のときは、下のアドレスです。</translation>
    </message>
    <message>
        <source>&amp;Listen at</source>
        <translation>待ち受けるアドレス(&amp;L)</translation>
    </message>
    <message>
        <source>IP address and port of the web server: 127.0.0.1:8080 behind a proxy on this computer, 0.0.0.0:443 for every network.</source>
        <translation>ウェブサーバーの IP アドレスとポートです。同じコンピューターのプロキシの後ろでは 127.0.0.1:8080、すべてのネットワークで受けるときは 0.0.0.0:443 などとします。</translation>
    </message>
    <message>
        <source>Further &amp;names</source>
        <translation>ほかのホスト名(&amp;N)</translation>
    </message>
    <message>
        <source>Other names by which the pages may be asked for, separated by spaces. Requests for any other name are refused.</source>
        <translation>ページを開けるほかのホスト名を、空白で区切って指定します。これ以外の名前での接続は断ります。</translation>
    </message>
    <message>
        <source>&amp;Trusted proxies</source>
        <translation>信頼するプロキシ(&amp;T)</translation>
    </message>
    <message>
        <source>IP addresses or networks of the proxies in front of the web server, so that limits count visitors and not the proxy.</source>
        <translation>ウェブサーバーの前にあるプロキシの IP アドレスまたはネットワークです。制限をプロキシではなく来訪者ごとに数えるために使います。</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>証明書(&amp;C)</translation>
    </message>
    <message>
        <source>PEM file with the server&apos;s certificate and its issuers&apos;. Empty where a proxy speaks HTTPS. A renewed file is noticed by itself.</source>
        <translation>サーバーの証明書と発行者の証明書を含む PEM ファイルです。プロキシが HTTPS を受け持つときは空欄にします。更新したファイルは自動で読み込みます。</translation>
    </message>
    <message>
        <source>&amp;Key of the certificate</source>
        <translation>証明書の鍵(&amp;K)</translation>
    </message>
    <message>
        <source>Mail &amp;goes</source>
        <translation>メールの送り方(&amp;G)</translation>
    </message>
    <message>
        <source>Mail &amp;relay</source>
        <translation>メールサーバー(&amp;R)</translation>
    </message>
    <message>
        <source>smtps://HOST:465 or smtp://HOST:587. The way there is always encrypted, unless the relay is on this computer.</source>
        <translation>smtps://ホスト:465 または smtp://ホスト:587。同じコンピューターのサーバーを除き、通信は必ず暗号化します。</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>ユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>Empty where the relay asks for no log-in.</source>
        <translation>ログインが要らないサーバーでは空欄にします。</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Kept in a file that only this account can read.</source>
        <translation>このコンピューターの利用者だけが読めるファイルに保存します。</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>フォルダー(&amp;O)</translation>
    </message>
    <message>
        <source>Where mail is put as .eml files. Empty: the folder &quot;mail&quot; beside the data.</source>
        <translation>メールを .eml ファイルとして書き込む場所です。空欄のときは、データと同じ場所の「mail」フォルダーです。</translation>
    </message>
    <message>
        <source>Se&amp;nder</source>
        <translation>差出人(&amp;N)</translation>
    </message>
    <message>
        <source>Posters and pages name its domain, so that visitors let its mail through.</source>
        <translation>このドメインをポスターとページに載せ、受信を許可していただきます。</translation>
    </message>
    <message>
        <source>Repl&amp;ies to</source>
        <translation>返信先(&amp;I)</translation>
    </message>
    <message>
        <source>Empty: to the sender.</source>
        <translation>空欄のときは差出人です。</translation>
    </message>
    <message>
        <source>&amp;Bounces to</source>
        <translation>不達の通知先(&amp;B)</translation>
    </message>
    <message>
        <source>The envelope sender: where relays report mail that cannot be delivered. Empty: to the sender.</source>
        <translation>エンベロープの差出人です。届かなかったメールの通知が送られます。空欄のときは差出人です。</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>同時接続数(&amp;C)</translation>
    </message>
    <message>
        <source>To the relay at the same time.</source>
        <translation>メールサーバーに同時につなぐ数です。</translation>
    </message>
    <message>
        <source>Mails per &amp;minute and domain</source>
        <translation>ドメインごとの毎分の通数(&amp;M)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>A second &amp;person approves</source>
        <translation>別の職員による承認(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>送信しない時間帯(&amp;Q)</translation>
    </message>
    <message>
        <source>Notices per ho&amp;ur</source>
        <translation>お知らせの毎時の通数(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Registrations</source>
        <translation>来訪者の登録(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Contacts of retired facilities</source>
        <translation>廃止した施設の連絡先(&amp;C)</translation>
    </message>
    <message>
        <source>For&amp;ms per minute from one network</source>
        <translation>一つのネットワークからの毎分の登録数(&amp;M)</translation>
    </message>
    <message>
        <source>An IPv4 address or an IPv6 /64. Many phones of one carrier may share an address.</source>
        <translation>IPv4 アドレスまたは IPv6 の /64 ごとに数えます。同じ通信会社のスマートフォンが一つのアドレスを共有することがあります。</translation>
    </message>
    <message>
        <source>&amp;Confirmations per hour to one address</source>
        <translation>一つのアドレスへの毎時の確認メール数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;People per scan</source>
        <translation>一度の読み取りで登録できる人数(&amp;P)</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>データベース(&amp;B)</translation>
    </message>
    <message>
        <source>Va&amp;ult</source>
        <translation>鍵の保管庫(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password file of their account</source>
        <translation>データベースのパスワードファイル(&amp;P)</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>ホームページ</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>ウェブサーバー</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>What the visitors&apos; home page shows besides its fixed parts.</source>
        <translation>来訪者向けホームページに、決まった内容のほかに表示するものです。</translation>
    </message>
    <message>
        <source>How visitors reach the pages.</source>
        <translation>来訪者がページを開く経路です。</translation>
    </message>
    <message>
        <source>How long personal information is kept. The erasure runs by itself every day.</source>
        <translation>個人情報を保存する期間です。消去は毎日自動で行います。</translation>
    </message>
    <message>
        <source>Where registrations and keys are kept. This cannot be changed here, as the data would stay behind; &quot;shirasectl&quot; moves them.</source>
        <translation>登録と鍵を保管する場所です。データが取り残されないよう、ここでは変更できません。移すときは shirasectl を使います。</translation>
    </message>
    <message>
        <source>to a mail relay</source>
        <translation>メールサーバーへ送る</translation>
    </message>
    <message>
        <source>into a folder, for trying things out</source>
        <translation>フォルダーに書き込む（お試し用）</translation>
    </message>
    <message>
        <source>always</source>
        <translation>いつも必要</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>as soon as two people may</source>
        <translation>承認できる職員が二人以上いれば必要</translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation>自動ロックまでの時間(&amp;L)</translation>
    </message>
    <message>
        <source>Folder of the &amp;backups</source>
        <translation>バックアップのフォルダー(&amp;B)</translation>
    </message>
    <message>
        <source>On another disk or another computer. Empty: no backup is made by itself.</source>
        <translation>別のディスクか別のコンピューターにします。空欄のときは、自動のバックアップを行いません。</translation>
    </message>
    <message>
        <source>File of the &amp;keys</source>
        <translation>鍵のファイル(&amp;K)</translation>
    </message>
    <message>
        <source>On a medium of its own, never beside the backups: together the two give every address.</source>
        <translation>バックアップとは別の媒体に置きます。二つがそろうと、すべてのアドレスを読めてしまいます。</translation>
    </message>
    <message>
        <source>A backup ever&amp;y</source>
        <translation>バックアップの間隔(&amp;Y)</translation>
    </message>
    <message>
        <source>Kep&amp;t for</source>
        <translation>保存する期間(&amp;T)</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n か月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Who runs this system; shown on pages, posters and mails.</source>
        <translation>このシステムを運営する組織です。ページ、ポスター、メールに表示されます。</translation>
    </message>
    <message>
        <source>The disease that notices are about. Another disease is another system: please do not change it while registrations are kept.</source>
        <translation>お知らせの対象となる感染症です。登録が残っている間は変更しないでください。別の感染症には別のシステムを用意します。</translation>
    </message>
    <message>
        <source>Where people can turn after a notice.</source>
        <translation>お知らせを受け取った方が相談する窓口です。</translation>
    </message>
    <message>
        <source>Who answers questions about the system itself.</source>
        <translation>システムそのものについての問い合わせ先です。</translation>
    </message>
    <message>
        <source>How much the carriers accept.</source>
        <translation>携帯電話会社などが受け付けられる数です。</translation>
    </message>
    <message>
        <source>Protects people from a notice sent by mistake. A change is recorded, and never applies to a notice that has already been drafted.</source>
        <translation>誤ったお知らせが送られるのを防ぎます。変更は記録に残り、すでに下書きのあるお知らせには及びません。</translation>
    </message>
    <message>
        <source>No notice is sent in these hours (Japanese time). Confirmations always are.</source>
        <translation>この時間帯（日本時間）には、お知らせを送りません。登録の確認メールはいつでも送ります。</translation>
    </message>
    <message>
        <source>How many calls the consultation centre can take: people call it after a notice.</source>
        <translation>お知らせを受け取った方は相談窓口に電話します。窓口が応じられる数にしてください。</translation>
    </message>
    <message>
        <source>Erased this many calendar months after the visit. Pages and mails say so: a longer time does not apply to people who have already registered.</source>
        <translation>来訪からこの月数が過ぎると消去します。ページとメールでそう約束しているため、長くしても、すでに登録した方には及びません。</translation>
    </message>
    <message>
        <source>Erased this many calendar months after a facility was retired.</source>
        <translation>施設を廃止してからこの月数が過ぎると消去します。</translation>
    </message>
    <message>
        <source>Further registrations still count.</source>
        <translation>超えても登録は有効です。</translation>
    </message>
    <message>
        <source>People who register with one phone, such as a family.</source>
        <translation>家族など、一台の電話で登録する人数です。</translation>
    </message>
    <message>
        <source>Who runs this system, and for which disease.</source>
        <translation>誰のシステムか、何についてお知らせするかを決めます。</translation>
    </message>
    <message>
        <source>How confirmations, posters and notices are sent.</source>
        <translation>確認メール、ポスター、お知らせの送り方です。</translation>
    </message>
    <message>
        <source>Rules for every notice.</source>
        <translation>すべてのお知らせに共通する決まりです。</translation>
    </message>
    <message>
        <source>Protects the pages from floods of requests.</source>
        <translation>大量の接続からページを守るための制限です。</translation>
    </message>
    <message>
        <source>A window that nobody uses for this long is locked, and what was typed there is lost.</source>
        <translation>この時間使われなかった画面は自動でロックされ、入力中の内容は失われます。</translation>
    </message>
    <message>
        <source>&amp;Warn after</source>
        <translation>警告するまでの期間(&amp;W)</translation>
    </message>
    <message>
        <source>Without a backup for this long.</source>
        <translation>この期間バックアップがないときに警告します。</translation>
    </message>
    <message>
        <source>Rules for everybody who logs in.</source>
        <translation>ログインするすべての職員に共通する決まりです。</translation>
    </message>
    <message>
        <source>What can be restored when a disk is lost.</source>
        <translation>ディスクの故障などに備える設定です。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file %1 cannot be read.</source>
        <translation>設定ファイル %1 を読み込めません。</translation>
    </message>
    <message>
        <source>Line %1 of the settings file %2 is not understood. Please correct or remove it.</source>
        <translation>設定ファイル %2 の %1 行目が正しくありません。直すか、取り除いてください。</translation>
    </message>
    <message>
        <source>Line %1 of the settings file %2 is not understood. %3</source>
        <translation>設定ファイル %2 の %1 行目が正しくありません。%3</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;. The command &quot;config list&quot; names them all.</source>
        <translation>「%1」という設定はありません。設定の一覧は「config list」で表示できます。</translation>
    </message>
    <message>
        <source>The database is not open.</source>
        <translation>データベースが開かれていません。</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>設定ファイル %1 に書き込めません。</translation>
    </message>
    <message>
        <source>%1 has been changed by somebody else meanwhile. Please look at the new value, and decide again.</source>
        <translation>%1 は、その間に別の職員が変更しました。新しい値を確かめてから、もう一度決めてください。</translation>
    </message>
    <message>
        <source>%1 What was read before stays in force; the next start would fail.</source>
        <translation>%1 前に読み込んだ設定で動いていますが、このままでは次の起動に失敗します。</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>The password has to have at least %1 characters.</source>
        <translation>パスワードは %1 文字以上にしてください。</translation>
    </message>
    <message>
        <source>This Shirase is not set up yet. Please run the set-up first.</source>
        <translation>しらせの初期設定がまだです。先に初期設定を行ってください。</translation>
    </message>
    <message>
        <source>This Shirase is set up already.</source>
        <translation>しらせの初期設定は、すでに済んでいます。</translation>
    </message>
    <message>
        <source>Please give the account a name of 1 to 100 characters.</source>
        <translation>アカウントの名前を 1 文字以上 100 文字以内で指定してください。</translation>
    </message>
    <message>
        <source>There is an account with this name already.</source>
        <translation>この名前のアカウントは、すでにあります。</translation>
    </message>
    <message>
        <source>This account is disabled. Please ask an administrator.</source>
        <translation>このアカウントは無効になっています。管理者に相談してください。</translation>
    </message>
    <message>
        <source>There is no account &quot;%1&quot;.</source>
        <translation>「%1」というアカウントはありません。</translation>
    </message>
    <message>
        <source>The password has just been changed elsewhere. Please try again.</source>
        <translation>パスワードが、たった今ほかの場所で変更されました。もう一度試してください。</translation>
    </message>
    <message>
        <source>Only an administrator may manage accounts.</source>
        <translation>アカウントを扱えるのは管理者だけです。</translation>
    </message>
    <message>
        <source>This account is disabled already.</source>
        <translation>このアカウントは、すでに無効です。</translation>
    </message>
    <message>
        <source>This is the last administrator: without one, nobody could manage accounts any more. Please make somebody else administrator first.</source>
        <translation>最後の管理者です。管理者がいなくなると、誰もアカウントを扱えません。先に、ほかの職員を管理者にしてください。</translation>
    </message>
    <message>
        <source>This is the last account that holds the office key: without one, nobody could send notices any more. Please give somebody else the notices or approval role first.</source>
        <translation>事務局の鍵を持つ最後のアカウントです。いなくなると、誰もお知らせを送れません。先に、ほかの職員にお知らせまたは承認の役割を与えてください。</translation>
    </message>
    <message>
        <source>To grant the office key you have to hold it yourself: please ask a colleague who does.</source>
        <translation>事務局の鍵を渡せるのは、鍵を持つ職員だけです。鍵を持つ職員に頼んでください。</translation>
    </message>
    <message>
        <source>Only the notices and approval roles need the office key. Please give the account one of them first.</source>
        <translation>事務局の鍵が必要なのは、お知らせと承認の役割だけです。先に、どちらかの役割を与えてください。</translation>
    </message>
    <message>
        <source>This account holds the office key already.</source>
        <translation>このアカウントは、すでに事務局の鍵を持っています。</translation>
    </message>
    <message>
        <source>This is not the recovery code of this Shirase, or it has been used before. Please take the newest recovery sheet.</source>
        <translation>このしらせの復旧コードではないか、すでに使われたものです。最も新しい復旧シートを使ってください。</translation>
    </message>
    <message>
        <source>This name has characters that nobody can see. Please type it anew.</source>
        <translation>この名前には、目に見えない文字が含まれています。お手数ですが、入力し直してください。</translation>
    </message>
    <message>
        <source>The audit log names others like that: operators, or the system itself. Please choose another name.</source>
        <translation>この名前は、記録の中で事業者やシステム自身を表すために使われています。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is the account &quot;%1&quot; already, which looks the same. Please choose a name that nobody takes for it.</source>
        <translation>見た目が同じアカウント「%1」がすでにあります。取り違えのおそれがない名前にしてください。</translation>
    </message>
    <message>
        <source>This account is not disabled.</source>
        <translation>このアカウントは無効になっていません。</translation>
    </message>
    <message>
        <source>This account can log in: there is no pause to end.</source>
        <translation>このアカウントはログインできる状態です。解除する一時停止はありません。</translation>
    </message>
    <message>
        <source>Only an administrator who holds the office key can make a new recovery sheet.</source>
        <translation>復旧シートを作り直せるのは、事務局の鍵を持つ管理者だけです。</translation>
    </message>
    <message>
        <source>Somebody else has changed the roles of this account meanwhile, so nothing was changed. Please open them anew, and decide again.</source>
        <translation>ほかの職員がこのアカウントの役割を先に変更したため、何も変更していません。役割の画面を開き直して、改めてお決めください。</translation>
    </message>
    <message>
        <source>The new recovery sheet may not be valid: please keep both sheets, and make another one soon. %1</source>
        <translation>新しい復旧シートは有効になっていないおそれがあります。新旧両方のシートを保管し、早めにもう一度作り直してください。%1</translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message>
        <source>The table &quot;%1&quot; did not arrive as it was. Nothing has been changed; please report this.</source>
        <translation>表「%1」が正しく届きませんでした。何も変更されていません。開発者にお知らせください。</translation>
    </message>
</context>
<context>
    <name>TestMails</name>
    <message>
        <source>Test mail from Shirase</source>
        <translation>しらせからのテストメール</translation>
    </message>
    <message>
        <source>This mail shows that Shirase can send. It needs no answer.</source>
        <translation>しらせからメールを送信できることを確かめるためのメールです。返信の必要はありません。</translation>
    </message>
    <message>
        <source>The test was ended before the mail was taken.</source>
        <translation>メールが受け付けられる前に、テストを終えました。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date: d day, M or MMM month, yyyy year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>format of a date and a time of day</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1 終日</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a window of time</comment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店舗</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Public facility</source>
        <translation>公共施設</translation>
    </message>
    <message>
        <source>In use</source>
        <comment>a facility</comment>
        <translation>利用中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <comment>a facility</comment>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>a facility</comment>
        <translation>廃止</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>a notice</comment>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <comment>a notice</comment>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>a notice</comment>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>a notice</comment>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a notice</comment>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>a notice</comment>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Withheld</source>
        <comment>a notice</comment>
        <translation>通知しない</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>a notice</comment>
        <translation>取りやめ</translation>
    </message>
    <message numerus="yes">
        <source>%L1 people</source>
        <translation>
            <numerusform>%L1 人</numerusform>
        </translation>
    </message>
    <message>
        <source>[Exercise] %1</source>
        <comment>name of a facility</comment>
        <translation>【訓練】%1</translation>
    </message>
    <message>
        <source>None</source>
        <comment>a recommendation</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Consider</source>
        <comment>a recommendation</comment>
        <translation>検討</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>a recommendation</comment>
        <translation>送信</translation>
    </message>
    <message>
        <source>administrator</source>
        <comment>a role</comment>
        <translation>管理者</translation>
    </message>
    <message>
        <source>facilities</source>
        <comment>a role</comment>
        <translation>施設</translation>
    </message>
    <message>
        <source>notices</source>
        <comment>a role</comment>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>approval</source>
        <comment>a role</comment>
        <translation>承認</translation>
    </message>
    <message>
        <source>audit</source>
        <comment>a role</comment>
        <translation>監査</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a date without its year</comment>
        <translation>M/d</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>a time of day</comment>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <comment>a time of day</comment>
        <translation>昨日 %1</translation>
    </message>
</context>
<context>
    <name>TlsFiles</name>
    <message>
        <source>The certificate file %1 cannot be read. Please check the setting web.tls_certificate, and that this account may read the file.</source>
        <translation>証明書のファイル %1 を読み込めません。設定 web.tls_certificate と、このアカウントがファイルを読めることをお確かめください。</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate. Please name a PEM file with the server&apos;s certificate first and its issuers&apos; after it in the setting web.tls_certificate.</source>
        <translation>ファイル %1 に証明書がありません。サーバーの証明書、発行者の証明書の順に並んだPEMファイルを、設定 web.tls_certificate に指定してください。</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read. Please check the setting web.tls_key, and that this account may read the file.</source>
        <translation>鍵のファイル %1 を読み込めません。設定 web.tls_key と、このアカウントがファイルを読めることをお確かめください。</translation>
    </message>
    <message>
        <source>The file %1 holds no key that can be used. Please name a PEM file with an EC or RSA key without a password in the setting web.tls_key.</source>
        <translation>ファイル %1 に使える鍵がありません。パスワードのないECまたはRSAの鍵のPEMファイルを、設定 web.tls_key に指定してください。</translation>
    </message>
    <message>
        <source>The certificate in %1 ran out on %2, and phones refuse pages that come with it. Please renew it.</source>
        <translation>%1 の証明書は %2 に期限が切れており、スマートフォンではページを開けません。証明書を更新してください。</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2. Please check the certificate, and the clock of this computer.</source>
        <translation>%1 の証明書は %2 になるまで有効ではありません。証明書と、このコンピューターの時計をお確かめください。</translation>
    </message>
    <message>
        <source>Qt finds no TLS library on this system. Please install OpenSSL, or empty the settings web.tls_certificate and web.tls_key.</source>
        <translation>このシステムにTLSのライブラリーが見つかりません。OpenSSLをインストールするか、設定 web.tls_certificate と web.tls_key を空にしてください。</translation>
    </message>
    <message>
        <source>The key in %1 does not belong to the certificate in %2. Please check the settings web.tls_key and web.tls_certificate.</source>
        <translation>%1 の鍵は、%2 の証明書のものではありません。設定 web.tls_key と web.tls_certificate をお確かめください。</translation>
    </message>
    <message>
        <source>TLS takes both settings, web.tls_certificate and web.tls_key. Please set the missing one, or empty the other.</source>
        <translation>TLSには設定 web.tls_certificate と web.tls_key の両方が必要です。足りないほうを設定するか、もう一方を空にしてください。</translation>
    </message>
</context>
<context>
    <name>WebChecks</name>
    <message numerus="yes">
        <source>The certificate runs out on %1, in %n days. Please renew it soon.</source>
        <translation>
            <numerusform>証明書の期限は %1 で、あと %n 日です。早めに更新してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate is good until %1.</source>
        <translation>証明書は %1 まで有効です。</translation>
    </message>
    <message>
        <source>The certificate there has run out, and phones refuse pages that come with it. Please renew it.</source>
        <translation>そこにある証明書は期限が切れているため、スマートフォンではページを開けません。更新してください。</translation>
    </message>
    <message>
        <source>The certificate there is not trusted, or not for this name, and phones refuse pages that come with it. Please correct it.</source>
        <translation>そこにある証明書は信頼できないか、名前が合っていないため、スマートフォンではページを開けません。証明書を直してください。</translation>
    </message>
    <message>
        <source>The name in %1 is not known. Please check the address, and whether the name is registered.</source>
        <translation>%1 の名前が見つかりません。アドレスと、名前が登録されているかを確かめてください。</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Please check the address, and whether the web server or the proxy in front of it runs.</source>
        <translation>%1 から応答がありません。アドレスと、ウェブサーバーやその前のプロキシが動いているかを確かめてください。</translation>
    </message>
    <message>
        <source>%1 did not answer within 10 seconds. Please check the address and the network.</source>
        <translation>%1 から 10 秒以内に応答がありませんでした。アドレスとネットワークを確かめてください。</translation>
    </message>
    <message>
        <source>%1 could not be reached. Please check the address and the network.</source>
        <translation>%1 に接続できませんでした。アドレスとネットワークを確かめてください。</translation>
    </message>
    <message>
        <source>%1 answers, but registrations cannot be stored there at present.</source>
        <translation>%1 は応答していますが、今は登録を保存できません。</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is not Shirase. Please check the address, the allowed hosts and the proxy.</source>
        <translation>%1 から応答がありますが、しらせではありません。アドレス、許可するホスト名、プロキシを確かめてください。</translation>
    </message>
    <message>
        <source>It answered with HTTP status %1.</source>
        <translation>HTTP の状態コードは %1 でした。</translation>
    </message>
    <message>
        <source>Visitors reach Shirase at %1.</source>
        <translation>%1 でしらせを開けます。</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Please end that program, or choose another port.</source>
        <translation>ポート %1 は別のプログラムが使っています。そのプログラムを終了するか、別のポートを選んでください。</translation>
    </message>
    <message>
        <source>This account may not open port %1. Please choose a port of 1024 or more, and put a proxy in front of it.</source>
        <translation>この利用者ではポート %1 を開けません。1024 以上のポートを選び、前にプロキシを置いてください。</translation>
    </message>
    <message>
        <source>This computer does not have the address %1. Please choose one of its own, or 127.0.0.1 for a proxy on this computer.</source>
        <translation>このコンピューターには %1 というアドレスがありません。このコンピューターのアドレスを選ぶか、同じコンピューターのプロキシ用に 127.0.0.1 としてください。</translation>
    </message>
    <message>
        <source>Nothing can listen at port %1. Please check the address and the network.</source>
        <translation>ポート %1 で待ち受けられません。アドレスとネットワークを確かめてください。</translation>
    </message>
    <message>
        <source>%1 is no address to listen at. Please give an IP address and a port, such as 127.0.0.1:8080.</source>
        <translation>%1 では接続を待ち受けられません。127.0.0.1:8080 のように、IP アドレスとポートを指定してください。</translation>
    </message>
    <message>
        <source>Port %1 is free.</source>
        <translation>ポート %1 は空いています。</translation>
    </message>
    <message>
        <source>Shirase has no certificate of its own: it speaks plain HTTP. A proxy in front of it has to speak HTTPS.</source>
        <translation>しらせ自身の証明書はなく、暗号化しない HTTP で応答します。前に置くプロキシが HTTPS を受け持つ必要があります。</translation>
    </message>
</context>
<context>
    <name>WebHost</name>
    <message>
        <source>%1 is no address to listen at. Please give an IP address and a port, such as 127.0.0.1:8080.</source>
        <translation>%1 では接続を待ち受けられません。127.0.0.1:8080 のように、IP アドレスとポートを指定してください。</translation>
    </message>
    <message>
        <source>%1 The certificate that was read before stays in use.</source>
        <translation>%1前に読み込んだ証明書を引き続き使います。</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>ファイル %1 を読み込めません。</translation>
    </message>
    <message>
        <source>The account that does it.</source>
        <translation>この操作を行う職員の名前。</translation>
    </message>
    <message>
        <source>A file whose first line is its password.</source>
        <translation>1 行目にその職員のパスワードを書いたファイル。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;. The command &quot;config list&quot; names them all.</source>
        <translation>「%1」という設定はありません。設定の一覧は「config list」で表示できます。</translation>
    </message>
    <message>
        <source>Shows a setting.</source>
        <translation>設定を表示します。</translation>
    </message>
    <message>
        <source>Changes a setting.</source>
        <translation>設定を変更します。</translation>
    </message>
    <message>
        <source>Shows all settings.</source>
        <translation>すべての設定を表示します。</translation>
    </message>
    <message>
        <source>--as-of: please give a day such as 2026-11-21.</source>
        <translation>--as-of：2026-11-21 のような日付を指定してください。</translation>
    </message>
    <message>
        <source>Erases what is older than the retention.</source>
        <translation>保管期間を過ぎたものを消去します。</translation>
    </message>
    <message>
        <source>Only counts.</source>
        <translation>数えるだけで、消去しません。</translation>
    </message>
    <message>
        <source>%1 is no facility code: please compare it with the poster.</source>
        <translation>%1 は施設のコードではありません。ポスターと見比べてください。</translation>
    </message>
    <message>
        <source>The kinds are: store, event, facility.</source>
        <translation>種類は store、event、facility のどれかです。</translation>
    </message>
    <message>
        <source>--grace: please give a number of days from 0 to 365.</source>
        <translation>--grace：0 から 365 までの日数を指定してください。</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>%1 行目、%2：%3</translation>
    </message>
    <message>
        <source>Nothing was imported. Please correct these rows.</source>
        <translation>何も取り込みませんでした。これらの行を直してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n facilities</source>
        <translation>
            <numerusform>%n 施設</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>ファイル %1 に書き込めません。</translation>
    </message>
    <message>
        <source>Adds a facility and prints its code.</source>
        <translation>施設を登録し、コードを表示します。</translation>
    </message>
    <message>
        <source>Mails the poster to the contact.</source>
        <translation>ポスターを担当者にメールで送ります。</translation>
    </message>
    <message>
        <source>Lists the facilities.</source>
        <translation>施設の一覧を表示します。</translation>
    </message>
    <message>
        <source>Shows a facility.</source>
        <translation>施設の内容を表示します。</translation>
    </message>
    <message>
        <source>Takes a facility out of use for a while.</source>
        <translation>施設を一時的に停止します。</translation>
    </message>
    <message>
        <source>Takes a facility into use again.</source>
        <translation>停止した施設を再開します。</translation>
    </message>
    <message>
        <source>Takes a facility out of use for good.</source>
        <translation>施設を廃止します。元に戻せません。</translation>
    </message>
    <message>
        <source>Gives a facility a new code.</source>
        <translation>施設のコードを再発行します。</translation>
    </message>
    <message>
        <source>For how many days the old code still works (default: 0).</source>
        <translation>古いコードを使える日数（指定しなければ 0）。</translation>
    </message>
    <message>
        <source>Adds the facilities of a CSV file.</source>
        <translation>CSV ファイルの施設を登録します。</translation>
    </message>
    <message>
        <source>Only checks the file.</source>
        <translation>ファイルを確認するだけで、登録しません。</translation>
    </message>
    <message>
        <source>Mails each poster to its contact.</source>
        <translation>それぞれのポスターを担当者にメールで送ります。</translation>
    </message>
    <message>
        <source>Writes all facilities to a CSV file.</source>
        <translation>すべての施設を CSV ファイルに書き出します。</translation>
    </message>
    <message>
        <source>The test mail could not be sent: %1</source>
        <translation>テストメールを送信できませんでした：%1</translation>
    </message>
    <message>
        <source>The test mail was accepted.</source>
        <translation>テストメールは受け付けられました。</translation>
    </message>
    <message>
        <source>%1 waiting, %2 failed</source>
        <translation>送信待ち %1、失敗 %2</translation>
    </message>
    <message>
        <source>The oldest waits since %1.</source>
        <translation>最も古いものは %1 から待っています。</translation>
    </message>
    <message>
        <source>Sends a test mail.</source>
        <translation>テストメールを送信します。</translation>
    </message>
    <message>
        <source>Shows how the mail queue stands.</source>
        <translation>送信状況を表示します。</translation>
    </message>
    <message>
        <source>&quot;shirasectl --help&quot; lists the commands.</source>
        <translation>「shirasectl --help」でコマンドの一覧を表示できます。</translation>
    </message>
    <message>
        <source>Usage: shirasectl --data DIR [--json] COMMAND</source>
        <translation>使い方：shirasectl --data DIR [--json] COMMAND</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; needs --%2.</source>
        <translation>コマンド「%1」には --%2 が必要です。</translation>
    </message>
    <message>
        <source>The command is used like this: %1</source>
        <translation>このコマンドの使い方：%1</translation>
    </message>
    <message>
        <source>The option %1 is not understood here.</source>
        <translation>オプション %1 はここでは使えません。</translation>
    </message>
    <message>
        <source>Please give a command.</source>
        <translation>コマンドを指定してください。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>「%1」というコマンドはありません。</translation>
    </message>
    <message>
        <source>Please give the folder of the data: --data DIR.</source>
        <translation>データのフォルダーを --data DIR で指定してください。</translation>
    </message>
    <message>
        <source>The command ran, but its output could not be written. Please see that there is room where it goes.</source>
        <translation>コマンドは実行されましたが、結果を書き出せませんでした。出力先に空きがあるかをご確認ください。</translation>
    </message>
    <message>
        <source>The system gives no secure random numbers.</source>
        <translation>このコンピューターから安全な乱数を得られないため、起動できません。</translation>
    </message>
    <message>
        <source>%1 is no number of a notice.</source>
        <translation>%1 はお知らせの番号ではありません。</translation>
    </message>
    <message>
        <source>%1 is no target: please give CODE@2026-11-21 or CODE@2026-11-21T18:00/2026-11-22T02:00.</source>
        <translation>%1 は対象の書き方ではありません。CODE@2026-11-21 か CODE@2026-11-21T18:00/2026-11-22T02:00 のように指定してください。</translation>
    </message>
    <message>
        <source>notice %1: %2, %3 recipients, %4 sent, %5 failed, %6 waiting</source>
        <translation>お知らせ %1：%2、対象 %3 人、送信済み %4、失敗 %5、送信待ち %6</translation>
    </message>
    <message>
        <source>--at: please give a Japanese time such as 2026-11-21T18:00.</source>
        <translation>--at：2026-11-21T18:00 のような日本時間を指定してください。</translation>
    </message>
    <message>
        <source>Freezes the recipients and the text of a notice.</source>
        <translation>お知らせを承認し、対象者と文面を確定します。</translation>
    </message>
    <message>
        <source>Even though people can still register for its window.</source>
        <translation>対象の時間帯にまだ登録がありうるときも、今すぐ承認します。</translation>
    </message>
    <message>
        <source>Decides not to notify.</source>
        <translation>通知しないと決めます。</translation>
    </message>
    <message>
        <source>Why nobody is notified.</source>
        <translation>通知しない理由。</translation>
    </message>
    <message>
        <source>Drafts a notice and prints its number.</source>
        <translation>お知らせを下書きし、番号を表示します。</translation>
    </message>
    <message>
        <source>A facility and its day or window, Japanese time; may be given several times.</source>
        <translation>施設と、その日または時間帯（日本時間）。何度でも指定できます。</translation>
    </message>
    <message>
        <source>Which text to send.</source>
        <translation>送信する文面。</translation>
    </message>
    <message>
        <source>Sends an approved notice.</source>
        <translation>承認済みのお知らせを送信します。</translation>
    </message>
    <message>
        <source>When, in Japanese time (default: now).</source>
        <translation>送信する日本時間（指定しなければ今すぐ）。</translation>
    </message>
    <message>
        <source>Waits until all are sent, and delivers if nobody else does.</source>
        <translation>すべて送信されるまで待ちます。ほかに送信するプロセスがなければ、自分で送信します。</translation>
    </message>
    <message>
        <source>Pauses the sending.</source>
        <translation>送信を一時停止します。</translation>
    </message>
    <message>
        <source>Goes on with the sending.</source>
        <translation>送信を再開します。</translation>
    </message>
    <message>
        <source>Ends the sending for good.</source>
        <translation>送信を取りやめます。元に戻せません。</translation>
    </message>
    <message>
        <source>Shows how the sending stands.</source>
        <translation>送信の進み具合を表示します。</translation>
    </message>
    <message>
        <source>Lists the notices, the newest first.</source>
        <translation>お知らせの一覧を、新しい順に表示します。</translation>
    </message>
    <message>
        <source>Paints posters into a file.</source>
        <translation>ポスターをファイルに書き出します。</translation>
    </message>
    <message>
        <source>The layout.</source>
        <translation>レイアウト。</translation>
    </message>
    <message>
        <source>The file: .pdf, .png or .svg.</source>
        <translation>書き出すファイル（.pdf、.png、.svg）。</translation>
    </message>
    <message>
        <source>Runs the web server and delivers mail, until SIGTERM.</source>
        <translation>ウェブサーバーを動かし、メールを送信します。SIGTERM で終わります。</translation>
    </message>
    <message>
        <source>Where to listen (default: the setting web.listen); port 0 picks one.</source>
        <translation>待ち受けるアドレス（指定しなければ設定 web.listen）。ポート 0 なら空いているポートを使います。</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>復旧コード：%1</translation>
    </message>
    <message>
        <source>Print it and lock it away. It is stored nowhere, and it is the only way back if every password is lost.</source>
        <translation>印刷して、鍵のかかる場所に保管してください。どこにも保存されません。すべてのパスワードを失ったときの、唯一の手段です。</translation>
    </message>
    <message>
        <source>First start: makes the keys, the databases and the first account.</source>
        <translation>初期設定：鍵、データベース、最初のアカウントを作ります。</translation>
    </message>
    <message>
        <source>The name of the first account.</source>
        <translation>最初のアカウントの名前。</translation>
    </message>
    <message>
        <source>Where the database is (default: SQLite in DIR).</source>
        <translation>データベースの場所（指定しなければ DIR の SQLite）。</translation>
    </message>
    <message>
        <source>Where the vault is (default: SQLite in DIR).</source>
        <translation>鍵の保管庫の場所（指定しなければ DIR の SQLite）。</translation>
    </message>
    <message>
        <source>A file whose first line is the new password.</source>
        <translation>1 行目に新しいパスワードを書いたファイル。</translation>
    </message>
    <message>
        <source>The roles are: administrator, facilities, notices, approval, audit.</source>
        <translation>役割は administrator、facilities、notices、approval、audit のどれかです。</translation>
    </message>
    <message>
        <source>Adds an account.</source>
        <translation>職員のアカウントを追加します。</translation>
    </message>
    <message>
        <source>A role; may be given several times.</source>
        <translation>役割。何度でも指定できます。</translation>
    </message>
    <message>
        <source>Lists the accounts.</source>
        <translation>職員のアカウントの一覧を表示します。</translation>
    </message>
    <message>
        <source>The file %1 is not written in UTF-8. Please save it as UTF-8.</source>
        <translation>ファイル %1 の文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。</translation>
    </message>
    <message>
        <source>The file %1 has to begin with the subject in one line and an empty line, and then to give the text.</source>
        <translation>ファイル %1 は、1 行目に件名、2 行目は空行、その後に本文という形で書いてください。</translation>
    </message>
    <message>
        <source>Checks that a notice&apos;s text has no link, phone number, mail address, date or facility&apos;s name.</source>
        <translation>お知らせの文面に、リンク、電話番号、メールアドレス、日付、施設の名前がないことを確認します。</translation>
    </message>
    <message>
        <source>A facility of the notice; may be given several times.</source>
        <translation>お知らせの対象の施設。何度でも指定できます。</translation>
    </message>
    <message>
        <source>Good: %1</source>
        <translation>良好：%1</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>要対応：%1</translation>
    </message>
    <message>
        <source>Looks for what is wrong, and says what to do.</source>
        <translation>問題がないか点検し、どうすればよいかを示します。</translation>
    </message>
    <message>
        <source>Also whether the mail server answers.</source>
        <translation>メールサーバーが応答するかも調べます。</translation>
    </message>
    <message>
        <source>A place made up for drills: its page says so.</source>
        <translation>訓練用の施設にします（登録ページに「訓練」と表示します）。</translation>
    </message>
    <message numerus="yes">
        <source>%n held since the database was restored from a backup: &quot;mail release&quot; sends them, &quot;mail discard&quot; gives them up.</source>
        <translation>
            <numerusform>バックアップからの復元後、%n 件を止めています。「mail release」で送信し、「mail discard」で取りやめます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sends what is held since the database was restored from a backup.</source>
        <translation>バックアップからの復元後に止めているメールを送信します。</translation>
    </message>
    <message>
        <source>Gives up what is held since the database was restored from a backup.</source>
        <translation>バックアップからの復元後に止めているメールを取りやめます。</translation>
    </message>
    <message>
        <source>Please give two numbers, and then &quot;send&quot; or &quot;consider&quot;.</source>
        <translation>数を 2 つ、続けて send か consider を指定してください。</translation>
    </message>
    <message>
        <source>Counts who would be told.</source>
        <translation>対象となる人数を数えます。</translation>
    </message>
    <message>
        <source>Writes the report of a notice, without addresses.</source>
        <translation>お知らせの報告書を書き出します（メールアドレスは含みません）。</translation>
    </message>
    <message>
        <source>The file, as its ending says.</source>
        <translation>書き出すファイル（拡張子で形式が決まります）。</translation>
    </message>
    <message>
        <source>Recommends this from so many infected people and registrations on.</source>
        <translation>感染者と登録者の数による基準を設定します。</translation>
    </message>
    <message>
        <source>Removes a threshold.</source>
        <translation>基準を削除します。</translation>
    </message>
    <message>
        <source>Why, where the thresholds recommend nothing.</source>
        <translation>基準に達しない場合の承認の理由。</translation>
    </message>
    <message>
        <source>Gives a submitted notice back to its author.</source>
        <translation>承認依頼中のお知らせを起案者に差し戻します。</translation>
    </message>
    <message>
        <source>What the author should change.</source>
        <translation>起案者に直してほしい点。</translation>
    </message>
    <message>
        <source>Tries those again whom the relay has refused.</source>
        <translation>メールサーバーに拒否された宛先へもう一度送ります。</translation>
    </message>
    <message>
        <source>How many infected people the case has (default: 1).</source>
        <translation>この件の感染者の人数（指定がなければ 1）。</translation>
    </message>
    <message>
        <source>Puts a draft before the approver.</source>
        <translation>下書きの承認を依頼します。</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; has no language &quot;%2&quot;.</source>
        <translation>文面「%1」に言語「%2」はありません。</translation>
    </message>
    <message>
        <source>The language of the text.</source>
        <translation>文面の言語。</translation>
    </message>
    <message>
        <source>The language in which the settings fill placeholders; every rule holds in every language.</source>
        <translation>差し込み項目を埋める言語。決まりはどの言語でも同じです。</translation>
    </message>
    <message>
        <source>Lists the texts of notices.</source>
        <translation>お知らせの文面の一覧を表示します。</translation>
    </message>
    <message>
        <source>Prints a text of notices, in the form of a file.</source>
        <translation>お知らせの文面を、ファイルの形で表示します。</translation>
    </message>
    <message>
        <source>Writes one language of a text of notices; a new key makes a new text.</source>
        <translation>お知らせの文面の一つの言語を書き換えます。新しいキーなら新しい文面になります。</translation>
    </message>
    <message>
        <source>What staff see.</source>
        <translation>職員に見える題名。</translation>
    </message>
    <message>
        <source>Deletes a text of notices; the standard text goes back to what comes with the program.</source>
        <translation>お知らせの文面を削除します。標準の文面は、付属のものに戻ります。</translation>
    </message>
    <message>
        <source>%1 cannot count or approve yet: somebody who holds the office key has to grant it with &quot;staff grant&quot;.</source>
        <translation>%1 は、まだ人数の確認や承認ができません。事務局の鍵を持つ職員が「staff grant」で鍵を渡す必要があります。</translation>
    </message>
    <message>
        <source>The office key is changed as soon as somebody who holds it logs in.</source>
        <translation>事務局の鍵は、鍵を持つ職員が次にログインしたときに交換されます。</translation>
    </message>
    <message>
        <source>Print it and lock it away in place of the old one, which opens only backups from before.</source>
        <translation>印刷し、古いものと取り替えて金庫に保管してください。古いコードで開けるのは、これまでのバックアップだけです。</translation>
    </message>
    <message>
        <source>waits for the office key</source>
        <translation>事務局の鍵を待っています</translation>
    </message>
    <message>
        <source>Gives an account these roles and no others.</source>
        <translation>アカウントの役割を、ここに挙げたものだけにします。</translation>
    </message>
    <message>
        <source>Grants the office key to an account that waits for it.</source>
        <translation>鍵を待つアカウントに、事務局の鍵を渡します。</translation>
    </message>
    <message>
        <source>Closes an account, and changes the office key if it held that.</source>
        <translation>アカウントを無効にします。事務局の鍵を持っていたときは、鍵も交換します。</translation>
    </message>
    <message>
        <source>Changes a password: one&apos;s own, as an administrator (--as), or by the recovery sheet.</source>
        <translation>パスワードを変更します。本人、管理者（--as）、または復旧シートで行います。</translation>
    </message>
    <message>
        <source>A file whose first line is the recovery code.</source>
        <translation>一行目に復旧コードを書いたファイル。</translation>
    </message>
    <message>
        <source>A file whose first line is the password of the database&apos;s account.</source>
        <translation>1行目にデータベースのアカウントのパスワードを書いたファイル。</translation>
    </message>
    <message>
        <source>The server key is in %1. Whoever has it reads what waits to be sent: carry it yourself, and delete it there.</source>
        <translation>サーバーの鍵を %1 に書き出しました。この鍵があれば、送信待ちのメールを読むことができます。ご自身で運び、使い終わったら削除してください。</translation>
    </message>
    <message>
        <source>This server works on the same data now.</source>
        <translation>このサーバーは同じデータで動くようになりました。</translation>
    </message>
    <message>
        <source>What stands in shirase.conf is each machine&apos;s own: please set web.public_url here as on the others, as it is in every poster and link that this one makes, and mail.password_file.</source>
        <translation>shirase.conf の設定は、機器ごとのものです。この機器が作るポスターとリンクに入る web.public_url を、ほかの機器と同じに設定してください。mail.password_file も必要です。</translation>
    </message>
    <message>
        <source>Copies the server key for one more server on the same data.</source>
        <translation>同じデータで動くサーバーをもう一台加えるために、サーバーの鍵を書き出します。</translation>
    </message>
    <message>
        <source>Instead of a first start: makes DIR one more server on the data of another.</source>
        <translation>初期設定の代わりに、DIRを別のサーバーと同じデータで動くサーバーにします。</translation>
    </message>
    <message>
        <source>Backup of %1: %2 (%3 bytes). Its keys are in %4: keep that on another medium, and only its newest state.</source>
        <translation>%1 のバックアップ：%2（%3 バイト）。鍵は %4 にあります。鍵は別の媒体に、最新のものだけを保管してください。</translation>
    </message>
    <message>
        <source>The file %1 holds no recovery code.</source>
        <translation>ファイル %1 に復旧コードがありません。</translation>
    </message>
    <message>
        <source>The office key has been changed since the backup was made, so that no account opens addresses now. Please give an administrator a new password with &quot;staff passwd NAME --recovery-file&quot;, look through the accounts, and grant the key to the others with &quot;staff grant&quot;.</source>
        <translation>バックアップの後に事務局の鍵が変わっているため、今はどのアカウントもアドレスを開けません。「staff passwd NAME --recovery-file」で管理者のパスワードを新しくし、アカウントを見直してから、「staff grant」で他の職員に鍵を渡してください。</translation>
    </message>
    <message>
        <source>The record of actions had been changed before the backup was made: entry %1.</source>
        <translation>操作の記録が、バックアップの前に変更されていました（%1 番）。</translation>
    </message>
    <message>
        <source>This server has a new key. Please renew the recovery sheet now that its code was typed: &quot;staff recovery-code&quot;.</source>
        <translation>このサーバーの鍵は新しくなりました。復旧コードを入力したので、「staff recovery-code」で復旧シートを新しくしてください。</translation>
    </message>
    <message>
        <source>Makes a backup while everything goes on; what opens addresses goes to a key file of its own, which is replaced each time.</source>
        <translation>動かしたままバックアップを作成します。アドレスを開くための鍵は別の鍵ファイルに入り、毎回置き換わります。</translation>
    </message>
    <message>
        <source>The key file.</source>
        <translation>鍵ファイル。</translation>
    </message>
    <message>
        <source>Makes DIR, which has to be empty, of a backup and its key file.</source>
        <translation>バックアップと鍵ファイルから、空の DIR に復元します。</translation>
    </message>
    <message>
        <source>A file with the recovery sheet&apos;s code; where the sheet was renewed between the two files, with both codes.</source>
        <translation>復旧シートのコードが入ったファイル。二つのファイルの間にシートを新しくした場合は、両方のコード。</translation>
    </message>
    <message>
        <source>Only reads everything, and says what it is.</source>
        <translation>全体を読んで、内容を示すだけにします。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>There are no old databases in this folder.</source>
        <translation>このフォルダーに古いデータベースはありません。</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>取り除きました：%1</translation>
    </message>
    <message>
        <source>%1 rows of %2 tables are moved, and were read back as they were.</source>
        <translation>%2 個の表の %1 行を移し、同じ内容を読み戻せました。</translation>
    </message>
    <message>
        <source>The old databases are as they were, and are no longer used. Erasure does not reach them: once all is well, remove them (files in this folder with &quot;move --remove-old&quot;).</source>
        <translation>古いデータベースは元のまま残っていますが、もう使われず、消去も及びません。問題がなければ取り除いてください（このフォルダーのファイルは「move --remove-old」で）。</translation>
    </message>
    <message>
        <source>Moves the data to other databases, as from SQLite to PostgreSQL or back; the old ones stay as they are.</source>
        <translation>データを別のデータベースに移します（SQLite から PostgreSQL へ、またはその逆）。古いものはそのまま残ります。</translation>
    </message>
    <message>
        <source>Instead: removes the files of SQLite in DIR that are no longer used.</source>
        <translation>代わりに、DIR にある使われなくなった SQLite のファイルを取り除きます。</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>%1 で待ち受けています</translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation>種類。</translation>
    </message>
    <message>
        <source>Its name, as visitors see it.</source>
        <translation>来訪者に見える名称。</translation>
    </message>
    <message>
        <source>Whom to ask for; of an event also its organiser.</source>
        <translation>担当者の氏名。イベントでは主催者も。</translation>
    </message>
    <message>
        <source>The mailbox that gets poster and code.</source>
        <translation>ポスターとコードを受け取るメールアドレス。</translation>
    </message>
    <message>
        <source>The contact&apos;s phone number.</source>
        <translation>担当者の電話番号。</translation>
    </message>
    <message>
        <source>The postal code, 7 digits.</source>
        <translation>郵便番号（7 桁）。</translation>
    </message>
    <message>
        <source>The address, with the prefecture.</source>
        <translation>都道府県からの住所。</translation>
    </message>
    <message>
        <source>An event&apos;s first day, as in 2026-11-21.</source>
        <translation>イベントの初日。例：2026-11-21</translation>
    </message>
    <message>
        <source>An event&apos;s last day.</source>
        <translation>イベントの最終日。</translation>
    </message>
    <message>
        <source>If it is right, &quot;shirasectl erase --as-of %1&quot; confirms it.</source>
        <translation>正しければ、「shirasectl erase --as-of %1」で確認できます。</translation>
    </message>
    <message>
        <source>The file %1 has to hold one mail address.</source>
        <translation>ファイル %1 には、メールアドレスを一つだけ書いてください。</translation>
    </message>
    <message>
        <source>Nothing is kept of this address.</source>
        <translation>このアドレスの登録はありません。</translation>
    </message>
    <message>
        <source>As if it were this day; today&apos;s date confirms a clock that is doubted.</source>
        <translation>この日とみなします。今日の日付なら、疑われている時計が正しいことの確認になります。</translation>
    </message>
    <message>
        <source>Erases everything of one person, who has asked for it; says how much it was.</source>
        <translation>本人の申し出により、その方の登録をすべて消去し、件数だけを表示します。</translation>
    </message>
    <message>
        <source>A file with the person&apos;s mail address.</source>
        <translation>本人のメールアドレスを書いたファイル。</translation>
    </message>
    <message>
        <source>Lets a disabled account log in again.</source>
        <translation>無効にしたアカウントを再びログインできるようにします。</translation>
    </message>
    <message>
        <source>Ends the pause of an account after wrong passwords.</source>
        <translation>パスワードの誤りによるログインの一時停止を解除します。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The layouts are: a4, a5, a5x2, tent, card.</source>
        <translation>レイアウトは a4、a5、a5x2、tent、card です。</translation>
    </message>
    <message>
        <source>--of-each: please give a number from 1 to %1.</source>
        <translation>--of-each: 1 から %1 までの数を指定してください。</translation>
    </message>
    <message>
        <source>How many of each, on sheets that they share; otherwise whole sheets.</source>
        <translation>1 施設あたりの枚数。用紙は施設どうしで分け合います。指定しなければ 1 施設で用紙 1 枚を使います。</translation>
    </message>
    <message numerus="yes">
        <source>%n letters</source>
        <translation>
            <numerusform>メール %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Only an administrator can change %1: please give --as and --password-file.</source>
        <translation>%1 を変更できるのは管理者だけです。--as と --password-file を指定してください。</translation>
    </message>
    <message>
        <source>Lists the thresholds from which a notice is recommended.</source>
        <translation>お知らせを推奨する基準を一覧にします。</translation>
    </message>
    <message>
        <source>The backup of %1 is whole and opens with this code: %2, %3, %4. Its key file is of %5.</source>
        <translation>%1 のバックアップは欠けておらず、このコードで開けます（%2、%3、%4）。鍵ファイルは %5 のものです。</translation>
    </message>
    <message numerus="yes">
        <source>%n registrations</source>
        <translation>
            <numerusform>登録 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>お知らせ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored as of %1: %2. What came after that moment is lost; people who have registered since then cannot be told.</source>
        <translation>%1 の時点に復元しました（%2）。それより後のものは失われました。その後に登録した人には、お知らせを送れません。</translation>
    </message>
    <message numerus="yes">
        <source>%n registrations that visitors have had erased since stay erased.</source>
        <translation>
            <numerusform>その後に来訪者が消去した登録 %n 件は、消去されたままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrations of days whose key is not in the key file of %1 are gone: nobody could open them.</source>
        <translation>
            <numerusform>%1 の鍵ファイルに鍵のない日の登録 %n 件は、誰にも開けないため消去しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices were not over, and are held; people who wait in them: %1. They may have been sent since. Please compare them with the relay&apos;s log, then resume or cancel each.</source>
        <translation>
            <numerusform>送信が終わっていなかったお知らせ %n 件（送信待ち %1 人）を止めました。すでに送信されているかもしれません。メールサーバーの記録と照らし合わせてから、それぞれ再開するか取りやめてください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people who waited in them are not told: their registrations are gone.</source>
        <translation>
            <numerusform>その中の送信待ち %n 人には送信しません。登録が消去されているためです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drafts bear a remark, and have to be submitted again.</source>
        <translation>
            <numerusform>下書き %n 件にその旨を記しました。もう一度、承認を依頼する必要があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmations and posters that waited cannot be sent: they were sealed to the old server&apos;s key.</source>
        <translation>
            <numerusform>送信待ちだった確認メールとポスター %n 件は、以前のサーバーの鍵で封じられているため送信できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1: %2, %3, %4, %5, %6</source>
        <translation>%1 まで：%2、%3、%4、%5、%6</translation>
    </message>
    <message numerus="yes">
        <source>%n day keys</source>
        <translation>
            <numerusform>日ごとの鍵 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients of notices</source>
        <translation>
            <numerusform>お知らせの宛先 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mails</source>
        <translation>
            <numerusform>メール %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts of retired facilities</source>
        <translation>
            <numerusform>廃止された施設の連絡先 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased: %1, %2, %3</source>
        <translation>消去しました：%1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting confirmations</source>
        <translation>
            <numerusform>送信待ちの確認メール %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The registrations of %n days cannot be opened with the office key; what is among them is still there.</source>
        <translation>
            <numerusform>%n 日分の登録は事務局の鍵で開けません。その中にあるものは残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>notice %1: %2 from %3, %4 told before, %5 refused before, %6 unreadable; recommendation: %7</source>
        <comment>number, people, registrations</comment>
        <translation>お知らせ %1：%2（%3）、通知済み %4、以前に拒否 %5、読めないもの %6、推奨：%7</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>This code is valid now.</source>
        <translation>このコードが有効になりました。</translation>
    </message>
    <message>
        <source>Makes a new recovery sheet; the old one opens only earlier backups.</source>
        <translation>復旧シートを作り直します。古いもので開けるのは、それまでのバックアップだけになります。</translation>
    </message>
    <message>
        <source>Nothing was changed, as the output could not be written. Please see that there is room where it goes.</source>
        <translation>出力を書き込めなかったため、何も変更していません。出力先の空き容量を確かめてください。</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>The window of Shirase, with the web server inside.</source>
        <translation>しらせの画面。ウェブサーバーを内蔵しています。</translation>
    </message>
    <message>
        <source>The folder of the data.</source>
        <translation>データのフォルダー。</translation>
    </message>
    <message>
        <source>The system gives no secure random numbers.</source>
        <translation>このコンピューターから安全な乱数を得られないため、起動できません。</translation>
    </message>
    <message>
        <source>Shows the version, with those of the libraries.</source>
        <translation>版と、使っているライブラリーの版を表示します。</translation>
    </message>
    <message>
        <source>The output could not be written. Please see that there is room where it goes.</source>
        <translation>結果を書き出せませんでした。出力先に空きがあるかをご確認ください。</translation>
    </message>
</context>
<context>
    <name>shirase::AboutBox</name>
    <message>
        <source>About Shirase</source>
        <translation>しらせについて</translation>
    </message>
    <message>
        <source>Shirase %1</source>
        <translation>しらせ %1</translation>
    </message>
    <message>
        <source>Tells people by e-mail that they were in a place on the same day as an infected person, without anybody seeing their addresses.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

QR Code is a registered trademark of DENSO WAVE INCORPORATED.</source>
        <translation>感染された方と同じ日に同じ場所にいた方へ、メールでお知らせします。職員が登録者のアドレスを見ることはありません。

GNU General Public License バージョン 3 以降に従う自由ソフトウェアです。いかなる保証もありません。

「QRコード」は株式会社デンソーウェーブの登録商標です。</translation>
    </message>
</context>
<context>
    <name>shirase::AccountDetail</name>
    <message>
        <source>&amp;Grant the office key…</source>
        <translation>事務局の鍵を渡す(&amp;G)…</translation>
    </message>
    <message>
        <source>Lets the account open addresses, to count people and approve notices</source>
        <translation>人数の確認やお知らせの承認のために、アドレスを開けるようにします</translation>
    </message>
    <message>
        <source>&amp;End the pause</source>
        <translation>一時停止を解除する(&amp;E)</translation>
    </message>
    <message>
        <source>Lets the account log in at once, in spite of wrong passwords</source>
        <translation>パスワードの誤りが続いたあとでも、すぐにログインできるようにします</translation>
    </message>
    <message>
        <source>&amp;Roles…</source>
        <translation>役割を変える(&amp;R)…</translation>
    </message>
    <message>
        <source>Changes what the account may do</source>
        <translation>このアカウントでできることを変えます</translation>
    </message>
    <message>
        <source>New &amp;password…</source>
        <translation>新しいパスワード(&amp;P)…</translation>
    </message>
    <message>
        <source>For a colleague who has forgotten the password</source>
        <translation>パスワードを忘れた職員のために、新しいパスワードを設定します</translation>
    </message>
    <message>
        <source>&amp;Disable…</source>
        <translation>無効にする(&amp;D)…</translation>
    </message>
    <message>
        <source>Lets the account log in again, with its roles of before</source>
        <translation>以前の役割のまま、再びログインできるようにします</translation>
    </message>
    <message>
        <source>Somebody has typed wrong passwords for it, at one machine at least. From other machines it can log in.</source>
        <translation>いずれかのパソコンで、誤ったパスワードが続けて入力されました。ほかのパソコンからはログインできます。</translation>
    </message>
    <message>
        <source>Until somebody who holds the office key grants it, this account cannot count people or approve.</source>
        <translation>事務局の鍵を持つ職員が鍵を渡すまで、人数の確認や承認はできません。</translation>
    </message>
    <message>
        <source>It holds the office key, which opens addresses.</source>
        <translation>アドレスを開くための事務局の鍵を持っています。</translation>
    </message>
    <message>
        <source>Roles: %1
State: %2
Last log-in: %3</source>
        <translation>役割：%1
状態：%2
最終ログイン：%3</translation>
    </message>
    <message>
        <source>Ena&amp;ble again</source>
        <translation>再び有効にする(&amp;B)</translation>
    </message>
    <message>
        <source>For a colleague who leaves: nobody can log in with this account any more</source>
        <translation>異動や退職のときに使います。このアカウントではログインできなくなります</translation>
    </message>
    <message>
        <source>Nobody can log in with this account.</source>
        <translation>このアカウントではログインできません。</translation>
    </message>
</context>
<context>
    <name>shirase::AccountDialog</name>
    <message>
        <source>New account</source>
        <translation>アカウントの追加</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>追加する(&amp;A)</translation>
    </message>
    <message>
        <source>As the colleague will type it to log in. It stands in the record of actions, and cannot be changed later.</source>
        <translation>ログインのときに入力する名前です。操作の記録に残り、あとから変えることはできません。</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Give the colleague the password in person. It can be changed after the first log-in.</source>
        <translation>パスワードは本人に直接伝えてください。最初のログインのあとで変更できます。</translation>
    </message>
    <message>
        <source>Please give the account a name.</source>
        <translation>アカウントの名前を入力してください。</translation>
    </message>
</context>
<context>
    <name>shirase::AccountModel</name>
    <message>
        <source>Disabled</source>
        <comment>an account</comment>
        <translation>無効</translation>
    </message>
    <message>
        <source>Pause until %1 after wrong passwords</source>
        <comment>an account</comment>
        <translation>パスワードの誤りにより %1 まで停止中</translation>
    </message>
    <message>
        <source>Waits for the office key</source>
        <comment>an account</comment>
        <translation>事務局の鍵を待っています</translation>
    </message>
    <message>
        <source>In use</source>
        <comment>an account</comment>
        <translation>利用中</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>when somebody logged in last</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last log-in</source>
        <translation>最終ログイン</translation>
    </message>
</context>
<context>
    <name>shirase::AccountPage</name>
    <message>
        <source>Too short: it takes at least %1 characters.</source>
        <translation>短すぎます。%1 文字以上にしてください。</translation>
    </message>
    <message>
        <source>Weak: whoever stole the database would guess it within days. Please add words that do not belong together.</source>
        <translation>弱い：データベースを盗まれると、数日で言い当てられます。関係のない言葉を足してください。</translation>
    </message>
    <message>
        <source>Fair: it would take years to guess it.</source>
        <translation>ふつう：言い当てるには何年もかかります。</translation>
    </message>
    <message>
        <source>Strong: nobody will guess it.</source>
        <translation>強い：言い当てられることはありません。</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>あなたのアカウント</translation>
    </message>
    <message>
        <source>The first account may do everything: it administers, registers facilities, and drafts and approves notices. Colleagues get their own accounts later.</source>
        <translation>最初のアカウントは、管理、施設の登録、お知らせの作成と承認のすべてができます。ほかの職員のアカウントは、あとで作ります。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>パスワード（確認）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>入力した文字を表示する(&amp;S)</translation>
    </message>
    <message>
        <source>Nobody can look the password up. If it is lost, only the recovery sheet of the next step helps.</source>
        <translation>パスワードを調べることは誰にもできません。なくしたときに役立つのは、次の手順の復旧シートだけです。</translation>
    </message>
    <message>
        <source>Please give your name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>The two passwords differ. Please type it again.</source>
        <translation>二つのパスワードが違います。もう一度入力してください。</translation>
    </message>
    <message>
        <source>At least %1 characters. A sentence that only you know is easy to remember and hard to guess.</source>
        <translation>%1 文字以上にしてください。自分だけが知っている文章は、覚えやすく、言い当てられにくいものです。</translation>
    </message>
    <message>
        <source>as it should appear in the record of actions</source>
        <translation>操作の記録に残る名前</translation>
    </message>
</context>
<context>
    <name>shirase::AddressPage</name>
    <message>
        <source>The public address</source>
        <translation>公開アドレス</translation>
    </message>
    <message>
        <source>Visitors&apos; phones open this address from the QR code. It has to be reachable from the internet, by HTTPS; a web proxy in front of this computer usually sees to that.</source>
        <translation>来訪者のスマートフォンが、QR コードからこのアドレスを開きます。インターネットから HTTPS で開ける必要があり、通常は、このコンピューターの手前に置くウェブプロキシが受け持ちます。</translation>
    </message>
    <message>
        <source>Is the p&amp;ort free?</source>
        <translation>ポートが空いているか確かめる(&amp;O)</translation>
    </message>
    <message>
        <source>For trying things out on this computer alone, everything can stay as it is.</source>
        <translation>このコンピューターだけで試すときは、そのままで構いません。</translation>
    </message>
</context>
<context>
    <name>shirase::Announcer</name>
    <message>
        <source>A notice waits for your approval</source>
        <translation>承認待ちのお知らせがあります</translation>
    </message>
    <message>
        <source>Please open Shirase to read and decide on it.</source>
        <translation>しらせを開き、内容を確かめて判断してください。</translation>
    </message>
    <message>
        <source>A notice has been sent</source>
        <translation>お知らせの送信が終わりました</translation>
    </message>
    <message>
        <source>Its report is ready in Shirase.</source>
        <translation>結果はしらせで確かめられます。</translation>
    </message>
    <message>
        <source>Shirase needs attention</source>
        <translation>しらせの確認が必要です</translation>
    </message>
</context>
<context>
    <name>shirase::ApprovalStep</name>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止する(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Discard draft…</source>
        <translation>下書きを破棄する(&amp;D)…</translation>
    </message>
    <message>
        <source>Approval under way</source>
        <translation>承認の進み具合</translation>
    </message>
    <message>
        <source>Fingerprint of the texts</source>
        <translation>文面のハッシュ値</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Waiting for the count of people</source>
        <translation>人数の集計を待っています</translation>
    </message>
    <message>
        <source>Drafted by %1 on %2.</source>
        <translation>%2 に %1 が下書きしました。</translation>
    </message>
    <message>
        <source>Approved by %1 on %2. Fingerprint of the texts:</source>
        <translation>%2 に %1 が承認しました。文面のハッシュ値：</translation>
    </message>
    <message>
        <source>Nobody is notified. Reason: %1</source>
        <translation>通知しないと決めました。理由：%1</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>%1 が承認</translation>
    </message>
    <message>
        <source>&amp;Submit for approval</source>
        <translation>承認を依頼する(&amp;S)</translation>
    </message>
    <message>
        <source>Send &amp;back…</source>
        <translation>差し戻す(&amp;B)…</translation>
    </message>
    <message>
        <source>Follow-up of notice %1, for those who came later.</source>
        <translation>お知らせ %1 の追加分です。承認のあとに登録した方が対象です。</translation>
    </message>
    <message>
        <source>Sent back with the remark: %1</source>
        <translation>差し戻しの理由：%1</translation>
    </message>
    <message>
        <source>Fingerprint of the texts:</source>
        <translation>文面のハッシュ値：</translation>
    </message>
    <message>
        <source>Waiting for approval by somebody else</source>
        <translation>ほかの職員の承認待ち</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>差し戻されました</translation>
    </message>
    <message>
        <source>Ready to be submitted</source>
        <translation>承認を依頼できます</translation>
    </message>
    <message>
        <source>Recommended by the thresholds: %1</source>
        <translation>基準による推奨：%1</translation>
    </message>
    <message>
        <source>Approved all the same, because: %1</source>
        <translation>基準に満たない場合の承認理由：%1</translation>
    </message>
    <message>
        <source>A&amp;pprove…</source>
        <translation>承認する(&amp;P)…</translation>
    </message>
    <message>
        <source>Do not notif&amp;y…</source>
        <translation>通知しないと決める(&amp;Y)…</translation>
    </message>
    <message numerus="yes">
        <source>A&amp;pprove for %L1 people…</source>
        <translation>
            <numerusform>%L1 人への送信を承認する(&amp;P)…</numerusform>
        </translation>
    </message>
    <message>
        <source>You need an account with the approval role for this.</source>
        <translation>承認の役割を持つ職員のログインが必要です。</translation>
    </message>
    <message>
        <source>Somebody other than %1 has to approve it.</source>
        <translation>%1 以外の職員による承認が必要です。</translation>
    </message>
</context>
<context>
    <name>shirase::AuditFilterBar</name>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>～</translation>
    </message>
    <message>
        <source>Show whose actions</source>
        <translation>誰の操作を表示するか</translation>
    </message>
    <message>
        <source>Show which actions</source>
        <translation>どの操作を表示するか</translation>
    </message>
    <message>
        <source>Every action</source>
        <translation>すべての操作</translation>
    </message>
    <message>
        <source>Show which days</source>
        <translation>どの日を表示するか</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>すべての日</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>この 7 日間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>この 30 日間</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>日を指定</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>初日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>すべての人</translation>
    </message>
</context>
<context>
    <name>shirase::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <comment>what an action was done to</comment>
        <translation>対象</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of an entry</comment>
        <translation>番号</translation>
    </message>
</context>
<context>
    <name>shirase::AuditPage</name>
    <message>
        <source>Audit log</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>CSV で保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves the entries that the filters show</source>
        <translation>絞り込みで表示されている記録を保存します</translation>
    </message>
    <message numerus="yes">
        <source>%L1 entries</source>
        <translation>
            <numerusform>%L1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking whether the record is whole…</source>
        <translation>記録が途切れていないか確認しています…</translation>
    </message>
    <message>
        <source>Whether the record is whole is not known.</source>
        <translation>記録が途切れていないかは、確認できませんでした。</translation>
    </message>
    <message>
        <source>Save the audit log</source>
        <translation>記録を保存</translation>
    </message>
    <message>
        <source>audit-log.csv</source>
        <translation>記録.csv</translation>
    </message>
    <message numerus="yes">
        <source>%L1 entries are saved as %2.</source>
        <translation>
            <numerusform>%L1 件を %2 に保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what %1 &amp;did</source>
        <translation>%1 の操作だけを表示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Only entries &quot;%1&quot;</source>
        <translation>「%1」の記録だけを表示(&amp;O)</translation>
    </message>
    <message>
        <source>The record is being saved.</source>
        <translation>記録を保存しています。</translation>
    </message>
</context>
<context>
    <name>shirase::BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>&amp;Back up</source>
        <translation>バックアップする(&amp;B)</translation>
    </message>
    <message>
        <source>The key file holds what opens addresses. Please keep it on another medium than the backups, without old versions of it: what has been erased must not come back. Both open only with the recovery sheet.</source>
        <translation>鍵ファイルには、アドレスを開くための鍵が入っています。バックアップとは別の媒体に、古い版を残さずに保管してください。消去したものが戻らないようにするためです。どちらも復旧シートがなければ開けません。</translation>
    </message>
    <message>
        <source>Backup &amp;file</source>
        <translation>バックアップファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>バックアップファイル</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>鍵ファイル(&amp;K)</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選ぶ：%1</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>バックアップはまだありません。</translation>
    </message>
    <message>
        <source>The last backup is of %1: %2</source>
        <translation>前回のバックアップ：%1&#x3000;%2</translation>
    </message>
    <message>
        <source>The office key has been changed since, so that it opens only with the recovery sheet of then. Please make a new one before you destroy the old sheet.</source>
        <translation>その後に事務局の鍵が変わったため、当時の復旧シートでしか開けません。古いシートを処分する前に、新しく作成してください。</translation>
    </message>
    <message>
        <source>That is long ago. Whatever came since would be lost with the disk.</source>
        <translation>日がたっています。ディスクが壊れると、その後のものはすべて失われます。</translation>
    </message>
    <message>
        <source>The backup is written and was read back (%1).</source>
        <translation>バックアップを作成し、読み戻して確かめました（%1）。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取りやめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>取りやめています…</translation>
    </message>
</context>
<context>
    <name>shirase::BarChart</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>%1: as a table</source>
        <comment>title of a chart</comment>
        <translation>%1：表で見る</translation>
    </message>
    <message>
        <source>Show the numbers themselves</source>
        <translation>数値を表で表示します</translation>
    </message>
    <message>
        <source>Most: %1, %2. The button &quot;As a table&quot; shows every number.</source>
        <comment>name of a bar, its number</comment>
        <translation>最も多いのは %1、%2。「表で見る」で、すべての数値を表示します。</translation>
    </message>
</context>
<context>
    <name>shirase::CarefulDialog</name>
    <message>
        <source>The changes are not saved.</source>
        <translation>変更はまだ保存されていません。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄する(&amp;D)</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>書いた内容を破棄しますか？</translation>
    </message>
</context>
<context>
    <name>shirase::CheckLine</name>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
</context>
<context>
    <name>shirase::ClockQuestion</name>
    <message>
        <source>Is the clock right?</source>
        <translation>時計は正しいですか？</translation>
    </message>
    <message>
        <source>After the computer was switched off for more than a day, this is as it should be. With a wrong clock, registrations would be erased too early, and nobody could bring them back.</source>
        <translation>コンピューターの電源を一日以上切っていたときは、これで正常です。時計が間違っていると、登録を早く消去してしまい、元に戻せません。</translation>
    </message>
    <message>
        <source>The clock is &amp;right</source>
        <translation>時計は正しい(&amp;R)</translation>
    </message>
</context>
<context>
    <name>shirase::ColourEdit</name>
    <message>
        <source>Sample</source>
        <comment>text on a colour</comment>
        <translation>見本</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>色を選ぶ</translation>
    </message>
    <message>
        <source>Contrast %L1 to 1</source>
        <translation>コントラスト %L1 対 1</translation>
    </message>
</context>
<context>
    <name>shirase::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>概況</translation>
    </message>
    <message>
        <source>Registrations today</source>
        <translation>今日の登録</translation>
    </message>
    <message>
        <source>Mail waiting</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Show the mail &amp;queue</source>
        <translation>送信状況へ(&amp;Q)</translation>
    </message>
    <message>
        <source>Approvals waiting</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Show the &amp;notices</source>
        <translation>お知らせへ(&amp;N)</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>ウェブサーバー</translation>
    </message>
    <message>
        <source>Last erasure</source>
        <translation>最終消去</translation>
    </message>
    <message>
        <source>Registrations by day</source>
        <translation>日ごとの登録</translation>
    </message>
    <message>
        <source>Registrations today, by hour</source>
        <translation>今日の時間ごとの登録</translation>
    </message>
    <message>
        <source>Busiest facilities</source>
        <translation>登録の多い施設</translation>
    </message>
    <message>
        <source>Mail queue</source>
        <translation>送信状況</translation>
    </message>
    <message>
        <source>Register the &amp;first facility…</source>
        <translation>最初の施設を登録する(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Import a list…</source>
        <translation>一覧を取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Welcome. Please start here</source>
        <translation>ようこそ。最初にすること</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time</comment>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Confirmations and mails to operators. All of them have left.</source>
        <translation>確認メールと事業者へのメール。すべて送信しました。</translation>
    </message>
    <message>
        <source>Confirmations and mails to operators, the oldest since %1.</source>
        <translation>確認メールと事業者へのメール。最も古いものは %1 から。</translation>
    </message>
    <message numerus="yes">
        <source>Notices that you may approve. %L1 more wait for somebody else.</source>
        <translation>
            <numerusform>ご自身で承認できるお知らせ。ほかに %L1 件が別の人の承認を待っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices that you may approve.</source>
        <translation>ご自身で承認できるお知らせ。</translation>
    </message>
    <message>
        <source>Notices that somebody else has to approve.</source>
        <translation>別の人の承認を待つお知らせ。</translation>
    </message>
    <message>
        <source>It is done each day, shortly after midnight.</source>
        <translation>毎日、午前 0 時過ぎに行います。</translation>
    </message>
    <message>
        <source>Everything up to %1 (registrations: %2, day keys: %3, contacts: %4), in %5 s.</source>
        <translation>%1 までを消去：登録 %2 件、日ごとの鍵 %3 個、連絡先 %4 件。%5 秒。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <comment>the web server</comment>
        <translation>起動しています…</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the web server</comment>
        <translation>受付中</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>the web server</comment>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Visitors cannot register.</source>
        <translation>来訪者が登録できません。</translation>
    </message>
    <message>
        <source>Everywhere, since midnight. Yesterday: %1.</source>
        <translation>全施設、午前 0 時から。昨日は %1 件。</translation>
    </message>
    <message>
        <source>Nobody has registered yet. Print a poster, put it up, and scan its code with a phone.</source>
        <translation>まだ登録がありません。ポスターを印刷して掲示し、コードをスマートフォンで読み取ってください。</translation>
    </message>
    <message>
        <source>Everywhere, as long as registrations are kept. Today, hatched, still grows.</source>
        <translation>全施設、保存している期間。今日（斜線）は集計の途中です。</translation>
    </message>
    <message>
        <source>%1:00 to %2:00</source>
        <comment>an hour of the day</comment>
        <translation>%1時～%2時</translation>
    </message>
    <message>
        <source>%1:00</source>
        <comment>an hour of the day</comment>
        <translation>%1時</translation>
    </message>
    <message>
        <source>Nobody has registered today so far.</source>
        <translation>今日はまだ登録がありません。</translation>
    </message>
    <message>
        <source>By the time of the scan, Japanese time.</source>
        <translation>読み取った時刻（日本時間）による。</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>確認メール</translation>
    </message>
    <message>
        <source>Mails to operators</source>
        <translation>施設へのメール</translation>
    </message>
    <message>
        <source>To operators</source>
        <translation>施設へ</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>待っているメールはありません。</translation>
    </message>
    <message>
        <source>Mails that have yet to leave.</source>
        <translation>これから送信するメール。</translation>
    </message>
    <message>
        <source>No facility had %1 people or more on a day of the last week.</source>
        <translation>この 1 週間に、1 日に %1 人以上が登録した施設はありません。</translation>
    </message>
    <message>
        <source>People a day, added up over seven days. Days with fewer than %1 count nothing, so that no number tells of a person.</source>
        <translation>1 日ごとの人数の 7 日間の合計。%1 人に満たない日は、個人が分からないように数えません。</translation>
    </message>
    <message>
        <source>No facility is registered yet. Register one, or import a list; then print its poster, put it up, and scan the code with a phone: the registration shows here.</source>
        <translation>まだ施設が登録されていません。施設を登録するか一覧を取り込み、ポスターを印刷して掲示し、コードをスマートフォンで読み取ってください。登録がここに表示されます。</translation>
    </message>
    <message>
        <source>No facility is registered yet. Somebody with the role &quot;facilities&quot; registers the first.</source>
        <translation>まだ施設が登録されていません。「施設」の役割を持つ人が最初の施設を登録します。</translation>
    </message>
    <message>
        <source>Visitors can register at
%1</source>
        <comment>a web address, in a line of its own</comment>
        <translation>来訪者が登録できます。
%1</translation>
    </message>
</context>
<context>
    <name>shirase::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す：%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
</context>
<context>
    <name>shirase::ErasePersonDialog</name>
    <message>
        <source>Erase a visitor&apos;s registrations</source>
        <translation>来訪者の登録の消去</translation>
    </message>
    <message>
        <source>&amp;Mail address</source>
        <translation>メールアドレス(&amp;M)</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>ファイルから(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>消去する(&amp;E)…</translation>
    </message>
    <message>
        <source>File with the mail address</source>
        <translation>メールアドレスを書いたファイル</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>ファイル %1 を読めません。</translation>
    </message>
    <message>
        <source>The file has to hold one mail address and nothing else.</source>
        <translation>ファイルには、メールアドレスを一つだけ書いてください。</translation>
    </message>
    <message>
        <source>Erase every registration of %1?</source>
        <translation>%1 の登録をすべて消去しますか？</translation>
    </message>
    <message>
        <source>This cannot be undone. Please be sure that the request comes from the owner of this address.</source>
        <translation>元に戻すことはできません。アドレスのご本人からの申し出であることを、お確かめください。</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>消去する(&amp;E)</translation>
    </message>
    <message>
        <source>Looking for the registrations of this address…</source>
        <translation>このアドレスの登録を探しています…</translation>
    </message>
    <message>
        <source>Nothing is kept of this address.</source>
        <translation>このアドレスの登録はありません。</translation>
    </message>
    <message>
        <source>Erased: %1, %2, %3.</source>
        <comment>registrations, places, confirmations</comment>
        <translation>消去しました：%1、%2、%3。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 registrations</source>
        <translation>
            <numerusform>登録 %L1 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 places in notices</source>
        <translation>
            <numerusform>お知らせの宛先 %L1 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 confirmations that waited</source>
        <translation>
            <numerusform>送信待ちの確認メール %L1 通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The registrations of %L1 days cannot be opened with the office key. What is among them is still there; please tell whoever looks after the system.</source>
        <translation>
            <numerusform>%L1 日分の登録は事務局の鍵で調べられず、その中にある分は残っています。システムの担当者にお知らせください。</numerusform>
        </translation>
    </message>
    <message>
        <source>For somebody who has asked to be erased. Every registration with this mail address goes at once, and a notice that still waits does not reach that person. You will be told how many there were, but not where.</source>
        <translation>消去を申し出た方のためのものです。このメールアドレスの登録をすべて、ただちに消去します。まだ送信していないお知らせも、その方には届かなくなります。件数だけを表示し、どこの登録かは表示しません。</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityActions</name>
    <message>
        <source>Send poster</source>
        <translation>ポスターの送信</translation>
    </message>
    <message>
        <source>Send the poster of %1 to its registered contact?</source>
        <translation>「%1」のポスターを、登録された担当者に送信しますか？</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信する(&amp;S)</translation>
    </message>
    <message>
        <source>The mail with the poster of %1 is in the queue.</source>
        <translation>「%1」のポスターのメールを送信待ちに入れました。</translation>
    </message>
    <message>
        <source>%1 is in use again.</source>
        <translation>「%1」を再開しました。</translation>
    </message>
    <message>
        <source>Suspend facility</source>
        <translation>施設の停止</translation>
    </message>
    <message>
        <source>Suspend %1?</source>
        <translation>「%1」を停止しますか？</translation>
    </message>
    <message>
        <source>Nobody can register there until it is taken into use again. What is registered already stays.</source>
        <translation>再開するまで、そこでの登録はできません。これまでの登録はそのまま残ります。</translation>
    </message>
    <message>
        <source>&amp;Suspend</source>
        <translation>停止する(&amp;S)</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>「%1」を停止しました。</translation>
    </message>
    <message>
        <source>Retire facility</source>
        <translation>施設の廃止</translation>
    </message>
    <message>
        <source>Retire %1 for good?</source>
        <translation>「%1」を廃止しますか？&#x3000;元に戻せません。</translation>
    </message>
    <message>
        <source>Its posters then lead to a page that says so. It cannot be taken into use again; a place that reopens is registered anew.</source>
        <translation>ポスターを読み取ると、廃止を伝えるページが開くようになります。再開はできません。また始めるときは、新しく登録してください。</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>廃止する(&amp;R)</translation>
    </message>
    <message>
        <source>%1 is retired.</source>
        <translation>「%1」を廃止しました。</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>コードの再発行</translation>
    </message>
    <message>
        <source>For how many &amp;days shall the old code of %1 still work?</source>
        <translation>「%1」の古いコードを、あと何日使えるようにしますか(&amp;D)？</translation>
    </message>
    <message>
        <source>&amp;Issue new code</source>
        <translation>再発行する(&amp;I)</translation>
    </message>
    <message>
        <source>%1 has a new code. Please print its poster again.</source>
        <translation>「%1」のコードを再発行しました。ポスターを印刷し直してください。</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>「%1」の訂正</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <comment>name of a facility</comment>
        <translation>「%1」の停止</translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n facilities</source>
        <translation>
            <numerusform>%n 施設の停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1 again</source>
        <translation>「%1」の再開</translation>
    </message>
    <message numerus="yes">
        <source>Use %n facilities again</source>
        <translation>
            <numerusform>%n 施設の再開</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n facilities?</source>
        <translation>
            <numerusform>%n 施設を停止しますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retire %n facilities for good?</source>
        <translation>
            <numerusform>%n 施設を廃止しますか？&#x3000;元に戻せません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed: somebody else has changed this meanwhile, or it is so already. Please look at it again.</source>
        <translation>何も変更していません。ほかの職員が先に変更したか、すでにその状態です。もう一度確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being changed.</source>
        <translation>
            <numerusform>%n 施設を変更しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are in use again.</source>
        <translation>
            <numerusform>%n 施設を再開しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are suspended.</source>
        <translation>
            <numerusform>%n 施設を停止しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are retired.</source>
        <translation>
            <numerusform>%n 施設を廃止しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone: %n facilities are as they were before.</source>
        <translation>
            <numerusform>元に戻しました（%n 施設）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is corrected.</source>
        <translation>「%1」を訂正しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n were left alone: they are in another state.</source>
        <translation>
            <numerusform>%n 施設は状態が異なるため、変更していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then it was cancelled; the others stay as they are.</source>
        <translation>そこで取りやめました。残りは変更していません。</translation>
    </message>
    <message>
        <source>Export facilities</source>
        <translation>施設の書き出し</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>施設</translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being written.</source>
        <translation>
            <numerusform>%n 施設を書き出しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are saved as %1.</source>
        <translation>
            <numerusform>%n 施設を %1 に保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail goes to %1 and to nobody else. A mail cannot be taken back.</source>
        <translation>メールは %1 だけに送られます。送ったメールは取り消せません。</translation>
    </message>
    <message>
        <source>Choose 0 if the old code is being abused. The new posters have to hang before the old code ends. This cannot be undone.</source>
        <translation>古いコードが悪用されているときは 0 を選んでください。古いコードが使えなくなる前に、新しいポスターを掲示する必要があります。この操作は元に戻せません。</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityDetail</name>
    <message>
        <source>%1 to %2</source>
        <comment>days of an event</comment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>Send poster by &amp;mail…</source>
        <translation>ポスターをメールで送る(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>訂正する(&amp;C)…</translation>
    </message>
    <message>
        <source>New co&amp;de…</source>
        <translation>コードを再発行する(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Suspend…</source>
        <translation>停止する(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Retire…</source>
        <translation>廃止する(&amp;R)…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind and state of a facility</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>&amp;Use again</source>
        <translation>再開する(&amp;U)</translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are selected.</source>
        <translation>
            <numerusform>%n 施設を選んでいます。</numerusform>
        </translation>
    </message>
    <message>
        <source>P&amp;osters…</source>
        <translation>ポスター(&amp;O)…</translation>
    </message>
    <message>
        <source>Check code %1
Issued on %2
Registered on %3
Changed on %4</source>
        <translation>確認コード %1
発行 %2
登録 %3
更新 %4</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityDialog</name>
    <message>
        <source>&amp;Send the poster to the contact&apos;s mail address now</source>
        <translation>今すぐ担当者のメールアドレスにポスターを送る(&amp;S)</translation>
    </message>
    <message>
        <source>Correct facility</source>
        <translation>施設の訂正</translation>
    </message>
    <message>
        <source>New facility</source>
        <translation>施設の新規登録</translation>
    </message>
    <message>
        <source>One per line, such as a short name. May stay empty.</source>
        <translation>略称など、1 行に一つずつ。空でもかまいません。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Other names</source>
        <translation>別名(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Contact person</source>
        <translation>担当者(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mail address</source>
        <translation>メールアドレス(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>電話番号(&amp;P)</translation>
    </message>
    <message>
        <source>Postal co&amp;de</source>
        <translation>郵便番号(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <comment>postal</comment>
        <translation>住所(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>初日(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>最終日(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>登録する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name of the event</source>
        <translation>イベントの名前(&amp;N)</translation>
    </message>
    <message>
        <source>Organiser and &amp;contact</source>
        <translation>主催者と担当者(&amp;C)</translation>
    </message>
    <message>
        <source>A facility with this name and address is registered already.</source>
        <translation>この名前と住所の施設は、すでに登録されています。</translation>
    </message>
    <message>
        <source>Its check code is %1. Two codes for one place make it harder to find everybody who was there.</source>
        <translation>その確認コードは %1 です。同じ場所にコードが二つあると、そこにいた方をもれなく見つけにくくなります。</translation>
    </message>
    <message>
        <source>&amp;Register all the same</source>
        <translation>それでも登録する(&amp;R)</translation>
    </message>
    <message>
        <source>For &amp;exercises only: the place does not exist</source>
        <translation>訓練用の施設（実在しない）(&amp;E)</translation>
    </message>
    <message>
        <source>Its page and its notices say that they are an exercise. This cannot be changed later.</source>
        <translation>登録ページとお知らせに「訓練」と表示します。あとから変更することはできません。</translation>
    </message>
    <message>
        <source>Save chan&amp;ges</source>
        <translation>変更を保存する(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Save all the same</source>
        <translation>それでも保存する(&amp;S)</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityFilterBar</name>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>～</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>すべて表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show which kind</source>
        <translation>表示する種類</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Show which state</source>
        <translation>表示する状態</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>Show which area</source>
        <translation>表示する地域</translation>
    </message>
    <message>
        <source>The beginning of an address or of a postal code</source>
        <translation>住所か郵便番号の最初の部分</translation>
    </message>
    <message>
        <source>Every area</source>
        <translation>すべての地域</translation>
    </message>
    <message>
        <source>Show those registered when</source>
        <translation>表示する登録日</translation>
    </message>
    <message>
        <source>Registered any time</source>
        <translation>登録日：すべて</translation>
    </message>
    <message>
        <source>Registered today</source>
        <translation>今日登録</translation>
    </message>
    <message>
        <source>Registered in the last 7 days</source>
        <translation>この 7 日間に登録</translation>
    </message>
    <message>
        <source>Registered in the last 30 days</source>
        <translation>この 30 日間に登録</translation>
    </message>
    <message>
        <source>Registered between…</source>
        <translation>登録日を指定…</translation>
    </message>
    <message>
        <source>Registered from</source>
        <translation>登録日（最初）</translation>
    </message>
    <message>
        <source>Registered until</source>
        <translation>登録日（最後）</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityImportDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Import facilities</source>
        <translation>施設の取り込み</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Check the rows</source>
        <translation>行を確認する(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register %n facilities</source>
        <translation>
            <numerusform>%n 施設を登録する(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows are being checked.</source>
        <translation>行を確認しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are being registered.</source>
        <translation>
            <numerusform>%n 施設を登録しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facilities are registered.</source>
        <translation>
            <numerusform>%n 施設を登録。</numerusform>
        </translation>
    </message>
    <message>
        <source>Then it was cancelled. Import the same file again to go on: those that are registered already are left out.</source>
        <translation>そこで取りやめました。続けるには、同じファイルをもう一度取り込んでください。登録済みの施設は除かれます。</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>postal</comment>
        <translation>住所</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>確認コード</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録日</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityPage</name>
    <message>
        <source>Facilities</source>
        <translation>施設</translation>
    </message>
    <message>
        <source>&amp;New facility…</source>
        <translation>新規登録(&amp;N)…</translation>
    </message>
    <message>
        <source>Search facilities</source>
        <translation>施設の検索</translation>
    </message>
    <message>
        <source>%1 is registered. The mail with its poster is in the queue.</source>
        <translation>「%1」を登録しました。ポスターのメールを送信待ちに入れました。</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>「%1」を登録しました。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 facilities</source>
        <translation>
            <numerusform>%L1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>取り込み(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>Writes what the list shows as a file for spreadsheets.</source>
        <translation>一覧に表示中の施設を、表計算ソフト用のファイルに書き出します。</translation>
    </message>
    <message>
        <source>You need an account with the facilities role for this.</source>
        <translation>施設の役割を持つ職員のログインが必要です。</translation>
    </message>
    <message>
        <source>Search by name, address, contact, phone number or code</source>
        <translation>名前、住所、担当者、電話番号、コードで検索</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityPicker</name>
    <message>
        <source>Search by name, address or code</source>
        <translation>名前、住所、コードで検索</translation>
    </message>
    <message>
        <source>Search for a facility</source>
        <translation>施設の検索</translation>
    </message>
    <message>
        <source>Facilities found</source>
        <translation>見つかった施設</translation>
    </message>
</context>
<context>
    <name>shirase::FacilityTable</name>
    <message>
        <source>Facilities</source>
        <translation>施設</translation>
    </message>
    <message>
        <source>Sort &amp;by</source>
        <translation>並べ替え(&amp;B)</translation>
    </message>
</context>
<context>
    <name>shirase::FaultList</name>
    <message>
        <source>%1, subject</source>
        <comment>a language</comment>
        <translation>%1の件名</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a language</comment>
        <translation>%1の%2行目</translation>
    </message>
    <message>
        <source>What is wrong with the text</source>
        <translation>文面の直すところ</translation>
    </message>
</context>
<context>
    <name>shirase::HeldBox</name>
    <message>
        <source>Held since the database was restored</source>
        <translation>バックアップからの復元後、止めているメール</translation>
    </message>
    <message>
        <source>&amp;Send them…</source>
        <translation>送信する(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Give them up…</source>
        <translation>取りやめる(&amp;G)…</translation>
    </message>
    <message>
        <source>Somebody with the role &quot;notices&quot; decides about them.</source>
        <translation>「お知らせ」の役割を持つ職員が決めます。</translation>
    </message>
    <message>
        <source>Held mail</source>
        <translation>止めているメール</translation>
    </message>
    <message numerus="yes">
        <source>Send %L1 mails that are held?</source>
        <translation>
            <numerusform>止めているメール %L1 通を送信しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever got one before the database was restored gets it twice.</source>
        <translation>復元の前に受け取った方には、同じメールがもう一度届きます。</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信する(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>Give up %L1 mails that are held?</source>
        <translation>
            <numerusform>止めているメール %L1 通の送信を取りやめますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be sent any more. Whoever has not got one yet never gets it; the registrations themselves stay.</source>
        <translation>あとから送信することはできません。まだ受け取っていない方には届かないままになります。登録そのものは残ります。</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>取りやめる(&amp;G)</translation>
    </message>
    <message>
        <source>Confirmations and mails to operators that may have been sent already, before the database was restored from a backup. They stay here until somebody decides.</source>
        <translation>確認メールと事業者へのメールです。データベースをバックアップから復元する前に、すでに送信されているかもしれません。送信するか取りやめるかを選ぶまで、止めたままになります。</translation>
    </message>
</context>
<context>
    <name>shirase::HelpWindow</name>
    <message>
        <source>Help – Shirase</source>
        <translation>ヘルプ – しらせ</translation>
    </message>
    <message>
        <source>The chapter</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Search the help (Ctrl+F)</source>
        <translation>ヘルプの中を検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ヘルプの中を検索</translation>
    </message>
    <message>
        <source>Sections found</source>
        <translation>見つかった項目</translation>
    </message>
    <message>
        <source>Nothing is found. Fewer or other words may help.</source>
        <translation>見つかりません。言葉を減らすか、ほかの言葉で検索してください。</translation>
    </message>
</context>
<context>
    <name>shirase::HoursEdit</name>
    <message>
        <source>from</source>
        <comment>quiet hours: from 21 o&apos;clock</comment>
        <translation>設定する</translation>
    </message>
    <message>
        <source>There are quiet hours</source>
        <translation>送信しない時間帯を設ける</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>送信しない時間帯の始まり</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>送信しない時間帯の終わり</translation>
    </message>
    <message>
        <source>to</source>
        <comment>quiet hours: to 8 o&apos;clock</comment>
        <translation>～</translation>
    </message>
    <message>
        <source>:00</source>
        <comment>behind an hour of the day</comment>
        <translation> 時</translation>
    </message>
</context>
<context>
    <name>shirase::ImportCheckStep</name>
    <message>
        <source>&amp;Send each poster to its contact&apos;s mail address</source>
        <translation>それぞれのポスターを担当者にメールで送る(&amp;S)</translation>
    </message>
    <message>
        <source>Rows that need a look</source>
        <translation>確認が必要な行</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>内容</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are good.</source>
        <translation>
            <numerusform>登録できる行：%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have to be corrected in the file; they are left out.</source>
        <translation>
            <numerusform>ファイルの訂正が必要な行：%n 行（取り込みません）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows name a place that is registered already; they are left out.</source>
        <translation>
            <numerusform>登録済みの施設の行：%n 行（取り込みません）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Register the %n places again that are registered already</source>
        <translation>
            <numerusform>登録済みの %n 施設も、もう一度登録する(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is registered already, or stands in an earlier row.</source>
        <translation>「%1」は登録済みか、前の行にあります。</translation>
    </message>
    <message>
        <source>There are more; correct these first.</source>
        <translation>ほかにもあります。まずこれらを訂正してください。</translation>
    </message>
    <message>
        <source>Registering cannot be undone: a place that was registered by mistake can only be retired.</source>
        <translation>登録は元に戻せません。誤って登録した施設は廃止してください。</translation>
    </message>
</context>
<context>
    <name>shirase::ImportColumnsStep</name>
    <message>
        <source>– none –</source>
        <translation>– なし –</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>%1 列目</translation>
    </message>
    <message>
        <source>Still without a column: %1</source>
        <translation>列が決まっていない項目：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between fields</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>初日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>For exercises</source>
        <translation>訓練用</translation>
    </message>
    <message>
        <source>Which column holds what? The value in the first row is shown on the right.</source>
        <translation>各項目がファイルのどの列にあるかを選んでください。右側は 1 行目のデータです。</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（任意）</translation>
    </message>
</context>
<context>
    <name>shirase::ImportFileStep</name>
    <message>
        <source>C&amp;hoose a file…</source>
        <translation>ファイルを選ぶ(&amp;H)…</translation>
    </message>
    <message>
        <source>A CSV file with a line of headings and a facility in each line beneath. Choose it, or drop it here.</source>
        <translation>1 行目が見出し、2 行目から 1 行に 1 施設の CSV ファイルです。選ぶか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Shift_JIS (Windows-31J)</source>
        <translation>Shift_JIS (Windows-31J)</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>ファイルの最初の行</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>文字コード(&amp;E)</translation>
    </message>
    <message>
        <source>Import facilities</source>
        <translation>施設の取り込み</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>ファイルを読み込めません：%1</translation>
    </message>
    <message>
        <source>The file is larger than 100 MB. Please divide it.</source>
        <translation>ファイルが 100 MB を超えています。分けてください。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows. If the letters look wrong, choose the other encoding.</source>
        <translation>
            <numerusform>%L1 行あります。文字が正しく見えないときは、もう一方の文字コードを選んでください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::ItemsEdit</name>
    <message>
        <source>Add</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>shirase::JobDialog</name>
    <message>
        <source>Please wait</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>取りやめています…</translation>
    </message>
    <message>
        <source>Shirase is being closed. What was under way is cancelled.</source>
        <translation>しらせを終了します。途中の作業は取りやめました。</translation>
    </message>
</context>
<context>
    <name>shirase::ListTable</name>
    <message>
        <source>&amp;Standard column widths</source>
        <translation>列の幅を標準に戻す(&amp;S)</translation>
    </message>
</context>
<context>
    <name>shirase::LockedPage</name>
    <message>
        <source>Nobody is logged in</source>
        <translation>ログインしていません</translation>
    </message>
</context>
<context>
    <name>shirase::LogInDialog</name>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>The password is being checked</source>
        <translation>パスワードを確認しています</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>ログインする(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了する(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Forgot password…</source>
        <translation>パスワードを忘れたとき(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>shirase::LogInQuestion</name>
    <message>
        <source>The window was locked, as nobody had used it for a while.</source>
        <translation>しばらく操作がなかったため、画面をロックしました。</translation>
    </message>
    <message>
        <source>The window was locked together with the desktop.</source>
        <translation>パソコンの画面がロックされたため、しらせの画面もロックしました。</translation>
    </message>
    <message>
        <source>The window was locked, as your account, its roles or the office key have been changed.</source>
        <translation>アカウント、役割、または事務局の鍵が変更されたため、画面をロックしました。</translation>
    </message>
    <message>
        <source>What was under way was cancelled. What of it was finished stays; please begin the rest anew.</source>
        <translation>実行中だった作業は取りやめました。終わった分は残っていますので、残りをもう一度始めてください。</translation>
    </message>
</context>
<context>
    <name>shirase::LogoEdit</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>ファイル %1 を読み込めません。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>ロゴを取り除く</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>ロゴを選ぶ</translation>
    </message>
    <message>
        <source>This file cannot be the logo: %1</source>
        <translation>このファイルはロゴに使えません。%1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>logo</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>There is no logo</source>
        <translation>ロゴはありません</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>ロゴ</translation>
    </message>
</context>
<context>
    <name>shirase::MailPage</name>
    <message>
        <source>Mail queue</source>
        <translation>送信状況</translation>
    </message>
    <message>
        <source>How mail is sent</source>
        <translation>送信の経路</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>送信できなかったメール</translation>
    </message>
    <message>
        <source>Every confirmation and every poster has left.</source>
        <translation>確認メールとポスターは、すべて送信しました。</translation>
    </message>
    <message>
        <source>The oldest has waited since %1.</source>
        <translation>最も古いものは %1 から待っています。</translation>
    </message>
    <message>
        <source>No confirmation or poster has been refused.</source>
        <translation>受け取りを断られた確認メールやポスターはありません。</translation>
    </message>
    <message>
        <source>The receiving side refused them. A poster can be sent once more from the facilities page; a visitor sees the registration on the page itself.</source>
        <translation>受信側に断られました。ポスターは「施設」からもう一度送信できます。訪れた方は、登録できたことをウェブのページで確認できます。</translation>
    </message>
    <message>
        <source>Mail goes to the relay %1.</source>
        <translation>メールはメールサーバー %1 に送られます。</translation>
    </message>
    <message>
        <source>It works.</source>
        <comment>the way out of mail</comment>
        <translation>問題なく動いています。</translation>
    </message>
    <message>
        <source>Nothing leaves at present: %1 What waits is kept and tried again by itself.</source>
        <translation>今は送信できません。%1 送信待ちのメールは保管され、自動で送り直されます。</translation>
    </message>
    <message>
        <source>What was held is in the queue again, and leaves by itself.</source>
        <translation>止めていたメールを送信待ちに戻しました。順に送信されます。</translation>
    </message>
    <message>
        <source>What was held is given up.</source>
        <translation>止めていたメールの送信を取りやめました。</translation>
    </message>
    <message>
        <source>Notice %1 has stopped by itself. %2</source>
        <translation>お知らせ %1 が自動で止まりました。%2</translation>
    </message>
    <message>
        <source>Mail is put into a folder as .eml files and is not sent anywhere.</source>
        <translation>メールは .eml ファイルとしてフォルダーに保存され、外には送信されません。</translation>
    </message>
    <message>
        <source>Mail is put into the folder %1 as .eml files and is not sent anywhere.</source>
        <translation>メールは .eml ファイルとしてフォルダー %1 に保存され、外には送信されません。</translation>
    </message>
    <message>
        <source>Every other confirmation and poster has left.</source>
        <translation>ほかの確認メールとポスターは、すべて送信しました。</translation>
    </message>
    <message>
        <source>Mail that should have left at %1 is still waiting. Please make sure that Shirase or its server runs, and look at the settings of the mail server.</source>
        <translation>%1 に送信するはずのメールがまだ残っています。しらせ、またはそのサーバーが動いていることと、メールサーバーの設定をお確かめください。</translation>
    </message>
    <message>
        <source>Nothing is held any more: somebody else has decided, or those whom it was for have been erased.</source>
        <translation>止めているメールはもうありません。ほかの職員が決めたか、宛先の方の情報が消去されています。</translation>
    </message>
</context>
<context>
    <name>shirase::MailPreview</name>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>メールの本文</translation>
    </message>
    <message>
        <source>From</source>
        <comment>sender of a mail</comment>
        <translation>差出人</translation>
    </message>
</context>
<context>
    <name>shirase::MailServerPage</name>
    <message>
        <source>The mail server</source>
        <translation>メールサーバー</translation>
    </message>
    <message>
        <source>Confirmations and notices leave through a mail relay of the organisation. Its operator knows what to fill in here.</source>
        <translation>確認メールとお知らせは、組織のメールサーバーから送ります。入力する内容は、メールサーバーの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Please correct the field that is marked first.</source>
        <translation>先に、印の付いた欄を直してください。</translation>
    </message>
</context>
<context>
    <name>shirase::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>New &amp;facility…</source>
        <translation>施設の新規登録(&amp;F)…</translation>
    </message>
    <message>
        <source>New n&amp;otice</source>
        <translation>お知らせの新規作成(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Import facilities…</source>
        <translation>施設を取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the list of facilities…</source>
        <translation>施設の一覧を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Notice &amp;texts…</source>
        <translation>お知らせの文面(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Print poster…</source>
        <translation>ポスターを印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>印刷プレビュー(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>画面をロックする(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了する(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>検索する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>最新の内容にする(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Shirase</source>
        <translation>しらせについて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>バックアップ(&amp;B)…</translation>
    </message>
    <message>
        <source>Change your pass&amp;word…</source>
        <translation>パスワードを変更する(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>操作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Nothing can be done here</source>
        <translation>ここでできる操作はありません(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>これは何ですか？(&amp;W)</translation>
    </message>
    <message>
        <source>E&amp;rase a visitor&apos;s registrations…</source>
        <translation>来訪者の登録を消去(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Help about this place</source>
        <translation>この場所のヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>shirase::MainWindow</name>
    <message>
        <source>Shirase – %1</source>
        <translation>しらせ – %1</translation>
    </message>
</context>
<context>
    <name>shirase::MessageBar</name>
    <message>
        <source>Details…</source>
        <translation>詳細…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>shirase::NewsEdit</name>
    <message>
        <source>News items</source>
        <translation>お知らせ欄の項目</translation>
    </message>
    <message>
        <source>Date of the news item</source>
        <translation>お知らせ欄の項目の日付</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a news item: day and text</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>shirase::NoticeActions</name>
    <message>
        <source>Submitting…</source>
        <translation>承認を依頼しています…</translation>
    </message>
    <message>
        <source>Sending back…</source>
        <translation>差し戻しています…</translation>
    </message>
    <message>
        <source>Fixing the people…</source>
        <translation>対象者を確定しています…</translation>
    </message>
    <message>
        <source>Writing the decision…</source>
        <translation>決定を記録しています…</translation>
    </message>
    <message>
        <source>Discarding…</source>
        <translation>破棄しています…</translation>
    </message>
    <message>
        <source>Putting it into the queue…</source>
        <translation>送信待ちに入れています…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止しています…</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>再開しています…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>取りやめています…</translation>
    </message>
</context>
<context>
    <name>shirase::NoticeEditor</name>
    <message>
        <source>Exercise: these places do not exist, and every mail says so.</source>
        <translation>訓練：実在しない施設です。すべてのメールに「訓練」と表示します。</translation>
    </message>
    <message>
        <source>Somebody else has changed this notice. It is shown as it is now.</source>
        <translation>ほかの人がこのお知らせを変更しました。今の内容を表示しています。</translation>
    </message>
    <message>
        <source>Notice %1: %2</source>
        <comment>its number, and what could not be done</comment>
        <translation>お知らせ %1：%2</translation>
    </message>
</context>
<context>
    <name>shirase::NoticeModel</name>
    <message>
        <source>%1, %2</source>
        <comment>day and place of a notice</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>a place of a notice, and how many others</comment>
        <translation>
            <numerusform>%1 ほか %n か所</numerusform>
        </translation>
    </message>
    <message>
        <source>Day and place</source>
        <translation>日と場所</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>%1 (follow-up)</source>
        <comment>a notice for those who came later</comment>
        <translation>%1（追加分）</translation>
    </message>
</context>
<context>
    <name>shirase::NoticePage</name>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>&amp;New notice</source>
        <translation>新規作成(&amp;N)</translation>
    </message>
    <message>
        <source>Choose a notice in the list, or begin one with &quot;New notice&quot;.</source>
        <translation>一覧からお知らせを選ぶか、「新規作成」で新しく始めてください。</translation>
    </message>
    <message>
        <source>There is no notice yet. When you learn of an infected person&apos;s visit, begin with &quot;New notice&quot; and choose the place and the day.</source>
        <translation>お知らせはまだありません。感染された方の訪問が分かったら、「新規作成」で始めて、場所と日を選んでください。</translation>
    </message>
    <message>
        <source>Notice te&amp;xts…</source>
        <translation>文面(&amp;X)…</translation>
    </message>
    <message>
        <source>Which notices are shown</source>
        <translation>表示するお知らせ</translation>
    </message>
    <message>
        <source>All notices</source>
        <translation>すべてのお知らせ</translation>
    </message>
    <message>
        <source>For me to approve</source>
        <translation>自分の承認待ち</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Thresho&amp;lds…</source>
        <translation>基準(&amp;L)…</translation>
    </message>
    <message>
        <source>You need an account with the notices role for this.</source>
        <translation>お知らせの役割を持つ職員のログインが必要です。</translation>
    </message>
    <message>
        <source>When a notice is recommended.</source>
        <translation>お知らせを推奨する基準です。</translation>
    </message>
    <message>
        <source>Discard the notice that you have begun?</source>
        <translation>作成中のお知らせを破棄しますか？</translation>
    </message>
    <message>
        <source>Its places are not saved yet. &quot;Use this text&quot; would make a draft of it.</source>
        <translation>選んだ施設はまだ保存されていません。「この文面にする」を押すと、下書きになります。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄する(&amp;D)</translation>
    </message>
</context>
<context>
    <name>shirase::OrganisationPage</name>
    <message>
        <source>The organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>These words stand on pages, posters and mails. They are filled in for Hokkaido and COVID-19.</source>
        <translation>ページ、ポスター、メールに表示される言葉です。北海道と新型コロナウイルス感染症の例が入っています。</translation>
    </message>
</context>
<context>
    <name>shirase::Pages</name>
    <message numerus="yes">
        <source>%L1 notices wait for your approval.</source>
        <translation>
            <numerusform>承認を待っているお知らせが %L1 件あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::PasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>%1 の新しいパスワード</translation>
    </message>
    <message>
        <source>&amp;Change password</source>
        <translation>パスワードを変更する(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>現在のパスワード(&amp;P)</translation>
    </message>
    <message>
        <source>The current password of %1 stops working. Give them the new one in person: whoever knows it can act in their name.</source>
        <translation>現在のパスワードは使えなくなります。新しいパスワードは %1 に直接伝えてください。知っている人は、その名前で操作できます。</translation>
    </message>
    <message>
        <source>Please type the current password.</source>
        <translation>現在のパスワードを入力してください。</translation>
    </message>
</context>
<context>
    <name>shirase::PasswordFields</name>
    <message>
        <source>At least %1 characters. Several words that nobody would guess are easy to remember.</source>
        <translation>%1 文字以上にしてください。他人に推測されない言葉をいくつか組み合わせると、覚えやすくなります。</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新しいパスワード(&amp;N)</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>新しいパスワード（確認）(&amp;G)</translation>
    </message>
    <message>
        <source>The two new passwords differ. Please type the second one again.</source>
        <translation>新しいパスワードと確認の入力が異なります。確認をもう一度入力してください。</translation>
    </message>
</context>
<context>
    <name>shirase::PasswordFileEdit</name>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Choose a file with the password</source>
        <translation>パスワードの入ったファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a file whose first line is the password</source>
        <translation>1 行目にパスワードが書かれたファイルを選ぶ</translation>
    </message>
    <message>
        <source>none</source>
        <comment>password</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>password</comment>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a file</comment>
        <translation>保存先：%1</translation>
    </message>
</context>
<context>
    <name>shirase::PathEdit</name>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
</context>
<context>
    <name>shirase::PeopleStep</name>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止する(&amp;C)</translation>
    </message>
    <message>
        <source>Count a&amp;gain</source>
        <translation>数え直す(&amp;G)</translation>
    </message>
    <message>
        <source>Counting people</source>
        <translation>人数の集計</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計しています…</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未集計</translation>
    </message>
    <message>
        <source>The count was cancelled</source>
        <translation>集計を中止しました</translation>
    </message>
    <message>
        <source>The people could not be counted</source>
        <translation>人数を集計できませんでした</translation>
    </message>
    <message>
        <source>Nobody would be told</source>
        <translation>対象者はいません</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>集計済み</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>確定済み</translation>
    </message>
    <message>
        <source>Nobody is told</source>
        <translation>通知しません</translation>
    </message>
    <message numerus="yes">
        <source>from %L1 registrations; each person gets one mail.</source>
        <comment>follows the number of people</comment>
        <translation>
            <numerusform>登録 %L1 件から数えました。一人に 1 通ずつ送信します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 more were told before about the same place and day, and are not told again.</source>
        <translation>
            <numerusform>このほかの %L1 人には、同じ場所と日のことをすでに知らせたため、重ねて送信しません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 registrations cannot be opened, so these people cannot be told. Please ask whoever looks after the system.</source>
        <translation>
            <numerusform>登録 %L1 件の封を開けられず、その方々には知らせられません。システムの担当者に相談してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a language and a number of people</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Languages of the mails: %1</source>
        <translation>メールの言語：%1</translation>
    </message>
    <message>
        <source>An odd burst: %1 registrations at %2 in the hour from %3. Please ask there before you send.</source>
        <translation>登録が急に増えています：%2 で、%3 からの 1 時間に %1 件。送信の前に、施設に確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of these people could not be reached by an earlier notice: their mailbox was refused for good.</source>
        <translation>
            <numerusform>このうち %L1 人には、前のお知らせが届きませんでした（宛先が受信を拒否）。</numerusform>
        </translation>
    </message>
    <message>
        <source>People can still register for this time until %1. For those who come later a follow-up is drafted when this notice is approved.</source>
        <translation>この時間帯の登録は %1 まで続きます。このあと登録する方には、承認の際に追加分のお知らせを起案します。</translation>
    </message>
    <message>
        <source>The list was fixed when the notice was approved; each person gets one mail.</source>
        <translation>承認のときに確定しました。一人に 1 通ずつ送信します。</translation>
    </message>
    <message>
        <source>The thresholds recommend sending this notice.</source>
        <translation>基準では、このお知らせの送信を推奨しています。</translation>
    </message>
    <message>
        <source>The thresholds recommend considering this notice.</source>
        <translation>基準では、このお知らせの送信を検討することになっています。</translation>
    </message>
    <message>
        <source>This case stays below the thresholds. Approving it needs a reason.</source>
        <translation>この件は基準に達していません。承認には理由が必要です。</translation>
    </message>
</context>
<context>
    <name>shirase::PosterPage</name>
    <message>
        <source>Posters</source>
        <translation>ポスター</translation>
    </message>
    <message>
        <source>A4 poster</source>
        <translation>A4 ポスター</translation>
    </message>
    <message>
        <source>A5 poster</source>
        <translation>A5 ポスター</translation>
    </message>
    <message>
        <source>Table tent</source>
        <translation>卓上用</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <comment>of a poster</comment>
        <translation>レイアウト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>保存する(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>%1 is retired: it has no poster any more.</source>
        <translation>「%1」は廃止されたため、ポスターはありません。</translation>
    </message>
    <message>
        <source>Save poster</source>
        <translation>ポスターの保存</translation>
    </message>
    <message>
        <source>The poster is saved as %1.</source>
        <translation>ポスターを %1 に保存しました。</translation>
    </message>
    <message>
        <source>Print previe&amp;w…</source>
        <translation>印刷プレビュー(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Of each facility</source>
        <translation>1 施設あたり(&amp;O)</translation>
    </message>
    <message>
        <source>A5, two on A4</source>
        <translation>A5（A4 に 2 枚）</translation>
    </message>
    <message>
        <source>How many posters or cards each facility gets. Different ones share a sheet.</source>
        <translation>1 施設あたりのポスターやカードの枚数です。用紙は施設どうしで分け合います。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln facilities on %L1 sheets.</source>
        <translation>
            <numerusform>%Ln 施設、用紙 %L1 枚。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are retired and have no poster.</source>
        <translation>
            <numerusform>廃止された %Ln 施設にはポスターがありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The facilities are being read…</source>
        <translation>施設を読み込んでいます…</translation>
    </message>
    <message>
        <source>Choose a facility on the left to see its poster. With Ctrl or Shift you choose several.</source>
        <translation>左の一覧で施設を選ぶと、ポスターが表示されます。Ctrl キーや Shift キーで複数選べます。</translation>
    </message>
    <message>
        <source>These facilities are retired: they have no poster any more.</source>
        <translation>選んだ施設は廃止されているため、ポスターはありません。</translation>
    </message>
    <message numerus="yes">
        <source>For up to %n sheets. Here you can leaf through all of them.</source>
        <translation>
            <numerusform>プレビューは %n 枚までです。この画面では、すべての用紙を順に見られます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Posters of %n facilities</source>
        <translation>
            <numerusform>%n 施設のポスター</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheets have gone to the printer.</source>
        <translation>
            <numerusform>%n 枚をプリンターへ送りました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are saved as %1.</source>
        <translation>
            <numerusform>%n 施設のポスターを %1 に保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>This was cancelled; no file was written.</source>
        <translation>取りやめました。ファイルは作っていません。</translation>
    </message>
    <message numerus="yes">
        <source>The posters of %n facilities are being painted.</source>
        <translation>
            <numerusform>%n 施設のポスターを作っています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirase::PosterView</name>
    <message>
        <source>Poster of %1, check code %2</source>
        <translation>「%1」のポスター、確認コード %2</translation>
    </message>
</context>
<context>
    <name>shirase::QuickSearch</name>
    <message>
        <source>Search facilities and notices (Ctrl+K)</source>
        <translation>施設とお知らせを検索 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search facilities and notices</source>
        <translation>施設とお知らせの検索</translation>
    </message>
    <message>
        <source>Facilities and notices found</source>
        <translation>見つかった施設とお知らせ</translation>
    </message>
    <message>
        <source>Notice %1: %2</source>
        <translation>お知らせ %1：%2</translation>
    </message>
    <message>
        <source>Notice %1: %2, %3, %4</source>
        <comment>number, facility, when, state</comment>
        <translation>お知らせ %1：%2、%3、%4</translation>
    </message>
    <message>
        <source>Nothing fits. A part of the name, of the address or of the code will do.</source>
        <translation>見つかりません。名前、住所、コードの一部でも検索できます。</translation>
    </message>
</context>
<context>
    <name>shirase::RecoveryCodeDialog</name>
    <message>
        <source>New recovery sheet</source>
        <translation>新しい復旧シート</translation>
    </message>
    <message>
        <source>Make it &amp;valid</source>
        <translation>このシートを有効にする(&amp;V)</translation>
    </message>
    <message>
        <source>With this code an account can be opened again when nobody can log in any more. It is stored nowhere and is shown only now. The old sheet stays valid until you make this one valid: please keep it until then.</source>
        <translation>誰もログインできなくなったときに、このコードでアカウントを復旧できます。どこにも保存されず、表示されるのは今だけです。このシートを有効にするまでは古いシートが有効ですので、古いシートを保管しておいてください。</translation>
    </message>
</context>
<context>
    <name>shirase::RecoveryDialog</name>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>復旧コード(&amp;R)</translation>
    </message>
    <message>
        <source>Please type the name of your account.</source>
        <translation>アカウントの名前を入力してください。</translation>
    </message>
    <message>
        <source>Please type the code as it stands on the recovery sheet.</source>
        <translation>復旧シートに書かれているコードを入力してください。</translation>
    </message>
    <message>
        <source>Log in with the recovery sheet</source>
        <translation>復旧シートによるログイン</translation>
    </message>
    <message>
        <source>An administrator can give you a new password at once, and nothing else changes. Use the code of the recovery sheet only when no administrator can log in: it works once. The next step shows the sheet that takes its place; your password is set once you make that one valid.</source>
        <translation>管理者に頼めば、すぐに新しいパスワードを設定してもらえます。復旧シートのコードは、ログインできる管理者がいないときに使うものです。使えるのは一度だけです。次の手順で新しいシートが表示され、それを有効にすると、パスワードが設定されます。</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>次へ(&amp;X)</translation>
    </message>
</context>
<context>
    <name>shirase::RecoveryPage</name>
    <message>
        <source>The recovery sheet</source>
        <translation>復旧シート</translation>
    </message>
    <message>
        <source>If every password is lost, this sheet is the only way back to the registrations. Its code is stored nowhere: please print it now, and lock it away.</source>
        <translation>すべてのパスワードをなくしたとき、登録を開くにはこのシートしかありません。コードはどこにも保存されません。今すぐ印刷して、金庫に保管してください。</translation>
    </message>
</context>
<context>
    <name>shirase::RecoverySheetForm</name>
    <message>
        <source>The sheet is printed or saved, and &amp;in a safe place</source>
        <translation>シートを印刷または保存し、安全な場所に置きました(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>PDF に保存する(&amp;S)…</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between two ways of going on</comment>
        <translation>または</translation>
    </message>
    <message>
        <source>Picture of the recovery sheet</source>
        <translation>復旧シートの図</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>復旧コード：%1</translation>
    </message>
    <message>
        <source>To be sure that it can be read, please &amp;type group %1 from the sheet:</source>
        <translation>読み取れることを確かめるため、シートの %1 番の 4 文字を入力してください(&amp;T)：</translation>
    </message>
    <message>
        <source>Group %1 of the recovery code</source>
        <translation>復旧コードの %1 番の 4 文字</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>正しく入力されました。</translation>
    </message>
    <message>
        <source>That is not group %1. Please look at the sheet again.</source>
        <translation>%1 番の文字と違います。もう一度シートを確かめてください。</translation>
    </message>
    <message>
        <source>The sheet has gone to the printer.</source>
        <translation>シートをプリンターに送りました。</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>復旧シートの保存</translation>
    </message>
    <message>
        <source>Shirase recovery sheet</source>
        <comment>file name</comment>
        <translation>しらせ 復旧シート</translation>
    </message>
    <message>
        <source>The sheet is saved as %1. Please keep it away from this computer, on a medium in a safe.</source>
        <translation>シートを %1 に保存しました。このコンピューターから別の媒体に移し、金庫に保管してください。</translation>
    </message>
</context>
<context>
    <name>shirase::RoleBoxes</name>
    <message>
        <source>A&amp;dministrator</source>
        <translation>管理者(&amp;D)</translation>
    </message>
    <message>
        <source>Manages accounts and protected settings.</source>
        <translation>アカウントと、保護された設定を管理します。</translation>
    </message>
    <message>
        <source>&amp;Facilities</source>
        <translation>施設(&amp;F)</translation>
    </message>
    <message>
        <source>Registers, corrects, suspends and exports facilities.</source>
        <translation>施設の登録、訂正、停止、書き出しをします。</translation>
    </message>
    <message>
        <source>Noti&amp;ces</source>
        <translation>お知らせ(&amp;C)</translation>
    </message>
    <message>
        <source>Drafts and sends notices. Needs the office key.</source>
        <translation>お知らせを作成し、送信します。事務局の鍵が必要です。</translation>
    </message>
    <message>
        <source>Ap&amp;proval</source>
        <translation>承認(&amp;P)</translation>
    </message>
    <message>
        <source>Approves notices, or decides not to notify. Needs the office key.</source>
        <translation>お知らせを承認するか、通知しないことを決めます。事務局の鍵が必要です。</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>監査(&amp;U)</translation>
    </message>
    <message>
        <source>Reads the record of who did what.</source>
        <translation>誰が何をしたかの記録を読みます。</translation>
    </message>
</context>
<context>
    <name>shirase::RolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <translation>%1 の役割</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存する(&amp;S)</translation>
    </message>
    <message>
        <source>Any window in which %1 is logged in will lock, so that the new roles apply at once.</source>
        <translation>%1 がログインしている画面はロックされ、新しい役割がすぐに有効になります。</translation>
    </message>
</context>
<context>
    <name>shirase::SelectedFacilities</name>
    <message>
        <source>Choose a facility in the list to see its poster and what can be done with it.</source>
        <translation>一覧から施設を選ぶと、ポスターと、行える操作が表示されます。</translation>
    </message>
    <message>
        <source>No facility fits the search and the filters.</source>
        <translation>検索と絞り込みに合う施設はありません。</translation>
    </message>
    <message>
        <source>There is no facility yet. Register the first one with &quot;New facility&quot;; its poster is made at once.</source>
        <translation>施設はまだ登録されていません。「新規登録」で最初の施設を登録すると、すぐにポスターができます。</translation>
    </message>
</context>
<context>
    <name>shirase::SendingStep</name>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Send at a set &amp;time (Japan)</source>
        <translation>時刻を指定して送信（日本時間）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止する(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel the rest…</source>
        <translation>残りを取りやめる(&amp;C)…</translation>
    </message>
    <message>
        <source>Copy re&amp;port</source>
        <translation>結果をコピーする(&amp;P)</translation>
    </message>
    <message>
        <source>Failures by kind</source>
        <translation>種類ごとの不達</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>不達の理由</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Relay&apos;s reply</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>When to send, Japanese time</source>
        <translation>送信する時刻（日本時間）</translation>
    </message>
    <message>
        <source>How much of the notice is sent</source>
        <translation>送信の進み具合</translation>
    </message>
    <message>
        <source>Clo&amp;se: nobody is to be told</source>
        <translation>対象者がいないため、送信せずに終える(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel notice…</source>
        <translation>取りやめる(&amp;C)…</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>送信できます</translation>
    </message>
    <message>
        <source>This time is over. Please choose a later one.</source>
        <translation>この日時は過ぎています。これからの日時を選んでください。</translation>
    </message>
    <message>
        <source>These are quiet hours. Sending begins by itself on %1.</source>
        <translation>送信を控える時間帯です。%1 に自動で送信が始まります。</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>送信済み：%1</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>不達：%1</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>送信待ち：%1</translation>
    </message>
    <message>
        <source>Nothing leaves until sending is resumed.</source>
        <translation>再開するまで送信しません。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Sending goes on by itself on %1.</source>
        <translation>%1 から自動で送信します。</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>%1 まで待っています</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>送信しています…</translation>
    </message>
    <message>
        <source>Notice %1: %2</source>
        <translation>お知らせ %1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>kind of failure, people, relay&apos;s reply</comment>
        <translation>%1：%2 人（%3）</translation>
    </message>
    <message>
        <source>Begun on %1.</source>
        <translation>%1 に始めました。</translation>
    </message>
    <message>
        <source>Ended on %1.</source>
        <translation>%1 に終わりました。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %L1 people</source>
        <translation>
            <numerusform>%L1 人に送信する(&amp;S)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %L1 people, %2 not reached.</source>
        <translation>
            <numerusform>%L1 人に送信しました。不達は %2 人です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>報告書を保存(&amp;R)…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>報告書を保存</translation>
    </message>
    <message>
        <source>notice-%1-report</source>
        <comment>name of a file</comment>
        <translation>お知らせ%1-報告書</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>報告書を %1 に保存しました。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try %L1 refused people again</source>
        <translation>
            <numerusform>拒否された %L1 人へもう一度送る(&amp;T)</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped by itself</source>
        <translation>自動で停止しました</translation>
    </message>
    <message>
        <source>You may close this window: mail that waits is kept, and is sent while Shirase or its server runs.</source>
        <translation>この画面は閉じてもかまいません。送信待ちの分は保管され、しらせかサーバーが動いている間に送信されます。</translation>
    </message>
</context>
<context>
    <name>shirase::ServicesEdit</name>
    <message>
        <source>Related services</source>
        <translation>関連サービス</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>%1: name</source>
        <comment>of a service, in that language</comment>
        <translation>%1：名前</translation>
    </message>
    <message>
        <source>%1: explanation</source>
        <comment>of a service, in that language</comment>
        <translation>%1：説明</translation>
    </message>
</context>
<context>
    <name>shirase::SetUpWizard</name>
    <message>
        <source>Set up Shirase</source>
        <translation>しらせの設定</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>次へ(&amp;X)</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>設定する(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Open Shirase</source>
        <translation>しらせを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation>設定を中止しますか？</translation>
    </message>
    <message>
        <source>What you have entered is forgotten, and a recovery sheet that you have printed is worth nothing. Nothing has been written.</source>
        <translation>入力した内容は失われ、印刷した復旧シートは使えなくなります。まだ何も書き込まれていません。</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>中止する(&amp;L)</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>戻る(&amp;K)</translation>
    </message>
    <message>
        <source>Canc&amp;el</source>
        <translation>中止する(&amp;E)</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <comment>title of a step</comment>
        <translation>手順 %1／%2&#x3000;%3</translation>
    </message>
</context>
<context>
    <name>shirase::SettingForm</name>
    <message>
        <source>Other languages</source>
        <translation>ほかの言語</translation>
    </message>
    <message>
        <source>%1: other languages</source>
        <translation>%1：ほかの言語</translation>
    </message>
</context>
<context>
    <name>shirase::SettingRow</name>
    <message>
        <source>%1: back to the default</source>
        <translation>%1：標準に戻す</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile: it is &quot;%1&quot; now.</source>
        <translation>その間に別の職員が変更しました。今の値は「%1」です。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile.</source>
        <translation>その間に別の職員が変更しました。</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>標準に戻す</translation>
    </message>
</context>
<context>
    <name>shirase::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>設定の分類</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>変更を破棄する(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save changes</source>
        <translation>変更を保存する(&amp;S)</translation>
    </message>
    <message>
        <source>Do visitors &amp;reach it?</source>
        <translation>来訪者が開けるか確かめる(&amp;R)</translation>
    </message>
    <message>
        <source>Is the p&amp;ort free?</source>
        <translation>ポートが空いているか確かめる(&amp;O)</translation>
    </message>
    <message>
        <source>Is the certificate &amp;good?</source>
        <translation>証明書を確かめる(&amp;G)</translation>
    </message>
    <message>
        <source>Do the databases ans&amp;wer?</source>
        <translation>データベースへの接続を確かめる(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Thresholds for recommendations…</source>
        <translation>推奨の基準(&amp;T)…</translation>
    </message>
    <message>
        <source>Please correct the field that is marked first.</source>
        <translation>先に、印の付いた欄を直してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n settings are not saved.</source>
        <translation>
            <numerusform>%n 件の設定がまだ保存されていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄する(&amp;D)</translation>
    </message>
    <message>
        <source>Saved. It takes effect within two seconds.</source>
        <translation>保存しました。2 秒以内に有効になります。</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>変更した内容を破棄しますか？</translation>
    </message>
</context>
<context>
    <name>shirase::SheetPager</name>
    <message>
        <source>Next sheet</source>
        <translation>次の用紙</translation>
    </message>
    <message>
        <source>Sheet %L1 of %L2</source>
        <translation>用紙 %L1 / %L2</translation>
    </message>
    <message>
        <source>Previous sheet</source>
        <translation>前の用紙</translation>
    </message>
</context>
<context>
    <name>shirase::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title of a page, and how much waits there</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>shirase::SingleInstance</name>
    <message>
        <source>Shirase is running with the folder %1 already, but does not answer. Please wait a moment and try again, or end it.</source>
        <translation>フォルダー %1 を使うしらせがすでに動いていますが、応答がありません。しばらく待ってからもう一度起動するか、動いているしらせを終了してください。</translation>
    </message>
</context>
<context>
    <name>shirase::StaffActions</name>
    <message>
        <source>The account is being changed.</source>
        <translation>アカウントを変更しています。</translation>
    </message>
    <message>
        <source>It cannot count or approve yet: somebody who holds the office key has to grant it.</source>
        <translation>まだ人数の確認や承認はできません。事務局の鍵を持つ職員が鍵を渡す必要があります。</translation>
    </message>
    <message>
        <source>The office key is changed as soon as somebody who holds it logs in.</source>
        <translation>事務局の鍵は、鍵を持つ職員が次にログインしたときに交換されます。</translation>
    </message>
    <message>
        <source>The account %1 is there.</source>
        <translation>アカウント %1 を追加しました。</translation>
    </message>
    <message>
        <source>The roles of %1 are: %2.</source>
        <translation>%1 の役割を変更しました：%2</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 に新しいパスワードを設定しました。</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>パスワードを変更しました。</translation>
    </message>
    <message>
        <source>Grant the office key</source>
        <translation>事務局の鍵を渡す</translation>
    </message>
    <message>
        <source>Grant the office key to %1?</source>
        <translation>%1 に事務局の鍵を渡しますか？</translation>
    </message>
    <message>
        <source>Whoever holds it can count people, and approve notices if the role allows. Grant it only to a colleague whom you know to be the owner of this account.</source>
        <translation>鍵を持つ職員は、人数の確認や、役割に応じてお知らせの承認ができます。このアカウントの持ち主を確かめてから渡してください。</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>渡す(&amp;G)</translation>
    </message>
    <message>
        <source>%1 holds the office key from the next log-in on.</source>
        <translation>%1 は、次のログインから事務局の鍵を使えます。</translation>
    </message>
    <message>
        <source>%1 can log in again.</source>
        <translation>%1 は再びログインできます。</translation>
    </message>
    <message>
        <source>Disable account</source>
        <translation>アカウントの無効化</translation>
    </message>
    <message>
        <source>Disable the account %1?</source>
        <translation>アカウント %1 を無効にしますか？</translation>
    </message>
    <message>
        <source>It cannot log in any more, and its open windows lock. If it holds the office key, that is changed. The account can be enabled again.</source>
        <translation>このアカウントではログインできなくなり、開いている画面はロックされます。事務局の鍵を持っていた場合は、鍵を交換します。あとから再び有効にできます。</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>無効にする(&amp;D)</translation>
    </message>
    <message>
        <source>The account %1 is disabled.</source>
        <translation>アカウント %1 を無効にしました。</translation>
    </message>
    <message>
        <source>The account %1 can log in again.</source>
        <translation>アカウント %1 は再びログインできます。</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>新しい復旧シート</translation>
    </message>
    <message>
        <source>Make a new recovery sheet?</source>
        <translation>新しい復旧シートを作りますか？</translation>
    </message>
    <message>
        <source>&amp;Make new sheet</source>
        <translation>新しいシートを作る(&amp;M)</translation>
    </message>
    <message>
        <source>The recovery code is being checked.</source>
        <translation>復旧コードを確かめています。</translation>
    </message>
    <message>
        <source>Once you make the new sheet valid, the old one opens only backups from before. Have a printer or a pen at hand: the new code is shown only once. Other windows that hold the office key lock then.</source>
        <translation>新しいシートを有効にすると、古いシートで開けるのはこれまでのバックアップだけになります。新しいコードは一度しか表示されませんので、プリンターか筆記用具を用意してください。そのとき、事務局の鍵を使っているほかの画面はロックされます。</translation>
    </message>
    <message>
        <source>Your new password is set: please log in with it.</source>
        <translation>新しいパスワードを設定しました。そのパスワードでログインしてください。</translation>
    </message>
    <message>
        <source>The new recovery sheet is valid now. The old one opens only backups from before: please make a new backup, then destroy it.</source>
        <translation>新しい復旧シートが有効になりました。古いシートで開けるのは、これまでのバックアップだけです。新しくバックアップを取ってから、古いシートを破棄してください。</translation>
    </message>
    <message>
        <source>Nothing was changed: the old recovery sheet stays the valid one.</source>
        <translation>何も変更していません。古い復旧シートが引き続き有効です。</translation>
    </message>
</context>
<context>
    <name>shirase::StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>New recovery &amp;sheet…</source>
        <translation>新しい復旧シート(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;New account…</source>
        <translation>アカウントを追加する(&amp;N)…</translation>
    </message>
    <message>
        <source>Makes a new code for when nobody can log in any more; only for an administrator who holds the office key</source>
        <translation>誰もログインできなくなったときのための新しいコードを作ります。事務局の鍵を持つ管理者だけができます</translation>
    </message>
    <message>
        <source>Adds an account for a colleague; only for an administrator</source>
        <translation>職員のアカウントを追加します。管理者だけができます</translation>
    </message>
</context>
<context>
    <name>shirase::StatusLine</name>
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>サーバーのアドレスをコピーする</translation>
    </message>
    <message>
        <source>Show the mail queue</source>
        <translation>送信状況を表示する</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>画面をロックする</translation>
    </message>
    <message>
        <source>Lock the window (Ctrl+L)</source>
        <translation>画面をロックする（Ctrl+L）</translation>
    </message>
    <message>
        <source>Starting…</source>
        <comment>the web server</comment>
        <translation>起動しています…</translation>
    </message>
    <message>
        <source>Open to visitors: %1</source>
        <translation>受付中 %1</translation>
    </message>
    <message>
        <source>Closed to visitors</source>
        <translation>受付停止中</translation>
    </message>
    <message>
        <source>Closed to visitors: %1</source>
        <translation>受付停止中：%1</translation>
    </message>
    <message>
        <source>Mail waiting: %1</source>
        <translation>送信待ち %1</translation>
    </message>
    <message>
        <source>Mail waiting: unknown</source>
        <translation>送信待ち 不明</translation>
    </message>
    <message>
        <source>Last erasure: %1</source>
        <translation>最終消去 %1</translation>
    </message>
    <message>
        <source>Registrations up to %1 are gone.</source>
        <translation>%1 までの登録は消去されています。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an account, its roles</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>every role</source>
        <translation>すべての役割</translation>
    </message>
    <message>
        <source>Roles: %1</source>
        <translation>役割：%1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <comment>mails</comment>
        <translation>失敗 %1</translation>
    </message>
    <message>
        <source>held: %1</source>
        <comment>mails</comment>
        <translation>止めているもの %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts of mails</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>shirase::StepFrame</name>
    <message>
        <source>Step %1: %2</source>
        <translation>手順 %1：%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and title of a step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Not yet</source>
        <comment>state of a step</comment>
        <translation>未着手</translation>
    </message>
</context>
<context>
    <name>shirase::StorageWatch</name>
    <message>
        <source>Visitors are told to send again, as nothing can be stored: %1</source>
        <translation>登録を保存できないため、来訪者には「もう一度送信」とご案内しています：%1</translation>
    </message>
</context>
<context>
    <name>shirase::SummaryPage</name>
    <message>
        <source>Everything is being set up</source>
        <translation>設定しています</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>内容の確認</translation>
    </message>
    <message>
        <source>Nothing has been written so far. The next button makes the keys, the databases and your account.</source>
        <translation>ここまでは何も書き込まれていません。次のボタンで、鍵、データベース、あなたのアカウントを作ります。</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>最初のアカウント</translation>
    </message>
    <message>
        <source>through %1</source>
        <comment>a mail relay</comment>
        <translation>%1 から送信</translation>
    </message>
    <message>
        <source>kept in a folder, not sent</source>
        <translation>フォルダーに書き込み、外へは送りません</translation>
    </message>
</context>
<context>
    <name>shirase::TargetEntry</name>
    <message>
        <source>Day, Japanese time</source>
        <translation>日（日本時間）</translation>
    </message>
    <message>
        <source>From, Japanese time</source>
        <translation>始まり（日本時間）</translation>
    </message>
    <message>
        <source>Until, Japanese time</source>
        <translation>終わり（日本時間）</translation>
    </message>
    <message>
        <source>The window of time has to end after it begins.</source>
        <translation>時間帯の終わりは、始まりより後にしてください。</translation>
    </message>
    <message>
        <source>A window of time may be at most 14 days long.</source>
        <translation>時間帯は 14 日以内にしてください。</translation>
    </message>
    <message>
        <source>Whole da&amp;y</source>
        <translation>終日(&amp;Y)</translation>
    </message>
    <message>
        <source>Add &amp;place</source>
        <translation>追加する(&amp;P)</translation>
    </message>
    <message>
        <source>Times are Japanese time.</source>
        <translation>時刻は日本時間です。</translation>
    </message>
    <message>
        <source>Time &amp;window</source>
        <translation>時間帯を指定(&amp;W)</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a time, of a window of time</comment>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>a time, of a window of time</comment>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>shirase::TargetModel</name>
    <message>
        <source>Facility</source>
        <translation>施設</translation>
    </message>
    <message>
        <source>Time (Japan)</source>
        <translation>時間帯（日本時間）</translation>
    </message>
</context>
<context>
    <name>shirase::TargetStep</name>
    <message>
        <source>Target</source>
        <comment>where and when</comment>
        <translation>対象</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り除く(&amp;R)</translation>
    </message>
    <message>
        <source>Facilities and times of this notice</source>
        <translation>このお知らせの施設と時間帯</translation>
    </message>
    <message>
        <source>(a facility that cannot be read)</source>
        <translation>（読み込めない施設）</translation>
    </message>
    <message>
        <source>This facility is in the list already from that time on.</source>
        <translation>この施設の同じ時刻からの時間帯は、すでに一覧にあります。</translation>
    </message>
    <message>
        <source>Choose a facility and a day</source>
        <translation>施設と日を選んでください</translation>
    </message>
    <message>
        <source>The number only. The thresholds look at it; no patient data is kept.</source>
        <translation>人数だけを入力します。基準の判定に使います。患者の情報は保存しません。</translation>
    </message>
    <message>
        <source>An exercise cannot be mixed with real places. Please make two notices.</source>
        <translation>訓練用の施設と実際の施設を、1 件のお知らせにまとめることはできません。別々に作成してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <comment>facilities with a window of time</comment>
        <translation>
            <numerusform>%n か所</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Infected people in this case</source>
        <translation>この件の感染者の人数(&amp;I)</translation>
    </message>
</context>
<context>
    <name>shirase::TemplatesDialog</name>
    <message>
        <source>&amp;New text…</source>
        <translation>新しい文面(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>削除する(&amp;D)…</translation>
    </message>
    <message>
        <source>Back to the &amp;original…</source>
        <translation>元の文面に戻す(&amp;O)…</translation>
    </message>
    <message>
        <source>Notice texts</source>
        <translation>お知らせの文面</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>As it comes with Shirase.</source>
        <translation>最初から入っている文面のままです。</translation>
    </message>
    <message>
        <source>Last changed by %1 on %2.</source>
        <translation>%2に%1さんが変更しました。</translation>
    </message>
    <message>
        <source>Key for scripts: %1. %2</source>
        <translation>スクリプト用のキー：%1。%2</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新しい文面</translation>
    </message>
    <message>
        <source>&amp;Title of the new text</source>
        <translation>新しい文面の題名(&amp;T)</translation>
    </message>
    <message>
        <source>For example the disease: &quot;Measles&quot;. It begins as a copy of &quot;%1&quot;. Recipients never see the title.</source>
        <translation>たとえば病気の名前「麻しん」です。「%1」の写しから始まります。題名は受け取る方には見えません。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加する(&amp;A)</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>文面の削除</translation>
    </message>
    <message>
        <source>Delete the text &quot;%1&quot;?</source>
        <translation>文面「%1」を削除しますか？</translation>
    </message>
    <message>
        <source>Notices that were drafted with it keep their text.</source>
        <translation>この文面で作ったお知らせは、そのままです。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除する(&amp;D)</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>元の文面に戻す</translation>
    </message>
    <message>
        <source>Put the standard text back to what comes with Shirase?</source>
        <translation>標準の文面を、最初から入っている文面に戻しますか？</translation>
    </message>
    <message>
        <source>What was changed in it is lost, in every language.</source>
        <translation>変更した内容は、すべての言語で失われます。</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>戻す(&amp;P)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存する(&amp;V)</translation>
    </message>
    <message>
        <source>Tit&amp;le</source>
        <translation>題名(&amp;L)</translation>
    </message>
    <message>
        <source>You need an account with the notices or administrator role for this.</source>
        <translation>お知らせまたは管理者の役割を持つアカウントが必要です。</translation>
    </message>
</context>
<context>
    <name>shirase::TestMailBox</name>
    <message>
        <source>Test mail</source>
        <translation>テストメール</translation>
    </message>
    <message>
        <source>Send a &amp;test mail</source>
        <translation>テストメールを送信する(&amp;T)</translation>
    </message>
    <message>
        <source>Mail address for the test mail</source>
        <translation>テストメールの宛先</translation>
    </message>
    <message>
        <source>your own mail address</source>
        <translation>あなたのメールアドレス</translation>
    </message>
    <message>
        <source>What became of the test mail</source>
        <translation>テストメールの結果</translation>
    </message>
    <message>
        <source>De&amp;liver to:</source>
        <comment>recipient of a test mail</comment>
        <translation>宛先(&amp;L)：</translation>
    </message>
    <message>
        <source>The mail is on its way…</source>
        <translation>メールを送っています…</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>%1 に接続する</translation>
    </message>
    <message>
        <source>Greet the mail relay</source>
        <translation>メールサーバーに名乗る</translation>
    </message>
    <message>
        <source>Encrypt the connection (STARTTLS)</source>
        <translation>通信を暗号化する（STARTTLS）</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>%1 としてログインする</translation>
    </message>
    <message>
        <source>Name the sender</source>
        <translation>差出人を伝える</translation>
    </message>
    <message>
        <source>Name the recipient</source>
        <translation>宛先を伝える</translation>
    </message>
    <message>
        <source>Hand over the mail</source>
        <translation>メールを渡す</translation>
    </message>
</context>
<context>
    <name>shirase::TestPosterPage</name>
    <message>
        <source>Shirase is set up</source>
        <translation>しらせの設定ができました</translation>
    </message>
    <message>
        <source>This is the poster of a place that is there for exercises only. Please print it, open Shirase, and scan it with a phone: if its page opens, visitors can reach you.</source>
        <translation>訓練用のポスターです。印刷してからしらせを開き、スマートフォンで読み取ってください。ページが開けば、来訪者も登録できます。</translation>
    </message>
    <message>
        <source>Layout of the poster</source>
        <translation>ポスターの大きさ</translation>
    </message>
    <message>
        <source>A4 poster</source>
        <translation>A4 ポスター</translation>
    </message>
    <message>
        <source>A5 poster</source>
        <translation>A5 ポスター</translation>
    </message>
    <message>
        <source>Table tent</source>
        <translation>卓上用</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷する(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>保存する(&amp;S)…</translation>
    </message>
    <message>
        <source>The place stays among the facilities, marked as one for exercises: with it staff can drill a notice from scan to mail.</source>
        <translation>この場所は、訓練用として施設の一覧に残ります。読み取りからメールまで、お知らせの訓練に使えます。</translation>
    </message>
    <message>
        <source>The poster is being made…</source>
        <translation>ポスターを作っています…</translation>
    </message>
    <message>
        <source>The poster has gone to the printer.</source>
        <translation>ポスターをプリンターに送りました。</translation>
    </message>
    <message>
        <source>Save poster</source>
        <translation>ポスターの保存</translation>
    </message>
    <message>
        <source>Shirase test poster</source>
        <comment>file name</comment>
        <translation>しらせ 試し刷りポスター</translation>
    </message>
    <message>
        <source>The poster is saved as %1.</source>
        <translation>ポスターを %1 に保存しました。</translation>
    </message>
    <message>
        <source>The code leads to %1, which is this computer itself: a phone cannot open that. Set the public address first, in the settings under &quot;Web server&quot;, and print the poster then.</source>
        <translation>コードの行き先は %1 で、このコンピューター自身です。スマートフォンからは開けません。先に設定の「ウェブサーバー」で公開アドレスを決め、それからポスターを印刷してください。</translation>
    </message>
</context>
<context>
    <name>shirase::TextStep</name>
    <message>
        <source>Text</source>
        <translation>文面</translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation>この文面にする(&amp;U)</translation>
    </message>
    <message>
        <source>The mail in every language</source>
        <translation>各言語のメール</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文面(&amp;T)</translation>
    </message>
    <message>
        <source>Writes the draft, which can then be approved.</source>
        <translation>下書きを保存します。その後、承認できるようになります。</translation>
    </message>
    <message>
        <source>Read it in every language</source>
        <translation>すべての言語の文面を確認してください</translation>
    </message>
    <message>
        <source>The text cannot be read</source>
        <translation>文面を読み込めません</translation>
    </message>
    <message>
        <source>Writing the draft…</source>
        <translation>下書きを保存しています…</translation>
    </message>
    <message>
        <source>Send test &amp;mail</source>
        <translation>試しに送る(&amp;M)</translation>
    </message>
    <message>
        <source>Change for &amp;this notice…</source>
        <translation>このお知らせだけ変更(&amp;T)…</translation>
    </message>
    <message>
        <source>Your own mail address</source>
        <translation>自分のメールアドレス</translation>
    </message>
    <message>
        <source>Test mail t&amp;o</source>
        <translation>テストの宛先(&amp;O)</translation>
    </message>
    <message>
        <source>There is no text in this language: Japanese and English are sent.</source>
        <translation>この言語の文面はありません。日本語と英語の文面を続けて送ります。</translation>
    </message>
    <message>
        <source>Only the author of a draft can change its text.</source>
        <translation>下書きの文面を変えられるのは、起案者だけです。</translation>
    </message>
    <message>
        <source>Places to change: %1</source>
        <translation>直すところ：%1か所</translation>
    </message>
    <message>
        <source>Warnings to look at: %1</source>
        <translation>確かめるところ：%1か所</translation>
    </message>
    <message>
        <source>In the queue to %1, marked as a test. Mails: %2</source>
        <translation>%1あてに、テストと記した%2通が送信待ちに入りました。</translation>
    </message>
    <message>
        <source>E&amp;dit texts…</source>
        <translation>文面を編集(&amp;D)…</translation>
    </message>
    <message>
        <source>You need an account with the notices role for this.</source>
        <translation>お知らせの役割を持つ職員のログインが必要です。</translation>
    </message>
</context>
<context>
    <name>shirase::ThresholdDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation>設定する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り除く(&amp;R)</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>お知らせの基準</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>施設の種類</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>Adds this threshold, or changes the recommendation of the one with these numbers.</source>
        <translation>この基準を追加します。同じ数の基準があれば、その推奨を変更します。</translation>
    </message>
    <message>
        <source>&amp;Kind of place</source>
        <translation>施設の種類(&amp;K)</translation>
    </message>
    <message>
        <source>Re&amp;commendation</source>
        <translation>推奨(&amp;C)</translation>
    </message>
    <message>
        <source>Infected people (at least)</source>
        <translation>感染者数（この人数以上）</translation>
    </message>
    <message>
        <source>Registrations (at least)</source>
        <translation>登録者数（この人数以上）</translation>
    </message>
    <message>
        <source>When a notice is recommended. The strongest threshold that a case reaches counts. Below all of them, approving a notice needs a reason.</source>
        <translation>お知らせを推奨する基準です。達した基準のうち、最も強いものを使います。どの基準にも達しない場合、承認には理由が必要です。</translation>
    </message>
    <message>
        <source>&amp;Infected people (at least)</source>
        <translation>感染者数（この人数以上）(&amp;I)</translation>
    </message>
    <message>
        <source>Re&amp;gistrations (at least)</source>
        <translation>登録者数（この人数以上）(&amp;G)</translation>
    </message>
</context>
<context>
    <name>shirase::VisitChart</name>
    <message>
        <source>Registrations of the last two months</source>
        <translation>この 2 か月の登録</translation>
    </message>
    <message>
        <source>Most on %1: %2</source>
        <translation>最多は %1：%2</translation>
    </message>
    <message>
        <source>Fewer than %1 people on each day</source>
        <translation>どの日も %1 人未満</translation>
    </message>
    <message>
        <source>People a day, last two months</source>
        <translation>1 日の人数（この 2 か月）</translation>
    </message>
    <message>
        <source>fewer than %1 people</source>
        <translation>%1 人未満</translation>
    </message>
</context>
<context>
    <name>shirase::WarningList</name>
    <message>
        <source>Show the facility</source>
        <translation>施設を表示する</translation>
    </message>
    <message>
        <source>Show the notice</source>
        <translation>お知らせを表示する</translation>
    </message>
    <message>
        <source>Show the notices</source>
        <translation>お知らせの一覧へ</translation>
    </message>
    <message>
        <source>Show the mail queue</source>
        <translation>送信状況へ</translation>
    </message>
    <message>
        <source>What wants attention</source>
        <translation>確認が必要なこと</translation>
    </message>
    <message>
        <source>Show the setting</source>
        <translation>設定を表示する</translation>
    </message>
    <message>
        <source>Try the erasure now</source>
        <translation>今すぐ消去を試す</translation>
    </message>
    <message>
        <source>Open the web server again</source>
        <translation>ウェブサーバーを開き直す</translation>
    </message>
</context>
<context>
    <name>shirase::WelcomePage</name>
    <message>
        <source>Welcome to Shirase</source>
        <translation>しらせへようこそ</translation>
    </message>
    <message>
        <source>There is nothing in this folder yet. The next steps set up a new Shirase.</source>
        <translation>このフォルダーにはまだ何もありません。次の手順で、新しいしらせを設定します。</translation>
    </message>
    <message>
        <source>You will be asked for the organisation and the disease, for your name and a password, and for how visitors and mail reach the outside. Most of it can be changed later.</source>
        <translation>組織と感染症、あなたの名前とパスワード、公開アドレスとメールの送り方を順に入力します。ほとんどは、あとで変更できます。</translation>
    </message>
    <message>
        <source>You will need a printer, or a place in a safe for a file: one sheet with the recovery code.</source>
        <translation>復旧コードの書かれたシートを 1 枚、印刷するかファイルに保存して金庫に保管します。プリンターを用意してください。</translation>
    </message>
    <message>
        <source>Nothing is written before the last step. You can go back at any time.</source>
        <translation>最後の手順まで、何も書き込まれません。いつでも戻れます。</translation>
    </message>
    <message>
        <source>The data will be kept in the folder %1.</source>
        <translation>データは、フォルダー %1 に保存されます。</translation>
    </message>
    <message>
        <source>Another &amp;database…</source>
        <translation>別のデータベースを使う(&amp;D)…</translation>
    </message>
    <message>
        <source>For several windows or several web servers on the same data</source>
        <translation>同じデータを、複数の画面やウェブサーバーで使うとき</translation>
    </message>
    <message>
        <source>Without anything here, the data are in files in the folder, which is right for one computer. Several computers share two empty databases of a PostgreSQL server. The vault has the keys: leave it out of backups.</source>
        <translation>何も入力しなければ、データはフォルダーのファイルに保存されます。1 台で使うときはこれで十分です。複数のコンピューターで使うときは、PostgreSQL サーバーの空のデータベースを二つ指定します。保管庫には鍵が入るため、バックアップの対象から外してください。</translation>
    </message>
    <message>
        <source>a file whose first line is the password</source>
        <translation>1 行目がパスワードのファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose the password file</source>
        <translation>パスワードファイルを選ぶ</translation>
    </message>
    <message>
        <source>Da&amp;tabase</source>
        <translation>データベース(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Vault</source>
        <translation>鍵の保管庫(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Password file</source>
        <translation>パスワードファイル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Look whether they answer</source>
        <translation>接続を確かめる(&amp;L)</translation>
    </message>
</context>
<context>
    <name>shirase::WordingDialog</name>
    <message>
        <source>Text of this notice</source>
        <translation>このお知らせの文面</translation>
    </message>
    <message>
        <source>Save &amp;changes</source>
        <translation>変更を保存する(&amp;C)</translation>
    </message>
</context>
<context>
    <name>shirase::WordingEditor</name>
    <message>
        <source>Organisation</source>
        <translation>組織の名前</translation>
    </message>
    <message>
        <source>Name of the system</source>
        <translation>システムの名前</translation>
    </message>
    <message>
        <source>Disease</source>
        <translation>病気の名前</translation>
    </message>
    <message>
        <source>Consultation centre</source>
        <translation>相談窓口の名前</translation>
    </message>
    <message>
        <source>&amp;Add language</source>
        <translation>言語を追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Insert from the settings</source>
        <translation>設定から差し込む(&amp;I)</translation>
    </message>
    <message>
        <source>The text in every language</source>
        <translation>各言語の文面</translation>
    </message>
    <message>
        <source>&amp;Remove this language</source>
        <translation>この言語を外す(&amp;R)</translation>
    </message>
    <message>
        <source>Every language is there.</source>
        <translation>すべての言語があります。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a setting is, and what it says</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>shirase::WordingPage</name>
    <message>
        <source>&amp;Subject</source>
        <translation>件名(&amp;S)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>本文(&amp;X)</translation>
    </message>
    <message>
        <source>What the recipient will see</source>
        <translation>受け取る方に見えるもの</translation>
    </message>
</context>
<context>
    <name>shirase::Worker</name>
    <message>
        <source>This was cancelled before it began.</source>
        <translation>始まる前に中止しました。</translation>
    </message>
</context>
<context>
    <name>shirase::http::Form</name>
    <message>
        <source>The form could not be read. Nothing was kept. Please open the page again and send it once more.</source>
        <translation>送信された内容を読み取れませんでした。何も保存していません。ページを開き直して、もう一度送信してください。</translation>
    </message>
</context>
<context>
    <name>shirase::http::HttpServer</name>
    <message>
        <source>Port %1 is already in use by another program, so the web pages are not being served. Close that program, or choose another port in the setting web.listen.</source>
        <translation>ポート %1 を別のプログラムが使っているため、ウェブページを公開できません。そのプログラムを終了するか、設定 web.listen で別のポートを選んでください。</translation>
    </message>
    <message>
        <source>This account may not open port %1, so the web pages are not being served. Choose a port of 1024 or more in the setting web.listen, and put a web proxy in front of it.</source>
        <translation>このユーザーの権限ではポート %1 を開けないため、ウェブページを公開できません。設定 web.listen で 1024 以上のポートを選び、その前にウェブプロキシを置いてください。</translation>
    </message>
    <message>
        <source>This computer does not have the address %1, so the web pages are not being served. Choose one of its own addresses in the setting web.listen.</source>
        <translation>このコンピューターにはアドレス %1 がないため、ウェブページを公開できません。設定 web.listen で、このコンピューターのアドレスを選んでください。</translation>
    </message>
    <message>
        <source>The web server could not start on port %1, so the web pages are not being served. Check the setting web.listen and the network, then try again.</source>
        <translation>ウェブサーバーをポート %1 で起動できないため、ウェブページを公開できません。設定 web.listen とネットワークを確認して、もう一度お試しください。</translation>
    </message>
</context>
</TS>
