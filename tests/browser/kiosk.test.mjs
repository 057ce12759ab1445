// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';

import { onPage, register, registrationForm, startBrowser } from './support/browser.mjs';
import { decode } from './support/pictures.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';
import { request } from './support/web.mjs';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true };
const done = '登録しました';

/** From now on the page's time moves only when the test turns it. */
async function stopClock(page) {
    const now = Date.now();
    await page.clock.install({ time: now });
    await page.clock.pauseAt(now + 1000);
}

/** REQUIREMENTS V9: a tablet that serves one stranger after another. */
describe('the kiosk', { timeout: 600_000 }, () => {
    let relay, shirase, browser, facility, url;

    before(async () => {
        relay = await Relay.start();
        shirase = await Shirase.setUp({ relay: relay.url });
        await shirase.serve();
        browser = await startBrowser();
        facility = await shirase.addFacility();
        url = `${shirase.url}/kiosk/${facility.code}`;
    });
    after(async () => {
        await browser?.close();
        await shirase?.remove();
        await relay?.stop();
    });

    /** At the kiosk, with a clock that the test turns. */
    const atKiosk = (name, work, options = {}) => onPage(browser, `kiosk ${name}`, async (page) => {
        if (options.javaScriptEnabled === false) {
            await page.goto(url);
        } else {
            await stopClock(page);
            await page.goto(url);
            await page.locator('.key').first().waitFor({ state: 'attached' });
        }
        await work(page);
    }, { ...tablet, ...options });

    const turn = (page, seconds) => page.clock.runFor(seconds * 1000);
    const heading = (page, text) => page.getByRole('heading', { level: 1, name: text }).waitFor();
    const isEmpty = async (page) => {
        await page.getByRole('heading', { level: 1, name: '札幌テスト食堂' }).waitFor();
        assert.equal(await registrationForm(page).email.inputValue(), '');
        assert.equal(await registrationForm(page).agree.isChecked(), false);
    };
    /** Neither on the screen, nor in what the page is made of, nor in what its address answers now. */
    const assertForgotten = async (page, ...traces) => {
        const values = await page.locator('input').evaluateAll((inputs) => inputs.map((input) => input.value));
        const source = await (await request(page.url())).text();
        for (const trace of traces) {
            for (const where of [await page.content(), values.join('\n'), source, page.url()]) assert.ok(!where.includes(trace), `${trace} in ${where}`);
        }
    };
    const tap = async (page, keys) => {
        for (const key of keys) await page.locator(`.key[value="${key}"]`).tap();
    };

    for (const javaScriptEnabled of [true, false]) {
        it(`registers ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and shows half of the address`, () => {
            const address = `kiosk-${javaScriptEnabled}@example.jp`;
            return atKiosk(`registers ${javaScriptEnabled}`, async (page) => {
                await register(page, address);
                await heading(page, done);
                assert.ok(!(await page.content()).includes(address));
                await page.getByText('k…').waitFor();
                assert.equal(await page.locator('a[href*="/v/"]').count(), 0);
                await relay.mailTo(address);
            }, { javaScriptEnabled });
        });
    }

    it('is typed on by its own large keys, and keeps the tablet\'s away', () => atKiosk('keys', async (page) => {
        const { email, agree, submit } = registrationForm(page);
        assert.equal(await page.locator('.key').first().isVisible(), false);
        await email.tap();
        assert.equal(await email.getAttribute('inputmode'), 'none');
        assert.equal(await page.locator('.qr').isVisible(), false);
        await tap(page, ['t', 'a', 'p', 'x', '⌫', '.', '9', '_', '@docomo.ne.jp']);
        assert.equal(await email.inputValue(), 'tap.9_@docomo.ne.jp');
        for (const box of await page.locator('.key').evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect().toJSON()))) {
            assert.ok(box.width >= 44 && box.height >= 44 && box.right <= 1024, JSON.stringify(box));
        }
        await agree.tap();
        await submit.tap();
        await heading(page, done);
        await relay.mailTo('tap.9_@docomo.ne.jp');
    }));

    it('shows the code for one\'s own phone', () => atKiosk('code', async (page) => {
        const picture = shirase.path('kiosk.png');
        await writeFile(picture, await page.locator('.qr').screenshot());
        assert.deepEqual(await decode(picture), [facility.url]);
    }));

    it('goes back to its start after a registration, and nothing of it is left', () => atKiosk('after a registration', async (page) => {
        await register(page, 'leaving@example.jp');
        await heading(page, done);
        const masked = await page.locator('.facts .address').innerText();
        await turn(page, 9);
        assert.equal(await page.locator('.clearing').isVisible(), false);
        await turn(page, 2);
        assert.equal(await page.locator('.clearing').isVisible(), true);
        await turn(page, 10);
        await isEmpty(page);
        await assertForgotten(page, 'leaving', masked);
    }));

    it('forgets what somebody typed and left, but not while somebody types', () => atKiosk('abandoned', async (page) => {
        const { email, agree } = registrationForm(page);
        await email.fill('abandoned@example.jp');
        await agree.check();
        for (let time = 0; time < 3; time++) {
            await turn(page, 15);
            assert.equal(await page.locator('.clearing').isVisible(), true);
            await page.touchscreen.tap(512, 200);
            assert.equal(await page.locator('.clearing').isVisible(), false);
        }
        assert.equal(await registrationForm(page).email.inputValue(), 'abandoned@example.jp');
        await turn(page, 21);
        await isEmpty(page);
        await assertForgotten(page, 'abandoned');
    }));

    it('forgets at once when the screen goes dark', () => atKiosk('dark', async (page) => {
        await registrationForm(page).email.fill('dark@example.jp');
        await page.evaluate(() => {
            Object.defineProperty(document, 'hidden', { value: true });
            document.dispatchEvent(new Event('visibilitychange'));
        });
        await isEmpty(page);
        await assertForgotten(page, 'dark@');
    }));

    it('asks about a likely slip', () => atKiosk('slip', async (page) => {
        await register(page, 'slip@gmial.com');
        await page.getByRole('button', { name: /slip@gmail\.com/ }).click();
        await heading(page, done);
        await relay.mailTo('slip@gmail.com');
        await page.locator('a.home').click();
        await isEmpty(page);
        await assertForgotten(page, 'slip');
    }));

    it('says at the field what is wrong, and in the visitor\'s language', () => atKiosk('wrong', async (page) => {
        await page.getByRole('link', { name: 'English' }).click();
        await page.getByRole('heading', { name: 'On this screen' }).waitFor();
        await registrationForm(page).submit.click();
        await page.getByText('Please enter your e-mail address.').first().waitFor();
        assert.equal(await registrationForm(page).email.getAttribute('aria-invalid'), 'true');
    }));

    it('speaks six languages, takes along what is typed, and starts in its own again', () => atKiosk('languages', async (page) => {
        await registrationForm(page).email.fill('polyglot@example.jp');
        for (const [name, language] of [['やさしい日本語', 'ja-x-easy'], ['English', 'en'], ['简体中文', 'zh-Hans'], ['繁體中文', 'zh-Hant'], ['한국어', 'ko']]) {
            await page.getByRole('link', { name }).click();
            await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
            assert.equal(await registrationForm(page).email.inputValue(), 'polyglot@example.jp');
        }
        await turn(page, 21);
        await page.locator('html[lang="ja"]').waitFor({ state: 'attached' });
        await assertForgotten(page, 'polyglot');
        assert.equal(page.url(), url);
    }));

    it('shows the answer to who sends the form while another language is on its way', () => atKiosk('late language', async (page) => {
        let letGo;
        const held = new Promise((resolve) => { letGo = resolve; });
        await page.route(/lang=en$/, async (route) => {
            await held;
            await route.continue();
        });
        await page.getByRole('link', { name: 'English' }).click();
        await register(page, 'hasty@example.jp');
        await heading(page, done);
        const late = page.waitForResponse(/lang=en$/);
        letGo();
        await (await late).finished();
        await page.evaluate(() => fetch(location.href).then((answer) => answer.text())); // by then it is dealt with
        assert.equal(await page.locator('h1').innerText(), done);
        assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    }));

    it('counts the visit from when somebody begins, each entry with a token of its own', () => atKiosk('token', async (page) => {
        const tokens = new Set();
        for (const address of ['one@example.jp', 'two@example.jp']) {
            await turn(page, 30);
            const { token, email } = registrationForm(page);
            const before = await token.inputValue();
            const fresh = page.waitForResponse((answer) => answer.url() === url);
            await email.press('a');
            await (await fresh).finished();
            await page.waitForFunction((old) => document.querySelector('.signup [name="token"]').value !== old, before);
            tokens.add(await token.inputValue());
            await register(page, address);
            await heading(page, done);
            await page.locator('a.home').click();
            await isEmpty(page);
        }
        assert.equal(tokens.size, 2);
    }));

    it('survives a lost connection, says so, and goes on by itself', () => atKiosk('offline', async (page) => {
        const { email, agree, submit } = registrationForm(page);
        await email.fill('patient@example.jp');
        await agree.check();
        await page.context().setOffline(true);
        await submit.click();
        await page.getByText('まだ登録されていません').waitFor();
        assert.equal(await email.inputValue(), 'patient@example.jp');
        await page.context().setOffline(false);
        await turn(page, 4);
        await heading(page, done);
        assert.equal(await page.locator('.waiting').isVisible(), false);
        await relay.mailTo('patient@example.jp');
    }));

    it('forgets somebody who gave up on a lost connection, and comes back', () => atKiosk('given up', async (page) => {
        await page.context().setOffline(true);
        await registrationForm(page).email.fill('gone@example.jp');
        await registrationForm(page).agree.check();
        await registrationForm(page).submit.click();
        await page.locator('.waiting').waitFor();
        await turn(page, 21);
        await isEmpty(page);
        await page.locator('.waiting').waitFor();
        await page.context().setOffline(false);
        await turn(page, 4);
        await page.locator('.waiting').waitFor({ state: 'hidden' });
        await register(page, 'next@example.jp');
        await heading(page, done);
        await relay.mailTo('next@example.jp');
        assert.deepEqual(relay.mailsTo('gone@example.jp'), []);
    }));

    for (const typed of ['before', 'while']) {
        it(`keeps what is typed ${typed} a server that has just started cannot find the place, and registers it once`, () => atKiosk(`restart ${typed}`, async (page) => {
            const address = `restart-${typed}@example.jp`;
            const { email, agree, token, submit } = registrationForm(page);
            const enter = async () => {
                await email.fill(address);
                await agree.check();
            };
            if (typed === 'before') {
                const before = await token.inputValue();
                await enter();
                await page.waitForFunction((old) => document.querySelector('.signup [name="token"]').value !== old, before);
            }
            await shirase.stopServing();
            await shirase.serve();
            await shirase.renameTable('facility', 'facility_away');
            if (typed === 'while') await enter();
            await submit.click();
            await page.locator('.waiting').waitFor();
            assert.equal(await email.inputValue(), address);
            await shirase.renameTable('facility_away', 'facility');
            await turn(page, 4);
            await heading(page, done);
            await relay.mailTo(address);
            assert.equal(relay.mailsTo(address).length, 1);
        }));
    }

    it('erases a registration while its confirmation is shown, and until then does not deny it', () => atKiosk('erase', async (page) => {
        await register(page, 'regret@example.jp');
        await heading(page, done);
        await page.getByText('登録を消す', { exact: true }).click();
        await page.context().setOffline(true);
        await page.getByRole('button', { name: 'この登録を消す' }).click();
        await page.getByText('まだ消えていません').waitFor();
        const note = await page.locator('.waiting').boundingBox(); // also beside the button, far down
        assert.ok(note.y >= 0 && note.y + note.height <= tablet.viewport.height, JSON.stringify(note));
        assert.equal(await page.getByText('まだ登録されていません').count(), 0);
        await page.context().setOffline(false);
        await turn(page, 4);
        await heading(page, '登録を消しました');
        await turn(page, 21);
        await isEmpty(page);
    }));

    it('leaves no trace in the history', () => atKiosk('history', async (page) => {
        const before = await page.evaluate(() => history.length);
        await page.getByRole('link', { name: 'English' }).click();
        await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
        await register(page, 'history@gmial.com');
        await page.getByRole('button', { name: /history@gmail\.com/ }).click();
        await heading(page, 'You are registered');
        assert.equal(await page.evaluate(() => history.length), before);
        assert.equal(page.url(), url);
        await page.goBack();
        await page.goForward();
        await isEmpty(page);
        await assertForgotten(page, 'history@', 'h…');
    }));

    it('shows nothing to who goes back, without JavaScript too', () => atKiosk('back', async (page) => {
        await register(page, 'backwards@example.jp');
        await heading(page, done);
        assert.match(page.url(), /\?done=/);
        assert.match(await page.content(), /http-equiv="refresh" content="20; url=\/kiosk\//);
        await page.goBack();
        await isEmpty(page);
        await assertForgotten(page, 'backwards');
    }, { javaScriptEnabled: false }));

    it('notices while nobody is here that the place has closed, and that it is open again', async () => {
        const closing = await shirase.addFacility({ name: '休む店' });
        await onPage(browser, 'closing kiosk', async (page) => {
            await stopClock(page);
            const kiosk = `${shirase.url}/kiosk/${closing.code}`;
            await page.goto(kiosk);
            await heading(page, '休む店');
            await shirase.ctl('facility', 'suspend', closing.code);
            await until(async () => (await (await request(kiosk)).text()).includes('休んでいます'), 'The kiosk is still open.');
            await turn(page, 61);
            await heading(page, 'このQRコードは、いま受け付けを休んでいます');
        }, tablet);
    });

    it('leads nowhere else', () => atKiosk('links', async (page) => {
        for (const link of await page.locator('a[href]').evaluateAll((links) => links.map((each) => each.getAttribute('href')))) {
            assert.ok(link.startsWith(`/kiosk/${facility.code}`), link);
        }
    }));
});
