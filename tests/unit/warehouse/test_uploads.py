"""An upload is received, read, decided and stored; each step once."""

from datetime import timedelta

import pytest

from madegood.accounts.actions import Refused
from madegood.clock import today as clock
from madegood.trail.actions import NoReason
from madegood.trail.queries import latest
from madegood.warehouse import actions, queries, uploads
from madegood.warehouse.actions import LoadRefused, Moved, NotReady, sweep
from madegood.warehouse.models import Run, StoredSnapshot, Upload
from madegood.warehouse.queries import UploadState
from tests.cast import person
from tests.unit.warehouse.conftest import EPISODES, FILES, given

pytestmark = pytest.mark.django_db

FAULTY = EPISODES.replace("2026-06-01T09:00", "soon")


def through(got, anil):
    """Read, accept all that was set aside, store."""
    actions.process(got.upload_id)
    shown = queries.upload(got.upload_id)
    actions.accept(by=anil, upload_id=shown.id, set_aside=shown.set_aside)
    actions.finish(shown.id)
    return queries.upload(shown.id)


def test_it_goes_from_received_to_stored_with_its_measures(send, anil):
    got = send(**FILES)
    assert queries.upload(got.upload_id).state is UploadState.RECEIVED
    actions.process(got.upload_id)
    read = queries.upload(got.upload_id)
    assert (read.state, read.rows, read.read) == (UploadState.READ, 6, 6)
    actions.accept(by=anil, upload_id=read.id, set_aside=0)
    assert queries.upload(read.id).state is UploadState.ACCEPTED
    actions.finish(read.id)
    stored = queries.upload(read.id)
    assert stored.state is UploadState.STORED
    assert queries.snapshot(stored.snapshot_id).rows == 6
    assert Run.objects.count() == 1
    kinds = [told.kind for told in latest()][::-1]
    assert kinds == [
        "upload_received",
        "upload_read",
        "upload_accepted",
        "snapshot_loaded",
        "measures_run",
    ]


def test_the_preview_says_what_is_read_and_what_it_can_feed(send):
    got = send(**FILES)
    actions.process(got.upload_id)
    preview = queries.upload(got.upload_id).preview
    (episodes,) = [t for t in preview.tables if t.name == "missing_episodes"]
    assert (episodes.rows, episodes.added, episodes.vanished) == (2, 2, 0)
    assert (f"{episodes.first}", f"{episodes.last}") == ("2026-05-01", "2026-06-02")
    assert "rhi_held_72h" in preview.feeds
    assert preview.lacks["missing_per_100_placement_nights"] == ("care_episodes",)


def test_received_files_are_ours_alone_and_gone_once_read(send, own_folder):
    got = send(**FILES)
    (kept,) = (own_folder / "uploads").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    actions.process(got.upload_id)
    assert list((own_folder / "uploads").iterdir()) == []
    assert Upload.objects.get().folder == ""
    for path in own_folder.rglob("*"):
        assert path.is_dir() or b"C17041" not in path.read_bytes(), path


def test_the_same_files_again_are_the_same_upload_whoever_sends_them(send, anil):
    stored = through(send(**FILES), anil)
    again = send(**FILES)
    assert (again.upload_id, again.repeated) == (stored.id, True)
    assert "Already loaded on" in again.says
    assert StoredSnapshot.objects.count() == Upload.objects.count() == 1


def test_the_same_files_under_other_names_and_in_other_order_are_the_same(send):
    first = send(**FILES)
    turned = dict(reversed(FILES.items()))
    assert send(**turned).upload_id == first.upload_id


def test_the_same_rows_in_another_order_make_no_new_snapshot(send, anil):
    first = through(send(**FILES), anil)
    heading, one, other = EPISODES.splitlines()
    turned = f"{heading}\n{other}\n{one}\n"
    second = through(send(**{**FILES, "missing_episodes.csv": turned}), anil)
    assert second.id != first.id
    assert second.snapshot_id == first.snapshot_id


