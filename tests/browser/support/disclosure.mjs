// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

// What mails to visitors must not give away (REQUIREMENTS V4, S5), written from the rules and not from our checker. All texts
// are compared in NFKC, which makes full-width letters and digits plain.

const kanjiNumber = '[〇零一二三四五六七八九十廿百千壱弐参]';
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

const rules = {
    'a link': [/https?:/i, /:\/\//, /\bwww\./i, /\b[a-z0-9-]+\.(?:[a-z0-9-]+\.)*(?:jp|com|net|org|info|biz|io)\b/i],
    'a mail address': [/@/, /\bmailto\b/i],
    'a phone number': [/(?:\d[\s()\-‐‑–—ー.・]{0,3}){7,}/, new RegExp(`(?:${kanjiNumber}[\\s\\-‐ー・]{0,2}){7,}`)],
    'a date': [
        /\d{1,4}\s*[年月]/, /\d{1,2}\s*日(?!以|間|ごと)/, new RegExp(`${kanjiNumber}\\s*[年月]|${kanjiNumber}{2,}日`),
        /\b\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?\b/, new RegExp(`\\b${month} \\d{1,2}\\b`, 'i'),
        new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${month}\\b`, 'i'), /令和|[月火水木金土日]曜/,
        /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i,
    ],
};

const plain = (text) => text.normalize('NFKC').toLowerCase();

/** The name itself and its words of three characters and more. */
function partsOfName(name) {
    const words = plain(name).split(/[^\p{L}\p{N}]+/u);
    return [plain(name), ...words].filter((part) => [...part].length >= 3);
}

/** “Bar” is in “a bar”, and not in “barely”; Japanese has no such borders. */
function holds(text, part) {
    if (!/^[\p{Script=Latin}\p{N}]+$/u.test(part)) return plain(text).includes(part);
    return plain(text).split(/[^\p{Script=Latin}\p{N}]+/u).includes(part);
}

function assertNoName(where, text, name) {
    for (const part of partsOfName(name)) {
        assert.ok(!holds(text, part), `${where} holds “${part}”, which is of the facility's name:\n${text}`);
    }
}

function assertNone(where, text, things) {
    for (const thing of things) {
        for (const rule of rules[thing]) {
            const found = rule.exec(plain(text));
            assert.equal(found, null, `${where} holds ${thing}: “${found?.[0]}” in\n${text}`);
        }
    }
}

/** A notice says nothing of where or when, and nothing that a swindler would put into one (S5). */
export function assertNoticeDisclosesNothing(mail, facilityName) {
    for (const where of ['subject', 'text']) {
        assertNoName(`the notice's ${where}`, mail[where], facilityName);
        assertNone(`the notice's ${where}`, mail[where], Object.keys(rules));
    }
}

/** A confirmation has no link and no facility's name (V4). */
export function assertConfirmationDisclosesNothing(mail, facilityName) {
    for (const where of ['subject', 'text']) {
        assertNoName(`the confirmation's ${where}`, mail[where], facilityName);
        assertNone(`the confirmation's ${where}`, mail[where], ['a link']);
    }
}
