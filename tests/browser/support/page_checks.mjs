// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';

import { run } from './processes.mjs';

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const htmlCheck = fileURLToPath(new URL('html_check.py', import.meta.url));
const htmlValidate = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
        'tel-non-breaking': 'off', // our style sheet keeps a number on its line, and what is copied stays a number
        'meta-refresh': 'off', // a kiosk without JavaScript clears itself that way, and no other page has one
        'long-title': ['error', { maxlength: 90 }],
    },
});
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation of WCAG 2.2 A and AA that can be found by a program (REQUIREMENTS V8). */
export async function assertAccessible(page, colorScheme) {
    await page.emulateMedia({ colorScheme });
    // Injected from outside, so that the page's own policy stays as it is: it runs no script.
    await page.evaluate(axe);
    // To describe what is right takes longer than to find what is wrong.
    const options = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], selectors: false };
    const found = await page.evaluate((asked) => globalThis.axe.run(asked), options);
    const violations = found.violations.map(({ id, nodes }) =>
        [id, ...nodes.map((node) => `${node.html}\n    ${node.failureSummary}`)].join('\n  '));
    assert.deepEqual(violations, [], `in the ${colorScheme}`);
}

/** Everything is there without moving the page sideways. */
export async function assertFitsInWidth(page, asked) {
    await page.setViewportSize({ width: asked, height: 640 });
    const { inner, content, widest } = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const over = [...document.body.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().right > width + 1 && element.getClientRects().length > 0);
        return { inner: width, content: document.documentElement.scrollWidth, widest: over[0]?.outerHTML.slice(0, 200) };
    });
    assert.ok(content <= inner && !widest, `it is ${content} px wide in ${inner} px: ${widest}`);
}

/** On paper it is black on white, also where the screen is dark, and without what only a screen can do. */
export async function assertPrintsPlainly(page) {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const { colours, useless } = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        const onScreenOnly = '.skip, .languages, .foot-links, form, .erase';
        const shown = [...document.querySelectorAll(onScreenOnly)].filter((element) => element.checkVisibility());
        return { colours: [color, backgroundColor], useless: shown.map((element) => element.outerHTML.slice(0, 120)) };
    });
    await page.emulateMedia({ media: null, colorScheme: null });
    assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    assert.deepEqual(useless, [], 'printed in vain');
}

/** The Tab key comes by every link and control that is shown, in the page's order, and one sees where it is. */
export async function assertWalkedByKeyboard(page) {
    const expected = await page.evaluate(() => {
        document.activeElement?.blur();
        globalThis.getSelection().removeAllRanges();
        // A group of radio buttons is one stop.
        const stops = [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), summary')]
            .filter((element) => element.checkVisibility())
            .filter((element) => element.type !== 'radio' || element.checked
                || !document.querySelector(`input[name="${element.name}"]:checked`));
        const firstOfGroup = (element, index) => element.type !== 'radio'
            || stops.findIndex((other) => other.type === 'radio' && other.name === element.name) === index;
        const walked = stops.filter(firstOfGroup);
        walked.forEach((element, index) => { element.dataset.stop = String(index); });
        // The walk begins at the top of the page, wherever the page has put the focus.
        document.body.tabIndex = -1;
        document.body.focus();
        return walked.map((element) => element.outerHTML.slice(0, 120));
    });
    const seen = new Set();
    let invisible = null;
    // A date field has several stops, hence more steps than stops.
    for (let step = 0; step < expected.length + 20 && seen.size < expected.length; step++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
            const element = document.activeElement;
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            return { index: element.dataset.stop, shown: marked && box.width > 0 && box.bottom > 0 && box.top < innerHeight };
        });
        if (stop.index === undefined) continue;
        seen.add(Number(stop.index));
        if (!stop.shown) invisible ??= expected[stop.index];
    }
    assert.deepEqual(expected.filter((_, index) => !seen.has(index)), [], 'out of the keyboard\'s reach');
    assert.equal(invisible, null, 'the focus cannot be seen');
}

/** What a page weighs with its style sheets and pictures, nothing compressed. */
export class Weight {
    #known = new Map();

    /** In bytes. `html` is the page's own. */
    async of(page, html) {
        const parts = await page.locator('img[src], script[src], link[rel="stylesheet"], link[rel="icon"]')
            .evaluateAll((elements) => elements.map((element) => element.src ?? element.href));
        let bytes = Buffer.byteLength(html);
        for (const url of new Set(parts)) bytes += await this.#ofAsset(url);
        return bytes;
    }

    async #ofAsset(url) {
        if (!this.#known.has(url)) {
            const answer = await fetch(url);
            assert.equal(answer.status, 200, url);
            this.#known.set(url, (await answer.arrayBuffer()).byteLength);
        }
        return this.#known.get(url);
    }
}

/** Pages as an object of name → HTML, none of which has anything that a strict parser or html-validate stumbles over. */
export async function assertValidHtml(pages, file) {
    await writeFile(file, JSON.stringify(pages));
    const { status, stdout, stderr } = await run('/usr/bin/python3', [htmlCheck, file]);
    assert.equal(status, 0, stderr);
    const found = JSON.parse(stdout);
    for (const [name, html] of Object.entries(pages)) {
        const { results } = await htmlValidate.validateString(html);
        const messages = results.flatMap((result) => result.messages);
        if (messages.length > 0) found[name] = messages.map(({ line, ruleId, message }) => `line ${line}: ${message} (${ruleId})`);
    }
    assert.deepEqual(found, {});
}
