"""Loading files: sent once, watched, previewed, accepted or rejected."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.clock.today import now
from madegood.warehouse import actions, queries
from madegood.warehouse.queries import UploadState
from madegood.web import upload_page
from tests.cast import person
from tests.pages.sent import EPISODES, FAULTY, TRUTH, kept, sent, taken


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


def post(browser, files, **given):
    return browser.post("/data/load", {"chosen_files": files, "how": "add", **given})


def csv(name, text):
    return SimpleUploadedFile(name, text.encode())


def truth():
    return SimpleUploadedFile(*TRUTH)


# ---- sending ----------------------------------------------------------------------
def test_files_that_are_sent_have_a_page_of_their_own(anil, extract):
    answer = post(anil, sent(extract), label="Weekly extract")
    (upload,) = queries.uploads()
    assert answer.url == f"/data/uploads/{upload.id}"
    assert upload.label == "Weekly extract"


def test_what_is_read_is_listed_where_files_are_chosen(anil):
    said = words(anil.get("/data/load"))
    assert "The Madegood extract" in said
    assert "The SSDA903 return" in said


def test_choosing_no_file_is_named(anil):
    answer = anil.post("/data/load", {"how": "add"})
    assert answer.status_code == 400
    assert "Choose the files to load" in words(answer)


def test_the_same_files_sent_twice_are_one_upload(anil, extract):
    first = post(anil, sent(extract))
    second = post(anil, sent(extract))
    assert second.url == f"{first.url}?again=1"
    assert len(queries.uploads()) == 1
    assert "had been sent before" in words(anil.get(second.url))


def test_the_same_files_after_they_were_loaded_lead_to_what_became_of_them(
    anil, extract
):
    kept(folder=extract)
    said = words(anil.get(post(anil, sent(extract)).url))
    assert "had been sent before" in said
    assert "It is loaded." in said


def test_settings_that_cannot_be_used_are_refused_with_what_to_mend(anil):
    bad = SimpleUploadedFile("settings.toml", b"[rhi_held_72h]\nhours = 'many'\n")
    answer = post(anil, [truth(), bad, csv("missing_episodes.csv", EPISODES)])
    assert answer.status_code == 400
    assert "settings.toml" in words(answer)
    assert queries.uploads() == []


def test_a_label_that_is_too_long_is_named(anil):
    answer = post(anil, [truth()], label="x" * 201)
    assert answer.status_code == 400
    assert "200 characters or fewer" in words(answer)


def test_loading_alone_is_passed_on_and_said(anil):
    post(anil, [truth(), csv("missing_episodes.csv", EPISODES)], how="alone")
    (upload,) = queries.uploads()
    actions.process(upload.id)
    assert upload.alone
    assert "loaded alone" in words(anil.get(f"/data/uploads/{upload.id}"))


# ---- on its way ---------------------------------------------------------------------
def test_on_its_way_the_page_looks_again_by_itself_and_can_be_told_not_to(anil):
    upload = taken(read=False, missing_episodes=EPISODES)
    moving = anil.get(f"/data/uploads/{upload}")
    still = anil.get(f"/data/uploads/{upload}?still=1")
    assert int(moving.headers["Refresh"]) == upload_page.REFRESH_SECONDS
    assert "Stop that" in words(moving)
    assert "Refresh" not in still.headers
    assert "This page stands still." in words(still)


def test_once_it_is_read_the_page_no_longer_moves(anil):
    upload = taken(missing_episodes=EPISODES)
    assert "Refresh" not in anil.get(f"/data/uploads/{upload}").headers


def test_how_far_the_reading_is_stands_in_words_and_in_a_bar(anil):
    from madegood.warehouse.models import Upload

    upload = taken(read=False, missing_episodes=EPISODES)
    Upload.objects.filter(pk=upload).update(
        state="reading",
        files_total=5,
        files_done=2,
        rows_so_far=1200,
        heartbeat=now(),
    )
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Reading file 3 of 5, 1,200 rows so far." in said
    assert '<progress max="5" value="2"' in said


@pytest.mark.parametrize("state", ["received", "reading", "accepted"])
def test_when_nothing_is_at_work_the_page_says_so_and_what_to_do(anil, state):
    from madegood.warehouse.models import Upload

    upload = taken(read=False, missing_episodes=EPISODES)
    long_ago = now() - timedelta(minutes=5)
    Upload.objects.filter(pk=upload).update(
        state=state,
        received_at=long_ago,
        decided_at=long_ago,
        heartbeat=long_ago if state == "reading" else None,
    )
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "the worker may have stopped" in said
    assert "Nothing is lost" in said


@pytest.mark.parametrize("state", ["received", "reading"])
def test_a_page_where_nothing_moves_does_not_keep_a_person_signed_in(anil, state):
    from madegood.warehouse.models import Upload

    upload = taken(read=False, missing_episodes=EPISODES)
    long_ago = now() - timedelta(minutes=5)
    Upload.objects.filter(pk=upload).update(
        state=state,
        received_at=long_ago,
        heartbeat=long_ago if state == "reading" else None,
    )
    assert "Refresh" not in anil.get(f"/data/uploads/{upload}").headers


def test_what_has_just_come_is_not_called_stuck(anil):
    upload = taken(read=False, missing_episodes=EPISODES)
    assert "may have stopped" not in words(anil.get(f"/data/uploads/{upload}"))


# ---- the preview --------------------------------------------------------------------
def test_the_preview_says_what_was_read_and_what_was_set_aside(anil):
    upload = taken(missing_episodes=FAULTY)
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "5 rows in 1 file: 3 were read and 2 were set aside." in said
    assert "Nothing is loaded yet, so every row is new." in said


def test_each_cause_has_its_count_its_first_row_its_team_and_what_to_do(anil):
    upload = taken(missing_episodes=FAULTY)
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Not in the list" in said
    assert "missing_episodes.csv, row 4, column kind" in said
    assert "North 1" in said
    assert "Write one of: missing, away" in said


def test_what_changes_against_the_newest_data_is_counted(anil):
    kept(missing_episodes=EPISODES)
    upload = taken(missing_episodes=EPISODES.replace("E2,C2", "E9,C2"))
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Compared with the newest data" in said
    assert "What these files take the place of: 1 table" in said
    row = re.search(r"<tr>\s*<th scope=\"row\">Missing episodes.*?</tr>", said)[0]
    cells = re.findall(r'data-label="(Added|Changed|Gone)">(\d+)', row)
    assert dict(cells) == {"Added": "1", "Changed": "0", "Gone": "1"}


def test_when_many_rows_would_be_gone_that_is_said_first(anil):
    many = EPISODES + "".join(
        f"M{n},C{n},missing,2026-05-{n % 28 + 1:02}T09:00,,North\n" for n in range(40)
    )
    kept(missing_episodes=many)
    upload = taken(missing_episodes=EPISODES)
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "would be gone: missing episodes 40 of 42 (95%)." in said


def test_which_measures_it_can_feed_and_what_is_lacking_is_said(anil):
    upload = taken(missing_episodes=EPISODES)
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "that this version counts can be computed." in said
    assert "The others lack" in said
    assert "return interviews" in said


# ---- deciding -------------------------------------------------------------------------
def test_accepting_rows_set_aside_takes_a_tick(anil):
    upload = taken(missing_episodes=FAULTY)
    answer = anil.post(f"/data/uploads/{upload}/accept", {"set_aside": "2"})
    assert answer.status_code == 400
    assert "Tick the box" in words(answer)
    assert queries.upload(upload).state is UploadState.READ


def test_the_button_names_how_many_rows_are_left_out(anil):
    upload = taken(missing_episodes=FAULTY)
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Accept 3 rows, leave out 2" in said


def test_accepted_it_is_stored_and_its_measures_computed(anil):
    upload = taken(missing_episodes=FAULTY)
    answer = anil.post(
        f"/data/uploads/{upload}/accept", {"set_aside": "2", "agreed": "on"}
    )
    assert answer.url == f"/data/uploads/{upload}"
    assert "being stored" in words(anil.get(answer.url))
    actions.finish(upload)
    said = words(anil.get(answer.url))
    assert "It is loaded." in said
    assert "by Anil Kumar" in said
    assert queries.latest_run() is not None


def test_with_nothing_set_aside_there_is_nothing_to_tick(anil):
    upload = taken(missing_episodes=EPISODES)
    assert "agreed" not in words(anil.get(f"/data/uploads/{upload}"))
    answer = anil.post(f"/data/uploads/{upload}/accept", {"set_aside": "0"})
    assert answer.status_code == 302


def test_accepting_another_number_than_there_is_says_look_again(anil):
    upload = taken(missing_episodes=FAULTY)
    answer = anil.post(
        f"/data/uploads/{upload}/accept", {"set_aside": "1", "agreed": "on"}
    )
    assert answer.status_code == 409
    assert "look at them again" in words(answer)


def test_accepting_twice_has_one_effect_and_says_where_it_is(anil):
    upload = taken(missing_episodes=EPISODES)
    anil.post(f"/data/uploads/{upload}/accept", {"set_aside": "0"})
    answer = anil.post(f"/data/uploads/{upload}/accept", {"set_aside": "0"})
    assert answer.status_code == 409
    assert "Nothing was done." in words(answer)
    actions.finish(upload)
    assert len(queries.snapshots()) == 1


def test_rejecting_takes_a_reason(anil):
    upload = taken(missing_episodes=EPISODES)
    for why, told in (("", "Say why it is left out"), ("no", "at least three words")):
        answer = anil.post(f"/data/uploads/{upload}/reject", {"why": why})
        assert answer.status_code == 400
        assert told in words(answer)
    assert queries.upload(upload).state is UploadState.READ


def test_rejected_it_says_who_when_and_why(anil):
    upload = taken(missing_episodes=EPISODES)
    anil.post(f"/data/uploads/{upload}/reject", {"why": "Half the year is missing"})
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Rejected" in said
    assert "by Anil Kumar" in said
    assert "Half the year is missing" in said
    assert queries.snapshots() == []


def test_what_is_refused_says_why_and_offers_to_send_again(anil):
    upload = taken(holiday_photos="a,b\n1,2\n")
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Refused: nothing of it was kept." in said
    assert "stops the load" in said
    assert 'href="/data/load"' in said
    assert queries.snapshots() == []


def test_what_waits_can_be_withdrawn_by_who_sent_it(anil):
    upload = taken(read=False, missing_episodes=EPISODES)
    anil.post(f"/data/uploads/{upload}/withdraw", {"why": "Sent the wrong export"})
    said = words(anil.get(f"/data/uploads/{upload}"))
    assert "Withdrawn" in said
    assert "Sent the wrong export" in said


def test_withdrawing_takes_a_reason_and_the_page_stands_still_for_it(anil):
    upload = taken(read=False, missing_episodes=EPISODES)
    answer = anil.post(f"/data/uploads/{upload}/withdraw", {"why": "oops"})
    assert answer.status_code == 400
    assert "at least three words" in words(answer)
    assert "Refresh" not in answer.headers


def test_a_director_may_look_and_not_decide(signed_in):
    upload = taken(missing_episodes=EPISODES)
    dana = signed_in("dana")
    said = words(dana.get(f"/data/uploads/{upload}"))
    assert "It waits for somebody to accept or reject it." in said
    assert "<form" not in said.split("<main")[1]
    for act in ("accept", "reject", "withdraw"):
        assert dana.post(f"/data/uploads/{upload}/{act}").status_code == 403


@pytest.mark.parametrize("number", ["999", "9" * 30])
def test_an_upload_that_is_not_there_is_no_page(anil, number):
    assert anil.get(f"/data/uploads/{number}").status_code == 404
    answer = anil.post(f"/data/uploads/{number}/accept", {"set_aside": "0"})
    assert answer.status_code == 404


def test_an_upload_by_somebody_else_can_be_decided(anil):
    upload = taken(missing_episodes=EPISODES)
    actions.accept(by=person("anil"), upload_id=upload, set_aside=0)
    assert queries.upload(upload).state is UploadState.ACCEPTED
