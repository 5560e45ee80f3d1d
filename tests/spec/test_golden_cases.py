"""Every golden case, as files an analyst would write, asked as an analyst would ask.

Each is asked alone, of only the tables it speaks of, and all of them together in one
folder on each of the other engines (PostgreSQL where DATABASE_URL names one, Spark in
script/soak). A folder is read once, however many questions are put to it.
"""

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.intake.contained import read_contained
from madegood.intake.read import read_files
from madegood.jobs import measures_commands
from madegood.jobs.command_line import main
from tests.spec.golden.case import Asked, Case, write
from tests.spec.golden.missing import AWAY_TOO, MISSING
from tests.spec.golden.permanence import IN_COURT, PERMANENCE
from tests.spec.golden.plans import BY_PROXY, LEVEL2, PLANS
from tests.spec.golden.private_fostering import PRIVATE_FOSTERING
from tests.spec.golden.strategy import STRATEGY

TOGETHER = (
    *STRATEGY,
    *MISSING,
    *PERMANENCE,
    *PRIVATE_FOSTERING,
    *PLANS,
    *LEVEL2,
)
BY_SETTING = (AWAY_TOO, IN_COURT, *BY_PROXY)
EVERY = (*TOGETHER, *BY_SETTING)

GOLDEN = json.loads(
    Path(__file__).with_name("golden").joinpath("cases.json").read_text()
)
# The cases that no measure holds, and where the rule they state is tried instead.
NO_MEASURE = {
    "AP-01": "the authority's own duty to publish, and no child's record: "
    "test_duties_after_inspection",
}

Row = dict[str, object]


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In its contained process, the first time that a folder is asked."""
    once = cache(lambda folder: read_contained([folder]))
    monkeypatch.setattr(measures_commands, "read_contained", lambda given: once(*given))


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no process of its own: small files of ours, and many of them."""
    monkeypatch.setattr(measures_commands, "read_contained", read_files)


def rows(folder: Path, measure: str, as_of: str, engine: str) -> list[Row]:
    words = ["measures", "rows", measure, "--from", str(folder), "--as-of", as_of]
    asked = CliRunner().invoke(main, [*words, "--engine", engine, "--json"])
    assert asked.exit_code == 0, asked.output
    return json.loads(asked.stdout)["rows"]


def differing(asked: Iterable[Asked], told: Sequence[Row]) -> list[str]:
    """What the rows do not say that they must, or say otherwise."""
    by_subject = {row["subject"]: row for row in told}
    faults = []
    for one in asked:
        row = by_subject.get(one.wanted["subject"], {})
        faults += [
            f"{one.case} {one.measure} {name}: {row.get(name)!r} for {cell!r}"
            for name, cell in one.wanted.items()
            if not _says(row, name, cell)
        ]
    return faults


def _says(row: Row, name: str, wanted: str) -> bool:
    """Of flags, those that are wanted among others; and of `without`, none of them."""
    flags = set(row.get("flags") or ())
    if name == "flags":
        return set(wanted.split()) <= flags
    if name == "without":
        return bool(row) and not set(wanted.split()) & flags
    return row.get(name) == wanted


def asked_together(cases: Sequence[Case]) -> dict[tuple[str, str], list[Asked]]:
    """The questions by measure and moment, so that each is put once."""
    found: dict[tuple[str, str], list[Asked]] = {}
    for each in cases:
        for one in each.answers:
            found.setdefault((one.measure, one.as_of), []).append(one)
    return found


def wrong(cases: Sequence[Case], folder: Path, engine: str) -> list[str]:
    write(cases, folder)
    return [
        fault
        for (measure, as_of), asked in asked_together(cases).items()
        for fault in differing(asked, rows(folder, measure, as_of, engine))
    ]


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.id)
def test_a_case_alone(each: Case, tmp_path: Path) -> None:
    assert wrong([each], tmp_path, "reference") == []


@cache
def engines() -> list[str]:
    """DuckDB always; the others where they are."""
    there = ["duckdb"]
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        there.append(os.environ["DATABASE_URL"])
    if os.environ.get("MADEGOOD_SOAK"):
        there.append("spark")
    return there


@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("engine", engines(), ids=lambda name: name.split(":")[0])
def test_all_the_cases_together(engine: str, tmp_path: Path) -> None:
    assert wrong(TOGETHER, tmp_path, engine) == []


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("engine", engines(), ids=lambda name: name.split(":")[0])
@pytest.mark.parametrize("each", BY_SETTING, ids=lambda each: each.id)
def test_a_case_with_a_setting(each: Case, engine: str, tmp_path: Path) -> None:
    assert wrong([each], tmp_path, engine) == []


def test_every_golden_case_is_asked_or_says_why_not() -> None:
    golden = {one["id"] for one in GOLDEN}
    asked = {each.id for each in EVERY}
    assert asked | set(NO_MEASURE) == golden
    assert not asked & set(NO_MEASURE)


@pytest.mark.usefixtures("read_here")
def test_a_wrong_answer_is_found(tmp_path: Path) -> None:
    """The comparison can fail: a day later is another day, a flag not raised is not."""
    (one,) = (each for each in STRATEGY if each.id == "SD-02")
    for name, cell in (("due", "2026-04-08"), ("flags", "no_such_flag")):
        asked = one.answers[0]
        altered = Asked(
            one.id, asked.measure, asked.as_of, {**asked.wanted, name: cell}
        )
        told = rows(write([one], tmp_path), asked.measure, asked.as_of, "reference")
        assert len(differing([altered], told)) == 1