def test_rows_set_aside_are_accepted_by_number_and_stay_listed(send, anil):
    got = send(**{**FILES, "missing_episodes.csv": FAULTY})
    actions.process(got.upload_id)
    shown = queries.upload(got.upload_id)
    assert (shown.rows, shown.read, shown.set_aside) == (6, 5, 1)
    (group,) = [g for g in shown.groups if g.severity == "error"]
    assert (group.count, group.column) == (1, "started_at")
    with pytest.raises(Moved):
        actions.accept(by=anil, upload_id=shown.id, set_aside=0)
    actions.accept(by=anil, upload_id=shown.id, set_aside=1)
    actions.finish(shown.id)
    kept = queries.snapshot(queries.upload(shown.id).snapshot_id)
    assert any(f.severity == "error" for f in kept.findings)
    assert Upload.objects.get().accepted_set_aside == 1


def test_a_file_that_cannot_be_read_at_all_refuses_the_upload(send):
    got = send(**FILES, **{"contacts.csv": "what,is\nthis,then\n"})
    actions.process(got.upload_id)
    shown = queries.upload(got.upload_id)
    assert shown.state is UploadState.REFUSED
    assert "contacts.csv" in shown.refusal
    assert shown.preview is None
    assert "nothing was stored" in latest()[0].sentence


def test_a_refused_upload_may_be_sent_again(send):
    bad = {**FILES, "contacts.csv": "what,is\nthis,then\n"}
    first = send(**bad)
    actions.process(first.upload_id)
    again = send(**bad)
    assert again.upload_id != first.upload_id


def test_a_person_rejects_with_a_reason_and_nothing_of_it_stays(send, anil, own_folder):
    got = send(**FILES)
    actions.process(got.upload_id)
    with pytest.raises(NoReason):
        actions.reject(by=anil, upload_id=got.upload_id, why="no")
    actions.reject(
        by=anil, upload_id=got.upload_id, why="half the month is missing here"
    )
    assert queries.upload(got.upload_id).state is UploadState.REJECTED
    sweep()
    assert not list((own_folder / "tables").glob("*.parquet"))
    from madegood.vault.queries import remembered

    assert remembered() == 0


def test_who_sent_it_may_withdraw_it_before_it_is_read(send, anil, own_folder):
    got = send(**FILES)
    actions.withdraw(by=anil, upload_id=got.upload_id, why="the wrong month was sent")
    assert list((own_folder / "uploads").iterdir()) == []
    actions.process(got.upload_id)
    assert queries.upload(got.upload_id).state is UploadState.WITHDRAWN


def test_what_is_stored_can_be_neither_accepted_nor_rejected_again(send, anil):
    stored = through(send(**FILES), anil)
    with pytest.raises(NotReady, match="Already loaded"):
        actions.accept(by=anil, upload_id=stored.id, set_aside=0)
    with pytest.raises(NotReady):
        actions.reject(by=anil, upload_id=stored.id, why="no longer wanted by us")


def test_only_those_permitted_send_accept_or_reject(send):
    dana = person("dana")
    with pytest.raises(Refused):
        send(by=dana, **FILES)
    got = send(**FILES)
    actions.process(got.upload_id)
    with pytest.raises(Refused):
        actions.accept(by=dana, upload_id=got.upload_id, set_aside=0)
    with pytest.raises(Refused):
        actions.reject(by=dana, upload_id=got.upload_id, why="because I say so")


def test_real_files_are_not_even_received_before_the_decision(anil, own_folder):
    with pytest.raises(LoadRefused, match="data-protection decision"):
        actions.receive(
            by=anil, files=[("children.csv", [FILES["children.csv"].encode()])]
        )
    assert list((own_folder / "uploads").iterdir()) == []


def test_sending_nothing_is_said(anil):
    with pytest.raises(LoadRefused, match="No file was sent"):
        actions.receive(by=anil, files=[])


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\evil.csv", "", "..", "a\0b"])
def test_a_file_name_cannot_point_anywhere_else(anil, own_folder, name):
    files = [(name, [b"1"]), ("truth.json", [b'{"seed": 1}'])]
    actions.receive(by=anil, files=files)
    inside = [p for p in own_folder.rglob("*") if p.is_file() and p.stat().st_size == 1]
    assert [p.parent.parent for p in inside] == [own_folder / "uploads"]


