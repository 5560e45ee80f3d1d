"""A key is made once, is noticed when it is lost, and is changed whole or not at all."""

import pytest

from madegood.trail.actions import NoReason
from madegood.trail.queries import latest
from madegood.vault.actions import (
    KeyMissing,
    KeyUnreadable,
    remember,
    reveal,
    rotate_pseudonyms,
    rotate_vault,
)
from madegood.vault.keyring import Keyring
from madegood.vault.keys import key, pseudonyms, ring
from madegood.vault.models import KeptId, KeyInUse, Link
from madegood.vault.queries import keys_apart
from tests.cast import person

pytestmark = pytest.mark.django_db

WHY = "a laptop with the key was lost"


def test_keys_lie_where_they_are_told_to_and_are_ours_alone(folders):
    remember(["566910"])
    assert sorted(path.name for path in folders.KEYS_DIR.iterdir()) == [
        "pseudonyms",
        "vault",
    ]
    for path in folders.KEYS_DIR.iterdir():
        assert path.stat().st_mode & 0o077 == 0
    assert keys_apart()
    assert not (folders.DATA_DIR / "keys").exists()


def test_without_that_they_lie_in_the_data_folder_and_it_is_said(folders):
    folders.KEYS_DIR = None
    remember(["566910"])
    assert (folders.DATA_DIR / "keys" / "pseudonyms").is_file()
    assert not keys_apart()


def test_a_key_made_before_there_was_a_vault_stays_in_use(folders):
    folders.KEYS_DIR.mkdir()
    (folders.KEYS_DIR / "pseudonyms").write_text("ab" * 32)
    assert key("pseudonyms") == bytes.fromhex("ab" * 32)
    assert pseudonyms().of("C1") == pseudonyms().of("C1")


def test_each_purpose_has_a_master_key_of_its_own(folders):
    assert pseudonyms("Research export").of("C1") != pseudonyms().of("C1")
    assert (folders.KEYS_DIR / "pseudonyms-research-export").is_file()


def test_a_lost_key_is_said_and_not_made_again(folders):
    remember(["566910"])
    (folders.KEYS_DIR / "pseudonyms").unlink()
    with pytest.raises(KeyMissing, match="Restore it from the escrow"):
        pseudonyms()
    assert not (folders.KEYS_DIR / "pseudonyms").exists()


def test_another_key_in_its_place_is_said(folders):
    remember(["566910"])
    (folders.KEYS_DIR / "vault").write_text("cd" * 32)
    with pytest.raises(KeyMissing, match="is not the one this ledger’s data"):
        remember(["566911"])


@pytest.mark.parametrize(
    ("held", "says"),
    [
        ("", "is empty"),
        ("secret\n", "not hold a key in hex"),
        ("\xff", "cannot be read"),
    ],
)
def test_what_is_no_key_is_said(folders, held, says):
    folders.KEYS_DIR.mkdir()
    (folders.KEYS_DIR / "pseudonyms").write_bytes(held.encode("latin-1"))
    with pytest.raises(KeyUnreadable, match=says):
        pseudonyms()


def _nothing_else(_layer):
    return lambda: None


@pytest.fixture
def kept():
    remember(["a", "b"])
    old = {own: pseudonyms().of(own) for own in ("a", "b")}
    Link.objects.create(
        system="police",
        theirs="x" * 26,
        pseudonym=old["a"],
        confirmed_at=KeyInUse.objects.first().since,
        confirmed_by=person("lena"),
    )
    return old


def test_a_new_pseudonym_key_gives_every_child_a_new_code_everywhere(kept):
    told = []

    def prepare(layer):
        told.append({old: layer.of(old) for old in kept.values()})
        return lambda: told.append("in place")

    assert rotate_pseudonyms(by=None, why=WHY, prepare=prepare) == 2
    new = {own: pseudonyms().of(own) for own in kept}
    assert told == [{kept["a"]: new["a"], kept["b"]: new["b"]}, "in place"]
    assert not set(new.values()) & set(kept.values())
    assert Link.objects.get().pseudonym == new["a"]
    found = reveal(
        by=person("lena"), pseudonyms=new.values(), why="to see that it works"
    )
    assert set(found.values()) == {"a", "b"}
    assert reveal(by=person("lena"), pseudonyms=kept.values(), why=WHY) == {}


