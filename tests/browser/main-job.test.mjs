// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe } from 'node:test';

import { onPage, register, registrationForm, startBrowser } from './support/browser.mjs';
import { assertConfirmationDisclosesNothing, assertNoticeDisclosesNothing } from './support/disclosure.mjs';
import { japaneseDay } from './support/japan.mjs';
import { decode, decodePdf, textOfPdf } from './support/pictures.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { story } from './support/story.mjs';
import { until } from './support/waiting.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

const name = '「髙橋①亭」 Café & Bar <札幌>';
const operator = 'takahashi@shop.example.jp';
const japanese = 'hanako.visitor@example.jp';
const english = 'erin.visitor@example.com';
const erased = 'erased.visitor@example.jp';
const twice = 'twice.visitor@example.jp';

// The main job from set-up to notice, with a real browser, a real SMTP server and nothing of ours but the two ends.
describe('the main job', () => {
    const step = story();
    let relay, shirase, browser, facility, day, scanned, notice;

    before(async () => {
        relay = await Relay.start();
        shirase = await Shirase.setUp({ relay: relay.url });
        await shirase.serve();
        browser = await startBrowser();
        day = japaneseDay();
    });
    after(async () => {
        await browser?.close();
        await shirase?.remove();
        await relay?.stop();
    });

    step('a facility is added and its operator gets the poster and the code by mail', async () => {
        facility = await shirase.addFacility({ name, email: operator, more: ['--send-poster'] });
        assert.equal(facility.state, 'active');
        assert.equal(facility.url, shirase.pageOf(facility.code));

        const mail = await relay.mailTo(operator);
        assert.deepEqual(mail.recipients, [operator]);
        assert.ok(mail.subject.length > 0);
        const byType = Object.fromEntries(mail.attachments.map((attachment) => [attachment.type, attachment]));
        assert.deepEqual(Object.keys(byType).sort(), ['application/pdf', 'image/png']);
        assert.deepEqual(await decodePdf(byType['application/pdf'].path), [facility.url]);
        assert.deepEqual(await decode(byType['image/png'].path), [facility.url]);
    });

    for (const layout of ['a4', 'a5', 'tent', 'card']) {
        step(`the ${layout} poster decodes to the page as PNG, as PDF and as SVG in a browser`, async () => {
            const files = {};
            for (const format of ['png', 'pdf', 'svg']) {
                files[format] = shirase.path(`${layout}.${format}`);
                await shirase.ctl('poster', facility.code, '--layout', layout, '--output', files[format]);
            }
            // A table tent shows its code on both sides.
            for (const code of new Set(await decode(files.png))) assert.equal(code, facility.url);
            for (const code of new Set(await decodePdf(files.pdf))) assert.equal(code, facility.url);
            await onPage(browser, `${layout} poster`, async (page) => {
                const svg = await readFile(files.svg, 'base64');
                await page.setContent(`<img src="data:image/svg+xml;base64,${svg}" style="width: 100%">`);
                await page.locator('img').evaluate((image) => image.decode());
                const picture = shirase.path(`${layout}.svg.png`);
                await page.locator('img').screenshot({ path: picture });
                for (const code of new Set(await decode(picture))) assert.equal(code, facility.url);
            }, { viewport: { width: 1240, height: 1754 } });
        });
    }

    step('the poster shows the name and the check code as text that can be searched', async () => {
        const text = await textOfPdf(shirase.path('a4.pdf'));
        const squeezed = text.normalize('NFKC').replaceAll(/\s/g, '');
        assert.ok(squeezed.includes(name.normalize('NFKC').replaceAll(/\s/g, '')), text);
        assert.ok(squeezed.includes(facility.check_code), text);
    });

    step('a visitor scans the poster, sees the facility and the check code, and registers', async () => {
        const [url] = await decode(shirase.path('a4.png'));
        await onPage(browser, 'registration', async (page) => {
            const answer = await page.goto(url);
            assert.equal(answer.status(), 200);
            assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
            await page.getByText(name, { exact: true }).first().waitFor();
            await page.getByText(facility.check_code).first().waitFor();
            assert.equal(await registrationForm(page).email.inputValue(), '');

            await register(page, japanese);
            await page.waitForURL(/\/v\/[^/]+$/);
            assert.ok(!page.url().includes('hanako'), 'the address of the confirmation page does not show the visitor');
            assert.ok(!(await page.content()).includes(japanese), 'the confirmation page masks the address');
        });
    });

    step('the confirmation comes at once, and holds no link and no facility', async () => {
        const mail = await relay.mailTo(japanese);
        assertIsPlainMail(mail, japanese);
        assert.match(mail.text, /\p{Script=Hiragana}/u);
        assertConfirmationDisclosesNothing(mail, name);
    });

    step('a visitor who reads English registers without JavaScript and gets English', async () => {
        await onPage(browser, 'registration in English', async (page) => {
            await page.goto(facility.url);
            assert.equal(await page.locator('html').getAttribute('lang'), 'en');
            await register(page, english);
            await page.waitForURL(/\/v\/[^/]+$/);
        }, { locale: 'en-US', javaScriptEnabled: false });
        const mail = await relay.mailTo(english);
        assertIsPlainMail(mail, english);
        assert.doesNotMatch(mail.text, /\p{Script=Hiragana}/u);
        assertConfirmationDisclosesNothing(mail, name);
    });

    step('the same form sent twice changes nothing the second time', async () => {
        const form = { token: await scan(facility.url), email: twice, agree: '1' };
        scanned = Date.now();
        for (let time = 0; time < 2; time++) assert.equal((await post(facility.url, form)).status, 303);
        await relay.mailTo(twice);
    });

    step('a second visit on the same day is registered anew', async () => {
        // A visit is known by the second of its scan.
        await until(() => Date.now() >= scanned + 1_000, 'the clock stands still');
        await registerVisit(facility.url, twice);
        await relay.mailTo(twice, { count: 2 });
    });

    step('a visitor has the visit erased from its confirmation page', async () => {
        await onPage(browser, 'erasure', async (page) => {
            await page.goto(facility.url);
            await register(page, erased);
            await page.waitForURL(/\/v\/[^/]+$/);
            const confirmation = page.url();
            await relay.mailTo(erased); // one that still waited would be withdrawn
            await page.locator('form[action$="/erase"] button').click();
            await page.waitForURL((url) => url.href !== confirmation);
            assert.equal((await request(confirmation)).status, 410);
        });
    });

    step('a notice is drafted, approved and sent, one mail to each person', async () => {
        // Where midnight fell into this test, the visits are on two days.
        const days = [...new Set([day, japaneseDay()])];
        const targets = days.flatMap((one) => ['--target', `${facility.code}@${one}`]);
        notice = await shirase.json('notice', 'draft', ...targets, ...shirase.asAdmin);
        const id = String(notice.id);
        await shirase.ctl('notice', 'approve', id, '--now', ...shirase.asAdmin);
        await shirase.ctl('notice', 'send', id, '--wait', ...shirase.asAdmin);
        const { state, recipients, sent, failed, waiting } = await shirase.json('notice', 'status', id);
        assert.deepEqual({ state, recipients, sent, failed, waiting },
            { state: 'sent', recipients: 3, sent: 3, failed: 0, waiting: 0 });
    });

    step('the notice comes in the language of the visit, and discloses nothing', async () => {
        const inJapanese = await relay.mailTo(japanese, { count: 2 });
        const inEnglish = await relay.mailTo(english, { count: 2 });
        assert.match(inJapanese.text, /\p{Script=Hiragana}/u);
        assert.doesNotMatch(inEnglish.text, /\p{Script=Hiragana}/u);
        for (const [mail, address] of [[inJapanese, japanese], [inEnglish, english]]) {
            assertIsPlainMail(mail, address);
            assertNoticeDisclosesNothing(mail, name);
        }
    });

    step('who had the visit erased gets no notice', () => {
        assert.equal(relay.mailsTo(erased).length, 1, 'the confirmation');
    });

    step('who visited twice gets one notice, and nobody gets anything twice', async () => {
        assert.equal(relay.mailsTo(twice).length, 3, 'two confirmations and one notice');
        assert.equal(relay.mailsTo(operator).length, 1);
        const ids = relay.mails.map((mail) => mail.headers['message-id']);
        assert.equal(new Set(ids).size, relay.mails.length, 'no Message-ID comes twice');
    });

    step('the web server ends cleanly when it is told to', async () => {
        assert.equal(await shirase.stopServing(), 0);
    });
});

/** A plain text to one person, as every client shows it (REQUIREMENTS M1, M4). */
function assertIsPlainMail(mail, address) {
    assert.deepEqual(mail.recipients, [address]);
    assert.ok(mail.headers.to.includes(address));
    assert.match(mail.headers.from, /notice@shirase\.example\.jp/);
    assert.equal(mail.headers['auto-submitted'], 'auto-generated');
    assert.match(mail.headers['message-id'], /^<[^<>@\s]+@[^<>@\s]+>$/);
    assert.deepEqual(mail.types, ['text/plain']);
    assert.deepEqual(mail.defects, []);
    assert.ok(mail.longestLine <= 998, `a line of ${mail.longestLine} bytes (RFC 5322 §2.1.1)`);
    assert.ok(mail.longestEncodedWord <= 75, `an encoded word of ${mail.longestEncodedWord} characters (RFC 2047 §2)`);
}
