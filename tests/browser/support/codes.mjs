// SPDX-License-Identifier: GPL-3.0-or-later
import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A facility's code that nobody has: ten characters of Crockford's Base32 and Luhn's check character to base 32. */
export function wellFormedCode() {
    const digits = Array.from({ length: 10 }, () => randomInt(32));
    const sum = digits.toReversed().map((digit, index) => (index % 2 === 0 ? digit * 2 : digit))
        .reduce((total, value) => total + Math.floor(value / 32) + (value % 32), 0);
    return [...digits, (32 - (sum % 32)) % 32].map((digit) => alphabet[digit]).join('');
}
