"""Files that people attach: kept by their hash, whole or not at all, never changed."""

import hashlib

import pytest
from click.testing import CliRunner
from django.db import transaction

from madegood.clock.today import now
from madegood.intake.attached import NotTaken
from madegood.plan import file_actions, files
from madegood.plan.file_models import AttachedFile
from madegood.plan.file_views import file_view
from madegood.trail.models import Event
from tests.cast import person

pytestmark = pytest.mark.django_db
WORDS = b"Minutes of the board, October\n"
HASH = hashlib.sha256(WORDS).hexdigest()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture(autouse=True)
def looked_into_here(monkeypatch):
    """What a reading process would say of these few lines."""
    monkeypatch.setattr(
        "madegood.intake.attached.looked_into._texts",
        lambda path, kind: [("line 1", path.read_text())],
    )


def kept(name="minutes.txt", data=WORDS):
    with files.received(name, [data[:5], data[5:]]) as given, transaction.atomic():
        return files.record(by=person("tom"), given=given)


def on_disk():
    return [path for path in files.folder().rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash_and_read_back_to_the_byte():
    file = kept()
    assert file.sha256 == HASH
    assert files.read(HASH) == WORDS
    assert file_view(file).size_words == "1 KB"


def test_nobody_else_on_the_machine_may_read_it():
    kept()
    (path,) = on_disk()
    assert path.stat().st_mode & 0o777 == 0o400
    assert files.folder().stat().st_mode & 0o777 == 0o700


def test_the_same_file_twice_is_one_on_the_disk_and_two_on_record():
    kept("a.txt")
    kept("b.txt")
    assert len(on_disk()) == 1
    assert AttachedFile.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("../../etc/minutes.txt", "minutes.txt"),
        ("C:\\fakepath\\minutes.txt", "minutes.txt"),
        ("minutes\u202etxt.exe.txt", "minutestxt.exe.txt"),
        ("minutes\r\nSet-Cookie: a.txt", "minutesSet-Cookie: a.txt"),
        (f"{'m' * 400}.txt", f"{'m' * 196}.txt"),
    ],
)
def test_a_name_says_nothing_but_what_the_file_is_called(given, called):
    assert kept(given).name == called


def test_what_is_refused_leaves_nothing_behind():
    with pytest.raises(NotTaken, match="NHS numbers"):
        kept(data=b"NHS 943 476 5919")
    assert on_disk() == []


def test_a_file_over_the_limit_is_refused_as_it_arrives(settings):
    settings.ATTACHED_MIB = 1

    def endless():
        while True:
            yield b"word " * 50_000

    with (
        pytest.raises(NotTaken, match="larger than 1 MiB"),
        files.received("a.txt", endless()),
    ):
        pass
    assert on_disk() == []


def test_what_was_altered_or_lost_is_not_handed_out():
    kept()
    (path,) = on_disk()
    path.chmod(0o600)
    path.write_bytes(b"something else")
    with pytest.raises(files.Lost, match="hash differs"):
        files.read(HASH)
    path.unlink()
    with pytest.raises(files.Lost, match="not in the data folder"):
        files.read(HASH)


def test_attaching_it_again_mends_what_was_altered():
    kept()
    (path,) = on_disk()
    path.chmod(0o600)
    path.write_bytes(b"something else")
    kept()
    assert files.read(HASH) == WORDS


def test_looking_at_every_file_finds_the_missing_and_the_altered():
    kept("a.txt", b"first words\n")
    kept("b.txt", b"other words\n")
    kept("c.txt", b"third words\n")
    by_name = {f.name: files.path_of(f.sha256) for f in AttachedFile.objects.all()}
    by_name["a.txt"].unlink()
    by_name["b.txt"].chmod(0o600)
    by_name["b.txt"].write_bytes(b"?")
    found = file_actions.verify_files(by=None)
    assert (found.files, found.missing, found.altered) == (3, ("a.txt",), ("b.txt",))
    assert not found.whole
    assert Event.objects.get(kind="files_verified").facts == {"files": 3, "faulty": 2}


def test_a_file_whose_action_came_to_nothing_is_swept_after_a_while():
    with pytest.raises(RuntimeError), files.received("a.txt", [WORDS]):
        raise RuntimeError
    kept("b.txt", b"other words\n")
    assert file_actions.verify_files(by=None).unnamed == 1
    assert file_actions.sweep_files(before=files_time(-3600)) == 0
    assert file_actions.sweep_files(before=files_time(60)) == 1
    assert len(on_disk()) == 1


def files_time(seconds):
    from datetime import timedelta

    return now() + timedelta(seconds=seconds)


def test_the_command_fails_where_a_file_is_missing(settings, monkeypatch):
    from madegood.jobs import evidence_commands

    monkeypatch.setattr(evidence_commands, "open_ledger", lambda _folder: None)
    monkeypatch.setattr(evidence_commands, "bring_up_to_date", lambda: None)
    kept()
    run = CliRunner().invoke(evidence_commands.verify, ["--sweep"])
    assert (run.exit_code, "what it was when it was attached" in run.output) == (
        0,
        True,
    )
    files.path_of(HASH).unlink()
    run = CliRunner().invoke(evidence_commands.verify, ["--json"])
    assert run.exit_code == 1
    assert "missing: minutes.txt" in run.output
