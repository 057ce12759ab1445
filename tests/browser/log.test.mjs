// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { Shirase } from './support/shirase.mjs';
import { post, registerVisit, request, scan } from './support/web.mjs';

const client = '203.0.113.77'; // as the proxy says it
const visitor = 'quiet-visitor@example.jp';
const operator = 'quiet-operator@example.jp';
const name = '静かな喫茶店';

/** What the server writes about its work must not say who was where, nor who asked (REQUIREMENTS D2). */
describe('what the server says on its way', { timeout: 300_000 }, () => {
    let shirase;
    before(async () => {
        shirase = await Shirase.setUp();
        await shirase.configure({ 'web.trusted_proxies': '127.0.0.1', 'limits.per_network_per_minute': 40 });
    });
    after(() => shirase?.remove());

    it('joins no client with a mail address or a facility, whatever comes', async () => {
        const facility = await shirase.addFacility({ name });
        await shirase.serve();
        const output = shirase.output;
        const headers = { 'x-forwarded-for': client };
        const pages = [facility.url, `${shirase.url}/kiosk/${facility.code}`];

        const { headers: answered } = await registerVisit(facility.url, visitor);
        const visit = new URL(answered.get('location'), shirase.url).href;
        for (const page of pages) {
            const token = await scan(page);
            for (const fields of [
                { token, email: visitor, agree: '1' }, { token, email: visitor }, { token: 'forged', email: visitor, agree: '1' },
                { token, email: `${visitor}\r\n${client}`, agree: '1' }, { token, email: 'quiet@gmial.com', agree: '1' },
            ]) await post(page, fields, { headers });
            await request(page, { method: 'DELETE', headers });
            await post(page, {}, { headers: { ...headers, 'content-type': 'application/json' } });
        }
        await post(`${visit}/erase`, { lang: 'ja' }, { headers });
        await post(`${shirase.url}/facilities/new`, {
            token: await scan(`${shirase.url}/facilities/new`), kind: 'store', name, contact_name: '高橋', contact_email: operator,
            phone: '011-000-0103', postal_code: '064-0801', address: '北海道札幌市中央区南一条西77丁目', agree: '1',
        }, { headers });
        let status = 0;
        for (let time = 0; time < 60 && status !== 429; time++) ({ status } = await post(facility.url, { email: visitor }, { headers }));
        assert.equal(status, 429, 'the limit is met too');

        assert.equal(await shirase.stopServing(), 0);
        const said = output();
        assert.match(said, /listening on/, 'it is the server that is listened to');
        for (const secret of [client, visitor, operator, 'quiet', name, facility.code, visit.split('/').at(-1)]) {
            assert.ok(!said.includes(secret), `“${secret}” in what the server said:\n${said}`);
        }
    });
});
