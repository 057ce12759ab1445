// SPDX-License-Identifier: GPL-3.0-or-later

/** The languages of visitors, in the order in which they are shown (REQUIREMENTS V7). */
export const languages = ['ja', 'ja-x-easy', 'en', 'zh-Hans', 'zh-Hant', 'ko'];
