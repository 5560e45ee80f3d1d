"""Testing the plan again when new numbers have come: a claim may stand differently."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from madegood.accounts.models import User


def retest_after_load(*, as_of: datetime, by: "User | None") -> int | None:
    """How many parts changed, each with its date; None before there is a plan. What is
    odd in the numbers is looked for in any case."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance.actions import (  # noqa: PLC0415
        look_over_latest,
        retest,
    )
    from madegood.assurance.queries import NoSuchThing  # noqa: PLC0415

    look_over_latest(as_of)
    try:
        return retest(as_of=as_of, by=by)
    except NoSuchThing:
        return None
