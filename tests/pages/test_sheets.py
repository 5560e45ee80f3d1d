"""Actions taken away as a sheet and brought back: by the same rules as on the pages."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.intake.contained import read_rows_contained
from madegood.intake.limits import MIB, Limits
from madegood.intake.small_table import table_rows
from madegood.plan import actions, queries
from madegood.plan.evidence_actions import Given
from madegood.plan.milestone_actions import add_milestone, say_milestone
from madegood.plan.models import Action
from madegood.plan.progress import Delivery
from madegood.trail.models import Event
from madegood.web.forms import sheet as forms_sheet
from tests.cast import person

SHEET = "/plan/sheet"
HEADINGS = {
    "owner": "Answers for it",
    "others": "Shared with",
    "said": "What is said",
    "words": "In words",
    "due": "Due",
    "milestones": "Milestones",
    "agreed": "Who agreed a new date",
    "why": "Why it changes",
    "text": "What the plan says (not to be edited)",
    "first": "First due (not to be edited)",
    "number": "Action (not to be edited)",
    "version": "Version (not to be edited)",
}
MOVED = {"due": "31/03/2027", "agreed": "The board", "why": "The contract is late"}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


@pytest.fixture
def sheet(priya, plan):
    """The rows as downloaded, by the number of their action."""

    def download():
        answer = priya.get(f"{SHEET}/{plan.short}.csv")
        text = answer.content.decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        return {row[HEADINGS["number"]].split(":")[1]: row for row in rows}

    return download


@pytest.fixture
def in_its_process():
    """Files are read in a process of their own, as they are outside of tests."""


@pytest.fixture(autouse=True)
def read_here(request, monkeypatch):
    """The reading process takes seconds to start; those tests that say so start it."""
    if "in_its_process" not in request.fixturenames:
        reads = lambda path: list(table_rows(path, Limits()))  # noqa: E731
        monkeypatch.setattr(forms_sheet, "read_rows_contained", reads)


def written(rows):
    held = io.StringIO(newline="")
    writer = csv.DictWriter(held, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile("edited.csv", held.getvalue().encode("utf-8-sig"))


def edited(row, **cells):
    return row | {HEADINGS[name]: cell for name, cell in cells.items()}


def sent(browser, *rows):
    return browser.post(SHEET, {"file": written(list(rows))})


def accepted(browser, answer):
    return browser.post(SHEET, hidden(answer), follow=True)


def hidden(answer):
    """What the page carries; nothing where it has no button."""
    text = answer.content.decode()
    return dict(re.findall(r'name="(sealed|shown)" value="([^"]*)"', text))


def action(number="4.1"):
    return queries.action_working(number)[0]


def shows_it(number="4.1"):
    given = Given(
        "done",
        "The contract",
        date(2026, 2, 1),
        date(2027, 2, 1),
        link="https://a.example/c",
    )
    actions.add_evidence(by=person("priya"), number=number, given=given)


def test_what_comes_back_unchanged_changes_nothing(priya, sheet):
    answer = sent(priya, *sheet().values())
    assert "No action would change" in words(answer)
    assert "2 rows sent: 0 to change, 2 as on record" in words(answer)


def test_what_it_would_change_is_shown_and_nothing_is_stored(priya, sheet):
    events = Event.objects.count()
    answer = sent(priya, edited(sheet()["4.1"], **MOVED))
    assert "Due no date 31 March 2027" in words(answer)
    assert action().due is None
    assert Event.objects.count() == events


def test_then_it_is_changed_by_the_actions_of_the_pages(priya, sheet):
    rows = sheet()
    row = edited(
        rows["4.1"],
        owner="Commissioning Officer",
        others="Head of Service Safeguards",
        milestones="2027-01-31: Contract signed",
        **MOVED,
    )
    told = accepted(priya, sent(priya, row, rows["4.2"]))
    assert "1 action changed" in words(told)
    found, work = queries.action_working("4.1")
    assert found.due == date(2027, 3, 31)
    assert found.owners == ("Commissioning Officer", "Head of Service Safeguards")
    assert found.moves[0].agreed_by == "The board"
    assert [m.title for m in work.milestones] == ["Contract signed"]
    kinds = set(Event.objects.values_list("kind", flat=True))
    assert {"date_moved", "owners_changed", "milestone_set", "sheet_taken"} <= kinds


def test_one_file_sent_twice_has_one_effect(priya, sheet):
    row = edited(sheet()["4.1"], milestones="31/1/2027: Contract signed", **MOVED)
    answer = sent(priya, row)
    accepted(priya, answer)
    again = accepted(priya, answer)  # the button pressed twice
    assert again.status_code == 400
    assert "1 row sent: 0 to change, 1 as on record" in words(sent(priya, row))
    found, work = queries.action_working("4.1")
    assert (len(found.moves), len(work.milestones)) == (1, 1)


def test_a_row_changed_here_since_is_left_as_it_is(priya, sheet):
    rows = sheet()
    by = person("priya")
    moved = {"to": date(2027, 1, 1), "agreed_by": "The board", "why": "Said so"}
    actions.move_date(by=by, number="4.1", **moved)
    both = [edited(row, **MOVED) for row in rows.values()]
    answer = sent(priya, *both)
    assert "changed in Madegood since the file was downloaded" in words(answer)
    assert "Change 1 action, leave 1 as it is" in words(answer)
    accepted(priya, answer)
    assert (action().due, action("4.2").due) == (date(2027, 1, 1), date(2027, 3, 31))


def test_nothing_is_accepted_but_what_was_shown(priya, sheet):
    answer = sent(priya, edited(sheet()["4.1"], **MOVED))
    shows_it()
    actions.say_progress(
        by=person("priya"),
        number="4.1",
        delivery=Delivery.IN_PROGRESS,
        words="It began anew",
    )
    told = accepted(priya, answer)
    assert told.status_code == 400
    assert "The plan has changed since this was shown to you" in words(told)
    assert action().due is None


@pytest.mark.parametrize(
    ("cells", "column", "told"),
    [
        (
            MOVED | {"agreed": ""},
            "Who agreed a new date",
            "Say who agreed the new date",
        ),
        (MOVED | {"due": "soon"}, "Due", "“soon” is not a day. Write it as 2027-03-31"),
        (MOVED | {"due": "2027-02-30"}, "Due", "is not a day"),
        (MOVED | {"due": "1/1/2099"}, "Due", "no more than ten years from today"),
        ({"owner": "King", "why": "He asked for it"}, "Answers", "no post “King”"),
        ({"owner": "", "why": "He asked for it"}, "Answers", "One post answers"),
        ({"owner": "Commissioning Officer"}, "Why it changes", "at least three words"),
        ({"said": "not started", "words": ""}, "In words", "write what changed"),
        ({"said": "blue"}, "What is said", "none of what can be said"),
        ({"said": ""}, "What is said", "Write what is said"),
        ({"words": "w" * 2001}, "In words", "2,000 characters"),
        ({"milestones": "Contract signed"}, "Milestones", "is no milestone"),
        ({"milestones": "soon: Contract"}, "Milestones", "is not a day"),
        ({"milestones": "2027-01-31: (done 2026-01-31)"}, "Milestones", "no milestone"),
        (
            {"milestones": "2027-01-31: Contract (done 2026-01-31)"},
            "Milestones",
            "Add it first",
        ),
        ({"due": "31/03/2027", "why": "It is late"}, "Who agreed", "who agreed the"),
        ({"due": "31/03/2027", "agreed": "DLT"}, "Why it changes", "why it moved"),
        ({"text": "Do less"}, "What the plan says", "cannot be changed here"),
        ({"first": "2020-01-01"}, "First due", "cannot be changed here"),
        ({"number": "ILACS20:9.9"}, "Action", "No plan that is tested has the action"),
        (MOVED | {"version": ""}, "Version", "The version is gone"),
    ],
)
def test_what_a_page_refuses_is_refused_with_its_column(
    priya, sheet, cells, column, told
):
    answer = sent(priya, edited(sheet()["4.1"], **cells))
    assert column in words(answer)
    assert told in words(answer)
    assert not hidden(answer)


def test_complete_needs_evidence(priya, sheet):
    Action.objects.get(number="4.1").claims.update(delivery="in_progress")
    row = edited(sheet()["4.1"], said="Complete")
    assert "Nothing is attached to action 4.1" in words(sent(priya, row))
    shows_it()
    accepted(priya, sent(priya, edited(sheet()["4.1"], said="Complete")))
    assert action().claimed_complete


def test_no_date_and_no_milestone_is_lost_by_a_blank_cell(priya, sheet):
    by = person("priya")
    add_milestone(by=by, number="4.1", title="Contract", due=date(2027, 1, 1))
    moved = {"to": date(2027, 1, 1), "agreed_by": "The board", "why": "Said so"}
    actions.move_date(by=by, number="4.1", **moved)
    row = sheet()["4.1"]
    assert "A date is never taken away" in words(sent(priya, edited(row, due="")))
    assert "“Contract” is missing" in words(sent(priya, edited(row, milestones="")))


# the line sent, what was written of it before, and what is on record then
BECAME = {
    "done on a day": ("(done 2026-11-20)", None, "done 2026-11-20"),
    "done, as people write": ("(Done on 20 November 2026)", None, "done 2026-11-20"),
    "dropped": ("(dropped)", None, "left"),
    "not done after all": ("", ("done", "2026-11-02"), "open"),
    "dropped though done": ("(dropped)", ("done", "2026-11-02"), "left"),
    "as it was": ("(done 2026-11-02)", ("done", "2026-11-02"), "done 2026-11-02"),
}


@pytest.mark.parametrize("case", BECAME)
def test_what_became_of_a_milestone_is_written_behind_it(priya, sheet, case):
    ending, before, wanted = BECAME[case]
    by = person("priya")
    made = add_milestone(by=by, number="4.1", title="Contract", due=date(2027, 1, 1))
    if before:
        word, day = before
        told = {"word": word, "on": date.fromisoformat(day), "words": "It was signed"}
        say_milestone(by=by, number="4.1", milestone_id=made.pk, **told)
    line = f"2027-01-01: Contract {ending}"
    row = edited(sheet()["4.1"], milestones=line, why="Another firm does it")
    accepted(priya, sent(priya, row))
    (step,) = queries.action_working("4.1")[1].milestones
    said = f" {step.said_on}" if step.state == "done" else ""
    assert f"{step.state}{said}" == wanted
    assert "1 row sent: 0 to change" in words(sent(priya, sheet()["4.1"]))


def test_one_that_was_done_is_opened_moved_and_done_in_one(priya, sheet):
    by = person("priya")
    made = add_milestone(by=by, number="4.1", title="Contract", due=date(2027, 1, 1))
    told = {"word": "done", "on": date(2026, 11, 2)}
    say_milestone(by=by, number="4.1", milestone_id=made.pk, **told)
    line = "2027-02-01: Contract (done 2026-11-20)"
    why = {"agreed": "The board", "why": "It was another contract"}
    accepted(priya, sent(priya, edited(sheet()["4.1"], milestones=line, **why)))
    (step,) = queries.action_working("4.1")[1].milestones
    assert (step.due, step.said_on) == (date(2027, 2, 1), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("ending", "why", "column", "told"),
    [
        ("(done)", "", "Milestones", "Write the day on which “Contract” was done"),
        ("(done soon)", "", "Milestones", "“soon” is not a day"),
        ("(done 2099-01-01)", "", "Milestones", "today or an earlier one"),
        ("(dropped)", "", "Why it changes", "at least three words"),
        ("(dropped)", "No more", "Why it changes", "at least three words"),
    ],
)
def test_what_cannot_have_become_of_it_is_refused(
    priya, sheet, ending, why, column, told
):
    by = person("priya")
    add_milestone(by=by, number="4.1", title="Contract", due=date(2027, 1, 1))
    line = f"2027-01-01: Contract {ending}"
    answer = sent(priya, edited(sheet()["4.1"], milestones=line, why=why))
    assert column in words(answer)
    assert told in words(answer)
    assert not hidden(answer)


def test_one_action_in_two_rows_is_refused_in_both(priya, sheet):
    row = sheet()["4.1"]
    answer = sent(priya, row, edited(row, **MOVED))
    assert words(answer).count("The action stands in rows 2, 3") == 2


@pytest.mark.parametrize("begins", ["=1+1", "+44", "-5", "@SUM(A1)", "'=2", "''-x"])
def test_nothing_in_it_can_be_run_and_it_comes_back_as_it_was(
    priya, sheet, plan, begins
):
    Action.objects.filter(number="4.1").update(text=f"{begins} and so on")
    assert sheet()["4.1"][HEADINGS["text"]] == f"'{begins} and so on"
    assert "2 as on record" in words(sent(priya, *sheet().values()))
    made = openpyxl.load_workbook(
        io.BytesIO(priya.get(f"{SHEET}/{plan.short}.xlsx").content)
    )
    cells = [cell for row in made["Actions"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    told = edited(sheet()["4.1"], words=f"'{begins} was said")
    accepted(priya, sent(priya, told))
    assert action().progress == f"{begins} was said"


def test_a_workbook_comes_back_too_with_its_days(priya, plan, in_its_process):
    by = person("priya")
    moved = {"to": date(2027, 1, 1), "agreed_by": "The board", "why": "Said so"}
    actions.move_date(by=by, number="4.1", **moved)
    book = openpyxl.load_workbook(
        io.BytesIO(priya.get(f"{SHEET}/{plan.short}.xlsx").content)
    )
    sheet = book["Actions"]
    at = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, at["Due"]).value.date() == date(2027, 1, 1)
    for name, value in (("due", date(2027, 6, 30)), *list(MOVED.items())[1:]):
        sheet.cell(2, at[HEADINGS[name]]).value = value
    held = io.BytesIO()
    book.save(held)
    file = SimpleUploadedFile("edited.xlsx", held.getvalue())
    answer = priya.post(SHEET, {"file": file})
    assert "1 January 2027 30 June 2027" in words(answer)
    assert "1 to change, 1 as on record" in words(answer)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty"),
        (b"a,b\n1,2\n", "has no column “Action” and no column “Version”"),
        (b"Action,Version\n", "There is no row below the headings"),
        (b"Action,Version,Due,due\n1,2,3,4\n", "These columns stand twice: Due"),
        (b"PK\x03\x04oops", "The workbook cannot be opened"),
        (b"\x00\x01\x02", "not text, CSV or a workbook"),
        (b"x" * 4_300_000, "larger than 4 MB"),
    ],
)
def test_what_is_no_sheet_is_refused_with_what_to_do(priya, data, told, monkeypatch):
    if len(data) > MIB:
        monkeypatch.setattr(forms_sheet, "read_rows_contained", read_rows_contained)
    answer = priya.post(SHEET, {"file": SimpleUploadedFile("a.csv", data)})
    assert answer.status_code == 400
    assert told in words(answer)


def test_what_was_sealed_for_somebody_else_is_not_opened(priya, sheet):
    page = hidden(sent(priya, edited(sheet()["4.1"], **MOVED)))
    answer = priya.post(SHEET, page | {"sealed": page["sealed"] + "x"})
    assert answer.status_code == 400
    assert "no longer open" in words(answer)
    assert action().due is None


@pytest.mark.parametrize("who", ["tom", "dana", "ros"])
def test_only_who_keeps_the_plan_takes_it_away(signed_in, plan, who):
    assert signed_in(who).get(SHEET).status_code == 403
    assert signed_in(who).get(f"{SHEET}/{plan.short}.csv").status_code == 403


def test_a_plan_or_a_form_there_is_not_is_not_found(priya, plan):
    assert priya.get(f"{SHEET}/NONE19.csv").status_code == 404
    assert priya.get(f"{SHEET}/{plan.short}.pdf").status_code == 404
