// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { within } from './waiting.mjs';

const running = new Set();
process.on('exit', () => running.forEach((child) => kill(child, 'SIGKILL')));

// The limits of time here are far beyond what anything takes, so that a machine with much else to do passes too.
// A file of tests whose clean-up fails would wait for its programs for ever: after this long it is counted as failed.
const longest = 12 * 60_000;
setTimeout(() => process.exit(1), longest).unref();

/** Runs a program to its end: { status, signal, stdout, stderr }. What it never gets on standard input is a terminal. */
export async function run(command, args, { env = {}, timeout = 180_000, ...options } = {}) {
    const child = start(command, args, { env, timeout, killSignal: 'SIGKILL', ...options });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8');
        child[name].on('data', (text) => { output[name] += text; });
    }
    child.stdin.end();
    const [status, signal] = await once(child, 'close');
    return { status, signal, ...output };
}

/**
 * Starts a program that this process ends at the latest when it ends itself; with `group`, together with all that the
 * program has started.
 */
function start(command, args, { env = {}, group = false, ...options } = {}) {
    const child = spawn(command, args, {
        env: { ...process.env, ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: group,
        ...options,
    });
    child.group = group;
    running.add(child);
    child.once('close', () => running.delete(child));
    return child;
}

function kill(child, signal) {
    if (child.pid === undefined) return; // it never started
    try {
        // A negative number names the group that a detached child leads.
        process.kill(child.group ? -child.pid : child.pid, signal);
    } catch (error) {
        if (error.code !== 'ESRCH') throw error;
    }
}

/**
 * A service that says on a line of its standard output when it is ready.
 * `line` is called with each line; the first for which it returns something other than undefined makes the service ready.
 * It has to come within `patience` milliseconds.
 */
export async function startService(command, args, line, { patience = 120_000, ...options } = {}) {
    const child = start(command, args, options);
    let stdout = '';
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => { stderr += text; });
    const ended = new Promise((resolve) => { child.once('close', resolve); });
    const ready = new Promise((resolve, reject) => {
        createInterface({ input: child.stdout }).on('line', (text) => {
            stdout += `${text}\n`;
            const value = line(text);
            if (value !== undefined) resolve(value);
        });
        child.once('error', reject);
        child.once('exit', (status, signal) => {
            reject(new Error(`${command} ended (${signal ?? status}) before it was ready: ${stderr}`));
        });
    });
    const service = {
        value: undefined,
        get stdout() { return stdout; },
        get stderr() { return stderr; },
        /** Ends it politely and returns its exit status; null if it had to be killed. */
        async stop(signal = 'SIGTERM') {
            child.stdin.destroy();
            if (running.has(child)) kill(child, signal);
            const timer = setTimeout(() => kill(child, 'SIGKILL'), 15_000);
            const status = await ended;
            clearTimeout(timer);
            return status;
        },
    };
    try {
        service.value = await within(patience, ready, () => `${command} did not become ready: ${stderr}`);
    } catch (error) {
        await service.stop('SIGKILL');
        throw error;
    }
    return service;
}
