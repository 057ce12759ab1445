// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { run } from './processes.mjs';

async function must(command, args) {
    const { status, stdout, stderr } = await run(command, args);
    assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}`);
    return stdout;
}

/** What each QR code in a picture says, as zbar reads it. */
export async function decode(picture) {
    const output = await must('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture]);
    return output.trim().split('\n');
}

/** What each QR code on a PDF's pages says when it is printed at 150 dots per inch. */
export async function decodePdf(pdf) {
    await must('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, `${pdf}.page`]);
    return decode(`${pdf}.page.png`);
}

/** The text of a PDF, as a reader's search finds it. */
export function textOfPdf(pdf) {
    return must('pdftotext', ['-layout', pdf, '-']);
}
