"""An e-mail: its subject and its words. What it carries must be attached by itself."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Final

from lxml import html
from lxml.etree import LxmlError

from madegood.intake.attached.kinds import NotTaken

_WORDS: Final = ("text/plain", "text/html")
_PICTURES: Final = ("image/png", "image/jpeg", "image/gif")


def email_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Raises NotTaken where something is attached that would not be looked at."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    yield "the subject", str(mail["subject"] or "")
    line = 0
    for part in mail.walk():
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        if part.get_content_type() in _PICTURES:
            continue
        if part.get_content_type() not in _WORDS or part.get_filename():
            raise NotTaken(
                "The e-mail carries other files, in which nobody would look. Save it "
                "without them, and attach each that is needed by itself."
            )
        for each in _words(part).splitlines():
            line += 1
            yield f"line {line:,} of the e-mail", each


def _words(part: EmailMessage) -> str:
    try:
        said = str(part.get_content())
    except (LookupError, ValueError):  # it names letters that nobody knows
        payload = part.get_payload(decode=True)
        said = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    if part.get_content_type() != "text/html" or not said.strip():
        return said
    try:
        return "\n".join(html.fromstring(said).itertext())
    except (LxmlError, ValueError):
        return said
