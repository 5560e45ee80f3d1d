"""A new pseudonym key reaches everything that is kept, and no number changes."""

import pytest

from madegood.accounts.actions import Refused
from madegood.clock.moments import parse_as_of
from madegood.trail.actions import NoReason
from madegood.vault.actions import reveal
from madegood.vault.keys import pseudonyms
from madegood.vault.models import KeptId
from madegood.warehouse import actions, blobs, queries
from madegood.warehouse.keeping import read_snapshot
from madegood.warehouse.models import StoredFinding, StoredSnapshot
from madegood.warehouse.rekeying import change_pseudonym_key
from madegood.warehouse.rewriting import named
from tests.cast import person
from tests.loading.drawn import write_extract
from tests.unit.warehouse.conftest import given

pytestmark = pytest.mark.django_db

AS_OF = parse_as_of("2026-06-30")
WHY = "a laptop with the key was lost"


@pytest.fixture
def kept(anil, tmp_path):
    """A snapshot of a whole extract with its measures, and a correction to it."""
    folder = write_extract(tmp_path / "drawn", children=12)
    first = actions.load(by=anil, paths=[folder], label="First")
    actions.run_measures(by=None, snapshot=first, as_of=AS_OF, engine="reference")
    children = (folder / "children.csv").read_text()
    changed = given(
        tmp_path / "changed", **{"children.csv": children.replace(",f,", ",m,")}
    )
    actions.load(by=anil, paths=[changed], label="Second")
    return folder


def tokens():
    """Every pseudonym that the kept tables hold."""
    found = set()
    for stored in StoredSnapshot.objects.all():
        for rows in read_snapshot(stored).tables.values():
            for name in rows.schema.names:
                if name.endswith("_id"):
                    found.update(rows[name].drop_null().to_pylist())
    return found


def numbers():
    run = queries.latest_run()
    return {
        measure: [
            (r.numerator, r.denominator, r.value)
            for r in queries.series_results(run, measure)
        ]
        for measure in ("rhi_held_72h", "missing_episodes")
    }


def test_every_kept_id_follows_and_no_number_changes(kept):
    before, said = tokens(), numbers()
    code = pseudonyms().of("C0000007")
    assert change_pseudonym_key(by=None, why=WHY) == 12
    new = pseudonyms().of("C0000007")
    after = tokens()
    assert len(after) == len(before)
    assert not after & before
    assert new in after
    assert code not in after
    assert numbers() == said
    found = reveal(by=person("lena"), pseudonyms=[new], why="to see that it works")
    assert found == {new: "C0000007"}


def test_row_states_speak_of_the_new_codes(kept):
    run = queries.latest_run()
    before = queries.row_states(run, "rhi_held_72h")
    change_pseudonym_key(by=None, why=WHY)
    after = queries.row_states(queries.latest_run(), "rhi_held_72h")
    assert sorted(str(r.state) for r in after) == sorted(str(r.state) for r in before)
    assert {r.child for r in after} <= set(
        KeptId.objects.values_list("pseudonym", flat=True)
    )
    assert not {r.subject for r in after} & {r.subject for r in before}


def test_the_same_files_loaded_again_come_out_as_what_is_kept(kept, anil, tmp_path):
    change_pseudonym_key(by=None, why=WHY)
    before = tokens()
    again = write_extract(tmp_path / "again", children=12)
    (again / "children.csv").write_text((again / "children.csv").read_text() + "\n")
    actions.load(by=anil, paths=[again], label="Again")
    assert tokens() == before


def test_nothing_that_was_made_with_the_old_key_is_left_on_the_disk(kept):
    old = pseudonyms().of("C0000007")
    change_pseudonym_key(by=None, why=WHY)
    assert {path.stem for path in blobs.folder().glob("*.parquet")} == named()
    for blob in named():
        for column in blobs.read(blob).columns:
            if str(column.type) == "string":
                assert old not in column.to_pylist()
    assert old not in set(StoredFinding.objects.values_list("child", flat=True))


def test_where_the_disk_is_full_nothing_has_changed(kept, monkeypatch):
    before, code = tokens(), pseudonyms().of("C0000007")
    kept_blobs = named()
    keep, written = blobs.keep, []

    def full(rows, *said):
        written.append(rows)
        if len(written) > 3:
            raise OSError("disk full")
        return keep(rows, *said)

    monkeypatch.setattr(blobs, "keep", full)
    with pytest.raises(OSError, match="disk full"):
        change_pseudonym_key(by=None, why=WHY)
    assert (tokens(), pseudonyms().of("C0000007"), named()) == (
        before,
        code,
        kept_blobs,
    )


def test_those_who_may_not_and_those_without_a_reason_change_nothing(kept):
    before = tokens()
    with pytest.raises(Refused):
        change_pseudonym_key(by=person("dana"), why=WHY)
    with pytest.raises(NoReason):
        change_pseudonym_key(by=person("anil"), why="new key")
    assert tokens() == before
