"""Every paper there is, by name: how its facts are gathered and what it is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from madegood.reports.blocks import Document
from madegood.reports.facts import ScrutinyFacts
from madegood.reports.frozen import freeze, thaw
from madegood.reports.gather import scrutiny_facts
from madegood.reports.papers import scrutiny_document
from madegood.reports.render import as_json, docx, html, pdf

SUFFIXES = ("html", "pdf", "docx", "json")


class UnknownPaper(ValueError):
    """There is no paper of that name, or no such kind of file."""


@dataclass(frozen=True)
class KnownPaper:
    """A kind of paper. `gather` asks the rooms, of a day and of a plan by its short name
    ("" for the main one); `build` asks nobody."""

    name: str
    title: str
    gather: Callable[[date, str], Any]
    build: Callable[[dict[str, Any], date, Path | None], Document]

    def render(
        self, suffix: str, facts: dict[str, Any], made_on: date, charts: Path | None
    ) -> bytes:
        """The paper's bytes as one kind of file; raises UnknownPaper."""
        if suffix == "json":
            return as_json.render(self.name, facts).encode()
        made = self.build(facts, made_on, charts)
        if suffix == "html":
            return html.render(made).encode()
        if suffix == "pdf":
            return pdf.render(made)
        if suffix == "docx":
            return docx.render(made)
        raise UnknownPaper(_not_a_suffix(suffix))


def _scrutiny(facts: dict[str, Any], made_on: date, charts: Path | None) -> Document:
    thawed = thaw(ScrutinyFacts, facts)
    return scrutiny_document.document(thawed, made_on=made_on, charts=charts)


PAPERS = (
    KnownPaper(
        scrutiny_document.NAME,
        scrutiny_document.TITLE,
        lambda as_of, short: freeze(scrutiny_facts(as_of, short)),
        _scrutiny,
    ),
)


def known(name: str) -> KnownPaper:
    """The paper of that name; raises UnknownPaper with the names there are."""
    found = next((paper for paper in PAPERS if paper.name == name), None)
    if found is None:
        names = ", ".join(paper.name for paper in PAPERS)
        raise UnknownPaper(f"There is no paper called “{name}”. There is: {names}.")
    return found


def check_suffix(suffix: str) -> str:
    """The suffix without its dot; raises UnknownPaper."""
    plain = suffix.removeprefix(".").lower()
    if plain not in SUFFIXES:
        raise UnknownPaper(_not_a_suffix(plain))
    return plain


def _not_a_suffix(suffix: str) -> str:
    return (
        f"A paper cannot be written as “.{suffix}”. End the file's name with one of: "
        f"{', '.join(f'.{each}' for each in SUFFIXES)}."
    )
