"""Why something cannot be recorded, and how far from today a date may lie."""

from datetime import timedelta

# Dates further from today than this are slips of the keyboard.
LONGEST = timedelta(days=3653)


class NotSaid(ValueError):
    """Something cannot be recorded as given; the message says why and what to do.

    lacks  what was not given: "why" or "agreed_by"; "" where it is something else
    """

    def __init__(self, says: str, *, lacks: str = "") -> None:
        super().__init__(says)
        self.lacks = lacks
