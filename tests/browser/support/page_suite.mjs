// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startBrowser, Window } from './browser.mjs';
import { news, pageNames, waysToPages } from './every_page.mjs';
import { languages } from './languages.mjs';
import { assertAccessible, assertFitsInWidth, assertPrintsPlainly, assertValidHtml, assertWalkedByKeyboard, Weight } from './page_checks.mjs';
import { Shirase } from './shirase.mjs';

const mostBytes = 40 * 1024;
const desk = { reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } };

/**
 * Every page in some of the languages: who cannot see it, who has no mouse, who has a small phone, who has an old one
 * (REQUIREMENTS V7, V8). Several files share the work, so that none runs into the limit of time on a busy machine.
 */
export function describePages(tested) {
    describe(`the pages in ${tested.join(', ')}`, { timeout: 660_000 }, () => {
        let shirase, browser, open;
        const weight = new Weight();

        before(async () => {
            shirase = await Shirase.setUp();
            await shirase.configure({ 'organisation.news': JSON.stringify(news) });
            await shirase.serve();
            browser = await startBrowser();
            open = await waysToPages(shirase);
            assert.deepEqual(Object.keys(open), pageNames);
        });
        after(async () => {
            await browser?.close();
            await shirase?.remove();
        });

        for (const language of tested) {
            describe(`in ${language}`, () => {
                const html = {};
                const answers = [];
                let plain, scripted;

                // One window for all pages: to open one takes longer than most of what is looked at in it.
                before(async () => {
                    plain = await Window.open(browser, { ...desk, javaScriptEnabled: false });
                    plain.page.on('response', (answer) => answers.push(answer));
                    scripted = await Window.open(browser);
                });
                after(async () => {
                    await plain?.close();
                    await scripted?.close();
                });

                for (const name of pageNames) {
                    it(name, () => plain.show(`${name} in ${language}`, async (page) => {
                        answers.length = 0;
                        await page.setViewportSize(desk.viewport);
                        await open[name](page, language);
                        assert.equal(await page.locator('html').getAttribute('lang'), language);
                        const choices = page.locator(':is(details.languages, nav.tongues) li a');
                        assert.deepEqual(await choices.evaluateAll((links) => links.map((link) => link.lang)), languages);

                        const shown = answers.findLast((answer) => answer.url() === page.url());
                        html[name] = await shown.text();
                        const bytes = await weight.of(page, html[name]);
                        assert.ok(bytes < mostBytes, `it weighs ${bytes} bytes`);

                        await assertWalkedByKeyboard(page);
                        // 640 px is what 200 % leaves of 1280.
                        for (const width of [320, 640]) await assertFitsInWidth(page, width);
                        await assertPrintsPlainly(page);
                    }));

                    // axe is a script. The colours are the same in all languages.
                    it(`${name}, as axe sees it`, () => scripted.show(`${name} in ${language}`, async (page) => {
                        await open[name](page, language);
                        await assertAccessible(page, 'light');
                        if (language === languages[0]) await assertAccessible(page, 'dark');
                    }));
                }

                it('are sound HTML', () => assertValidHtml(html, shirase.path(`pages-${language}.json`)));
            });
        }
    });
}
