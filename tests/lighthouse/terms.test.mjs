// SPDX-License-Identifier: GPL-3.0-or-later
import { describeLooks } from './suite.mjs';

describeLooks(['/terms', '/terms/operators', '/privacy']);
