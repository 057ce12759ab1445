// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { onPage, register, registrationForm, startBrowser } from './support/browser.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

const minute = 60_000;
const injection = '<img src=x onerror="document.title=\'broken\'">"\'&amp; 亭';

describe('what a visitor may do wrong', () => {
    let relay, shirase, browser, facility;

    before(async () => {
        relay = await Relay.start();
        shirase = await Shirase.setUp({ relay: relay.url });
        await shirase.serve();
        browser = await startBrowser();
        facility = await shirase.addFacility();
    });
    after(async () => {
        await browser?.close();
        await shirase?.remove();
        await relay?.stop();
    });

    /** Opens the facility's page and registers with what is typed; then `check`s the page that comes. */
    const typing = (typed, check, options = {}) => onPage(browser, `typing ${typed}`, async (page) => {
        await page.goto(facility.url);
        const [answer] = await Promise.all([
            page.waitForResponse((response) => response.request().method() === 'POST'),
            register(page, typed),
        ]);
        await check(page, answer.status());
    }, options);

    it('an unknown code is answered with 404 and a page', async () => {
        // The last character is a check character: the next one up cannot be right.
        const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const wrong = digits[(digits.indexOf(facility.code.at(-1)) + 1) % digits.length];
        for (const code of [`${facility.code.slice(0, -1)}${wrong}`, 'nothing', '..%2f..%2fetc%2fpasswd', '%E2%80%AE']) {
            const response = await request(shirase.pageOf(code));
            assert.equal(response.status, 404, code);
            assert.match(response.headers.get('content-type'), /^text\/html/);
        }
    });

    it('a path that nobody can have meant is refused', async () => {
        for (const path of ['%00', '%', '%zz', '%ff', 'a'.repeat(4_000)]) {
            const { status } = await request(shirase.pageOf(path));
            assert.ok([400, 404, 414].includes(status), `${path.slice(0, 10)}: ${status}`);
        }
    });

    it('a code is read as people type it', async () => {
        const response = await request(shirase.pageOf(facility.code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')));
        assert.equal(response.status, 200);
    });

    it('a retired facility is answered with 410, and takes no visit', async () => {
        const closed = await shirase.addFacility({ name: '閉店した店' });
        const token = await scan(closed.url);
        await shirase.ctl('facility', 'retire', closed.code);
        await until(async () => (await request(closed.url)).status === 410, 'The page of a retired facility is still there.');
        assert.equal((await post(closed.url, { token, email: 'late@example.jp', agree: '1' })).status, 410);
    });

    it('a missing, forged or foreign token is answered with 400 that says to scan again, and keeps nothing', async () => {
        const other = await shirase.addFacility({ name: '別の店' });
        const token = await scan(facility.url);
        const middle = Math.floor(token.length / 2);
        const tampered = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
        const tokens = [undefined, '', 'forged', tampered, token.slice(1), 'A'.repeat(10_000), await scan(other.url)];
        for (const bad of tokens) {
            const fields = { email: 'nobody@example.jp', agree: '1', ...(bad === undefined ? {} : { token: bad }) };
            const response = await post(facility.url, fields, { headers: { 'accept-language': 'en' } });
            assert.equal(response.status, 400, `token ${bad}`);
            assert.match(await response.text(), /scan/i);
        }
        await registerVisit(facility.url, 'somebody@example.jp');
        await relay.mailTo('somebody@example.jp');
        assert.deepEqual(relay.mailsTo('nobody@example.jp'), []);
    });

    it('a facility whose name is HTML is shown as text', async () => {
        const hostile = await shirase.addFacility({ name: injection });
        await onPage(browser, 'hostile name', async (page) => {
            await page.goto(hostile.url);
            await page.getByText(injection, { exact: true }).first().waitFor();
            assert.equal(await page.locator('img[src="x"]').count(), 0);
            assert.notEqual(await page.title(), 'broken');
        });
    });

    it('a facility whose name is HTML or a header is text at the kiosk and in its operator\'s mail, and in no visitor\'s', async () => {
        const name = `${injection} %0d%0aBcc: bcc@example.com`;
        const hostile = await shirase.addFacility({ name, email: 'hostile-owner@example.jp', more: ['--send-poster'] });
        await onPage(browser, 'hostile kiosk', async (page) => {
            await page.goto(hostile.url.replace('/f/', '/kiosk/'));
            await page.getByText(name, { exact: true }).first().waitFor();
            assert.equal(await page.locator('img[src="x"]').count(), 0);
            await register(page, 'hostile-visitor@example.jp');
            await page.locator('.facts').waitFor();
            assert.notEqual(await page.title(), 'broken');
        });
        const confirmation = await relay.mailTo('hostile-visitor@example.jp');
        for (const part of ['onerror', 'bcc@', '亭']) assert.ok(!JSON.stringify(confirmation).includes(part), part);
        const poster = await relay.mailTo('hostile-owner@example.jp');
        assert.deepEqual(poster.recipients, ['hostile-owner@example.jp']);
        assert.deepEqual(relay.mailsTo('bcc@example.com'), []);
    });

    for (const [what, value] of [
        ['10,000 letters', 'a'.repeat(10_000)], ['NUL', 'a\0b'], ['emoji', '👨‍👩‍👧‍👦@example.jp'], ['marks that turn the line', '\u202Epj.elpmaxe@orat'],
        ['a line break', 'a@example.jp\r\nBcc: b@example.jp'], ['an encoded line break', 'a%0d%0aBcc:b@example.jp'],
        ['HTML', '"><script>document.title="broken"</script>'],
    ]) {
        it(`${what} in any field of any form brings neither a visit nor a header`, async () => {
            const forms = {
                [facility.url]: ['email', 'token', 'agree', 'lang', 'keep'],
                [facility.url.replace('/f/', '/kiosk/')]: ['email', 'token', 'agree', 'lang', 'keep', 'erase'],
                [`${shirase.url}/facilities/manage`]: ['code', 'lang'],
                [`${shirase.url}/facilities/new`]: ['name', 'contact_name', 'contact_email', 'phone', 'postal_code', 'address', 'kind', 'from', 'token'],
            };
            for (const [url, fields] of Object.entries(forms)) {
                for (const field of fields) {
                    const token = url.endsWith('/manage') ? {} : { token: await scan(url) };
                    const response = await post(url, { ...token, [field]: value });
                    assert.ok([303, 400, 413, 422].includes(response.status), `${field} of ${url}: ${response.status}`);
                    assert.equal(response.headers.get('bcc'), null);
                    const html = await response.text();
                    assert.ok(!html.includes('<script>'), `${field} of ${url}`);
                    assert.doesNotMatch(response.headers.get('location') ?? '', /\/v\/|done/);
                }
            }
        });
    }

    for (const javaScriptEnabled of [true, false]) {
        const how = javaScriptEnabled ? 'with' : 'without';
        it(`an address that cannot be one is answered with 422, said at the field, and kept (${how} JavaScript)`,
            () => typing('taro.example.jp', async (page, status) => {
                assert.equal(status, 422);
                const { email } = registrationForm(page);
                assert.equal(await email.inputValue(), 'taro.example.jp');
                assert.equal(await email.getAttribute('aria-invalid'), 'true');
                const described = (await email.getAttribute('aria-describedby') ?? '').split(/\s+/);
                const texts = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
                assert.ok(texts.join('').trim().length > 0, 'the field says what is wrong with it');
            }, { javaScriptEnabled }));
    }

    it('an address with HTML in it comes back as text', () => typing('"><script>document.title="broken"</script>@example.jp',
        async (page, status) => {
            assert.equal(status, 422);
            assert.notEqual(await page.title(), 'broken');
            assert.equal(await page.locator('script', { hasText: 'broken' }).count(), 0);
        }));

    it('without agreement the page asks for it and keeps the address', async () => {
        const response = await post(facility.url, { token: await scan(facility.url), email: 'agree@example.jp' });
        assert.equal(response.status, 422);
        assert.ok((await response.text()).includes('agree@example.jp'));
    });

    it('width, spaces and a trailing full stop are mended silently', async () => {
        await typing(' ｍｅｎｄｅｄ＠ｅｘａｍｐｌｅ．ｊｐ。 ', async (page, status) => {
            assert.equal(status, 303);
            await page.waitForURL(/\/v\//);
        });
        await relay.mailTo('mended@example.jp');
    });

    it('a carrier address that breaks the rules registers, and its mail leaves with the local part quoted', async () => {
        await registerVisit(facility.url, 'dots..dots.@docomo.ne.jp');
        await relay.mailTo('"dots..dots."@docomo.ne.jp');
    });

    const slip = 'hanako@gmial.com';
    for (const [choice, button, recipient] of [
        ['the correction', /hanako@gmail\.com/, 'hanako@gmail.com'],
        ['what was typed', /hanako@gmial\.com/, slip],
    ]) {
        it(`a likely slip is asked about, and ${choice} is one touch away`, async () => {
            await typing(slip, async (page, status) => {
                assert.equal(status, 422);
                await page.getByRole('button', { name: button }).click();
                await page.waitForURL(/\/v\//);
            }, { javaScriptEnabled: false });
            await relay.mailTo(recipient);
        });
    }

    it('other methods are answered with 405 and what is allowed', async () => {
        for (const [path, method] of [[`/f/${facility.code}`, 'DELETE'], [`/f/${facility.code}`, 'PUT'], ['/healthz', 'POST']]) {
            const response = await request(`${shirase.url}${path}`, { method });
            assert.equal(response.status, 405, `${method} ${path}`);
            assert.match(response.headers.get('allow') ?? '', /GET/);
        }
    });

    it('a request for another host is refused', async () => {
        const { status, html } = await requestWithHost(shirase.url, 'shirase.example.com');
        assert.equal(status, 400);
        assert.match(html, /<html lang="ja"/, 'a page of the site, not a bare line');
    });

    it('every answer carries the security headers, and no cookie', async () => {
        for (const path of ['/', `/f/${facility.code}`, '/f/nothing', '/healthz']) {
            const { headers } = await request(`${shirase.url}${path}`);
            const policy = headers.get('content-security-policy') ?? '';
            for (const part of [/default-src 'none'/, /frame-ancestors 'none'/]) assert.match(policy, part, path);
            assert.doesNotMatch(policy, /unsafe/, path);
            assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
            assert.ok(headers.get('referrer-policy'), path);
            assert.equal(headers.get('set-cookie'), null, path);
        }
    });
});

describe('a token that is older than an hour', () => {
    let shirase;
    before(async () => { shirase = await Shirase.setUp({ ownClock: true }); });
    after(() => shirase?.remove());

    it('is answered with 400 that says to scan again', async () => {
        const facility = await shirase.addFacility();
        await shirase.serve();
        const scanned = Date.now();
        const tokens = [await scan(facility.url), await scan(facility.url)];

        shirase.clock.advanceTo(scanned + 59 * minute);
        const inTime = await post(facility.url, { token: tokens[0], email: 'slow@example.jp', agree: '1' });
        assert.equal(inTime.status, 303);

        shirase.clock.advanceTo(scanned + 61 * minute);
        const response = await post(facility.url, { token: tokens[1], email: 'late@example.jp', agree: '1' },
            { headers: { 'accept-language': 'en' } });
        assert.equal(response.status, 400);
        assert.match(await response.text(), /scan/i);
    });
});

/** fetch() allows no Host of one's own. */
async function requestWithHost(url, host) {
    const { get } = await import('node:http');
    return new Promise((resolve, reject) => {
        get(url, { headers: { host } }, (response) => {
            let html = '';
            response.setEncoding('utf8').on('data', (part) => { html += part; });
            response.on('end', () => resolve({ status: response.statusCode, html }));
        }).on('error', reject);
    });
}
