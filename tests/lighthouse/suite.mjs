// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { throttling as lighthouseDefaults } from 'lighthouse/core/config/constants.js';

import { languages } from '../browser/support/languages.mjs';
import { Shirase } from '../browser/support/shirase.mjs';
import { registerVisit, request } from '../browser/support/web.mjs';

const searchable = ['/', '/faq', '/faq/operators', '/terms', '/terms/operators', '/privacy'];

// Lighthouse plays a phone by slowing this machine down four times, which suits one that reaches this mark; a slower or
// busier one is slowed down less. Other work makes a page slower and never faster: the best of a few looks is its own.
const fastMachine = 1600;
const fastEnough = 0.98;
const looks = 5;

/** What Lighthouse says of some kinds of pages. Several files share them, so that none runs into the limit of time. */
export const describeLooks = (names) => describe(`Lighthouse on ${names.join(', ')}`, { timeout: 700_000 }, () => {
    let shirase, chrome, paths;

    before(async () => {
        shirase = await Shirase.setUp();
        await shirase.configure({ 'limits.per_network_per_minute': 100_000 });
        await shirase.serve();
        const { code, url } = await shirase.addFacility();
        const visit = new URL((await registerVisit(url, 'taro@example.jp')).headers.get('location'), url).pathname;
        paths = {
            ...Object.fromEntries(searchable.map((path) => [path, path])),
            'registration': `/f/${code}`, 'confirmation': visit, 'form for operators': '/facilities/new', 'kiosk': `/kiosk/${code}`,
        };
        // Chromium's sandbox refuses to run as root, which is what most build machines are.
        const asRoot = process.getuid() === 0 ? ['--no-sandbox'] : [];
        chrome = await launch({
            chromePath: process.env.SHIRASE_CHROMIUM ?? '/usr/bin/chromium',
            chromeFlags: ['--headless=new', '--disable-gpu', '--disable-background-networking', ...asRoot],
        });
    });
    after(async () => {
        await chrome?.kill();
        await shirase?.remove();
    });

    /** Looks again where something could not be looked at, which Lighthouse says by no score at all. */
    async function look(...what) {
        for (let time = 1; ; time++) {
            const found = await lookOnce(...what);
            if (time === looks || found.every(({ score }) => score !== null)) return found;
        }
    }

    /** Scores of one look, and what took something from each. */
    async function lookOnce(name, language, onlyCategories, slowdown = 4) {
        const { lhr } = await lighthouse(`${shirase.url}${paths[name]}?lang=${language}`, {
            port: chrome.port,
            logLevel: 'error',
            onlyCategories,
            // It fetches robots.txt from within the page, which our policy keeps even from it.
            skipAudits: ['robots-txt'],
            throttling: { ...lighthouseDefaults.mobileSlow4G, cpuSlowdownMultiplier: slowdown },
        });
        return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
            id,
            score,
            machine: lhr.environment.benchmarkIndex,
            faults: auditRefs.filter(({ weight }) => weight > 0).map((ref) => lhr.audits[ref.id])
                .filter((audit) => (audit.score === null ? audit.scoreDisplayMode === 'error' : audit.score < 1))
                .map((audit) => `${audit.id} ${audit.displayValue ?? audit.explanation ?? audit.errorMessage ?? ''}`),
        }));
    }

    /** Looks again where a page was slow. @param best what the first look said of its speed */
    async function assertFast(name, language, best) {
        let { machine } = best;
        for (let time = 1; time < looks && best.score < fastEnough; time++) {
            const [found] = await look(name, language, ['performance'], Math.min(4, Math.max(1, 4 * machine / fastMachine)));
            if (found.score > best.score) best = found;
            ({ machine } = found);
        }
        assert.ok(best.score >= fastEnough, `performance ${best.score}: ${best.faults.join('; ')}`);
    }

    for (const name of names) {
        const wanted = searchable.includes(name) ? ['seo'] : []; // the others are kept out of search engines
        for (const language of languages) {
            it(`has nothing against ${name} in ${language}, and finds it fast`, async () => {
                const found = await look(name, language, ['accessibility', 'best-practices', 'performance', ...wanted]);
                for (const { id, score, faults } of found.filter((category) => category.id !== 'performance')) {
                    assert.equal(score, 1, `${id}: ${faults.join('; ')}`);
                }
                await assertFast(name, language, found.find((category) => category.id === 'performance'));
            });
        }
    }

    it('would find robots.txt', async () => {
        const { status, headers } = await request(`${shirase.url}/robots.txt`);
        assert.equal(status, 200);
        assert.match(headers.get('content-type'), /^text\/plain/);
    });
});
