"""What colleagues say to each other about a thing, and who is asked to look."""

from datetime import timedelta

import pytest

from madegood.clock.today import now, today
from madegood.comments import actions, queries
from madegood.comments.models import Comment, Mention
from madegood.comments.queries import waiting_for
from madegood.trail.models import Event
from tests.cast import person


def say(browser, text, where="action/4.1", **more):
    given = {"comment-text": text} | more
    return browser.post(f"/comments/{where}", given)


def test_a_comment_stands_on_the_page_of_what_it_is_about(signed_in, plan):
    priya = signed_in("priya")
    for where, page in (
        ("action/4.1", "/plan/actions/4.1"),
        ("outcome/4.a", "/plan/outcomes/4.a"),
        ("recommendation/4", "/plan/recommendations/4"),
    ):
        answer = say(priya, f"Look <b>here</b>, {where}", where)
        assert answer.url == f"{page}#comments"
        shown = signed_in("dana").get(page).content.decode()
        assert f"Look &lt;b&gt;here&lt;/b&gt;, {where}" in shown


def test_who_is_mentioned_is_told_until_they_say_they_have_seen_it(signed_in, plan):
    priya, tom = signed_in("priya"), signed_in("tom")
    dana, ros = person("dana"), person("ros")
    say(
        priya,
        "Can you, @Tom Okafor, and @dana@example.org?",
        **{"comment-tell": ros.pk},
    )
    for told in (person("tom"), dana, ros):
        (waits,) = waiting_for(told, today())
        assert waits.what.startswith("Priya Shah mentions you on action 4.1: “Can you,")
        assert (waits.where_url_name, waits.number) == ("action", "4.1")
    assert "You are mentioned here" in tom.get("/plan/actions/4.1").content.decode()
    assert tom.post("/comments/action/4.1/seen").status_code == 302
    assert waiting_for(person("tom"), today()) == []
    assert len(waiting_for(dana, today())) == 1
    assert "You are mentioned" not in tom.get("/plan/actions/4.1").content.decode()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Write what you want to say"),
        ("   ", "Write what you want to say"),
        ("x" * 4_001, "4,000 characters or fewer"),
        ("The boy with 943 476 5919", "an NHS number in it after “The boy with”"),
        ("Line one\nUPN A123456789012", "a pupil number (UPN) on line 2"),
        ("She lives at B91 3QX", "a full postcode"),
        ("@nobody@example.org look", "Nobody here signs in as nobody@example.org"),
        ("@Sam Field look", "Sam Field may not see action 4.1"),
        ("@Toomas look", "“@toomas” tells nobody"),
        ("nul \x00 byte", "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_said_is_refused_in_words_and_not_lost(
    signed_in, plan, text, says
):
    person("sam")
    answer = say(signed_in("priya"), text)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert says in page
    if "\x00" not in text and text.strip():
        assert text.splitlines()[0][:60] in page
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "where", ["action/99.9", "planet/4.1", "document/1", "outcome/x"]
)
def test_nothing_is_said_of_what_is_not_there(signed_in, plan, where):
    assert say(signed_in("priya"), "Anybody?", where).status_code == 404
    assert (
        say(signed_in("priya"), "A", "action/4.1", **{"comment-tell": "x"}).status_code
        == 400
    )


def test_a_form_sent_twice_is_one_comment(signed_in, plan):
    priya = signed_in("priya")
    say(priya, "Once")
    assert say(priya, "Once").status_code == 400
    assert Comment.objects.count() == 1


def test_a_comment_is_mended_for_fifteen_minutes_then_only_struck(
    signed_in, plan, monkeypatch
):
    priya = signed_in("priya")
    person("tom")
    say(priya, "Frist")
    kept = Comment.objects.get()
    where = f"/comments/of/{kept.pk}/change"
    assert priya.post(where, {"edit-text": "First, @Tom Okafor"}).status_code == 302
    person("tom")
    assert signed_in("ros").get(where).status_code == 404
    later = now() + timedelta(minutes=16)
    monkeypatch.setattr(actions, "now", lambda: later)
    assert priya.post(where, {"edit-text": "Second"}).status_code == 400
    kept.refresh_from_db()
    assert kept.text.startswith("First")
    strike = f"/comments/of/{kept.pk}/strike"
    assert signed_in("ros").post(strike, {"strike-why": "not mine"}).status_code == 404
    assert priya.post(strike, {"strike-why": "no"}).status_code == 400
    why = {"strike-why": "Said of the wrong action"}
    assert priya.post(strike, why).status_code == 302
    page = priya.get("/plan/actions/4.1").content.decode()
    assert "<del>First" in page
    assert "Said of the wrong action" in page
    assert priya.post(strike, why).status_code == 404


def test_what_was_struck_waits_for_nobody(signed_in, plan):
    priya = signed_in("priya")
    person("tom")
    say(priya, "@Tom Okafor?")
    actions.strike_comment(
        by=person("priya"), comment_id=Comment.objects.get().pk, why="asked him since"
    )
    assert waiting_for(person("tom"), today()) == []


def test_the_trail_says_that_somebody_commented_and_never_what(signed_in, plan):
    say(signed_in("priya"), "Between ourselves")
    event = Event.objects.get(kind="comment_written")
    assert event.subject == "action 4.1"
    assert "ourselves" not in f"{event.facts} {event.why}"


def test_a_reader_of_papers_sees_no_comment(signed_in, plan):
    say(signed_in("priya"), "Between ourselves")
    assert signed_in("adeyemi").get("/comments/action/4.1").status_code == 403


def test_a_long_thread_costs_no_more_than_a_short_one(
    signed_in, plan, django_assert_max_num_queries
):
    tom = person("tom")
    for number in range(30):
        actions.say(
            by=person("priya"),
            kind="action",
            number="4.1",
            text=f"{number}",
            tell=[tom],
        )
    assert Mention.objects.count() == 30
    with django_assert_max_num_queries(8):
        assert len(queries.thread("action", "4.1", tom).comments) == 30
