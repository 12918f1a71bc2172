"""Reads mails with Python's own parser and prints what it understood, one line of JSON for each.

Input: for each mail its length in bytes, a line feed, and the mail.
"""
import base64
import json
import sys
from email import message_from_bytes, policy


def understood(raw):
    mail = message_from_bytes(raw, policy=policy.default)
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    defects += [f"{name}: {defect!r}" for part in mail.walk() for name, value in part.items() for defect in value.defects]
    parts = [part for part in mail.walk() if not part.is_multipart()]
    body = parts[0]
    return {
        "headers": {name.lower(): str(value) for name, value in mail.items()},
        "names": [name for name, _ in mail.items()],
        "from": [[box.display_name, box.addr_spec] for box in mail["from"].addresses],
        "to": [[box.display_name, box.addr_spec] for box in mail["to"].addresses] if mail["to"] else [],
        "date": mail["date"].datetime.isoformat(),
        # What is Base64 keeps the line ends of MIME.
        "body": body.get_content().replace("\r\n", "\n"),
        "files": [
            {
                "name": part.get_filename(),
                "type": part.get_content_type(),
                "disposition": part.get_content_disposition(),
                "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
            }
            for part in parts[1:]
        ],
        "defects": defects,
    }


while length := sys.stdin.buffer.readline():
    print(json.dumps(understood(sys.stdin.buffer.read(int(length)))))