def passed(monkeypatch, **time):
    """So much time passes."""
    then = clock.now() + timedelta(**time)
    for module in ("uploads", "saying", "sweeping", "counting", "expiring"):
        monkeypatch.setattr(f"madegood.warehouse.{module}.now", lambda: then)


def reading_was_cut_short(upload_id):
    upload = Upload.objects.get(pk=upload_id)
    uploads.change(upload, UploadState.READING, attempts=1, heartbeat=clock.now())


def test_an_upload_whose_reader_died_is_read_by_another(send, monkeypatch):
    got = send(**FILES)
    reading_was_cut_short(got.upload_id)
    assert sweep().taken_up == 0
    passed(monkeypatch, seconds=61)
    assert queries.upload(got.upload_id).stalled
    # The job that was given at first is still waiting; no second one is needed.
    sweep()
    assert queries.upload(got.upload_id).state is UploadState.RECEIVED
    actions.process(got.upload_id)
    assert queries.upload(got.upload_id).state is UploadState.READ


def test_what_kills_every_reader_is_given_up_and_its_files_removed(
    send, monkeypatch, own_folder
):
    got = send(**FILES)
    reading_was_cut_short(got.upload_id)
    Upload.objects.update(attempts=uploads.MOST_ATTEMPTS)
    passed(monkeypatch, seconds=61)
    sweep()
    shown = queries.upload(got.upload_id)
    assert shown.state is UploadState.FAILED
    assert "3 times" in shown.says
    assert list((own_folder / "uploads").iterdir()) == []


def test_a_fault_of_ours_is_tried_again_and_then_told(send, monkeypatch):
    got = send(**FILES)

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads, "read_apart", full)
    for _ in range(uploads.MOST_ATTEMPTS):
        with pytest.raises(OSError, match="No space"):
            actions.process(got.upload_id)
    shown = queries.upload(got.upload_id)
    assert shown.state is UploadState.FAILED
    assert "No space left" in shown.says


def test_an_accepted_upload_that_nobody_stored_is_taken_up(send, anil, monkeypatch):
    got = send(**FILES)
    actions.process(got.upload_id)
    actions.accept(by=anil, upload_id=got.upload_id, set_aside=0)
    Upload.objects.update(task="")
    passed(monkeypatch, seconds=61)
    assert sweep().taken_up == 1


def test_what_nobody_decided_for_a_month_is_let_go(send, monkeypatch):
    got = send(**FILES)
    actions.process(got.upload_id)
    passed(monkeypatch, days=32)
    actions.sweep_daily()
    shown = queries.upload(got.upload_id)
    assert shown.state is UploadState.WITHDRAWN
    assert "31 days" in shown.why


def test_a_folder_that_no_upload_names_is_removed(own_folder):
    left = own_folder / "uploads" / "left-by-somebody-who-died"
    left.mkdir(parents=True)
    (left / "children.csv").write_text("child_id\nC1\n")
    assert sweep().folders == 1
    assert not left.exists()


def test_a_file_that_changes_while_it_is_read_is_refused(send, own_folder):
    got = send(**FILES)
    (kept,) = (own_folder / "uploads").iterdir()
    path = kept / "missing_episodes.csv"
    path.chmod(0o600)
    path.write_text(EPISODES.replace("Oak House", "Elm House"))
    actions.process(got.upload_id)
    shown = queries.upload(got.upload_id)
    assert shown.state is UploadState.REFUSED
    assert "changed while it was being read" in shown.refusal


def test_a_file_name_that_is_no_text_is_told_with_what_can_be_shown(
    anil, own_folder, tmp_path
):
    folder = given(tmp_path / "odd", **FILES)
    (folder / "children.csv").rename(folder / "children-caf\udce9.csv")
    stored = actions.load(by=anil, paths=[folder])
    names = {file.name for file in queries.snapshot(stored.pk).files}
    assert "children-caf�.csv" in names
