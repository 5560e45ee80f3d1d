"""A child is erased from everywhere, and every other child is as before."""

import pytest

from madegood.accounts.actions import Refused
from madegood.clock.moments import parse_as_of
from madegood.measures import LIBRARY, rows
from madegood.measures.calculate import absent
from madegood.trail.actions import NoReason
from madegood.trail.models import Event
from madegood.vault.keys import pseudonyms
from madegood.vault.models import KeptId
from madegood.warehouse import actions, queries
from madegood.warehouse.actions import NotErased, StillReading, sweep
from madegood.warehouse.models import StoredFinding, StoredSnapshot
from tests.cast import person
from tests.loading.drawn import write_extract
from tests.unit.warehouse.conftest import FILES, given

pytestmark = pytest.mark.django_db

AS_OF = parse_as_of("2026-06-30")
WHO = "C0000007"
WHY = "the family asked and the DPO agreed"
# What belongs to a child only through a row of the child's.
REFERRING = {
    "strategy_discussions.csv": (
        "discussion_id,child_id,held_at\n"
        "D1,C0000007,2026-05-01T10:00\nD2,C0000008,2026-05-01T10:00\n"
    ),
    "strategy_attendance.csv": (
        "discussion_id,agency,invited,attended\nD1,police,yes,yes\nD2,police,yes,no\n"
    ),
    "cp_plans.csv": (
        "plan_id,child_id,started_on\nP1,C0000007,2026-01-05\nP2,C0000008,2026-01-06\n"
    ),
    "cp_reviews.csv": "review_id,plan_id,held_on\nR1,P1,2026-03-01\nR2,P2,2026-03-02\n",
    "plan_actions.csv": (
        "plan_id,plan_kind,written_on,position,owner\n"
        "P1,cp,2026-01-06,1,Mother\nP2,cp,2026-01-06,1,Mother\nP1,cin,2026-01-06,1,Aunt\n"
    ),
}


@pytest.fixture
def code(own_folder):
    return pseudonyms().of(WHO)


@pytest.fixture
def full(anil, tmp_path):
    """Two snapshots of twelve children, and one more upload that waits."""
    folder = write_extract(tmp_path / "drawn", children=12)
    given(folder, **REFERRING)
    first = actions.load(by=anil, paths=[folder], label="First")
    actions.run_measures(by=None, snapshot=first, as_of=AS_OF, engine="reference")
    children = (folder / "children.csv").read_text()
    changed = given(
        tmp_path / "changed", **{"children.csv": children.replace(",f,", ",m,")}
    )
    actions.load(by=anil, paths=[changed], label="Second")
    waiting = actions.receive(
        by=anil,
        files=[
            ("children.csv", [children.replace(",m,", ",f,").encode()]),
            ("truth.json", [b'{"seed": 1}']),
        ],
        label="Waiting",
    )
    actions.process(waiting.upload_id)
    return first


def states(snapshot):
    """Every measure's rows, worked out afresh, without the child's: an action of a
    plan names no child, so the actions of P1, one of two plans with that number, are
    left out."""
    record = queries.record_known_on(snapshot.loaded_at)[0]
    return {
        each.id: of_others(found)
        for each in LIBRARY
        if not absent(each, record)
        for found in [rows(each, record, as_of=AS_OF, engine="reference")]
    }


def of_others(found):
    ours = pseudonyms()
    theirs = {ours.of(WHO)}, {("", ours.of("P1"))}
    return [
        row
        for row in found
        if row.child not in theirs[0] and (row.child, row.subject) not in theirs[1]
    ]


def everything(folder):
    return [path.read_bytes() for path in (folder / "tables").glob("*.parquet")]


