"""Cases that follow from the rules beside the golden ones, asked in the same way."""

from pathlib import Path

import pytest

from tests.spec.golden.beside_calendar import CALENDAR
from tests.spec.golden.beside_enquiries import ENQUIRIES
from tests.spec.golden.beside_fostering import FOSTERING
from tests.spec.golden.beside_front_door import FRONT_DOOR
from tests.spec.golden.beside_missing import MISSING
from tests.spec.golden.beside_permanence import GUARDIANSHIP
from tests.spec.golden.beside_plans import (
    PERMANENCE,
    PLANS,
    PRIVATE_FOSTERING,
    THE_REST,
)
from tests.spec.golden.beside_returns import RETURNS
from tests.spec.golden.beside_reviews import REVIEWS
from tests.spec.golden.case import Case
from tests.spec.test_golden_cases import engines, read_here, read_once, wrong

BESIDE = (
    *FRONT_DOOR,
    *MISSING,
    *PERMANENCE,
    *PRIVATE_FOSTERING,
    *PLANS,
    *THE_REST,
    *CALENDAR,
    *ENQUIRIES,
    *RETURNS,
    *REVIEWS,
    *GUARDIANSHIP,
    *FOSTERING,
)
__all__ = ["read_here", "read_once"]


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("each", BESIDE, ids=lambda each: each.id)
def test_a_case_alone(each: Case, tmp_path: Path) -> None:
    assert wrong([each], tmp_path, "reference") == []


@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("engine", engines(), ids=lambda name: name.split(":")[0])
def test_all_the_cases_together(engine: str, tmp_path: Path) -> None:
    assert wrong(BESIDE, tmp_path, engine) == []
