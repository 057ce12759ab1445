// SPDX-License-Identifier: GPL-3.0-or-later
//
// A kiosk serves one stranger after another (REQUIREMENTS V9). Every screen is a page that the server writes; this puts one
// in the place of the other, so that nothing gets into the history, and forgets a visitor who has gone.
(() => {
    'use strict';

    const home = location.pathname;
    const resetAfter = Number(document.body.dataset.reset) * 1000;
    const warnBefore = resetAfter / 2;
    const patience = 10_000; // for one answer
    const pauseAfterFailure = 3_000;
    const lookAround = 60_000; // a place that closes, a new program, a lost connection are noticed while nobody is here
    const rows = ['1234567890⌫', 'qwertyuiop_', 'asdfghjkl-+', 'zxcvbnm.@/?'];
    const domains = ['@docomo.ne.jp', '@ezweb.ne.jp', '@softbank.ne.jp', '@gmail.com', '@yahoo.co.jp', '@icloud.com'];

    // The start screen: a document that never held anything of a visitor.
    let start = location.search ? null : document.cloneNode(true);
    let visitor = 0; // counts, so that what was under way for one does not show to the next
    let begun = false;
    let sending = false;
    let waiting = false;
    let scan = Promise.resolve(); // until this visitor's token is in the form
    let timer;

    const find = (selector) => document.querySelector(selector);

    /** A server that cannot look at what it was asked has no form to show either; what was typed stays here. */
    const hasLooked = (answer, page) => answer.status < 500 || page.querySelector('form') !== null;

    async function ask(address, options) {
        const abort = new AbortController();
        const limit = setTimeout(() => abort.abort(), patience);
        try {
            const answer = await fetch(address, { cache: 'no-store', credentials: 'omit', signal: abort.signal, ...options });
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            if (!page.body.matches('.kiosk') || !hasLooked(answer, page)) throw new Error(`${answer.status} instead of the kiosk`);
            return page;
        } finally {
            clearTimeout(limit);
        }
    }

    /** Asks until there is an answer; null once the visitor is gone. Repeating a registration is harmless. */
    async function insist(address, options) {
        const whose = visitor;
        while (whose === visitor) {
            try {
                const page = await ask(address, options);
                setWaiting(false);
                return whose === visitor ? page : null;
            } catch {
                setWaiting(true);
                await pause();
            }
        }
        return null;
    }

    function pause() {
        return new Promise((resolve) => {
            setTimeout(resolve, pauseAfterFailure);
            addEventListener('online', resolve, { once: true });
        });
    }

    function setWaiting(now) {
        waiting = now;
        find('.waiting').hidden = !now;
    }

    function show(page) {
        document.documentElement.lang = page.documentElement.lang;
        document.title = page.title;
        document.body.replaceWith(document.importNode(page.body, true));
        prepare();
        find('[autofocus]')?.focus();
        scrollTo(0, 0);
    }

    /** What a page gets besides what the server wrote. */
    function prepare() {
        setWaiting(waiting);
        for (const form of document.forms) form.noValidate = true; // the server says it in the visitor's language
        const keys = find('.keys');
        if (!keys) return;
        // The tablet's own keyboard would learn addresses and suggest them to the next visitor.
        find('#email').inputMode = 'none';
        for (const row of [...rows.map((row) => [...row]), domains]) {
            const line = keys.appendChild(document.createElement('div'));
            for (const text of row) line.append(key(text, keys.dataset.erase));
        }
    }

    function key(text, eraseLabel) {
        const button = document.createElement('button');
        button.type = 'button';
        button.tabIndex = -1; // who has a keyboard types
        button.className = 'key';
        button.textContent = text;
        button.value = text;
        if (text === '⌫') button.setAttribute('aria-label', eraseLabel);
        return button;
    }

    function press(text) {
        const field = find('#email');
        if (document.activeElement !== field) field.focus();
        const [from, to] = [field.selectionStart, field.selectionEnd];
        if (text === '⌫') field.setRangeText('', from === to ? Math.max(0, from - 1) : from, to, 'end');
        else field.setRangeText(text, from, to, 'end');
        field.scrollLeft = field.scrollWidth;
    }

    /** Somebody is here. The visit counts from now on, not from when the page was loaded (REQUIREMENTS V1). */
    function touched() {
        clearTimeout(timer);
        find('.clearing').hidden = true;
        timer = setTimeout(() => {
            find('.clearing').hidden = false;
            timer = setTimeout(reset, warnBefore);
        }, resetAfter - warnBefore);
        if (begun) return;
        begun = true;
        if (find('[name="token"]')) scan = takeToken();
    }

    async function takeToken() {
        const page = await insist(home);
        const token = page?.querySelector('[name="token"]');
        if (token) for (const field of document.getElementsByName('token')) field.value = token.value;
        else if (page) show(page); // the place has closed meanwhile
    }

    async function send(form) {
        if (sending) return;
        sending = true;
        const whose = visitor;
        form.classList.add('sending');
        await scan;
        const page = whose === visitor ? await insist(home, { method: 'POST', body: new URLSearchParams(new FormData(form)) }) : null;
        if (!page) return;
        sending = false;
        show(page);
        touched();
    }

    /** Another language, with what was entered so far. */
    async function translate(address) {
        await scan;
        const shown = document.body;
        const page = await insist(address);
        // Who has sent the form meanwhile reads the answer to that.
        if (!page || sending || document.body !== shown) return;
        for (const field of document.querySelectorAll('.signup [name="token"], #email, #agree')) {
            const other = page.querySelector(field.id ? `#${field.id}` : '.signup [name="token"]');
            if (!other) continue;
            if (field.checked) other.setAttribute('checked', '');
            if (field.id !== 'agree') other.setAttribute('value', field.value);
        }
        const entering = document.body.classList.contains('entering');
        show(page);
        document.body.classList.toggle('entering', entering);
    }

    function reset() {
        clearTimeout(timer);
        visitor += 1;
        begun = false;
        sending = false;
        scan = Promise.resolve();
        if (start) show(start);
        refresh();
    }

    const meaning = (page) => page.body.innerHTML.replaceAll(/name="token" value="[^"]*"/g, '');
    const program = (page) => page.querySelector('script[src]')?.getAttribute('src');

    async function refresh() {
        const page = await insist(home);
        if (!page) return;
        if (program(page) !== program(document) && !begun) {
            location.replace(home);
            return;
        }
        const changed = !start || meaning(page) !== meaning(start);
        start = page;
        if (changed && !begun) show(start);
    }

    document.addEventListener('click', (event) => {
        const button = event.target.closest('.key');
        if (button) press(button.value);
        const link = event.target.closest('a');
        if (!link) return;
        if (link.matches('[href^="#"]')) {
            find(link.getAttribute('href'))?.focus();
        } else if (link.matches('[hreflang]')) {
            translate(link.getAttribute('href'));
        } else if (link.matches('.home')) {
            reset();
        }
        event.preventDefault(); // nothing leads away from here
    });
    document.addEventListener('submit', (event) => {
        event.preventDefault();
        send(event.target);
    });
    document.addEventListener('focusin', (event) => {
        if (event.target.id === 'email') document.body.classList.add('entering');
    });
    document.addEventListener('pointerdown', (event) => {
        if (event.target.closest('.key')) event.preventDefault(); // the field keeps the focus
        touched();
    });
    document.addEventListener('keydown', touched);
    document.addEventListener('input', touched);
    document.addEventListener('contextmenu', (event) => event.preventDefault());
    // A screen that goes dark, a page that is kept for going back to: neither keeps a visitor.
    document.addEventListener('visibilitychange', () => { if (document.hidden && begun) reset(); });
    addEventListener('pagehide', () => { if (begun) reset(); });
    addEventListener('pageshow', (event) => { if (event.persisted) reset(); });

    history.replaceState(null, '', home);
    setInterval(() => { if (!begun) refresh(); }, lookAround);
    reset();
})();
