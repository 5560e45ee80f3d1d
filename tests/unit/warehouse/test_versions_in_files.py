"""A stored table's file says whether its rows come in one version each, and no change
of what is stored leaves that untrue."""

import pyarrow.parquet as pq
import pytest

from madegood.record.tables import table
from madegood.record.versions import in_one_version, versions
from madegood.vault.keys import pseudonyms
from madegood.warehouse import actions, blobs
from madegood.warehouse.models import StoredPart, StoredTable
from madegood.warehouse.rekeying import change_pseudonym_key
from tests.unit.warehouse.conftest import EPISODES, given
from tests.unit.warehouse.test_partial_loads import HEADER

pytestmark = pytest.mark.django_db

TWICE = """episode_id,child_id,kind,started_at,returned_at,recorded_at
E1,C17041,missing,2026-05-01T09:00,2026-05-02T09:00,2026-06-01T09:00
E1,C17041,missing,2026-05-01T09:00,2026-05-02T10:00,2026-06-20T09:00
"""
CHILDREN_TWICE = """child_id,date_of_birth,sex,recorded_at
C17041,2012-01-01,f,2026-05-01T09:00
C17041,2012-01-02,f,2026-06-01T09:00
C22208,2012-01-01,m,2026-05-01T09:00
"""
OTHER = "E2,C22208,missing,2026-06-01T09:00,2026-06-02T12:00,2026-06-10T09:00\n"


def said(one, name):
    return in_one_version(
        table(name), pq.read_metadata(blobs.path_of(one.blob)).metadata
    )


def every_file_is_right():
    held = [(one, one.name) for one in StoredTable.objects.all()]
    held += [(one, one.table) for one in StoredPart.objects.all()]
    assert held
    for one, name in held:
        told = versions(table(name), blobs.read(one.blob))
        kept = {key.encode(): value.encode() for key, value in told.items()}
        assert said(one, name) is in_one_version(table(name), kept)


def newest(name):
    return StoredTable.objects.filter(name=name).order_by("-snapshot__id").first()


def load(anil, folder, **texts):
    return actions.load(by=anil, paths=[given(folder, **texts)])


def test_one_version_each_and_then_a_correction(loaded, anil, tmp_path):
    first = newest("missing_episodes")
    assert said(first, "missing_episodes") is True
    load(anil, tmp_path / "again", **{"missing_episodes.csv": TWICE + OTHER})
    assert said(newest("missing_episodes"), "missing_episodes") is False
    # What was known before is as it was.
    assert said(first, "missing_episodes") is True
    load(anil, tmp_path / "clean", **{"missing_episodes.csv": EPISODES})
    assert said(newest("missing_episodes"), "missing_episodes") is True
    every_file_is_right()


@pytest.mark.parametrize(("child", "left"), [("C17041", True), ("C22208", False)])
def test_what_is_left_when_a_child_is_erased(loaded, anil, tmp_path, child, left):
    load(anil, tmp_path / "again", **{"missing_episodes.csv": TWICE + OTHER})
    actions.erase_child(
        by=anil, child=pseudonyms().of(child), why="the family asked us"
    )
    assert said(newest("missing_episodes"), "missing_episodes") is left
    every_file_is_right()


def test_under_another_key_of_the_pseudonyms(loaded, anil, tmp_path):
    load(anil, tmp_path / "again", **{"missing_episodes.csv": TWICE + OTHER})
    change_pseudonym_key(by=None, why="a laptop was lost")
    assert said(newest("missing_episodes"), "missing_episodes") is False
    assert said(newest("children"), "children") is True
    every_file_is_right()


def test_children_filled_in_from_two_sources(loaded, anil, tmp_path):
    load(anil, tmp_path / "return", **{"header.csv": HEADER})
    children = newest("children")
    assert len(children.sources) == 2
    assert said(children, "children") is True
    # A correction in one of them is there beside what the other says.
    load(anil, tmp_path / "twice", **{"children.csv": CHILDREN_TWICE})
    children = newest("children")
    assert len(children.sources) == 2
    assert said(children, "children") is False
    every_file_is_right()
