"""How a share is rounded, once, so that no two pages say different whole numbers.

Five rounds up, as the published statistics do and as SQL does; Python's own `round`
goes to the nearest even number and would say 92% for 37 of 40 (rules.md 0.5).
"""

from decimal import ROUND_HALF_UP, Decimal


def whole_percent(share: float) -> int:
    """A fraction of 0 to 1 as a whole percentage, which says 0 or 100 only when
    exactly none or all were."""
    # By way of its shortest decimal: 0.575 * 100 is 57.49999 in binary.
    whole = int((Decimal(repr(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if share > 0 and whole == 0:
        return 1
    if share < 1 and whole == 100:
        return 99
    return whole
