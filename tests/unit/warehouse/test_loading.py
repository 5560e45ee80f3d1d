"""A folder becomes one immutable snapshot, or nothing."""

import json
from datetime import date

import pytest

from madegood.accounts.actions import Refused
from madegood.accounts.models import User
from madegood.clock.moments import parse_as_of
from madegood.trail.queries import latest
from madegood.warehouse import queries
from madegood.warehouse.actions import (
    LoadRefused,
    decide_data_protection,
    load,
    run_measures,
)
from madegood.warehouse.keeping import read_snapshot
from madegood.warehouse.models import StoredSnapshot

pytestmark = pytest.mark.django_db

EPISODES = """episode_id,child_id,kind,started_at,returned_at,provider
E1,C17041,missing,2026-05-01T09:00,2026-05-02T09:00,Oak House
E2,C22208,missing,2026-06-01T09:00,2026-06-02T12:00,Oak House
"""
INTERVIEWS = """interview_id,child_id,offered,offered_at,held_at,provider
I1,C17041,yes,2026-05-02T12:00,2026-05-05T08:59,Northside
"""
LINKS = "interview_id,episode_id\nI1,E1\n"
CHILDREN = "child_id,date_of_birth\nC17041,2012-01-01\nBen,2012-01-01\n"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "nightly"
    made.mkdir()
    write(made, "missing_episodes.csv", EPISODES)
    write(made, "return_interviews.csv", INTERVIEWS)
    write(made, "return_interview_episodes.csv", LINKS)
    write(made, "children.csv", CHILDREN)
    write(made, "truth.json", json.dumps({"seed": 1}))
    return made


def write(folder, name, text):
    (folder / name).write_text(text)


def anil(role="analyst"):
    return User.objects.create_user(f"{role}@example.org", "pw", role=role)


def test_a_folder_becomes_one_snapshot_with_every_row_accounted_for(folder):
    stored = load(by=anil(), paths=[folder])
    assert (stored.rows, stored.data_to) == (6, date(2026, 6, 2))
    shown = queries.snapshots()[0]
    counts = [c for file in shown.files for c in file.tables.values()]
    assert all(c["rows"] == c["read"] + c["set_aside"] for c in counts)
    assert "loaded nightly: 6 rows" in latest()[0].sentence


def test_the_same_files_twice_have_one_effect(folder):
    first, second = load(by=None, paths=[folder]), load(by=None, paths=[folder])
    assert first.pk == second.pk
    assert StoredSnapshot.objects.count() == 1


def test_no_childs_id_is_kept_as_it_was_given(folder, settings):
    stored = load(by=None, paths=[folder])
    kept = read_snapshot(stored)
    assert "C17041" not in kept.tables["children"]["child_id"].to_pylist()
    for file in settings.DATA_DIR.rglob("*.parquet"):
        assert b"C17041" not in file.read_bytes()


def test_a_fault_in_any_file_stores_nothing_and_is_told(folder, settings):
    write(folder, "missing_episodes.csv", EPISODES.replace("2026-06-01T09:00", "soon"))
    with pytest.raises(LoadRefused, match="nothing was stored") as refused:
        load(by=anil(), paths=[folder])
    assert refused.value.findings[0].row == 3
    assert not StoredSnapshot.objects.exists()
    assert not list(settings.DATA_DIR.rglob("*.parquet"))
    assert "nothing was stored" in latest()[0].sentence


def test_real_data_waits_for_the_data_protection_decision(folder):
    (folder / "truth.json").unlink()
    with pytest.raises(LoadRefused, match="data-protection decision"):
        load(by=None, paths=[folder])
    decide_data_protection(
        by=anil(),
        decided_on=date(2026, 1, 5),
        decided_by="Senior Information Risk Owner",
        reference="DPIA 2026/14",
    )
    assert not load(by=None, paths=[folder]).synthetic


def test_only_those_permitted_may_load(folder):
    with pytest.raises(Refused):
        load(by=anil("director"), paths=[folder])


def test_the_pseudonym_key_is_ours_alone_and_made_once(folder, settings):
    load(by=None, paths=[folder])
    key = settings.DATA_DIR / "keys" / "pseudonyms"
    before = key.read_text()
    write(folder, "children.csv", CHILDREN + "C30417,2013-01-01\n")
    load(by=None, paths=[folder])
    assert key.read_text() == before
    assert key.stat().st_mode & 0o077 == 0


@pytest.fixture
def run(folder):
    stored = load(by=None, paths=[folder])
    return run_measures(by=None, snapshot=stored, as_of=parse_as_of("2026-06-30"))


def test_a_run_keeps_each_month_and_the_year(run):
    view = queries.latest_run()
    months = queries.series_results(view, "rhi_held_72h")
    assert [(r.period.first.month, r.numerator, r.denominator) for r in months] == [
        (5, 1, 1),
        (6, 0, 1),
    ]
    year = queries.whole_result(view, "rhi_held_72h")
    assert (year.numerator, year.denominator, year.value) == (1, 2, 0.5)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("quarter", [("2026-04-01", "2026-06-30", 2)]),
        ("year", [("2026-04-01", "2027-03-31", 2)]),
        ("rolling12", [("2025-07-01", "2026-06-30", 2)]),
    ],
)
def test_a_run_keeps_quarters_years_to_march_and_twelve_months_rolling(run, step, told):
    kept = queries.series_results(queries.latest_run(), "rhi_held_72h", step=step)
    assert [
        (r.period.first.isoformat(), r.period.last.isoformat(), r.denominator)
        for r in kept
    ] == told


def test_a_run_keeps_the_twelve_months_of_each_group(run):
    view = queries.latest_run()
    by = queries.group_results(view, "rhi_held_72h", "age_band")
    # One of the two children has no row of its own, so that no birth is known.
    assert {r.by["age_band"]: r.denominator for r in by} == {"": 1, "10 to 15": 1}


def test_a_run_keeps_the_rows_behind_each_number(run):
    rows = queries.row_states(queries.latest_run(), "rhi_held_72h")
    assert sorted((row.state.value, row.reason) for row in rows) == [
        ("MET", "held"),
        ("OVERDUE", "not_recorded"),
    ]


def test_the_same_question_is_computed_once(run):
    again = run_measures(by=None, snapshot=run.snapshot, as_of=run.as_of)
    assert again.pk == run.pk


def test_an_earlier_moment_is_answered_by_what_was_known_then(run):
    run_measures(by=None, snapshot=run.snapshot, as_of=parse_as_of("2026-05-03"))
    view = queries.latest_run(parse_as_of("2026-05-31"))
    assert [r.state.value for r in queries.row_states(view, "rhi_held_72h")] == [
        "PENDING"
    ]
