"""Who keeps the measures of a theme true, said once for all of them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from madegood.measures.model import Measure, Post

ANALYST: Final = Post("Performance Analyst, Children's Services")
REVIEW_BY: Final = date(2027, 6, 30)


def kept_by(theme: str, owner: Post) -> Callable[..., Measure]:
    """Makes the measures of a theme: `owner` answers for each that names nobody else,
    and somebody in another post checks it."""
    return partial(
        Measure,
        recommendation_theme=theme,
        owner=owner,
        checked_by=ANALYST,
        review_by=REVIEW_BY,
    )
