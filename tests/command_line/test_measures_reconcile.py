"""`madegood measures reconcile`, as an analyst with a list meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.clock.moments import parse_as_of
from madegood.intake.read import read_files
from madegood.jobs.command_line import main
from madegood.jobs.measures_reconcile import hold
from madegood.measures import LIBRARY, Settings
from madegood.measures.two_lists import Asked, Counted, Side

EXAMPLE = str(Path("docs/extract/v1/example"))
ASKED = [
    "measures", "reconcile", "rhi_held_72h", "--as-of", "2026-11-23",
    "--engine", "reference", "--from", EXAMPLE,
]  # fmt: skip


@pytest.fixture
def listed(tmp_path):
    """listed("C-1001", …) is a file with those ids under a heading."""

    def write(*ids, heading="Child ID"):
        path = tmp_path / "ours.csv"
        path.write_text("\n".join([heading, *ids]) + "\n")
        return str(path)

    return write


def ask(path, *words):
    return CliRunner().invoke(main, [*ASKED, "--list", path, *words])


def answer(path, *words):
    asked = ask(path, *words, "--json")
    assert asked.exit_code == 0, asked.output
    return json.loads(asked.stdout)


def test_the_two_lists_are_told_apart_with_their_reasons(listed):
    told = answer(listed("C-1001", "C-1002", "C-9999"))
    assert (told["theirs_only"], told["ours_only"], told["both"]) == (2, 1, 1)
    causes = {e["id"]: e["cause"] for e in told["entries"]}
    assert causes["C-1001"] == "counted by both"
    assert causes["C-9999"] == "not in the data at all"
    assert causes["C-1003"] == "counted by us, not on the list"
    assert told["says"].startswith("1 child is in both lists, 2 only in theirs")


def test_the_numbers_are_the_measures_own(listed):
    run = CliRunner().invoke(
        main,
        ["measures", "run", "rhi_held_72h", "--from", EXAMPLE, "--as-of", "2026-11-23",
         "--since", "2026-05-01", "--until", "2026-05-31", "--engine", "reference", "--json"],
    )  # fmt: skip
    (result,) = json.loads(run.stdout)["results"]
    span = ["--since", "2026-05-01", "--until", "2026-05-31"]
    for counted, size in (
        ("met", result["numerator"]),
        ("all", result["denominator"]),
        ("not_met", result["denominator"] - result["numerator"]),
    ):
        told = answer(listed("nobody-1"), *span, "--counted", counted)
        assert sum(e["rows"] for e in told["entries"]) == size


def test_a_list_of_episodes_is_held_row_by_row(listed):
    told = answer(listed("M-1", "M-2", heading="Episode ID"))
    assert told["by"] == "row"
    assert {e["id"] for e in told["entries"] if e["side"] == "both"} == {"M-1"}


def test_another_month_is_named(listed):
    told = answer(listed("C-1001"), "--since", "2026-06-01", "--until", "2026-06-30")
    (entry,) = [e for e in told["entries"] if e["id"] == "C-1001"]
    assert entry["cause"] == "counted in another month"
    assert entry["says"].startswith("Counted in May 2026.")


def test_a_person_reads_it_as_sentences(listed):
    said = ask(listed("C-1001", "C-1001")).stdout
    assert "2 ids under “Child ID”, 1 of them met before." in said
    assert "both: C-1001 (line 2): counted by both" in said
    assert "The 72 hours ended 5 May 2026" in said


@pytest.mark.parametrize("counted", Counted)
def test_every_measure_agrees_with_its_own_rows(counted):
    """Whoever lists exactly what a measure counts is told that the lists agree."""
    record = read_files([Path(EXAMPLE)]).snapshot
    for measure in LIBRARY:
        asked = Asked(measure, parse_as_of("2026-11-23"), None, counted)
        ask_with = (asked, record, Settings.default())
        empty = hold(*ask_with, [(1, "nobody")], "reference")
        ours = [(n, e.id) for n, e in enumerate(empty.of(Side.OURS))]
        if ours:
            again = hold(*ask_with, ours, "reference")
            assert again.sentence.startswith("The lists agree"), measure.id
            assert again.count(Side.BOTH) == len(ours), measure.id


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no ids in it"),
        (b"Child ID\n", "nothing in it that could be an id"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not text, CSV or a workbook"),
        (b"PK\x03\x04oops", "workbook cannot be opened"),
        (b"1\n" * 3_000_000, "larger than 4 MiB"),
    ],
)
def test_a_file_that_is_no_list_says_so(tmp_path, content, says):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    asked = ask(str(path))
    assert asked.exit_code == 2
    assert says in asked.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--since", "2026-07-01", "--until", "2026-06-01"], "is after"),
        (["--since", "soon"], "--since"),
        (["--counted", "some"], "some"),
        (["--engine", "abacus"], "--engine"),
    ],
)
def test_what_cannot_be_asked_says_so(listed, words, says):
    asked = ask(listed("C-1001"), *words)
    assert asked.exit_code == 2
    assert says in asked.output
