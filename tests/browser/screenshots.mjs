// SPDX-License-Identifier: GPL-3.0-or-later
//
// Photographs every page for people to look at:
//     node tests/browser/screenshots.mjs FOLDER [--languages ja,en] [--widths 320,768,1280] [--schemes light,dark] [--pages PATTERN]
// One picture a page, as FOLDER/LANGUAGE-WIDTH-SCHEME/NN-NAME.png. It also says where a heading or a button leaves a single
// character alone on its last line.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startBrowser } from './support/browser.mjs';
import { news, pageNames, waysToPages } from './support/every_page.mjs';
import { languages } from './support/languages.mjs';
import { Shirase } from './support/shirase.mjs';

const { values, positionals: [folder] } = parseArgs({
    allowPositionals: true,
    options: {
        languages: { type: 'string', default: languages.join() },
        widths: { type: 'string', default: '320,768,1280' },
        schemes: { type: 'string', default: 'light,dark' },
        pages: { type: 'string', default: '' },
    },
});
if (!folder) {
    console.error('usage: node tests/browser/screenshots.mjs FOLDER [--languages …] [--widths …] [--schemes …] [--pages PATTERN]');
    process.exit(2);
}

/** Pictures further down are loaded when they come near, which a photograph does not wait for. */
async function loadPictures() {
    const pictures = [...document.images];
    pictures.forEach((picture) => { picture.loading = 'eager'; });
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
}

/** Short texts whose last line has one character only. */
function lonelyEnds() {
    const lonely = [];
    for (const element of document.querySelectorAll('h1, h2, h3, button, .button, legend, label, dt, figcaption')) {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const lines = new Map();
        while (texts.nextNode()) {
            for (let at = 0; at < texts.currentNode.length; at++) {
                const range = document.createRange();
                range.setStart(texts.currentNode, at);
                range.setEnd(texts.currentNode, at + 1);
                const box = range.getBoundingClientRect();
                const character = range.toString();
                if (box.width > 0 && character.trim()) lines.set(Math.round(box.bottom), (lines.get(Math.round(box.bottom)) ?? '') + character);
            }
        }
        const last = [...lines].sort(([a], [b]) => a - b).at(-1);
        if (lines.size > 1 && [...last[1].replaceAll(/[。、，？！?!.,）)」”]/gu, '')].length === 1) lonely.push(element.innerText);
    }
    return lonely;
}

const shirase = await Shirase.setUp();
const browser = await startBrowser();
try {
    await shirase.configure({ 'organisation.news': JSON.stringify(news), 'limits.per_network_per_minute': 1_000_000 });
    await shirase.serve();
    const open = await waysToPages(shirase);
    for (const language of values.languages.split(',')) {
        for (const width of values.widths.split(',').map(Number)) {
            for (const colorScheme of values.schemes.split(',')) {
                const place = join(folder, `${language}-${width}-${colorScheme}`);
                await mkdir(place, { recursive: true });
                const context = await browser.newContext({ locale: 'ja-JP', colorScheme, viewport: { width, height: width < 600 ? 640 : 900 } });
                const page = await context.newPage();
                for (const [index, name] of pageNames.entries()) {
                    if (!name.includes(values.pages)) continue;
                    await open[name](page, language);
                    await page.evaluate(loadPictures);
                    for (const text of await page.evaluate(lonelyEnds)) console.log(`${language} ${width} ${name}: ${text}`);
                    const file = `${String(index).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}.png`;
                    await page.screenshot({ path: join(place, file), fullPage: true });
                }
                await context.close();
            }
        }
    }
} finally {
    await browser.close();
    await shirase.remove();
}
