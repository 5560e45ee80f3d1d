"""Rows by another system's ids: what goes with a row that is set aside, what two of
their records that are one child come to, and that everything adds up."""

import pyarrow as pa
import pytest

from madegood.clock.today import now
from madegood.intake.merging import merged
from madegood.intake.read import read_files
from madegood.intake.reading import ORIGIN, Part
from madegood.record.tables import table
from madegood.vault.keys import pseudonyms, their_tokens
from madegood.vault.models import Link
from madegood.warehouse import linking
from tests.unit.warehouse.conftest import CHILDREN, EPISODES, INTERVIEWS, LINKS

AISHA = "C-1"


@pytest.fixture
def police(anil, settings, tmp_path):
    """police(C17041="C-1") links their ids with ours."""
    settings.KEYS_DIR = tmp_path / "keys"

    def linked(**theirs):
        for their_id, ours in theirs.items():
            Link.objects.create(
                system="police",
                theirs=their_tokens("police").of(their_id),
                pseudonym=pseudonyms().of(ours),
                confirmed_at=now(),
                confirmed_by=anil,
            )

    return linked


def by_links(folder):
    return linking.by_links(read_files([folder]), "police")


def rows(reading, name):
    return next(p.rows.to_pylist() for p in reading.parts if p.table == name)


def adds_up(reading):
    counts = [count for file in reading.files for count in file.tables.values()]
    return all(one.rows == one.read + one.set_aside for one in counts)


def said(reading, code):
    return [(one.file, one.row) for one in reading.findings if one.code == code]


def test_what_belongs_to_a_row_that_is_set_aside_goes_with_it(folder, police):
    police(C22208=AISHA)
    reading = by_links(folder)
    assert [row["episode_id"] for row in rows(reading, "missing_episodes")] == ["E2"]
    assert rows(reading, "return_interview_episodes") == []
    assert said(reading, "no_link") == [
        ("children.csv", 2),
        ("missing_episodes.csv", 2),
        ("return_interviews.csv", 2),
        ("return_interview_episodes.csv", 2),
    ]
    assert adds_up(reading)
    assert {part.source for part in reading.parts} == {"extract:police"}


def test_what_belongs_to_a_linked_child_stays(folder, police):
    police(C17041=AISHA)
    reading = by_links(folder)
    assert len(rows(reading, "return_interview_episodes")) == 1
    assert rows(reading, "children")[0]["child_id"] == pseudonyms().of(AISHA)


def test_two_of_their_records_that_are_one_child_are_one_row_of_it(folder, police):
    police(C17041=AISHA, C22208=AISHA)
    reading = by_links(folder)
    (child,) = rows(reading, "children")
    assert child["sex"] == "female"
    assert len(rows(reading, "missing_episodes")) == 2
    assert said(reading, "repeated_key") == [("children.csv", 3)]
    assert not reading.errors
    assert adds_up(reading)


def test_a_row_that_fills_several_tables_is_set_aside_once(tmp_path, police):
    police(A1=AISHA)
    folder = tmp_path / "ssda903"
    folder.mkdir()
    (folder / "header.csv").write_text(
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
        "A1,1,01/02/2010,WBRI,,0,\nA2,2,01/02/2011,WBRI,,0,\n"
    )
    reading = by_links(folder)
    (file,) = reading.files
    (count,) = file.tables.values()
    assert (count.rows, count.read, count.set_aside) == (2, 1, 1)
    assert len(said(reading, "no_link")) == 1


def test_where_nobody_is_linked_nothing_is_left(folder, police):
    police(X=AISHA)
    reading = by_links(folder)
    assert reading.parts == ()
    assert adds_up(reading)
    lines = (CHILDREN, EPISODES, INTERVIEWS, LINKS)
    assert len(said(reading, "no_link")) == sum(len(t.splitlines()) - 1 for t in lines)


def part(source, *children):
    rows = pa.Table.from_pylist(
        [{"child_id": child, "sex": sex} for child, sex in children],
        schema=table("children").arrow_schema(),
    )
    at = [{"file": 0, "sheet": source, "row": n} for n in range(len(children))]
    return Part("children", source, rows, pa.Table.from_pylist(at, schema=ORIGIN))


def test_another_systems_word_fills_in_nothing_of_ours():
    ours = part("annex_a", ("a", None))
    theirs = part("extract:police", ("a", "female"), ("b", "male"))
    made = merged([theirs, ours], ["extract"])["children"]
    assert made.sources == ("annex_a",)
    assert made.rows["sex"].to_pylist() == [None]
    told = merged([theirs, ours], ["annex_a", "extract:police"])["children"]
    assert told.rows["sex"].to_pylist() == ["female", "male"]


def test_another_system_speaks_where_nobody_of_ours_does():
    theirs = part("extract:police", ("a", "female"))
    made = merged([part("ssd"), theirs])["children"]
    assert made.rows["child_id"].to_pylist() == ["a"]
