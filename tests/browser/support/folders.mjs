// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');

/** Where the programs under test are. */
export const programs = process.env.SHIRASE_BIN ?? join(root, 'build/release/bin');

/** Where logs and screenshots of failures go. */
export const logs = process.env.SHIRASE_TEST_LOGS ?? join(root, 'build/test-logs');

export const packaging = join(root, 'packaging');
export const support = join(root, 'tests/browser/support');

export function temporaryFolder() {
    return mkdtemp(join(tmpdir(), 'shirase-test-'));
}

export function removeFolder(folder) {
    return rm(folder, { recursive: true, force: true });
}

/** Every file in a folder and beneath it. */
export async function filesBeneath(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    const nested = entries.map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesBeneath(path) : [path];
    });
    return (await Promise.all(nested)).flat();
}
