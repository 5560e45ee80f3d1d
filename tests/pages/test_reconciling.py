"""An analyst's own list held against ours, on the page and taken away as a file."""

import csv
import io
import re

import pytest
import xlsxwriter
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from madegood.intake.harmless import harmless
from madegood.intake.id_list import MOST_BYTES, MOST_IDS
from madegood.trail.models import Event
from madegood.trail.queries import latest
from madegood.vault.keys import pseudonyms
from madegood.warehouse import queries
from madegood.web.pages import reconciling

WHERE = "/measures/rhi_held_72h/reconcile"
FILE = f"{WHERE}/file"
REASON = {"purpose": "check", "detail": "Our own count for October differs"}
OCTOBER = {"since": "2026-10", "until": "2026-10"}


def words(answer):
    return answer.content.decode()


@pytest.fixture
def own(extract):
    """The case system's own numbers of all children who were ever missing."""
    text = (extract / "missing_episodes.csv").read_text()
    rows = list(csv.DictReader(io.StringIO(text)))
    return sorted({row["child_id"] for row in rows})


@pytest.fixture
def tom(signed_in, loaded):
    return signed_in("tom")


def ask(browser, ids="", **given):
    return browser.post(
        WHERE, {"ids": ids, "counted": "all", **OCTOBER, **REASON, **given}
    )


def counts(said):
    """Both, theirs only, ours only, as the first sentence has them."""
    found = re.search(
        r"([\d,]+) (?:child|row)\w* (?:is|are) in both lists, ([\d,]+) only in yours "
        r"and ([\d,]+) only",
        said,
    )
    return tuple(int(n.replace(",", "")) for n in found.groups())


def october(measure="rhi_held_72h"):
    months = queries.series_results(queries.latest_run(), measure)
    return next(m for m in months if f"{m.period.first:%Y-%m}" == "2026-10")


def test_the_form_says_what_becomes_of_the_list(tom):
    said = words(tom.get(WHERE))
    assert "Your ids become codes as they arrive, and the list is not kept" in said
    assert "The nearest reason" in said


def test_everybody_listed_is_found_or_told_why_not(tom, own):
    said = words(ask(tom, "\n".join(own)))
    both, theirs, ours = counts(said)
    assert (both + theirs, ours) == (len(own), 0)
    rows = sum(r.counted_on is not None for r in _due(october()))
    assert both == len({r.child for r in _due(october())})
    assert rows == october().denominator
    assert "Counted in another month" in said
    assert 'class="chart chart--states"' in said


def _due(result):
    run = queries.latest_run()
    rows = queries.row_states(run, result.measure, period=result.period)
    return [r for r in rows if r.state in ("MET", "NOT_MET", "OVERDUE")]


def test_no_number_of_the_list_is_shown_or_kept(tom, own):
    said = words(ask(tom, "\n".join([*own, "SECRET-99", "Aisha Khan"])))
    for number in [*own, "SECRET-99", "Aisha Khan"]:
        assert number not in said
    assert pseudonyms().of(own[0]) in said
    for event in Event.objects.all():
        assert not any(number in f"{event.facts}{event.why}" for number in own)
    for session in Session.objects.all():
        assert not any(number in str(session.get_decoded()) for number in own)


def test_a_line_says_where_in_their_own_list_each_is(tom):
    said = words(ask(tom, "Child ID\nNOBODY-1\n\nNOBODY-2\nNOBODY-1\n"))
    assert ">2, 5</td>" in said
    assert ">4</td>" in said
    assert "Not in the data at all" in said
    assert "Look at this." in said


def test_the_look_is_on_the_trail_with_its_counts(tom, own):
    ask(tom, own[0])
    told = latest()[0]
    assert told.kind == "list_compared"
    assert told.sentence.startswith("Tom Okafor compared a list of 1 with “Return")
    assert told.sentence.endswith("Our own count for October differs")
    assert latest()[1].kind == "children_seen"


def test_a_reason_given_once_holds_for_the_list_as_for_the_children(tom, own):
    tom.post("/measures/rhi_held_72h/children", REASON)
    said = words(tom.get(WHERE))
    assert "The nearest reason" not in said
    answer = tom.post(WHERE, {"ids": own[0], "counted": "all", **OCTOBER})
    assert "Your list and ours, October 2026" in words(answer)


def test_nothing_is_shown_when_the_trail_cannot_be_written(tom, own, monkeypatch):
    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(reconciling, "record_reading", broken)
    answer = ask(tom, own[0])
    assert answer.status_code == 503
    assert pseudonyms().of(own[0]) not in words(answer)


def test_a_list_of_episodes_is_known_for_one(tom, extract):
    text = (extract / "missing_episodes.csv").read_text()
    rows = list(csv.DictReader(io.StringIO(text)))
    said = words(ask(tom, "\n".join(row["episode_id"] for row in rows)))
    assert " rows are in both lists" in said or "row is in both" in said
    assert counts(said)[0] == october().denominator


