// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { register } from './browser.mjs';
import { MailFolder } from './mail_folder.mjs';
import { post, request } from './web.mjs';

// Tests have their names before there is a server.
export const pageNames = [
    'home',
    'questions of visitors',
    'questions of operators',
    'terms',
    'terms for operators',
    'privacy',
    'registration',
    'registration at a place of an exercise',
    'registration with an unusable address',
    'registration with a likely slip',
    'confirmation',
    'erased',
    'form for operators',
    'form for operators with problems',
    'form for operators, done',
    'form for operators, contact asked',
    'link to manage',
    'link to manage, without a code',
    'link to manage, sent',
    'managed place',
    'managed place, details',
    'managed place, details with problems',
    'managed place, code',
    'managed place, close',
    'managed place, new contact',
    'managed place, corrected',
    'managed place, contact asked',
    'managed place, contact changed',
    'managed place, confirmed',
    'managed place, code issued',
    'managed place, closed',
    'managed place, link that is over',
    'retired code',
    'suspended code',
    'event on another day',
    'unknown code',
    'confirmation that is over',
    'no such page',
    'kiosk',
    'kiosk with an unusable address',
    'kiosk with a likely slip',
    'kiosk, registered',
    'kiosk of a retired code',
];
/** For the setting organisation.news. */
export const news = [{
    date: '2026-11-20',
    ja: 'お知らせを送らない場合の説明を加えました。',
    'ja-x-easy': 'お知らせを　送らない　ときの　説明を　書きました。',
    en: 'Says when no notice is sent.',
    'zh-Hans': '增加了关于不发送通知的情况的说明。',
    'zh-Hant': '增加了關於不寄送通知的情況的說明。',
    ko: '알림을 보내지 않는 경우에 대한 설명을 추가했습니다.',
}];

/** How to come to each page of a web server: name → open(page, language). */
export async function waysToPages(shirase) {
    const place = await shirase.addFacility();
    const [retired, suspended, exercise, past] = await Promise.all([
        shirase.addFacility({ name: '閉店' }), shirase.addFacility({ name: '休業' }),
        shirase.addFacility({ name: '訓練の店', more: ['--exercise'] }),
        shirase.addFacility({ name: '昔の祭', kind: 'event', more: ['--from', '2020-01-01', '--until', '2020-01-02'] })]);
    await shirase.ctl('facility', 'retire', retired.code);
    await shirase.ctl('facility', 'suspend', suspended.code);
    const managed = await linkTo(shirase, await shirase.addFacility({ name: '「髙橋①亭」 Café & Bar', email: 'managed@example.jp' }));
    const moved = await newContact(shirase, await shirase.addFacility({ name: '引っ越した店', email: 'moving@example.jp' }));

    const at = (path) => (page, language) => page.goto(`${shirase.url}${path}?lang=${language}`);
    const signup = at(`/f/${place.code}`);
    let erasures = 0;
    const registered = (address) => async (page, language) => {
        await signup(page, language);
        await register(page, address);
    };
    // With a script the kiosk has its languages without their addresses.
    const kiosk = async (page, language) => {
        await page.goto(`${shirase.url}/kiosk/${place.code}`);
        await page.locator('main').evaluate((main) => { main.dataset.before = ''; });
        await page.locator(`a[hreflang="${language}"]`).click();
        await page.locator(`html[lang="${language}"] main:not([data-before])`).waitFor({ state: 'attached' });
    };
    const atKiosk = (address, landmark) => async (page, language) => {
        await kiosk(page, language);
        await register(page, address);
        await page.locator(landmark).waitFor();
    };
    return {
        'home': at('/'),
        'questions of visitors': at('/faq'),
        'questions of operators': at('/faq/operators'),
        'terms': at('/terms'),
        'terms for operators': at('/terms/operators'),
        'privacy': at('/privacy'),
        'registration': signup,
        'registration at a place of an exercise': at(`/f/${exercise.code}`),
        'registration with an unusable address': registered('nobody'),
        'registration with a likely slip': registered('taro@gmial.com'),
        'confirmation': registered('taro@example.jp'),
        'erased': async (page, language) => {
            // Somebody new: a visit that was erased cannot come back within the second of its scan.
            await registered(`hanako${++erasures}@example.jp`)(page, language);
            await page.locator('form[action$="/erase"] button').click();
            await page.waitForURL(/\/erase$/);
        },
        'form for operators': at('/facilities/new'),
        'form for operators with problems': async (page, language) => {
            await at('/facilities/new')(page, language);
            await page.locator('form button').click();
        },
        'form for operators, done': at('/facilities/new/done'),
        'form for operators, contact asked': at('/facilities/new/asked'),
        'link to manage': at('/facilities/manage'),
        'link to manage, without a code': async (page, language) => {
            await at('/facilities/manage')(page, language);
            await page.locator('form button').click();
        },
        'link to manage, sent': at('/facilities/manage/sent'),
        'managed place': at(managed),
        'managed place, details': at(`${managed}/details`),
        'managed place, details with problems': async (page, language) => {
            await at(`${managed}/details`)(page, language);
            await page.locator('input[name="phone"]').fill('110');
            await page.locator('form button').click();
        },
        'managed place, code': at(`${managed}/code`),
        'managed place, close': at(`${managed}/close`),
        'managed place, new contact': at(moved),
        'managed place, corrected': at('/facilities/manage/done/corrected'),
        'managed place, contact asked': at('/facilities/manage/done/asked'),
        'managed place, contact changed': at('/facilities/manage/done/contact'),
        'managed place, confirmed': at('/facilities/manage/done/confirmed'),
        'managed place, code issued': at('/facilities/manage/done/code'),
        'managed place, closed': at('/facilities/manage/done/closed'),
        'managed place, link that is over': at('/facilities/manage/AAAA'),
        'retired code': at(`/f/${retired.code}`),
        'suspended code': at(`/f/${suspended.code}`),
        'event on another day': at(`/f/${past.code}`),
        'unknown code': at('/f/AAAAAAAAAAA'),
        'confirmation that is over': at('/v/AAAA'),
        'no such page': at('/nowhere'),
        'kiosk': kiosk,
        'kiosk with an unusable address': atKiosk('nobody', '.summary'),
        'kiosk with a likely slip': atKiosk('taro@gmial.com', '.question'),
        'kiosk, registered': atKiosk('taro@example.jp', '.facts'),
        'kiosk of a retired code': at(`/kiosk/${retired.code}`),
    };
}

/** The path of the link that a facility's contact gets when somebody asks for it. */
async function linkTo(shirase, { code }, address = 'managed@example.jp') {
    assert.equal((await post(`${shirase.url}/facilities/manage`, { code })).status, 303);
    return pathIn(await mailsOf(shirase).mailTo(address));
}

/** The path of the link that a facility's new contact gets. */
async function newContact(shirase, facility) {
    const details = `${shirase.url}${await linkTo(shirase, facility, 'moving@example.jp')}/details`;
    const fields = Object.fromEntries([...(await (await request(details)).text())
        .matchAll(/<input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const answer = await post(details, { ...fields, kind: 'store', lang: 'ja', contact_email: 'moved@example.jp' });
    assert.equal(answer.status, 303, await answer.text());
    return pathIn(await mailsOf(shirase).mailTo('moved@example.jp'));
}

function mailsOf(shirase) {
    return new MailFolder(shirase.mailFolder, shirase.path('mails-read'));
}

function pathIn(mail) {
    return /\/facilities\/manage\/[^\s?]+/.exec(mail.text)[0];
}
