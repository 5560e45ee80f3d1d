"""What may be claimed next, and what a claim means. Plain Python.

A claim is never a proof: nothing in here says how an action stands, only what is said.
"""

from madegood.intake.plans import DELIVERY_WORDS, Delivery

__all__ = [
    "COMPLETE",
    "DELIVERY_WORDS",
    "MOVES",
    "Delivery",
    "claims_complete",
    "refused",
]

COMPLETE = frozenset({Delivery.COMPLETE, Delivery.COMPLETE_MONITORED})

# From what is said now, to what may be said next without saying why. Everything else
# is allowed too, but only with words that explain it: a plan may go backwards, never
# silently.
MOVES: dict[Delivery, frozenset[Delivery]] = {
    Delivery.UNKNOWN: frozenset(Delivery),
    Delivery.NOT_STARTED: frozenset({Delivery.IN_PROGRESS, Delivery.NEARLY_COMPLETE}),
    Delivery.IN_PROGRESS: frozenset({Delivery.NEARLY_COMPLETE}) | COMPLETE,
    Delivery.NEARLY_COMPLETE: COMPLETE,
    Delivery.COMPLETE: frozenset({Delivery.COMPLETE_MONITORED}),
    Delivery.COMPLETE_MONITORED: frozenset({Delivery.COMPLETE}),
}
FEWEST_WORDS = 3


def claims_complete(delivery: Delivery) -> bool:
    return delivery in COMPLETE


def refused(now: Delivery, to: Delivery, words: str) -> str:
    """Why this claim cannot be recorded, and what to do; "" where it can."""
    if to is now or to in MOVES[now] or len(words.split()) >= FEWEST_WORDS:
        return ""
    return (
        f"This action is {DELIVERY_WORDS[now]}. To say it is {DELIVERY_WORDS[to]} "
        "instead, write what changed, in at least three words."
    )