def test_no_row_of_the_child_is_left_and_every_other_state_is_equal(
    full, anil, code, own_folder
):
    second = StoredSnapshot.objects.get(label="Second")
    before = {one.pk: states(one) for one in (full, second)}
    run = queries.latest_run()
    kept = {m: queries.row_states(run, m) for m in queries.all_series(run)}
    erased = actions.erase_child(by=anil, child=code, why=WHY)
    assert (erased.snapshots, erased.uploads) == (2, 3)
    assert {one.pk: states(one) for one in (full, second)} == before
    for name, rows_before in kept.items():
        assert queries.row_states(run, name) == of_others(rows_before), name
    assert not any(code.encode() in bytes_ for bytes_ in everything(own_folder))


def test_rows_that_only_refer_to_the_childs_go_with_them(full, anil, code):
    actions.erase_child(by=anil, child=code, why=WHY)
    record = queries.record_known_on(full.loaded_at)[0]
    ours = pseudonyms()
    left = {
        "strategy_attendance": [ours.of("D2")],
        "cp_reviews": [ours.of("P2")],
        "plan_actions": sorted([ours.of("P1"), ours.of("P2")]),
    }
    columns = {"strategy_attendance": "discussion_id"}
    for name, expected in left.items():
        column = columns.get(name, "plan_id")
        assert sorted(record.rows(name)[column].to_pylist()) == expected, name
    # P1 is also the number of another child's plan of the other kind.
    assert record.rows("plan_actions")["plan_kind"].to_pylist().count("cin") == 1


def test_lineage_and_counts_follow(full, anil, code):
    actions.erase_child(by=anil, child=code, why=WHY)
    shown = queries.snapshot(full.pk)
    assert shown.erasures == 1
    assert shown.manifest != shown.content
    children = next(t for t in shown.tables if t.name == "children")
    assert children.rows == children.filled["child_id"] == 11
    assert sweep().faulty == 0
    assert queries.row_origins(full.pk, "children", [(code,)]) == []


def test_the_vault_forgets_and_the_trail_does_not_repeat(full, anil, code):
    actions.erase_child(by=anil, child=code, why=WHY)
    assert not KeptId.objects.filter(pseudonym=code).exists()
    told = Event.objects.get(kind="child_erased")
    said = f"{told.subject} {told.subject_id} {told.why} {told.facts}"
    assert code not in said
    assert WHO not in said
    assert told.facts["snapshots"] == 2


def test_what_was_found_in_the_childs_rows_goes_too(anil, tmp_path, code):
    text = FILES["missing_episodes.csv"].replace("C17041", WHO)
    text = text.replace("2026-05-02T09:00", "2026-04-30T09:00")
    folder = given(tmp_path / "faulty", **{"missing_episodes.csv": text})
    actions.load_files(by=anil, paths=[folder], accept_set_aside=True)
    assert StoredFinding.objects.filter(code="end_before_start").count() == 1
    actions.erase_child(by=anil, child=code, why=WHY)
    assert not StoredFinding.objects.filter(code="end_before_start").exists()


def test_a_child_nobody_holds_is_said(full, anil):
    with pytest.raises(NotErased, match="No row of that child is held"):
        actions.erase_child(by=anil, child=pseudonyms().of("C5555555"), why=WHY)


def test_done_again_there_is_nothing_left_to_erase(full, anil, code):
    actions.erase_child(by=anil, child=code, why=WHY)
    with pytest.raises(NotErased):
        actions.erase_child(by=anil, child=code, why=WHY)


def test_files_that_nobody_has_read_yet_stand_in_the_way(full, anil, code, send):
    send(**FILES)
    with pytest.raises(StillReading, match="withdraw them"):
        actions.erase_child(by=anil, child=code, why=WHY)


def test_it_needs_permission_and_a_reason_that_names_nobody(full, anil, code):
    with pytest.raises(Refused):
        actions.erase_child(by=person("dana"), child=code, why=WHY)
    with pytest.raises(NoReason):
        actions.erase_child(by=anil, child=code, why="asked")
    with pytest.raises(NotErased, match="does not name"):
        actions.erase_child(by=anil, child=code, why=f"they asked for {code}")
