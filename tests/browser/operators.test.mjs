// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';

import { onPage, startBrowser } from './support/browser.mjs';
import { MailFolder } from './support/mail_folder.mjs';
import { decode, decodePdf } from './support/pictures.mjs';
import { Shirase } from './support/shirase.mjs';
import { story } from './support/story.mjs';
import { request } from './support/web.mjs';

const operator = 'owner@snow-cafe.example.jp';
const successor = 'successor@snow-cafe.example.jp';
const stranger = 'stranger@elsewhere.example.jp';
const name = '喫茶 ゆきあかり <本店>';
const place = {
    name,
    contact_name: '﨑山 美雪',
    contact_email: operator,
    phone: '０１１－０００－０１０３',
    postal_code: '〒０６４０８０１',
    address: '北海道札幌市中央区南一条西77丁目2-10',
};

// An operator's whole way: a real browser without JavaScript, a real server, a real folder of mail (REQUIREMENTS O1–O6).
describe('an operator', () => {
    const step = story();
    let shirase, browser, mails, poster, code, token;

    before(async () => {
        shirase = await Shirase.setUp();
        await shirase.serve();
        mails = new MailFolder(shirase.mailFolder, shirase.path('mails-read'));
        browser = await startBrowser();
    });
    after(async () => {
        await browser?.close();
        await shirase?.remove();
    });

    /** Does something in a fresh browser; afterwards the page has to be the one with that heading. */
    const inBrowser = (what, work, heading) => onPage(browser, what, async (page) => {
        await work(page);
        assert.equal((await page.locator('h1').innerText()).trim(), heading);
    }, { javaScriptEnabled: false });

    const fill = async (page, fields) => {
        for (const [field, value] of Object.entries(fields)) await page.locator(`input[name="${field}"]`).fill(value);
    };
    const registers = (fields) => inBrowser('operators form', async (page) => {
        await page.goto(`${shirase.url}/facilities/new`);
        await page.locator('input[name="kind"][value="store"]').check();
        await fill(page, fields);
        await page.locator('input[name="agree"]').check();
        await page.locator('form button').click();
    }, '登録を受け付けました');
    /** The address of the manage page in a mail. */
    const linkIn = (mail) => {
        const link = /^https?:\/\/\S+\/facilities\/manage\S*$/m.exec(mail.text)?.[0];
        assert.ok(link, mail.text);
        assert.ok(link.startsWith(shirase.url), link);
        return link;
    };
    /** Asks for a link as the last mail with a poster says, and returns it. */
    const asksForLink = async (count, address = operator) => {
        await inBrowser('asking for a link', async (page) => {
            await page.goto(linkIn(poster));
            assert.ok(await page.locator('input[name="code"]').inputValue());
            await page.locator('form button').click();
        }, '担当者のメールをお確かめください');
        const mail = await mails.mailTo(address, { count });
        assert.deepEqual(mail.attachments, []);
        assertNothingTyped(mail);
        return linkIn(mail);
    };
    const assertNothingTyped = (mail) => {
        for (const typed of ['ゆきあかり', '美雪', '0103', '064-0801', '南一条'])
            assert.ok(!mail.subject.includes(typed) && !mail.text.includes(typed), typed);
    };
    const statusOf = async (url) => (await request(url)).status;

    step('registers, and gets the poster and the code by mail', async () => {
        await registers(place);
        poster = await mails.mailTo(operator);
        assertNothingTyped(poster);
        const [pdf, png] = poster.attachments;
        [code] = await decode(png.path);
        assert.deepEqual(await decodePdf(pdf.path), [code]);
        assert.equal(await statusOf(code), 200);
    });

    step('registers once more, and gets the same poster again with a link', async () => {
        await registers({ ...place, name: '喫茶　ユキアカリ　<本店>' });
        const mail = await mails.mailTo(operator, { count: 2 });
        assertNothingTyped(mail);
        assert.deepEqual(await decode(mail.attachments[1].path), [code]);
        assert.equal((await shirase.json('facility', 'list')).length, 1);
        assert.equal(await statusOf(linkIn(mail)), 200);
    });

    step('is told when a stranger registers the same place, who sees and gets what anybody does', async () => {
        await registers({ ...place, contact_email: stranger });
        const theirs = await mails.mailTo(stranger);
        assert.equal(theirs.subject, poster.subject);
        assert.notDeepEqual(await decode(theirs.attachments[1].path), [code]);
        const told = await mails.mailTo(operator, { count: 3 });
        assert.deepEqual(await decode(told.attachments[1].path), [code]);
        assert.ok(!told.text.includes(stranger));
    });

    step('corrects the phone number by a link that serves once', async () => {
        const link = await asksForLink(4);
        await inBrowser('correcting', async (page) => {
            await page.goto(link);
            assert.equal((await page.locator('h1').innerText()).trim(), name);
            await page.getByRole('link', { name: '登録を変更する' }).click();
            assert.equal(await page.locator('input[name="phone"]').inputValue(), '011-000-0103');
            await fill(page, { phone: '110' });
            await page.locator('form button').click();
            await page.locator('.summary a[href="#phone"]').waitFor();
            await fill(page, { phone: '011-000-0199' });
            await page.locator('form button').click();
        }, '登録を変更しました');
        assert.equal((await facility()).phone, '011-000-0199');
        await inBrowser('a link that has served', (page) => page.goto(link), 'このリンクは、もう使えません');
    });

    step('hands over to somebody else, who confirms from the new mailbox', async () => {
        const link = await asksForLink(5);
        await inBrowser('handing over', async (page) => {
            await page.goto(`${link.split('?')[0]}/details`);
            await fill(page, { contact_email: successor });
            await page.locator('form button').click();
        }, '新しいアドレスで確かめてください');
        assert.equal((await facility()).contact_email, operator);
        const asked = await mails.mailTo(successor);
        assertNothingTyped(asked);
        await inBrowser('confirming', async (page) => {
            await page.goto(linkIn(asked));
            await page.getByText(successor).waitFor();
            await page.locator('form button').click();
        }, 'メールアドレスを切り替えました');
        assert.equal((await facility()).contact_email, successor);
        const told = await mails.mailTo(operator, { count: 6 });
        assert.match(told.subject, /連絡先が変わりました/);
        assertNothingTyped(told);
    });

    step('gets a new code, and both work', async () => {
        token = await asksForLink(2, successor);
        await inBrowser('a new code', async (page) => {
            await page.goto(token);
            await page.getByRole('link', { name: 'コードを再発行する' }).click();
            await page.getByLabel('あと7日').check();
            await page.locator('form button').click();
        }, 'コードを再発行しました');
        poster = await mails.mailTo(successor, { count: 3 });
        const [fresh] = await decode(poster.attachments[1].path);
        assert.notEqual(fresh, code);
        for (const url of [fresh, code]) assert.equal(await statusOf(url), 200, url);
    });

    step('closes the place, whose posters then say so', async () => {
        const link = await asksForLink(4, successor);
        await inBrowser('closing', async (page) => {
            await page.goto(link);
            await page.getByRole('link', { name: '利用を終了する' }).click();
            await page.locator('form button').click();
        }, '利用を終了しました');
        const [fresh] = await decode(poster.attachments[1].path);
        for (const url of [fresh, code]) {
            assert.equal(await statusOf(url), 410, url);
            await inBrowser('the old poster', (page) => page.goto(url), 'このQRコードは、いまは使われていません');
        }
        const told = await mails.mailTo(successor, { count: 5 });
        assert.match(told.subject, /利用を終了しました/);
        assert.equal(await statusOf(link), 404);
    });

    /** The operator's facility, as staff see it. */
    async function facility() {
        return shirase.json('facility', 'show', code.split('/').at(-1));
    }
});
