// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { assertConfirmationDisclosesNothing, assertNoticeDisclosesNothing } from './support/disclosure.mjs';

const name = '「髙橋①亭」 Café & Bar <札幌>';
const sound = {
    subject: '同じ日に同じ場所を利用した方へのお知らせ',
    text: 'あなたが訪れた施設を、感染した方が同じ日に利用していました。まずは体調に十分ご注意ください。\n'
        + 'Someone who was infected used a place that you may have visited on the same day. It barely matters how near.\n',
};

// The end-to-end tests lean on these rules: each has to see what it is for.
describe('the rules of what a mail may not give away', () => {
    it('let a sound notice pass', () => assertNoticeDisclosesNothing(sound, name));

    const leaks = [
        name, '髙橋1亭', '髙橋①亭でのこと', 'the CAFÉ', 'ｃａｆé', 'a Bar',
        'https://example.jp/', 'pref.hokkaido.lg.jp', 'ｗｗｗ．example', 'HTTP:／／x',
        'a@b', 'ａ＠ｂ', '011-204-5020', '０１１（２０４）５０２０', '〇一一・二〇四・五〇二〇', '0112045020',
        '11月21日', '１１月２１日', '十一月二十一日', '2026-11-21', '11/21', '21st November', 'Nov 21', 'on Saturday', '土曜日', '令和八年',
    ];
    for (const leak of leaks) {
        it(`see “${leak}” in the text and in the subject`, () => {
            for (const where of ['subject', 'text']) {
                const leaking = { ...sound, [where]: `${sound[where]} ${leak} ` };
                assert.throws(() => assertNoticeDisclosesNothing(leaking, name), /notice's/);
            }
        });
    }

    it('see a link and the name in a confirmation', () => {
        for (const leak of ['https://example.jp/', 'Café']) {
            assert.throws(() => assertConfirmationDisclosesNothing({ ...sound, text: leak }, name), /confirmation's/);
        }
    });
});
