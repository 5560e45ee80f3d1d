"""What was found, by cause; the rows of a cause; the spreadsheet to send to a team."""

import io
import re
import zipfile

import pytest
from django.db import DatabaseError

from madegood.intake.findings import CAUSES
from madegood.trail.queries import latest
from madegood.vault import children
from madegood.vault.keys import pseudonyms
from tests.pages.sent import FAULTY, taken

REASON = {"purpose": "check", "detail": "Send North what they have to put right"}


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def upload(db):
    return taken(missing_episodes=FAULTY)


@pytest.fixture
def anil(signed_in, upload):
    return signed_in("anil")


def address(upload, rest):
    return f"/data/uploads/{upload}/{rest}"


class Book:
    """A workbook as its parts of XML: sheets by name, and every text in them."""

    def __init__(self, content):
        self.parts = {
            name: part.read(name).decode()
            for part in [zipfile.ZipFile(io.BytesIO(content))]
            for name in part.namelist()
        }
        self.main = self.parts["xl/workbook.xml"]
        self.sheets = re.findall(r'<sheet name="([^"]+)"', self.main)
        self.texts = re.findall(
            r"<t[^>]*>([^<]*)</t>", self.parts["xl/sharedStrings.xml"]
        )

    def sheet(self, name):
        """The texts of one sheet."""
        number = self.sheets.index(name) + 1
        drawn = self.parts[f"xl/worksheets/sheet{number}.xml"]
        return [self.texts[int(at)] for at in re.findall(r't="s"><v>(\d+)</v>', drawn)]


# ---- by cause -----------------------------------------------------------------------
def test_findings_are_gathered_by_cause_with_how_many_and_what_to_do(anil, upload):
    said = words(anil.get(address(upload, "findings")))
    assert "3 errors of 3 causes" in said
    for code in ("bad_code", "bad_time", "end_before_start"):
        assert CAUSES[code].title in said


def test_a_cause_has_its_rows_without_anything_of_the_children(anil, upload):
    said = words(anil.get(address(upload, "findings/bad_code")))
    assert "missing_episodes.csv" in said
    assert "is not in the list" in said
    # Not within a token, which may have any two letters in it.
    assert re.search(r"\bC3\b", said) is None
    assert pseudonyms().of_all(["C3"]).to_pylist()[0] not in said


def test_a_causes_rows_can_be_those_of_one_team(signed_in):
    both = FAULTY + "E6,C6,away?,2026-06-11T09:00,,South\n"
    upload = taken(missing_episodes=both)
    browser = signed_in("anil")
    whole = words(browser.get(address(upload, "findings/bad_code")))
    south = words(browser.get(address(upload, "findings/bad_code?team=South")))
    assert whole.count('data-label="Row"') == 2
    assert south.count('data-label="Row"') == 1


@pytest.mark.parametrize("code", ["no_such_cause", "too_large"])
def test_a_cause_that_was_not_found_is_no_page(anil, upload, code):
    assert anil.get(address(upload, f"findings/{code}")).status_code == 404


def test_a_director_sees_causes_and_is_not_shown_rows(signed_in, upload):
    dana = signed_in("dana")
    assert "Not in the list" in words(dana.get(address(upload, "findings")))
    for rest in ("findings/bad_code", "to-put-right.xlsx", "to-put-right-with-ids"):
        assert dana.get(address(upload, rest)).status_code == 403


# ---- the spreadsheet ------------------------------------------------------------------
def test_the_spreadsheet_has_a_sheet_for_each_team(anil, upload):
    answer = anil.get(address(upload, "to-put-right.xlsx"))
    assert f"to-put-right-{upload}.xlsx" in answer["Content-Disposition"]
    book = Book(answer.content)
    assert book.sheets[:3] == ["Summary", "North", "South"]
    assert "Write one of: missing, away" in " ".join(book.sheet("North"))
    assert "bad" not in " ".join(book.sheet("South"))


def test_the_spreadsheet_of_one_team_holds_no_other(anil, upload):
    answer = anil.get(address(upload, "to-put-right.xlsx?team=South"))
    assert "-south.xlsx" in answer["Content-Disposition"]
    assert Book(answer.content).sheets == ["Summary", "South"]


def test_without_a_reason_it_says_nothing_of_the_children(anil, upload):
    book = Book(anil.get(address(upload, "to-put-right.xlsx")).content)
    told = " ".join(book.texts)
    assert "Child" not in book.texts
    codes = pseudonyms().of_all(["C3", "C4", "C5"]).to_pylist()
    assert not any(word in told.split() for word in ("C3", "C4", "C5", *codes))