def test_a_key_is_laid_over_the_last_as_often_as_need_be(kept, folders):
    for _ in range(3):
        rotate_pseudonyms(by=None, why=WHY, prepare=_nothing_else)
    codes = set(KeptId.objects.values_list("pseudonym", flat=True))
    assert codes == {pseudonyms().of("a"), pseudonyms().of("b")}
    assert len((folders.KEYS_DIR / "pseudonyms").read_text().split()) == 4


def test_a_new_key_that_could_not_take_its_place_is_never_lost(kept, monkeypatch):
    """The disk fails after the ledger's commit: what is left finishes the change."""

    def fails(*_):
        raise OSError("disk failed")

    monkeypatch.setattr(Keyring, "promote", fails)
    with pytest.raises(OSError, match="disk failed"):
        rotate_pseudonyms(by=None, why=WHY, prepare=_nothing_else)
    monkeypatch.undo()
    codes = set(KeptId.objects.values_list("pseudonym", flat=True))
    assert codes == {pseudonyms().of("a"), pseudonyms().of("b")}


def test_the_change_is_on_the_trail(kept):
    rotate_vault(by=None, why=WHY)
    assert latest()[0].sentence == (
        "Madegood changed the key of the vault, which turns codes back; what it had made "
        f"for 2 children was made again: {WHY}"
    )


def test_where_the_snapshots_cannot_follow_nothing_has_changed(kept, folders):
    before = (folders.KEYS_DIR / "pseudonyms").read_text()

    def full(*_given):
        raise OSError("disk full")

    for prepare in (full, lambda _layer: full):
        with pytest.raises(OSError, match="disk full"):
            rotate_pseudonyms(by=None, why=WHY, prepare=prepare)
    assert (folders.KEYS_DIR / "pseudonyms").read_text() == before
    assert {own: pseudonyms().of(own) for own in kept} == kept
    assert set(KeptId.objects.values_list("pseudonym", flat=True)) == set(kept.values())
    assert not list(folders.KEYS_DIR.glob("*.next"))


def test_a_change_cut_off_after_the_ledger_had_it_is_finished_when_next_asked(
    kept, monkeypatch
):
    """The machine stops between the ledger's commit and the file's last step."""
    monkeypatch.setattr(Keyring, "promote", lambda *_: None)
    rotate_pseudonyms(by=None, why=WHY, prepare=_nothing_else)
    monkeypatch.undo()
    codes = {pseudonyms().of(own) for own in kept}
    assert codes == set(KeptId.objects.values_list("pseudonym", flat=True))


def test_a_change_cut_off_before_the_ledger_had_it_never_happened(kept, folders):
    ring().propose("pseudonyms")
    assert {own: pseudonyms().of(own) for own in kept} == kept


def test_a_new_vault_key_opens_what_was_kept_and_the_old_one_does_not(kept, folders):
    old = (folders.KEYS_DIR / "vault").read_text()
    assert rotate_vault(by=None, why=WHY) == 2
    assert (folders.KEYS_DIR / "vault").read_text() != old
    assert set(
        reveal(by=person("lena"), pseudonyms=kept.values(), why=WHY).values()
    ) == {
        "a",
        "b",
    }


def test_a_key_is_changed_for_a_reason(kept):
    with pytest.raises(NoReason):
        rotate_vault(by=None, why="why not")


def test_fifty_at_once_make_one_key(folders):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(50) as pool:
        made = set(pool.map(lambda _: ring().key("pseudonyms"), range(50)))
    assert len(made) == 1
    assert [path.name for path in folders.KEYS_DIR.iterdir()] == ["pseudonyms"]
