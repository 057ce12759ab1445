// SPDX-License-Identifier: GPL-3.0-or-later
import { describePages } from './support/page_suite.mjs';

describePages(['ja', 'ja-x-easy', 'en']);
