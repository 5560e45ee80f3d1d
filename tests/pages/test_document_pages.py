"""Documents: the register, a path of approvals, who was told and who has read it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.clock.today import today
from madegood.documents import queries
from madegood.documents.models import Document
from madegood.documents.waiting import waiting_for
from madegood.governance.board_actions import BoardGiven, set_up_board
from madegood.governance.models import Board
from madegood.plan.actions import hold_post
from madegood.plan.models import Action
from tests.cast import person

NEXT_YEAR = (today() + timedelta(days=300)).isoformat()
OWNER = "Head of Service Children’s Commissioning"
OTHER = "Head of Service Safeguards"


@pytest.fixture
def register(signed_in, plan):
    """Tom and Ros hold the two posts; Priya keeps the register; the police are known."""
    priya = person("priya")
    hold_post(by=priya, post=OWNER, person=person("tom"), start=today())
    hold_post(by=priya, post=OTHER, person=person("ros"), start=today())
    browser = signed_in("priya")
    browser.post("/documents/bodies", {"body-name": "Police", "body-kind": "police"})
    return browser


def recorded(browser, **changed):
    given = {
        "document-kind": "protocol",
        "document-title": "Missing children protocol",
        "document-owner": OWNER,
        "document-parts": "4.1, 4",
        "document-review_by": NEXT_YEAR,
    }
    return browser.post("/documents/new", given | changed)


def keys():
    posts = {title: f"post:{key}" for key, title in queries.owners()}
    return posts | {body.name: body.key for body in queries.bodies()}


def submitted(browser, *approvers, **changed):
    given = {
        "version-link": "https://documents.example/1",
        "version-what_changed": "The first text, agreed in draft",
    }
    for place, name in enumerate(approvers, 1):
        given[f"version-approver_{place}"] = keys()[name]
    doc = Document.objects.get()
    return browser.post(f"/documents/{doc.pk}/version", given | changed)


def decided(browser, said="approved", **more):
    (doc,) = queries.documents()
    step = next(s for s in doc.newest.steps if s.now)
    given = {"decision-said": said, **more}
    return browser.post(f"/documents/{doc.id}/steps/{step.id}", given)


BOARD = {
    "decision-known_by": "Letter of that day",
    "decision-decided_on": today().isoformat(),
}


def told(browser, audience, **more):
    doc = Document.objects.get()
    given = {
        "tell-audience": audience,
        "tell-how": "by e-mail",
        "tell-told_on": today().isoformat(),
    }
    return browser.post(f"/documents/{doc.pk}/told", given | more)


def test_a_document_goes_the_whole_way(register, signed_in):
    tom, ros = signed_in("tom"), signed_in("ros")
    assert recorded(register).status_code == 302
    assert submitted(register, OTHER, "Police").status_code == 302
    page = register.get("/documents").content.decode()
    assert f"Waits for {OTHER} since" in page
    assert decided(tom).status_code == 400  # he does not hold that post
    assert decided(ros).status_code == 302
    assert "Waits for Police since" in register.get("/documents").content.decode()
    # Priya submitted it, so she records no decision on it, not even another's.
    assert decided(register, **BOARD).status_code == 400
    assert decided(tom, **BOARD).status_code == 302
    (doc,) = queries.documents()
    assert doc.approved == 1
    assert doc.blocker is None
    ros_key = f"person:{person('ros').pk}"
    assert told(register, ros_key).status_code == 302
    assert told(register, "", **{"tell-team": "Duty team"}).status_code == 302
    page = register.get(f"/documents/{doc.id}").content.decode()
    assert "0 of 2 told have acknowledged" in page
    (doc,) = queries.documents()
    for telling in doc.tellings:
        where = f"/documents/{doc.id}/told/{telling.id}"
        if telling.kind == "person":
            assert register.post(where).status_code == 400  # only Ros may say so
            assert ros.post(where).status_code == 302
        else:
            assert register.post(where).status_code == 400  # how is it known?
            noted = {"acknowledge-note": "Signed list of the day"}
            assert register.post(where, noted).status_code == 302
    assert queries.document(doc.id).reach.says == "2 of 2 told have acknowledged"


def approved(register, signed_in):
    recorded(register)
    submitted(register, OTHER)
    decided(signed_in("ros"))


def test_a_new_version_asks_again_only_when_it_is_marked(register, signed_in):
    ros = signed_in("ros")
    approved(register, signed_in)
    told(register, f"person:{person('ros').pk}")
    (doc,) = queries.documents()
    ros.post(f"/documents/{doc.id}/told/{doc.tellings[0].id}")
    submitted(register, OTHER)
    decided(ros)
    assert queries.document(doc.id).reach.acknowledged == 1
    submitted(register, OTHER, **{"version-asks_again": "on"})
    # Nobody is asked to read what has not been approved.
    assert queries.document(doc.id).reach.acknowledged == 1
    decided(ros)
    assert queries.document(doc.id).reach.missing == ("Ros Bennett",)


def test_an_approved_document_is_offered_as_evidence_and_not_taken_as_it(
    register, signed_in
):
    approved(register, signed_in)
    action = Action.objects.get(number="4.1")
    assert action.evidence.count() == 0
    (doc,) = queries.documents()
    page = register.get(f"/documents/{doc.id}").content.decode()
    assert "Record it for action 4.1" in page
    where = f"/documents/{doc.id}/evidence/4.1"
    assert register.post(where).status_code == 302
    kept = action.evidence.get()
    assert (kept.rung, kept.checked_by) == ("done", None)
    assert register.post(where).status_code == 400  # not twice
    assert register.post(f"/documents/{doc.id}/evidence/4.2").status_code == 404


def test_what_is_sent_back_says_why_and_a_new_version_may_follow(register, signed_in):
    ros = signed_in("ros")
    recorded(register)
    submitted(register, OTHER)
    assert decided(ros, "sent_back").status_code == 400
    why = {"decision-why": "It leaves out the night duty team"}
    assert decided(ros, "sent_back", **why).status_code == 302
    (doc,) = queries.documents()
    assert "night duty" in register.get(f"/documents/{doc.id}").content.decode()
    assert submitted(register, OTHER).status_code == 302


def test_what_waits_for_a_person_is_told_to_my_work(register, signed_in):
    recorded(register, **{"document-review_by": today().isoformat()})
    submitted(register, OTHER)
    ros, tom = person("ros"), person("tom")
    assert [w.what for w in waiting_for(ros, today())] == [
        "Approve “Missing children protocol”, or send it back"
    ]
    decided(signed_in("ros"))
    told(register, f"post:{keys()[OTHER][5:]}")
    assert [w.what for w in waiting_for(ros, today())] == [
        "Read “Missing children protocol” and acknowledge it"
    ]
    assert [w.what for w in waiting_for(tom, today())] == [
        "Look at “Missing children protocol” again"
    ]


BAD_DOCUMENTS = [
    {"document-title": ""},
    {"document-title": "Plan for 943 476 5919"},
    {"document-title": "x" * 301},
    {"document-kind": "novel"},
    {"document-kind": ""},
    {"document-owner": "Nobody"},
    {"document-parts": "9.9"},
    {"document-parts": "'; drop table"},
    {"document-review_by": "soon"},
    {"document-review_by": "0001-01-01"},
    {"document-review_by": "9999-12-31"},
    {"document-partners": "99"},
    {"document-title": "nul \x00 byte"},
]


@pytest.mark.parametrize("changed", BAD_DOCUMENTS)
def test_a_document_that_cannot_be_recorded_is_said_to_be_so(register, changed):
    answer = recorded(register, **changed)
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()
    assert not Document.objects.exists()


BAD_VERSIONS = [
    ((OTHER,), {"version-link": ""}),
    ((OTHER,), {"version-link": "javascript:alert(1)"}),
    ((OTHER,), {"version-what_changed": ""}),
    ((OTHER,), {"version-what_changed": "now names B91 3QX"}),
    ((), {}),
    ((OWNER,), {}),
    ((OTHER, OTHER), {}),
    ((OTHER,), {"version-due_1": "2020-01-01"}),
    ((OTHER,), {"version-due_1": "never"}),
    ((OTHER,), {"version-approver_2": "post:999999"}),
    ((OTHER,), {"version-approver_2": "post:x"}),
]


@pytest.mark.parametrize(("approvers", "changed"), BAD_VERSIONS)
def test_a_version_that_cannot_be_submitted_is_said_to_be_so(
    register, approvers, changed
):
    recorded(register)
    answer = submitted(register, *approvers, **changed)
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()
    assert Document.objects.get().versions.count() == 0


@pytest.mark.parametrize(
    ("audience", "more"),
    [
        ("", {}),
        ("person:999999", {}),
        ("planet:1", {}),
        ("body:1", {"tell-team": "Duty team"}),
        ("", {"tell-team": "Duty", "tell-how": ""}),
        ("", {"tell-team": "Duty", "tell-told_on": "2999-01-01"}),
        ("", {"tell-team": "Duty", "tell-told_on": "1066-10-14"}),
        ("", {"tell-team": "at B91 3QX"}),
    ],
)
def test_a_telling_that_cannot_be_recorded_is_said_to_be_so(
    register, signed_in, audience, more
):
    approved(register, signed_in)
    assert told(register, audience, **more).status_code == 400
    assert queries.documents()[0].tellings == ()


def test_the_register_is_chosen_from_and_taken_away(register, signed_in):
    recorded(register)
    submitted(register, OTHER, "Police")
    recorded(register, **{"document-title": "=cmd|' /C calc'!A0"})
    page = register.get("/documents?show=waiting").content.decode()
    assert "Missing children protocol" in page
    assert "1 of 2 documents" in page
    for odd in ("?show=nonsense", "?kind=%00", "?text=" + "x" * 200):
        assert register.get(f"/documents{odd}").status_code == 200
    rows = register.get("/documents/register.csv").content.decode("utf-8-sig")
    assert "'=cmd" in rows
    assert f"waiting for approval,{OTHER}" in rows


def test_a_retired_document_stays_with_its_reason_and_is_closed(register):
    recorded(register)
    doc = Document.objects.get()
    where = f"/documents/{doc.pk}/retirement"
    assert register.post(where, {"retire-why": "gone"}).status_code == 400
    why = {"retire-why": "Replaced by the regional protocol"}
    assert register.post(where, why).status_code == 302
    assert submitted(register, OTHER).status_code == 400
    assert "regional protocol" in register.get("/documents?show=all").content.decode()


def test_the_register_costs_no_more_however_long_it_is(
    register, django_assert_max_num_queries
):
    for number in range(12):
        recorded(register, **{"document-title": f"Policy {number}"})
    with django_assert_max_num_queries(17):
        assert register.get("/documents").status_code == 200


def test_the_file_of_a_version_is_kept_and_handed_out_only_to_be_saved(
    register, signed_in
):
    recorded(register)
    text = SimpleUploadedFile("protocol.txt", b"What each of us does when a child goes")
    given = {"version-link": "", "version-file": text}
    assert submitted(register, OTHER, **given).status_code == 302
    doc = Document.objects.get()
    answer = signed_in("dana").get(f"/documents/{doc.pk}/versions/1")
    assert b"What each of us does" in answer.content
    assert answer["Content-Disposition"].startswith("attachment")
    assert register.get(f"/documents/{doc.pk}/versions/2").status_code == 404
    assert (
        signed_in("adeyemi").get(f"/documents/{doc.pk}/versions/1").status_code == 403
    )


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("empty.txt", b""),
        SimpleUploadedFile("program.exe", b"MZ\x90\x00" * 50),
        SimpleUploadedFile("child.txt", b"Seen with NHS number 943 476 5919 today"),
    ],
    ids=lambda file: file.name,
)
def test_a_file_that_may_not_be_kept_is_refused_in_words(register, file):
    recorded(register)
    file.seek(0)
    given = {"version-link": "", "version-file": file}
    answer = submitted(register, OTHER, **given)
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()
    assert Document.objects.get().versions.count() == 0


def test_a_document_of_another_plan_is_linked_by_the_number_people_say(register):
    assert recorded(register, **{"document-parts": "NOPE26:4.1"}).status_code == 400


def board_called(name):
    set_up_board(
        by=person("priya"),
        given=BoardGiven(
            name=name, kind="partnership", purpose="Asks", chair="Chair", every=6,
            unit="week", skips=(), papers_days=5, public=False, agreed_on=today(),
        ),
    )  # fmt: skip
    return Board.objects.get(name=name)


def test_a_board_of_the_boards_list_approves_and_is_told(register, signed_in):
    """One list: what is set up under Boards is offered here, and waits there."""
    board = board_called("Safeguarding partnership")
    recorded(register)
    assert submitted(register, board.name).status_code == 302
    page = register.get(f"/boards/{board.pk}").content.decode()
    assert "Documents that wait for this board" in page
    assert "Missing children protocol" in page
    assert decided(signed_in("tom"), **BOARD).status_code == 302
    assert told(register, f"board:{board.pk}").status_code == 302
    (doc,) = queries.documents()
    assert [telling.who for telling in doc.tellings] == [board.name]
    page = register.get(f"/boards/{board.pk}").content.decode()
    assert "Documents that wait for this board" not in page


def test_a_partner_may_not_be_a_board_a_second_time(register):
    board_called("Safeguarding partnership")
    again = {"body-name": "safeguarding partnership", "body-kind": "other"}
    page = register.post("/documents/bodies", again)
    assert page.status_code == 400
    assert "is one of the boards" in page.content.decode()


def test_a_board_of_which_only_the_name_is_known_says_so(register):
    named = Board.objects.create(name="Housing Forum", kind="other", papers_days=0)
    page = register.get(f"/boards/{named.pk}").content.decode()
    assert "Only this board’s name is known" in page
    assert "Only its name is known" in register.get("/boards").content.decode()
    assert register.get("/boards/calendar").status_code == 200
    assert register.get(f"/boards/{named.pk}/change").status_code == 200