def test_no_sheet_is_hidden_and_nobody_is_named_as_its_maker(anil, upload):
    book = Book(anil.get(address(upload, "to-put-right.xlsx")).content)
    assert re.findall(r"<sheet [^>]*state=", book.main) == []
    core = book.parts["docProps/core.xml"]
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) in ([], [""])
    assert re.findall(r"<cp:lastModifiedBy>(.*?)</cp:lastModifiedBy>", core) in (
        [],
        [""],
    )


@pytest.mark.parametrize(
    "team", ["=HYPERLINK(1)", "@SUM(A1)", "https://example.org/x", "+44 20"]
)
def test_whatever_a_team_is_called_is_text_in_the_spreadsheet(signed_in, team):
    rows = FAULTY.splitlines()
    rows[3] = f'E3,C3,wandering,2026-06-03T09:00,,"{team}"'
    upload = taken(missing_episodes="\n".join(rows) + "\n")
    answer = signed_in("anil").get(address(upload, "to-put-right.xlsx"))
    book = Book(answer.content)
    drawn = [p for name, p in book.parts.items() if "worksheets" in name]
    assert len(drawn) > 2
    assert not any("<f>" in part or "<hyperlink" in part for part in drawn)


def test_teams_whose_names_no_sheet_may_have_still_get_one_each():
    from madegood.web.findings_sheet import _sheet_name

    taken_names = {"summary"}
    names = [
        _sheet_name(team, taken_names)
        for team in ("A/B", "A:B", "a b", "x" * 40, "x" * 41, "'", "History", "Summary")
    ]
    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 for name in names)
    assert not any(set(name) & set("[]:*?/\\'") for name in names)


def test_a_team_with_nothing_to_put_right_has_no_spreadsheet(anil, upload):
    assert anil.get(address(upload, "to-put-right.xlsx?team=East")).status_code == 404


# ---- with the children's own ids --------------------------------------------------------
def test_a_reason_is_asked_for_before_any_child_is_named(anil, upload):
    answer = anil.get(address(upload, "to-put-right-with-ids"))
    assert "Why do you need the children’s ids?" in words(answer)
    assert "spreadsheet" not in answer["Content-Type"]


def test_with_a_reason_each_row_has_the_childs_own_id(anil, upload):
    answer = anil.post(address(upload, "to-put-right-with-ids?team=North"), REASON)
    book = Book(answer.content)
    assert "Child" in book.sheet("North")
    assert {"C3", "C4"} <= set(book.sheet("North"))
    assert "C5" not in book.texts


def test_turning_codes_back_is_on_the_trail_before_the_file_is_made(anil, upload):
    anil.post(address(upload, "to-put-right-with-ids"), REASON)
    told = latest()[0]
    assert told.kind == "children_turned_back"
    assert "Send North what they have to put right" in told.sentence


def test_no_file_is_handed_out_when_the_trail_cannot_be_written(
    anil, upload, monkeypatch
):
    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(children, "record_event", broken)
    answer = anil.post(address(upload, "to-put-right-with-ids"), REASON)
    assert answer.status_code == 503
    assert "could not be written down" in words(answer)
    assert b"C3" not in answer.content


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Choose why you need to see the children"),
        ({"purpose": "check", "detail": "why"}, "Say a little more"),
    ],
)
def test_a_reason_that_says_nothing_opens_nothing(anil, upload, given, told):
    answer = anil.post(address(upload, "to-put-right-with-ids"), given)
    assert answer.status_code == 400
    assert told in words(answer)


def test_an_erased_childs_findings_are_gone(anil, upload):
    from madegood.warehouse import actions, queries

    code = pseudonyms().of_all(["C5"]).to_pylist()[0]
    actions.erase_child(by=None, child=code, why="The family asked for it")
    rows = queries.findings(upload_id=upload)
    assert code not in {row.child for row in rows}
    assert not any(row.row == 6 for row in rows)


def test_a_set_aside_row_whose_child_cell_is_a_name_names_nobody(signed_in):
    rows = FAULTY + "E7,Oliver Whitmore,wandering,2026-06-03T09:00,,North\n"
    upload = taken(missing_episodes=rows)
    answer = signed_in("anil").post(address(upload, "to-put-right-with-ids"), REASON)
    assert "Oliver" not in " ".join(Book(answer.content).texts)