def test_a_file_of_each_kind_is_read_alike(tom, own):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["Child ID", *own])
    files = [
        SimpleUploadedFile("list.xlsx", held.getvalue()),
        SimpleUploadedFile("list.csv", ("Child ID,x\n" + ",\n".join(own)).encode()),
        SimpleUploadedFile("list.txt", "\r\n".join(own).encode("utf-16")),
    ]
    pasted = counts(words(ask(tom, "\n".join(own))))
    assert [counts(words(ask(tom, file=file))) for file in files] == [pasted] * 3


def test_how_things_stand_is_held_against_no_month(tom, own):
    given = {"ids": own[0], "counted": "met", **REASON}
    said = words(tom.post("/measures/level2_backlog/reconcile", given))
    assert "as things stood on 22 November 2026" in said


# ---- bad input ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"ids": ""}, "Paste the ids or choose a file"),
        ({"ids": " \n\t\n"}, "Paste the ids or choose a file"),
        ({"ids": "1", "file": SimpleUploadedFile("a.csv", b"1")}, "one of the two"),
        ({"ids": "\n".join(map(str, range(MOST_IDS + 5)))}, "more than 20,000 ids"),
        ({"ids": "9" * (MOST_BYTES + 1)}, "this is too long"),
        ({"file": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n\0\0")}, "not text, CSV"),
        ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04oops")}, "cannot be opened"),
        ({"file": SimpleUploadedFile("a.csv", b"x" * 10_000_000)}, "larger than 4 M"),
        ({"file": SimpleUploadedFile("a.csv", b"")}, "The file is empty"),
        ({"ids": "=cmd|' /C calc'!A0\n+1+1"}, "nothing in it that could be an id"),
        ({"ids": "1", "since": "2026-10", "until": "2026-08"}, "not before the first"),
        ({"ids": "1", "since": "1066-10"}, "Choose a month from the list"),
        ({"ids": "1", "counted": "some"}, "Choose one of these"),
        ({"ids": "1", "kind": "people"}, "Choose one of these"),
        ({"ids": "1", "detail": "x"}, "Say a little more"),
    ],
)  # fmt: skip
def test_what_is_no_list_or_no_question_says_so(tom, given, told):
    for file in [given["file"]] if "file" in given else []:
        file.seek(0)
    answer = ask(tom, **given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert not Event.objects.filter(kind="list_compared").exists()


def test_a_paste_that_the_server_will_not_hold_is_refused_in_words(tom):
    answer = ask(tom, "9\n" * 4_000_000)
    assert answer.status_code == 400
    assert "We could not read what was sent" in words(answer)


@pytest.mark.parametrize("who", ["dana", "priya", "adeyemi", "ada", "sam"])
def test_those_who_may_not_see_children_may_hold_no_list(signed_in, loaded, who):
    browser = signed_in(who)
    assert ask(browser, "1").status_code == 403
    assert browser.post(FILE, {"sealed": "x"}).status_code == 403


# ---- taken away -----------------------------------------------------------------
def sealed_of(said):
    return re.search(r'name="sealed" value="([^"]+)"', said)[1]


def table(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_whole_comparison_can_be_taken_away(tom, own):
    said = words(ask(tom, "\n".join(own)))
    answer = tom.post(FILE, {"sealed": sealed_of(said)})
    assert answer["Content-Type"].startswith("text/csv")
    rows = table(answer)
    assert len(rows) == sum(counts(said))
    assert {row["Which list"] for row in rows} == {"both", "theirs only"}
    assert "Number in the case system" not in rows[0]
    assert not any(number in answer.content.decode() for number in own)
    assert latest()[0].kind == "list_taken"


def test_with_the_case_systems_numbers_for_those_who_may(signed_in, loaded, own):
    anil = signed_in("anil")
    sealed = sealed_of(words(ask(anil, "\n".join(own))))
    rows = table(anil.post(FILE, {"sealed": sealed, "numbers": "yes"}))
    assert {row["Number in the case system"] for row in rows} == set(own)
    assert {event.kind for event in latest()[:2]} == {
        "children_turned_back",
        "list_taken",
    }


def test_without_that_permission_no_number_is_taken(tom, own):
    sealed = sealed_of(words(ask(tom, own[0])))
    answer = tom.post(FILE, {"sealed": sealed, "numbers": "yes"})
    assert answer.status_code == 403


def test_a_comparison_of_somebody_else_or_of_nobody_is_not_handed_out(
    tom, signed_in, own
):
    sealed = sealed_of(words(ask(tom, own[0])))
    ros = signed_in("ros")
    ros.post("/measures/rhi_held_72h/children", REASON)
    for browser, given in (
        (ros, sealed),
        (tom, sealed[:-1] + "x"),
        (tom, ""),
        (tom, "ü"),
    ):
        answer = browser.post(FILE, {"sealed": given})
        assert answer.status_code == 400
        assert "no longer open" in words(answer)
    other = "/measures/rhi_offered/reconcile/file"
    assert tom.post(other, {"sealed": sealed}).status_code == 400
    assert tom.get(FILE).status_code == 405


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\xa0=1", "\uff1d1", "=HYPERLINK(1)"],
)  # fmt: skip
def test_no_cell_of_the_file_can_be_run(cell):
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["566910", "held late", "", None, 12, "a=b"])
def test_a_cell_that_is_no_formula_stays_as_it_is(cell):
    assert harmless(cell) == ("" if cell is None else str(cell))
