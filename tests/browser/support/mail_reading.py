# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a mail with Python's own parser, so that the tests do not trust the code that wrote it."""

from email import policy
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value
from pathlib import Path


def read_mail(path: Path) -> dict:
    """The headers and the text as a person sees them, and each attachment as a file beside the mail."""
    raw = path.read_bytes()
    message = BytesParser(policy=policy.default).parsebytes(raw)
    body = message.get_body(preferencelist=("plain",))
    return {
        "headers": {name.lower(): str(value) for name, value in message.items()},
        "subject": str(message.get("Subject", "")),
        "text": body.get_content() if body else "",
        "types": [part.get_content_type() for part in message.walk()],
        "attachments": [save(part, path, number) for number, part in enumerate(message.iter_attachments())],
        "longestLine": max(len(line) for line in raw.splitlines()),
        "longestEncodedWord": max((len(word) for word in raw.split() if word.startswith(b"=?")), default=0),
        "defects": [repr(defect) for part in message.walk() for defect in part.defects],
    }


def save(part, path: Path, number: int) -> dict:
    name = collapse_rfc2231_value(part.get_filename() or "")
    target = path.with_suffix(f".{number}{Path(name).suffix}")
    target.write_bytes(part.get_content())
    return {"name": name, "type": part.get_content_type(), "path": str(target)}
