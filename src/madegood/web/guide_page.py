"""A line of the guide as it stands on a page: bold, code and links, and nothing else."""

import re
from typing import Final

from django.urls import reverse
from markupsafe import Markup, escape

from madegood.search import guide

_PIECE: Final = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[([^\]]+)\]\(([^)]+)\)")


def written(text: str) -> Markup:
    """Whatever is not one of the few marks is shown as it is written."""
    found, at = Markup(), 0
    for piece in _PIECE.finditer(text):
        found += escape(text[at : piece.start()]) + _marked(piece)
        at = piece.end()
    return found + escape(text[at:])


def _marked(piece: re.Match[str]) -> Markup:
    bold, slanted, code, words, where = piece.groups()
    if bold:
        return Markup("<strong>{}</strong>").format(written(bold))
    if slanted:
        return Markup("<em>{}</em>").format(written(slanted))
    if code:
        return Markup("<code>{}</code>").format(code)
    address = _address(where)
    if not address:
        return written(words)
    link = Markup('<a class="govuk-link" href="{}">{}</a>')
    return link.format(address, written(words))


def _address(where: str) -> str:
    """Of another page of the guide its page here; of what is not shown here, nothing."""
    if where.startswith("https://"):
        return where
    name, _, anchor = where.partition("#")
    called = guide.FIRST if name == "README.md" else name.removesuffix(".md")
    if name and called not in {page.name for page in guide.pages()}:
        return ""
    at = f"#{anchor}" if anchor else ""
    return f"{reverse('guide_page', args=[called])}{at}" if name else at
