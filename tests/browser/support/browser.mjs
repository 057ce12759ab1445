// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { logs } from './folders.mjs';

export function startBrowser() {
    return chromium.launch({
        executablePath: process.env.SHIRASE_CHROMIUM ?? '/usr/bin/chromium',
        // Chromium's sandbox refuses to run as root, which is what most build machines are.
        chromiumSandbox: process.getuid() !== 0,
        args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
}

/** Does some work on a fresh page, see Window. */
export async function onPage(browser, name, work, options = {}) {
    const window = await Window.open(browser, options);
    try {
        return await window.show(name, work);
    } finally {
        await window.close();
    }
}

/**
 * A page of a visitor with a phone and Japanese as the language, unless `options` (of Playwright's newContext) say
 * otherwise. What was shown before it may have left in its cache, as with any visitor.
 */
export class Window {
    #context;
    #strangers = [];
    #forbidden = [];

    static async open(browser, options = {}) {
        const window = new Window();
        const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 360, height: 740 }, ...options });
        context.on('request', (request) => {
            const { protocol, hostname } = new URL(request.url());
            if (protocol !== 'data:' && hostname !== '127.0.0.1') window.#strangers.push(request.url());
        });
        window.#context = context;
        window.page = await context.newPage();
        window.page.setDefaultTimeout(30_000);
        window.page.on('console', (message) => {
            if (/Content.Security.Policy/i.test(message.text())) window.#forbidden.push(message.text());
        });
        return window;
    }

    /**
     * Does some work on the page. Fails if the page asks anybody but its own server for anything, or tries what its own
     * policy forbids. Where the work fails, the page is photographed and named in the error.
     */
    async show(name, work) {
        this.#strangers.length = 0;
        this.#forbidden.length = 0;
        try {
            const result = await work(this.page);
            assert.deepEqual(this.#strangers, [], 'the page asks nobody but its own server');
            assert.deepEqual(this.#forbidden, [], 'the page keeps to its own policy');
            return result;
        } catch (error) {
            error.message += `\n  on ${this.page.url()}, see ${await photograph(this.page, name)}`;
            throw error;
        }
    }

    close() {
        return this.#context.close();
    }
}

async function photograph(page, name) {
    const folder = join(logs, 'screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    try {
        await page.screenshot({ path, fullPage: true });
        return path;
    } catch (error) {
        return `no screenshot (${error.message})`;
    }
}

/** The parts of the registration form, found as a person finds them: by kind, not by the page's inner names. */
export function registrationForm(page) {
    const form = page.locator('form', { has: page.locator('input[name="token"]') });
    return {
        email: form.locator('input[name="email"]'),
        agree: form.locator('input[name="agree"]'),
        token: form.locator('input[name="token"]'),
        submit: form.locator('button[type="submit"], button:not([type]), input[type="submit"]').first(),
    };
}

/** Fills in the form of an opened registration page and sends it. */
export async function register(page, address) {
    const form = registrationForm(page);
    await form.email.fill(address);
    if (!await form.agree.isChecked()) await form.agree.check();
    await form.submit.click();
}
