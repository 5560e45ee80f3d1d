"""What is stored is counted again; data quality is counted by team, load by load."""

import pytest

from madegood.record.tables import table
from madegood.record.versions import versions
from madegood.trail.queries import latest
from madegood.warehouse import actions, blobs, queries
from madegood.warehouse.actions import sweep
from madegood.warehouse.models import Upload
from tests.unit.warehouse.conftest import EPISODES, given

pytestmark = pytest.mark.django_db


def faulty():
    return {check.subject: check.says for check in queries.checks() if not check.ok}


def test_what_adds_up_is_said_to(loaded):
    assert sweep().faulty == 0
    assert {check.subject for check in queries.checks()} == {
        "uploads",
        "blobs",
        "bytes",
    }


def test_rows_that_were_lost_are_found_within_the_minute_and_told_once(loaded):
    sweep()
    Upload.objects.update(read=5)
    assert sweep().faulty == 1
    assert "6 rows, of which 5 were read" in faulty()["uploads"]
    sweep()
    told = [one.kind for one in latest()]
    assert told.count("store_faulty") == 1
    Upload.objects.update(read=6)
    sweep()
    assert latest()[0].kind == "store_mended"


def test_a_blob_that_has_gone_is_found(loaded):
    one = loaded.tables.get(name="children")
    blobs.path_of(one.blob).unlink()
    sweep()
    assert "is not there" in faulty()["blobs"]


def test_a_blob_that_was_changed_is_found(loaded, own_folder):
    path = blobs.path_of(loaded.tables.get(name="children").blob)
    changed = bytearray(path.read_bytes())
    changed[5] ^= 1
    path.chmod(0o600)
    path.write_bytes(bytes(changed))
    sweep()
    assert "is not what it was" in faulty()["bytes"]


def test_what_nobody_names_is_removed_and_what_is_named_is_not(loaded, own_folder):
    tables = own_folder / "tables"
    (tables / ".part-left").write_bytes(b"half")
    (tables / ("0" * 64 + ".parquet")).write_bytes(b"of a load that died")
    before = {one.blob for one in loaded.tables.all()}
    assert sweep().blobs == 2
    assert {blob for blob in before if blobs.holds(blob)} == before


def test_the_same_rows_are_the_same_bytes(loaded):
    one = loaded.tables.get(name="missing_episodes")
    rows = blobs.read(one.blob)
    with blobs.writing():
        assert blobs.keep(rows, versions(table(one.name), rows)) == one.blob


def test_quality_is_counted_by_team_over_the_loads(loaded, anil, tmp_path):
    worse = EPISODES.replace("2026-06-02T12:00", "2026-05-02T12:00")
    folder = given(tmp_path / "worse", **{"missing_episodes.csv": worse})
    actions.load_files(by=anil, paths=[folder], accept_set_aside=True)
    points = queries.quality(table="missing_episodes")
    told = [(p.team, p.rows, p.faulty, p.by_cause) for p in points]
    assert told == [
        ("North", 1, 0, {}),
        ("South", 1, 0, {}),
        ("North", 1, 0, {}),
        ("South", 1, 1, {"end_before_start": 1}),
    ]
    assert queries.teams() == ["North", "South"]
    assert len(queries.quality(table="missing_episodes", team="South")) == 2


def test_the_same_rows_in_another_order_are_not_counted_twice(loaded, anil, tmp_path):
    heading, one, other = EPISODES.splitlines()
    turned = given(
        tmp_path / "turned", **{"missing_episodes.csv": f"{heading}\n{other}\n{one}\n"}
    )
    again = actions.load_files(by=anil, paths=[turned])
    assert again.snapshot.pk == loaded.pk
    assert [p.rows for p in queries.quality(table="missing_episodes")] == [1, 1]
