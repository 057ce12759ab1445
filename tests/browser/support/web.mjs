// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

/** Requests as anybody may send them, without a browser that keeps to the rules. Redirections are not followed. */
export function request(url, options = {}) {
    return fetch(url, { redirect: 'manual', ...options });
}

export function post(url, fields, options = {}) {
    return request(url, { method: 'POST', body: new URLSearchParams(fields), ...options });
}

/** A fresh scan token from a facility's page. */
export async function scan(url) {
    const response = await request(url);
    const html = await response.text();
    assert.equal(response.status, 200, html);
    const field = /<input[^>]*\bname="token"[^>]*>/.exec(html)?.[0] ?? '';
    const token = /\bvalue="([^"]+)"/.exec(field)?.[1];
    assert.ok(token, 'the page has a field with a token');
    return token;
}

/** Registers a visit without a browser; returns the answer, which is a redirection to /v/… where all is well. */
export async function registerVisit(url, address) {
    const response = await post(url, { token: await scan(url), email: address, agree: '1' });
    assert.equal(response.status, 303, await response.text());
    assert.match(response.headers.get('location'), /\/v\/[^/]+$/);
    return response;
}
