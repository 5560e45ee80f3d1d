"""The progress report to the Scrutiny Board: claim beside proof, fit for the public."""

from datetime import date
from pathlib import Path

from madegood.reports.blocks import Block, Document
from madegood.reports.facts import ScrutinyFacts
from madegood.reports.papers import (
    scrutiny_cover,
    scrutiny_in_full,
    scrutiny_method,
    scrutiny_proof,
)

NAME = "scrutiny"
TITLE = "Children’s services improvement: progress report"


def document(
    facts: ScrutinyFacts, *, made_on: date, charts: Path | None = None
) -> Document:
    """The whole paper. The same facts always give the same document."""
    blocks: list[Block] = [
        *scrutiny_cover.blocks(facts),
        *scrutiny_proof.blocks(facts),
        *scrutiny_in_full.blocks(facts, charts),
        *scrutiny_method.blocks(facts),
    ]
    return Document(
        title=f"{TITLE}, {facts.plan_short}" if facts.plan_short else TITLE,
        council=facts.council,
        as_of=facts.as_of,
        made_on=made_on,
        marking="Public. Nothing in this paper identifies a child: small numbers are "
        "held back, marked c.",
        blocks=tuple(blocks),
        colour=facts.colour,
    )
