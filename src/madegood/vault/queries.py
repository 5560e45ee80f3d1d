"""What may be asked of the vault without opening it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from madegood.clock.today import now
from madegood.vault.case_linking import CaseLinkView, case_link
from madegood.vault.children import MOST_AT_ONCE
from madegood.vault.clearing import lists_over
from madegood.vault.keys import pseudonyms, ring, their_tokens
from madegood.vault.matched import (
    PairView,
    SystemView,
    decided,
    links_standing,
    pair,
    systems,
    unmatched,
    waiting,
)
from madegood.vault.models import EscrowTest, KeptId, Link

__all__ = [
    "CaseLinkView",
    "EscrowStanding",
    "PairView",
    "SystemView",
    "case_link",
    "codes_of",
    "decided",
    "escrow_last_checked",
    "escrow_standing",
    "keys_apart",
    "linked",
    "links_standing",
    "lists_over",
    "pair",
    "remembered",
    "systems",
    "unmatched",
    "waiting",
]

# Half a year: people who hold a passphrase leave, and a key may have been added.
TRY_AGAIN_AFTER: Final = timedelta(days=180)


def remembered() -> int:
    """How many children have a way back."""
    return KeptId.objects.count()


def keys_apart() -> bool:
    """Whether the keys are outside the data folder, as they should be."""
    folder = ring().folder.resolve()
    return not folder.is_relative_to(settings.DATA_DIR.resolve())


def escrow_last_checked() -> datetime | None:
    """When an escrow file was last opened and held every key then in use."""
    last = EscrowTest.objects.filter(passed=True).first()
    return None if last is None else last.at


@dataclass(frozen=True, slots=True)
class EscrowStanding:
    """Whether the escrow would save the data today, in a sentence."""

    checked_at: datetime | None
    warns: bool
    words: str


def escrow_standing() -> EscrowStanding:
    """How the escrow stands: tried, tried too long ago, out of date or never."""
    last = EscrowTest.objects.filter(passed=True).first()
    do = "Write it with “madegood keys escrow” and try it with “madegood keys check”."
    if last is None:
        return EscrowStanding(
            None,
            warns=True,
            words="The keys have never been tried from escrow: if they were lost, no "
            f"child’s code could be turned back. {do}",
        )
    on = f"{last.at:%-d %B %Y}"
    if ring().fingerprints() != last.fingerprints:
        return EscrowStanding(
            last.at,
            warns=True,
            words=f"Escrow last tested on {on}, and the keys have changed since. {do}",
        )
    if now() - last.at > TRY_AGAIN_AFTER:
        return EscrowStanding(
            last.at,
            warns=True,
            words=f"Escrow last tested on {on}, more than {TRY_AGAIN_AFTER.days} days "
            "ago. Try it again with “madegood keys check”.",
        )
    return EscrowStanding(last.at, warns=False, words=f"Escrow last tested on {on}.")


def linked(system: str, ids: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Our pseudonyms for another system's ids, by the links that people confirmed;
    null where there is none, and as many as there are ids."""
    whole = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    distinct = pc.drop_null(pc.unique(whole))
    tokens = their_tokens(system).of_all(distinct.to_pylist())
    found: dict[str, str] = {}
    said = tokens.to_pylist()
    for start in range(0, len(said), MOST_AT_ONCE):
        part = said[start : start + MOST_AT_ONCE]
        rows = Link.objects.filter(system=system, theirs__in=part)
        found.update(rows.values_list("theirs", "pseudonym"))
    codes = pa.array([found.get(token) for token in said], pa.string())
    return codes.take(pc.index_in(whole, value_set=distinct))


def codes_of(ids: Sequence[str]) -> list[str]:
    """What stands for each of our ids, in order. Nothing of them is kept."""
    return [str(code) for code in pseudonyms().of_all(ids).to_pylist()]
