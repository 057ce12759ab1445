# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the mails of the given files as one JSON list; attachments are written into the folder named first."""

import json
import shutil
import sys
from pathlib import Path

from mail_reading import read_mail

scratch = Path(sys.argv[1])
mails = []
for name in sys.argv[2:]:
    copy = scratch / Path(name).name
    shutil.copyfile(name, copy)
    mails.append(read_mail(copy))
json.dump(mails, sys.stdout)
