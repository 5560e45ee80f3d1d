"""The outcome sharpener: every expected outcome tested, or retired with a reason."""

import pytest

from madegood.assurance import queries
from madegood.intake.plans import Countability

OUTCOMES = "/plan/outcomes"
SHARPEN = "/plan/outcomes/4.b/sharpen"
GOOD = {
    "measure?measure=rhi_offered": {"target": "95", "periods": "3", "minimum": "10"},
    "sample": {"question": "Was the child heard?", "target": "80", "minimum": "10"},
    "feedback": {"question": "Did it help you?", "target": "80", "minimum": "8"},
}


def words(answer):
    return answer.content.decode()


def outcome(number="4.b"):
    _, rec = queries.recommendation_page("4")
    return next(o for o in rec.outcomes if o.number == number)


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


@pytest.fixture
def dana(signed_in, plan):
    return signed_in("dana")


def test_the_list_says_how_far_each_counts_and_what_became_of_it(priya):
    said = words(priya.get(OUTCOMES))
    assert "1 of 2 countable when read, 0 partly; now 1 tested, 0 retired" in said
    assert "Children feel listened to" in said
    assert "Nothing tests it." in said
    assert f'href="{SHARPEN}"' in said


def test_somebody_who_may_not_edit_reads_and_is_offered_no_form(dana):
    assert SHARPEN not in words(dana.get(OUTCOMES))
    assert dana.get(SHARPEN).status_code == 403


def test_one_outcome_is_told_its_vague_words_and_what_fits(priya):
    said = words(priya.get(SHARPEN))
    assert "“feel”" in said
    assert "who is asked, what they are asked" in said
    assert "These measures speak of the same" in said
    assert "Attach it" in said


@pytest.mark.parametrize("way", GOOD)
def test_each_way_attaches_a_test_and_comes_back(priya, way):
    before = len(outcome().tests)
    answer = priya.post(f"{SHARPEN}/{way}", GOOD[way])
    assert answer.status_code == 302
    assert len(outcome().tests) == before + 1
    assert "attached" in words(priya.get(answer.url))


def test_a_person_decides_otherwise_and_what_was_read_is_kept(priya):
    why = "An annual survey asks it of every child"
    sent = {"countability": "partly", "why": why}
    assert priya.post(f"{SHARPEN}/decide", sent).status_code == 302
    detail = outcome().detail
    assert detail.countability is Countability.PARTLY
    assert detail.read_as is Countability.NOT
    assert why in words(priya.get(OUTCOMES))
    assert "decided that outcome 4.b can be counted in part" in words(
        priya.get("/plan/history/outcome/4.b")
    )
    again = priya.post(f"{SHARPEN}/decide", sent)
    assert again.status_code == 400
    assert "It is on record already" in words(again)


def test_an_outcome_is_retired_with_a_reason_and_is_asked_nothing_more(priya):
    sent = {"retire-why": "Another plan has taken it over"}
    assert priya.post(f"{SHARPEN}/retire", sent).status_code == 302
    assert "1 tested, 1 retired" in words(priya.get(OUTCOMES))
    assert priya.get(f"{SHARPEN}/sample").status_code == 302


def test_what_is_never_a_target_cannot_be_attached(priya):
    address = f"{SHARPEN}/measure?measure=rhi_taken_up"
    assert priya.get(address).status_code == 404
    assert priya.post(address, GOOD["measure?measure=rhi_offered"]).status_code == 404


BAD = [
    ("sample", {}),
    ("sample", {"question": "", "target": "80", "minimum": "10"}),
    ("sample", {"question": "x" * 251, "target": "80", "minimum": "10"}),
    ("sample", {"question": "Good?", "target": "0", "minimum": "10"}),
    ("sample", {"question": "Good?", "target": "101", "minimum": "10"}),
    ("sample", {"question": "Good?", "target": "eighty", "minimum": "10"}),
    ("feedback", {"question": "Good?", "target": "80", "minimum": "-1"}),
    ("feedback", {"question": "Good?", "target": "80", "minimum": "9" * 40}),
    ("measure?measure=rhi_offered", {"target": "95", "periods": "0", "minimum": "1"}),
    ("measure?measure=rhi_offered", {"target": "95.5", "periods": "", "minimum": ""}),
    ("decide", {"countability": "maybe", "why": "because it is so"}),
    ("decide", {"countability": "partly", "why": "no"}),
    ("decide", {"countability": "", "why": ""}),
    ("retire", {"retire-why": "no"}),
    ("retire", {}),
]


@pytest.mark.parametrize(("way", "sent"), BAD)
def test_what_is_wrong_is_said_and_nothing_is_kept(priya, way, sent):
    before = outcome()
    answer = priya.post(f"{SHARPEN}/{way}", sent)
    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    for name, value in sent.items():  # an answer that is none of three is not kept
        assert name == "countability" or value in words(answer)
    after = outcome()
    assert len(after.tests) == len(before.tests)
    assert after.detail.countability is before.detail.countability
    assert after.detail.retired_on is None


@pytest.mark.parametrize(
    "address",
    [
        "/plan/outcomes/99.z/sharpen",
        "/plan/outcomes/4/sharpen",
        f"{SHARPEN}/nothing",
        f"{SHARPEN}/measure",
        f"{SHARPEN}/measure?measure=nothing",
        "/plan/outcomes/NOPE:4.b/sharpen",
        "/plan/outcomes?plan=NOPE",
    ],
)
def test_what_does_not_exist_has_no_page(priya, address):
    assert priya.get(address).status_code == 404
