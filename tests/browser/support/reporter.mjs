// SPDX-License-Identifier: GPL-3.0-or-later
import { basename } from 'node:path';

// What fails only because a test inside it failed is not counted again.
const derived = 'subtestsFailed';

/** For node --test: one JSON value per line, { suite, name, outcome, reason }, which packaging/test-summary adds up. */
export default async function* reporter(events) {
    let suite = '';
    for await (const { type, data } of events) {
        if (type === 'test:start' && data.nesting === 0) suite = data.name;
        const result = { 'test:pass': passed, 'test:fail': failed }[type]?.(data);
        if (result) yield `${JSON.stringify({ suite: basename(suite), name: basename(data.name), ...result })}\n`;
    }
}

function passed({ name, details, skip, todo }) {
    const isFrame = details?.type === 'suite' || name.endsWith('.test.mjs');
    if (skip !== undefined) return { outcome: 'skipped', reason: typeof skip === 'string' ? skip : '' };
    if (todo !== undefined) return { outcome: 'skipped', reason: 'to do' };
    return isFrame ? null : { outcome: 'passed', reason: '' };
}

function failed({ details }) {
    if (details.error.failureType === derived) return null;
    const { cause } = details.error;
    return { outcome: 'failed', reason: String(cause?.message ?? cause ?? details.error.message) };
}
