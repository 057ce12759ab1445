# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a mail from standard input with Python's parser and prints what a mail program would show, as JSON."""
import base64
import email
import email.header
import email.policy
import email.utils
import json
import sys

data = sys.stdin.buffer.read()
message = email.message_from_bytes(data, policy=email.policy.default)
body = message.get_body(("plain",))


def address(name):
    field = message[name]
    if field is None:
        return None
    one = field.addresses[0]
    return {"address": one.addr_spec, "count": len(field.addresses)}


def sender_name():
    """By Python's older parser: the newer one keeps the spaces between encoded words (against RFC 2047 section 6.2)."""
    name, _ = email.utils.parseaddr(email.message_from_bytes(data)["From"])
    return str(email.header.make_header(email.header.decode_header(name)))


defects = [str(defect) for part in message.walk() for defect in part.defects]
defects += [str(defect) for field in message.values() for defect in field.defects]
print(json.dumps({
    "fields": [name for name, _ in message.items()],
    "headers": {name: str(value) for name, value in message.items()},
    "from": address("From"),
    "fromName": sender_name(),
    "replyTo": address("Reply-To"),
    "to": address("To"),
    "type": message.get_content_type(),
    "bodyType": body["Content-Type"],
    "body": body.get_content().replace("\r\n", "\n"),
    "attachments": [
        {"name": part.get_filename(), "type": part.get_content_type(),
         "disposition": part.get_content_disposition(),
         "content": base64.b64encode(part.get_payload(decode=True)).decode()}
        for part in message.iter_attachments()],
    "defects": defects,
}))
