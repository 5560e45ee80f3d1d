"""Why something cannot be recorded, and how far from today a date may lie."""

from datetime import timedelta

# Dates further from today than this are slips of the keyboard.
LONGEST = timedelta(days=3653)


class NotSaid(ValueError):
    """Something cannot be recorded as given; the message says why and what to do."""
