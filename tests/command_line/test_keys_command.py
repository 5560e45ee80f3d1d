"""`madegood keys`: escrow for those who run the service, in words and exit codes."""

import json
import shutil

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.vault.actions import remember
from madegood.vault.keys import pseudonyms, ring
from madegood.vault.queries import escrow_last_checked

pytestmark = pytest.mark.django_db

ENV = {"ONE": "correct horse battery staple", "TWO": "entirely other words here"}


@pytest.fixture(autouse=True)
def folders(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    monkeypatch.delenv("MADEGOOD_KEYS", raising=False)
    remember(["566910"])
    return settings


def run(*words, typed=None, env=None):
    return CliRunner().invoke(
        main, ["keys", *map(str, words)], input=typed, env=env or ENV
    )


def escrowed(tmp_path, *more):
    out = tmp_path / "escrow.json"
    said = run("escrow", "--out", out, "--passphrase-from-env", "ONE", *more)
    assert said.exit_code == 0, said.output
    return out


def test_an_escrow_is_written_and_tried(tmp_path):
    out = escrowed(tmp_path)
    said = run("check", out, "--passphrase-from-env", "ONE")
    assert said.exit_code == 0, said.output
    assert "holds  pseudonyms" in said.output
    assert "Escrow last tested on" in said.output
    assert escrow_last_checked() is not None
    assert ring().written("vault") not in said.output


def test_two_people_type_what_only_each_knows(tmp_path):
    out = tmp_path / "escrow.json"
    both = f"{ENV['ONE']}\n{ENV['ONE']}\n{ENV['TWO']}\n{ENV['TWO']}\n"
    assert run("escrow", "--out", out, "--two-people", typed=both).exit_code == 0
    said = run("check", out, "--json", typed=f"{ENV['ONE']}\n{ENV['TWO']}\n")
    answer = json.loads(said.output[said.output.index("{") :])
    assert answer == {"held": {"pseudonyms": True, "vault": True}, "passed": True}
    for phrase in ENV.values():
        assert phrase not in said.output


def test_a_lost_folder_is_restored_and_every_code_is_what_it_was(tmp_path, folders):
    out = escrowed(tmp_path)
    code = pseudonyms().of("566910")
    shutil.rmtree(folders.KEYS_DIR)
    env = ENV | {"MADEGOOD_KEYS": str(folders.KEYS_DIR)}
    said = run("restore", out, "--passphrase-from-env", "ONE", env=env)
    assert said.exit_code == 0, said.output
    assert "Restored 2 keys" in said.output
    assert pseudonyms().of("566910") == code


def test_without_a_keys_folder_of_its_own_they_come_back_to_the_data_folder(tmp_path):
    out = escrowed(tmp_path)
    said = run(
        "restore", out, "--passphrase-from-env", "ONE", "--dir", tmp_path / "new"
    )
    assert said.exit_code == 0, said.output
    assert (tmp_path / "new" / "keys" / "pseudonyms").is_file()


def test_an_escrow_that_lacks_a_key_fails_and_says_what_to_do(tmp_path):
    out = escrowed(tmp_path)
    pseudonyms("research")
    said = run("check", out, "--passphrase-from-env", "ONE")
    assert said.exit_code == 1
    assert "LACKS  pseudonyms-research" in said.output
    assert "Write a new one" in said.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["escrow", "--out", "{new}", "--passphrase-from-env", "NONE"],
            "NONE is empty",
        ),
        (
            [
                "escrow",
                "--out",
                "{new}",
                "--two-people",
                "--passphrase-from-env",
                "ONE",
            ],
            "needs two passphrases",
        ),
        (["escrow", "--out", "{out}", "--passphrase-from-env", "ONE"], "there already"),
        (["check", "{out}", "--passphrase-from-env", "TWO"], "a passphrase is wrong"),
        (["check", "{other}", "--passphrase-from-env", "ONE"], "not an escrow file"),
        (["restore", "{other}"], "not an escrow file"),
        (["change", "vault", "--why", "because"], "at least three words"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(tmp_path, words, says):
    out = escrowed(tmp_path)
    other = tmp_path / "other.json"
    other.write_text("{}")
    places = {"out": out, "other": other, "new": tmp_path / "new.json"}
    said = run(*(word.format(**places) for word in words))
    assert said.exit_code == 2, said.output
    assert says in said.output
    assert not places["new"].exists()


def test_a_folder_that_cannot_take_the_escrow_is_said(tmp_path):
    said = run("escrow", "--out", tmp_path / "no" / "x", "--passphrase-from-env", "ONE")
    assert said.exit_code == 1
    assert "could not be read or written" in said.output


def test_the_pseudonyms_key_is_changed_and_every_code_with_it(tmp_path):
    before = pseudonyms().of("566910")
    said = run("change", "pseudonyms", "--why", "a laptop was lost yesterday")
    assert said.exit_code == 0, said.output
    assert "Write a new escrow now" in said.output
    assert pseudonyms().of("566910") != before


def test_the_vaults_key_is_changed(tmp_path):
    said = run("change", "vault", "--why", "a laptop was lost yesterday")
    assert said.exit_code == 0, said.output
    assert "for 1 children" in said.output
