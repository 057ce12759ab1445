// SPDX-License-Identifier: GPL-3.0-or-later

const nineHours = 9 * 3600 * 1000;

/** The Japanese date of a moment, as in 2026-11-21. Japan has no summer time. */
export function japaneseDay(moment = Date.now()) {
    return new Date(Number(moment) + nineHours).toISOString().slice(0, 10);
}

/** The moment at which a Japanese date begins, in milliseconds since the epoch. */
export function beginningOf(day) {
    return Date.parse(`${day}T00:00:00Z`) - nineHours;
}
