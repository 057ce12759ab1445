// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { connect } from 'node:tls';

import { Authority } from './support/authority.mjs';
import { onPage, register, startBrowser } from './support/browser.mjs';
import { run } from './support/processes.mjs';
import { Shirase } from './support/shirase.mjs';
import { until } from './support/waiting.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

/** What curl gets: { status, headers } with the headers as text; status 0 if it refuses the connection. */
async function curl(url, ...args) {
    const { stdout } = await run('curl', ['--silent', '--dump-header', '-', '--output', '/dev/null', ...args, url]);
    return { status: Number(/^HTTP\/\S+ (\d+)/.exec(stdout)?.[1] ?? 0), headers: stdout.toLowerCase() };
}

describe('TLS in the server itself', () => {
    let shirase, authority, facility;

    before(async () => {
        shirase = await Shirase.setUp();
        authority = await Authority.make(shirase.path('.'));
        await authority.issue('live');
        await shirase.configure({
            'web.tls_certificate': authority.path('live.pem'),
            'web.tls_key': authority.path('live.key'),
        });
        facility = await shirase.addFacility();
        await shirase.serve();
    });
    after(() => shirase?.remove());

    it('is announced, and the address of a facility begins with https', () => {
        assert.match(shirase.url, /^https:\/\/127\.0\.0\.1:\d+$/);
        assert.ok(facility.url.startsWith('https://'), facility.url);
    });

    it('is accepted by who trusts the authority, and by nobody else', async () => {
        const { status, headers } = await curl(facility.url, '--cacert', authority.path('ca.pem'));
        assert.equal(status, 200);
        assert.match(headers, /^strict-transport-security: max-age=\d+/m);
        assert.equal((await curl(facility.url)).status, 0);
        assert.equal((await curl(facility.url, '--insecure', '--tls-max', '1.1')).status, 0);
    });

    it('takes a registration from a browser', async () => {
        const browser = await startBrowser();
        try {
            await onPage(browser, 'registration over TLS', async (page) => {
                await page.goto(facility.url);
                await register(page, 'tls@example.jp');
                await page.waitForURL(/^https:.*\/v\//);
            }, { ignoreHTTPSErrors: true });
        } finally {
            await browser.close();
        }
    });

    it('shows a renewed certificate without a restart', async () => {
        assert.equal(await commonName(shirase.url), 'live');
        await authority.issue('renewed');
        await copyFile(authority.path('renewed.pem'), authority.path('live.pem'));
        await copyFile(authority.path('renewed.key'), authority.path('live.key'));
        await until(async () => await commonName(shirase.url) === 'renewed', 'the renewed certificate is shown');
    });

    it('does not begin with a key that is not the certificate\'s, and says so', async () => {
        await shirase.stopServing();
        await authority.issue('other');
        await shirase.configure({ 'web.tls_key': authority.path('other.key') });
        const { status, stderr } = await shirase.attempt('serve');
        assert.equal(status, 1);
        assert.match(stderr, /web\.tls_key/);
        assert.ok(stderr.includes(authority.path('other.key')), stderr);
    });
});

function commonName(url) {
    return new Promise((resolve, reject) => {
        const { hostname, port } = new URL(url);
        const socket = connect({ host: hostname, port, rejectUnauthorized: false }, () => {
            resolve(socket.getPeerCertificate().subject.CN);
            socket.end();
        });
        socket.once('error', reject);
    });
}

describe('the manners of the web server', () => {
    let shirase, facility;

    before(async () => {
        shirase = await Shirase.setUp();
        facility = await shirase.addFacility();
        await shirase.serve();
    });
    after(() => shirase?.remove());

    it('plain pages are compressed and asked about again; a registration page is neither', async () => {
        const home = await curl(`${shirase.url}/`, '--header', 'Accept-Encoding: gzip');
        assert.match(home.headers, /^content-encoding: gzip/m);
        assert.match(home.headers, /^vary: accept-language, accept-encoding/m);
        const tag = /^etag: (".*")/m.exec(home.headers)[1];
        const again = await curl(`${shirase.url}/`, '--header', 'Accept-Encoding: gzip', '--header', `If-None-Match: ${tag}`);
        assert.equal(again.status, 304);
        const page = await curl(facility.url, '--header', 'Accept-Encoding: gzip');
        assert.doesNotMatch(page.headers, /^(content-encoding|etag):/m);
        assert.match(page.headers, /^cache-control: no-store/m);
        assert.match(page.headers, /^x-robots-tag: noindex/m);
    });

    it('it says that registrations can be stored, and its counts to this machine only', async () => {
        assert.equal((await request(`${shirase.url}/healthz`)).status, 200);
        await registerVisit(facility.url, 'counted@example.jp');
        const metrics = await request(`${shirase.url}/metrics`);
        assert.equal(metrics.status, 200);
        const text = await metrics.text();
        assert.match(text, /^shirase_registrations_total 1$/m);
        assert.match(text, /^shirase_http_requests_total\{status="3xx"\} [1-9]\d*$/m);
        for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
            const { status } = await request(`${shirase.url}/metrics`, { headers: { [header]: '192.0.2.1' } });
            assert.equal(status, 404, header);
        }
    });

    it('a network that sends too much is asked to wait, in its language, as soon as the setting says so', async () => {
        const token = await scan(facility.url);
        await shirase.configure({ 'limits.per_network_per_minute': 2 });
        let answer;
        await until(async () => {
            answer = await post(facility.url, { token, email: 'again@example.jp', agree: '1' },
                { headers: { 'accept-language': 'en' } });
            return answer.status === 429;
        }, 'the limit is in force');
        assert.ok(Number(answer.headers.get('retry-after')) >= 1);
        assert.match(await answer.text(), /not registered/);
        await shirase.configure({ 'limits.per_network_per_minute': 1000 });
        await until(async () => (await post(facility.url, { token, email: 'again@example.jp', agree: '1' })).status === 303,
            'the limit is lifted');
    });
});

// Issue 4: no line joins a client address with a mail address or a facility. There is no line about a visitor at all.
describe('what the server says of its visitors', () => {
    it('is nothing', async () => {
        const shirase = await Shirase.setUp();
        try {
            const facility = await shirase.addFacility({ name: '札幌ログ食堂' });
            await shirase.serve();
            await registerVisit(facility.url, 'known.visitor@example.jp');
            await post(facility.url, { token: 'forged', email: 'known.visitor@example.jp', agree: '1' });
            await post(facility.url, { token: await scan(facility.url), email: 'known.visitor@@', agree: '1' });
            await request(`${shirase.url}/f/nowhere?email=known.visitor@example.jp`);
            await request(`${shirase.url}/f/%00`);
            await request(`${shirase.url}/healthz`, { headers: { 'x-forwarded-for': '198.51.100.7' } });
            const { url, output } = shirase;
            assert.equal(await shirase.stopServing(), 0);
            assert.equal(output(), `listening on ${url}\n`);
        } finally {
            await shirase.remove();
        }
    });
});
