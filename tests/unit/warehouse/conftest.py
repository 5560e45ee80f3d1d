"""A small extract, and the people who load it."""

import json

import pytest

from madegood.warehouse import actions
from madegood.warehouse.models import StoredSnapshot
from tests.cast import person
from tests.kept import Kept

EPISODES = """episode_id,child_id,kind,started_at,returned_at,provider,team
E1,C17041,missing,2026-05-01T09:00,2026-05-02T09:00,Oak House,North
E2,C22208,missing,2026-06-01T09:00,2026-06-02T12:00,Oak House,South
"""
INTERVIEWS = """interview_id,child_id,offered,offered_at,held_at,provider
I1,C17041,yes,2026-05-02T12:00,2026-05-05T08:59,Northside
"""
LINKS = "interview_id,episode_id\nI1,E1\n"
CHILDREN = """child_id,date_of_birth,sex,team
C17041,2012-01-01,f,North
C22208,2012-01-01,m,South
"""
FILES = {
    "missing_episodes.csv": EPISODES,
    "return_interviews.csv": INTERVIEWS,
    "return_interview_episodes.csv": LINKS,
    "children.csv": CHILDREN,
}
MADE_UP = json.dumps({"seed": 1})


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.MADEGOOD_AFTER_LOAD = []
    return settings.DATA_DIR


@pytest.fixture
def anil(request, db):
    if "loaded" in request.fixturenames:
        # Into an empty ledger, which is quicker.
        request.getfixturevalue("loaded")
    return person("anil")


@pytest.fixture
def folder(tmp_path):
    return given(tmp_path / "nightly", **FILES)


def given(folder, **texts):
    """A folder of made-up files, by name."""
    folder.mkdir(exist_ok=True)
    (folder / "truth.json").write_text(MADE_UP)
    for name, text in texts.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def send(anil):
    """send(name=text, …) is an upload by Anil; the answer is what he is told."""

    def sent(by=anil, alone=False, again=False, **texts):
        files = {"truth.json": MADE_UP, **texts}
        return actions.receive(
            by=by,
            files=[(name, [text.encode()]) for name, text in files.items()],
            label="Nightly",
            alone=alone,
            again=again,
        )

    return sent


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def loaded(kept, own_folder, folder, db):
    """The small extract as a snapshot, loaded by Anil."""
    kept.put_in(
        own_folder,
        lambda: actions.load(by=person("anil"), paths=[folder], label="First"),
    )
    return StoredSnapshot.objects.get()
