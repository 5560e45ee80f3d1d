"""Papers: the list, making one, reading it, taking a copy."""

import pytest

MAKE = {"as_of": "2026-11-22"}


def words(answer):
    return answer.content.decode()


@pytest.fixture
def priya(signed_in, plan, loaded):
    return signed_in("priya")


def test_before_any_is_made_the_page_says_so(signed_in, db):
    assert "No paper has been made yet" in words(signed_in("adeyemi").get("/papers"))


def test_a_paper_is_made_for_a_day_and_read_as_a_page(priya):
    answer = priya.post("/papers/make", MAKE, follow=True)
    assert answer.status_code == 200
    assert "22 November 2026" in words(answer)
    assert "Download as PDF" in words(answer)


def test_the_page_of_a_paper_carries_no_style_inside_it(priya):
    said = words(priya.post("/papers/make", MAKE, follow=True))
    assert "<style" not in said
    assert "style=" not in said


@pytest.mark.parametrize(("kind", "opens"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_copy_is_a_file_under_a_name_that_says_what_it_is(priya, kind, opens):
    where = priya.post("/papers/make", MAKE).url
    copy = priya.get(f"{where}/{kind}")
    assert copy.content.startswith(opens)
    assert f'filename="scrutiny-2026-11-22.{kind}"' in copy["Content-Disposition"]


def test_the_board_reads_papers_and_cannot_make_them(priya, signed_in):
    where = priya.post("/papers/make", MAKE).url
    board = signed_in("adeyemi")
    assert board.get(where).status_code == 200
    assert "Make the paper" not in words(board.get("/papers"))
    assert board.post("/papers/make", MAKE).status_code == 403


def test_the_board_begins_at_its_boards_where_its_papers_are(signed_in, db):
    assert signed_in("adeyemi").get("/").url == "/boards"


@pytest.mark.parametrize(
    ("day", "told"),
    [("2999-01-01", "Choose today or an earlier day"), ("x", "Enter a date")],
)
def test_a_day_that_cannot_be_told_of_is_named(priya, day, told):
    answer = priya.post("/papers/make", {"as_of": day})
    assert answer.status_code == 400
    assert told in words(answer)


def test_with_nothing_to_tell_no_paper_is_made(signed_in, db):
    answer = signed_in("priya").post("/papers/make", MAKE)
    assert answer.status_code == 400
    assert "There is a problem" in words(answer)


@pytest.mark.parametrize("address", ["/papers/9", "/papers/9/pdf", "/papers/9/exe"])
def test_a_paper_that_is_not_there_is_no_page(signed_in, db, address):
    assert signed_in("adeyemi").get(address).status_code == 404
