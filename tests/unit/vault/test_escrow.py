"""An escrow opens for those who hold its passphrases, and equals the keys in use."""

import json
from datetime import timedelta

import pytest

from madegood.clock import today as clock
from madegood.trail.queries import latest
from madegood.vault import escrow, queries
from madegood.vault.actions import EscrowRefused, remember, try_escrow, write_escrow
from madegood.vault.keyring import Keyring
from madegood.vault.keys import pseudonyms, ring
from madegood.vault.models import EscrowTest
from madegood.vault.restoring import put_back

pytestmark = pytest.mark.django_db

ONE = ["correct horse battery staple"]
TWO = ["correct horse battery staple", "entirely other words here"]


@pytest.fixture
def keys():
    remember(["566910"])
    pseudonyms("research")
    return ring()


def written(tmp_path, phrases):
    out = tmp_path / "escrow.json"
    write_escrow(out=out, passphrases=phrases)
    return out.read_bytes()


@pytest.mark.parametrize("phrases", [ONE, TWO])
def test_it_holds_every_key_and_says_so_without_showing_one(keys, tmp_path, phrases):
    file = written(tmp_path, phrases)
    held = try_escrow(file=file, passphrases=phrases)
    assert held == {"pseudonyms": True, "pseudonyms-research": True, "vault": True}
    assert latest()[0].sentence == (
        "Madegood opened the escrow: it holds all 3 keys in use"
    )
    for name in keys.names():
        assert keys.written(name).encode() not in file
        assert keys.written(name) not in json.dumps(
            EscrowTest.objects.get().fingerprints
        )


def test_it_is_ours_alone_to_read_and_never_written_over(keys, tmp_path):
    written(tmp_path, ONE)
    assert (tmp_path / "escrow.json").stat().st_mode & 0o077 == 0
    with pytest.raises(EscrowRefused, match="never written over another"):
        written(tmp_path, ONE)


def test_the_keys_come_back_and_every_code_with_them(keys, tmp_path, settings):
    file = written(tmp_path, TWO)
    code = pseudonyms().of("566910")
    settings.KEYS_DIR = tmp_path / "new machine"
    assert put_back(Keyring(settings.KEYS_DIR), file, TWO) == [
        "pseudonyms",
        "pseudonyms-research",
        "vault",
    ]
    assert pseudonyms().of("566910") == code
    assert (settings.KEYS_DIR / "vault").stat().st_mode & 0o077 == 0


def test_keys_are_never_restored_over_others(keys, tmp_path):
    file = written(tmp_path, ONE)
    before = keys.fingerprints()
    with pytest.raises(EscrowRefused, match=r"holds keys already.*children’s codes"):
        put_back(keys, file, ONE)
    assert keys.fingerprints() == before


def test_a_session_key_that_a_server_made_meanwhile_is_replaced(keys, tmp_path):
    keys.put("session", "the old machine's")
    file = written(tmp_path, ONE)
    new = Keyring(tmp_path / "new machine")
    new.put("session", "the new machine's")
    put_back(new, file, ONE)
    assert new.written("session") == "the old machine's"


@pytest.mark.parametrize(
    ("wrote", "gave", "says"),
    [
        (ONE, ["wrong horse battery staple"], "a passphrase is wrong"),
        (ONE, TWO, "opens with 1 passphrases, and 2"),
        (TWO, ONE, "opens with 2 passphrases, and 1"),
        (TWO, TWO[::-1], "in the wrong order"),
        (TWO, [TWO[0], "not the second person"], "a passphrase is wrong"),
        (TWO, ["not the first person's", TWO[1]], "a passphrase is wrong"),
    ],
)
def test_it_does_not_open_for_anybody_else(keys, tmp_path, wrote, gave, says):
    file = written(tmp_path, wrote)
    with pytest.raises(EscrowRefused, match=says):
        try_escrow(file=file, passphrases=gave)


@pytest.mark.parametrize(
    ("phrases", "says"),
    [
        (["short"], "at least 16 characters"),
        ([TWO[0], "short"], "at least 16 characters"),
        ([TWO[0], TWO[0]], "the same"),
        ([], "one passphrase, or two"),
        ([*TWO, "a third person with words"], "one passphrase, or two"),
    ],
)
def test_weak_passphrases_are_refused_in_words(keys, tmp_path, phrases, says):
    with pytest.raises(EscrowRefused, match=says):
        written(tmp_path, phrases)
    assert not (tmp_path / "escrow.json").exists()


def test_without_keys_there_is_nothing_to_put_in_escrow(db):
    with pytest.raises(EscrowRefused, match="There are no keys yet"):
        escrow.seal({}, ONE)


def damaged(file, **fields):
    return json.dumps(json.loads(file) | fields).encode()


def test_a_file_that_was_changed_does_not_open(keys, tmp_path):
    file = written(tmp_path, ONE)
    head = json.loads(file)
    for changed in (
        b"not json",
        b"[]",
        b"",
        b"x" * 2_000_000,
        damaged(file, format="other"),
        damaged(file, scrypt={"n": 2, "r": 8, "p": 1}),
        damaged(file, people=2),
        damaged(file, people=3),
        damaged(file, nonce="AAAA"),
        damaged(file, salts=["AAAA"]),
        damaged(file, keys=head["keys"][:-8] + "AAAAAAA="),
        damaged(file, keys=7),
        damaged(file, extra="field"),
    ):
        with pytest.raises(EscrowRefused):
            escrow.unseal(changed, ONE)


def test_an_escrow_from_before_a_key_was_made_lacks_it(keys, tmp_path):
    file = written(tmp_path, ONE)
    pseudonyms("board")
    held = try_escrow(file=file, passphrases=ONE)
    assert held["pseudonyms-board"] is False
    assert latest()[0].sentence == (
        "Madegood opened the escrow: it lacks 1 of 4 keys in use"
    )
    assert queries.escrow_last_checked() is None


def test_it_warns_where_the_escrow_was_never_tried(keys):
    standing = queries.escrow_standing()
    assert standing.warns
    assert "never been tried" in standing.words


def test_it_is_content_for_half_a_year_and_then_warns(keys, tmp_path, monkeypatch):
    try_escrow(file=written(tmp_path, ONE), passphrases=ONE)
    standing = queries.escrow_standing()
    assert not standing.warns
    assert standing.words.startswith("Escrow last tested on ")
    assert queries.escrow_last_checked() == standing.checked_at
    later = clock.now() + timedelta(days=181)
    monkeypatch.setattr(queries, "now", lambda: later)
    standing = queries.escrow_standing()
    assert standing.warns
    assert "more than 180 days ago" in standing.words


def test_it_warns_when_a_key_has_changed_since(keys, tmp_path):
    try_escrow(file=written(tmp_path, ONE), passphrases=ONE)
    pseudonyms("board")
    standing = queries.escrow_standing()
    assert standing.warns
    assert "the keys have changed since" in standing.words
