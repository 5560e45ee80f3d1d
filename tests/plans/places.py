"""Where the tests find plans."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "examples" / "solihull-action-plan-2021.txt"
REPORT = ROOT / "examples" / "solihull-inspection-2020-01-09.txt"
DRAWN = Path(__file__).parent / "drawn"
SIDE_BY_SIDE = DRAWN / "side-by-side.txt"
FLATTENED = DRAWN / "flattened.txt"
