// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { after, before, describe, it } from 'node:test';

import { wellFormedCode } from './support/codes.mjs';
import { japaneseDay } from './support/japan.mjs';
import { Shirase } from './support/shirase.mjs';
import { Relay } from './support/smtp.mjs';
import { until } from './support/waiting.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

const manyRequests = { 'limits.per_network_per_minute': 100_000 };

/** What a confirmation page says, without what belongs to the one visit: its token, and when the scan was. */
async function confirmation(answer, shirase) {
    const html = await (await request(new URL(answer.headers.get('location'), shirase.url))).text();
    return html.replaceAll(/\/v\/[^"?/]+/g, '/v/').replaceAll(/<dd>[^<]*<\/dd>/g, '');
}

/** Does some work so many times, a few at a time. */
async function repeat(times, work, atOnce = 10) {
    let next = 0;
    const worker = async () => { while (next < times) await work(next++); };
    await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Milliseconds until the whole answer is there. */
async function duration(work) {
    const began = performance.now();
    await (await work()).arrayBuffer();
    return performance.now() - began;
}

/**
 * Takes turns between two kinds of questions. Were one of them answered later by however little, but always, nearly every
 * pair would show it; what else the machine does falls on both alike.
 */
async function assertNoTellingTime(one, other, pairs) {
    let slower = 0;
    for (let pair = 0; pair < pairs; pair++) {
        const swapped = pair % 2 === 1;
        const first = await duration(swapped ? other : one);
        const second = await duration(swapped ? one : other);
        if (swapped ? second > first : first > second) slower++;
    }
    assert.ok(slower > pairs * 0.1 && slower < pairs * 0.9, `the one took longer in ${slower} of ${pairs} pairs`);
}

describe('who registers somebody else', { timeout: 300_000 }, () => {
    const victim = 'victim@example.jp';
    let relay, shirase, places;

    before(async () => {
        relay = await Relay.start();
        shirase = await Shirase.setUp({ relay: relay.url });
        await shirase.configure(manyRequests);
        await shirase.serve();
        places = [];
        for (let place = 0; place < 10; place++) places.push(await shirase.addFacility({ name: `店${place}` }));
    });
    after(async () => {
        await shirase?.remove();
        await relay?.stop();
    });

    it('a thousand times sets off the mails of an hour, and gets the answer that anybody gets', async () => {
        const allowed = Number(await shirase.ctl('config', 'get', 'limits.mails_per_address_per_hour'));
        const somebody = await registerVisit(places[0].url, 'v.whom-nobody-knows.m@example.jp');
        const answers = new Set([await confirmation(somebody, shirase)]);
        await repeat(1_000, async (time) => {
            answers.add(await confirmation(await registerVisit(places[time % places.length].url, victim), shirase));
        });
        assert.equal(answers.size, 1, [...answers].join('\n'));

        await until(async () => (await shirase.json('mail', 'queue')).waiting === 0, 'the confirmations have left');
        assert.equal(relay.mailsTo(victim).length, allowed);
    });

    it('learns nothing of whether the address was known from the time that it takes', async () => {
        const pairs = 60;
        await repeat(pairs, (time) => registerVisit(places[0].url, `known${time}@example.jp`));
        const registration = (token, address) => () => post(places[1].url, { token, email: address, agree: '1' });
        const [known, unknown] = [[], []];
        for (let time = 0; time < pairs; time++) {
            known.push(registration(await scan(places[1].url), `known${time}@example.jp`));
            unknown.push(registration(await scan(places[1].url), `strange${time}@example.jp`));
        }
        await assertNoTellingTime(() => known.pop()(), () => unknown.pop()(), pairs);
    });

    it('learns no contact of a place from asking for its link', async () => {
        const answers = new Set();
        for (const code of [places[2].code, wellFormedCode()]) {
            const began = performance.now();
            const answer = await post(`${shirase.url}/facilities/manage`, { code });
            // It leaves at a quarter of a second, however little there was to do (tst_EvenAnswer).
            assert.ok(performance.now() - began >= 240);
            answers.add(`${answer.status} ${answer.headers.get('location')} ${await answer.text()}`);
        }
        assert.equal(answers.size, 1, [...answers].join('\n'));
        assert.match([...answers][0], /^303 /);
    });
});

describe('who tries codes out', { timeout: 300_000 }, () => {
    let shirase, place;

    before(async () => {
        shirase = await Shirase.setUp();
        place = await shirase.addFacility();
        await shirase.configure({ 'limits.per_network_per_minute': 6 }); // forms; ten other requests belong to each
        await shirase.serve();
    });
    after(() => shirase?.remove());

    it('is stopped after a few, whoever X-Forwarded-For names, and until then each answer is the same', async () => {
        const answers = new Set();
        let tried = 0;
        await until(async () => {
            const code = tried % 2 === 0 ? wellFormedCode() : 'AAAAAAAAAAA';
            const answer = await request(`${shirase.url}/f/${code}`,
                { headers: { 'x-forwarded-for': `198.51.100.${tried % 250}`, forwarded: `for=203.0.113.${tried % 250}` } });
            const html = await answer.text();
            if (answer.status === 429) return true;
            tried++;
            assert.equal(answer.status, 404);
            answers.add(html.replaceAll(code, ''));
            return false;
        }, 'the limit is met');
        assert.equal(answers.size, 1, [...answers].join('\n'));
        assert.ok(tried < 200, `${tried} codes of 2^50 could be tried in a minute`);
        assert.equal((await request(place.url)).status, 429, 'a code that exists is no exception');
    });
});

describe('a host that is not ours', () => {
    let shirase, place;

    before(async () => {
        shirase = await Shirase.setUp();
        place = await shirase.addFacility();
        await shirase.serve();
    });
    after(() => shirase?.remove());

    /** { status, text } of an answer, head and all; fetch() allows no Host of one's own. */
    const ask = (url, headers) => new Promise((resolve, reject) => {
        get(url, { headers }, (answer) => {
            let text = JSON.stringify(answer.headers);
            answer.setEncoding('utf8').on('data', (part) => { text += part; });
            answer.on('end', () => resolve({ status: answer.statusCode, text }));
        }).on('error', reject);
    });

    it('appears in no answer and in no link, asked for as Host, as X-Forwarded-Host or in the path', async () => {
        const own = new URL(shirase.url).host;
        for (const path of ['/', '/faq', '/terms', '/facilities/new', '/facilities/manage', `/f/${place.code}`, `/kiosk/${place.code}`,
            '/nowhere', '/robots.txt']) {
            const refused = await ask(`${shirase.url}${path}`, { host: 'evil.example' });
            assert.equal(refused.status, 400, path);
            const forwarded = await ask(`${shirase.url}${path}`,
                { host: own, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example;proto=https' });
            for (const { text } of [refused, forwarded]) assert.ok(!text.includes('evil'), `${path}: ${text}`);
        }
        const { text } = await ask(`${shirase.url}//evil.example/%2e%2e`, { host: own });
        assert.doesNotMatch(text, /(?:href|src|action)="(?:https?:)?\/\/evil/);
    });
});

describe('a place with a name of its own kind', () => {
    let shirase;

    before(async () => { shirase = await Shirase.setUp(); });
    after(() => shirase?.remove());

    for (const name of ['あなた', 'お知らせ']) {
        it(`“${name}” blocks no notice, neither of its own nor of another place`, async () => {
            const place = await shirase.addFacility({ name });
            for (const { code } of [place, await shirase.addFacility({ name: `${name}の隣の店` })]) {
                const { id } = await shirase.json('notice', 'draft', '--target', `${code}@${japaneseDay()}`, ...shirase.asAdmin);
                await shirase.ctl('notice', 'approve', String(id), '--now', ...shirase.asAdmin);
            }
        });
    }

    it('that is a formula is executed by no spreadsheet, in the list of places and in the report of a notice', async () => {
        const formulas = ['=HYPERLINK("x","札幌")', '+cmd|calc!A0', '-2+3', '@SUM(1)', '\t=1+1', '＝1+1'];
        const places = [];
        for (const name of formulas) places.push(await shirase.addFacility({ name }));
        const list = shirase.path('places.csv');
        await shirase.ctl('facility', 'export', list);
        const targets = places.flatMap(({ code }) => ['--target', `${code}@${japaneseDay()}`]);
        const { id } = await shirase.json('notice', 'draft', ...targets, ...shirase.asAdmin);
        const report = shirase.path('report.csv');
        await shirase.ctl('notice', 'report', String(id), '--output', report);
        for (const file of [list, report]) {
            const csv = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
            assert.ok(csv.includes('HYPERLINK'), csv);
            assert.doesNotMatch(csv, /(?:^|[,\r\n])"?[=+\-@＝＋－＠\t]/, file);
        }
    });
});
