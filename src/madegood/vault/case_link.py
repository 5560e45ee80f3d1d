"""The address of a child in the case system, as the authority's template gives it.

Plain Python. The template decides where children's numbers are sent, so it says one
host and says it plainly: what could make a browser go elsewhere is refused.
"""

import re
from typing import Final
from urllib.parse import quote, urlsplit

PLACE: Final = "{id}"
LONGEST: Final = 500
_ALLOWED: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%{}]+")
_HOST: Final = re.compile(
    r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])"
)


class NotATemplate(ValueError):
    """The text is no address that a child's number may be put into."""


def checked(text: str) -> str:
    """The template as it is kept; raises NotATemplate, saying what to write instead."""
    template = text.strip()
    if len(template) > LONGEST:
        raise NotATemplate(f"Give an address of no more than {LONGEST} characters.")
    if not template.startswith("https://"):
        raise NotATemplate(
            "The address must begin with https://, as the case system’s own pages do."
        )
    if not _ALLOWED.fullmatch(template):
        raise NotATemplate(
            "The address has a space, a backslash or another sign that no address has. "
            "Copy it from the browser, and put {id} where the child’s number stands."
        )
    _one_place(template)
    _one_host(template)
    return template


def filled(template: str, number: str) -> str:
    """The address of one child. Every sign of the number that means something in an
    address is written so that it does not."""
    return template.replace(PLACE, quote(number, safe=""))


def host_of(template: str) -> str:
    """Where it leads, for a person to check."""
    return urlsplit(template).hostname or ""


def _one_place(template: str) -> None:
    if template.count(PLACE) != 1:
        raise NotATemplate(
            "Put {id} once where the child’s number stands, for example "
            "https://cases.example.gov.uk/person/{id}/summary."
        )
    if set(template.replace(PLACE, "")) & {"{", "}"}:
        raise NotATemplate("Beside {id} the address may have no other { or }.")


def _one_host(template: str) -> None:
    place = template.index(PLACE)
    try:
        parts = urlsplit(template)
        port = parts.port
    except ValueError:
        raise NotATemplate("The address names no host that can be read.") from None
    if place < len("https://") + len(parts.netloc) + 1:
        raise NotATemplate(
            "{id} must stand after the host’s name and a /, never in the name: the "
            "child’s number would decide where the link leads."
        )
    if "@" in parts.netloc:
        raise NotATemplate("Leave out the name or password before the @.")
    if not _HOST.fullmatch(parts.hostname or "") or port == 0:
        raise NotATemplate(
            "The address must name its host in full, for example cases.example.gov.uk."
        )
