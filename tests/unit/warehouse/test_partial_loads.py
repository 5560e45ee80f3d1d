"""A load brings some tables and sources; what it does not bring stays."""

from datetime import date

import pytest

from madegood.trail.actions import NoReason
from madegood.warehouse import actions, queries
from madegood.warehouse.actions import LoadRefused, NotAnOrder
from madegood.warehouse.keeping import read_snapshot
from madegood.warehouse.models import StoredSnapshot
from tests.unit.warehouse.conftest import CHILDREN, FILES, given

pytestmark = pytest.mark.django_db

MORE = CHILDREN + "C30417,2013-01-01,f,North\n"
# The header file of an SSDA903 return, whose children the extract's may fill in.
HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
C17041,2,01/01/2012,WBRI,,,
C40555,1,03/04/2011,WBRI,,,
"""


@pytest.fixture
def bring(anil, tmp_path):
    """bring(name=text, …) loads these files as a folder of their own."""
    number = iter(range(100))

    def brought(label="", alone=False, again=False, **texts):
        folder = given(tmp_path / f"brought-{next(number)}", **texts)
        return actions.load_files(
            by=anil, paths=[folder], label=label, alone=alone, again=again
        ).snapshot

    return brought


def tables(snapshot):
    return {one.name: one.rows for one in queries.snapshot(snapshot.pk).tables}


def test_a_load_of_one_table_keeps_the_others(loaded, bring):
    newest = bring(**{"children.csv": MORE})
    assert newest.pk != loaded.pk
    assert tables(newest) == {**tables(loaded), "children": 3}


def test_who_loads_is_told_what_stays_and_what_is_replaced(loaded, send):
    got = send(**{"children.csv": MORE})
    actions.process(got.upload_id)
    preview = queries.upload(got.upload_id).preview
    assert [part.table for part in preview.replaced] == ["children"]
    assert [part.table for part in preview.kept] == [
        "missing_episodes",
        "return_interview_episodes",
        "return_interviews",
    ]
    assert {part.label for part in preview.kept} == {"First"}
    children = next(t for t in preview.tables if t.name == "children")
    assert (children.added, children.changed, children.vanished) == (1, 0, 0)


def test_a_part_is_kept_from_where_it_came_however_many_loads_ago(loaded, bring):
    bring(**{"children.csv": MORE})
    third = bring(**{"children.csv": CHILDREN.replace(",m,", ",f,")})
    whence = {p.table: p.label for p in queries.snapshot(third.pk).parts}
    assert whence["missing_episodes"] == "First"


def test_alone_keeps_nothing(loaded, bring):
    assert tables(bring(alone=True, **{"children.csv": MORE})) == {"children": 3}


def test_headings_without_rows_do_replace_what_was_there(loaded, bring):
    """Nothing to report is something that was reported; the preview says it goes."""
    heading = FILES["missing_episodes.csv"].splitlines()[0] + "\n"
    assert tables(bring(**{"missing_episodes.csv": heading}))["missing_episodes"] == 0


def test_the_settings_stay_until_others_come(loaded, bring):
    with_hours = "[rhi_held_72h]\nhours = 96\n"
    bring(**{"children.csv": MORE, "settings.toml": with_hours})
    last = bring(**{"children.csv": CHILDREN})
    assert last.settings_text == with_hours


def test_two_sources_of_children_fill_each_other_in(loaded, bring):
    newest = bring(**{"header.csv": HEADER})
    view = queries.snapshot(newest.pk)
    children = next(one for one in view.tables if one.name == "children")
    assert children.sources == ("extract", "ssda903")
    assert children.rows == 3
    assert children.filled["ethnicity"] == 2
    assert [p.source for p in view.parts if p.table == "children"] == [
        "extract",
        "ssda903",
    ]


def test_the_same_files_once_more_change_nothing_though_others_came_since(
    loaded, bring, anil, folder
):
    newest = bring(**{"children.csv": MORE})
    again = actions.load_files(by=anil, paths=[folder])
    assert again.repeated
    assert again.snapshot.pk == loaded.pk
    assert StoredSnapshot.objects.first().pk == newest.pk


def test_older_rows_are_put_back_only_on_purpose(loaded, bring, anil, folder):
    bring(**{"children.csv": MORE})
    back = actions.load_files(by=anil, paths=[folder], again=True).snapshot
    assert back.pk != loaded.pk
    assert back.content != loaded.content
    assert back.manifest == loaded.manifest
    assert queries.latest_record()[0].rows("children").num_rows == 2


def test_made_up_rows_never_stand_beside_real_ones(loaded, anil, tmp_path):
    actions.decide_data_protection(
        by=anil, decided_on=date(2026, 1, 5), decided_by="SIRO", reference="DPIA 1"
    )
    real = given(tmp_path / "real", **{"children.csv": MORE})
    (real / "truth.json").unlink()
    kept = actions.load_files(by=anil, paths=[real]).snapshot
    assert not kept.synthetic
    assert tables(kept) == {"children": 3}
    made_up = given(tmp_path / "made-up", **{"children.csv": CHILDREN})
    with pytest.raises(LoadRefused, match="synthetic"):
        actions.load_files(by=anil, paths=[made_up], again=True)


def test_an_authority_says_which_source_speaks_first(loaded, bring, anil):
    actions.set_precedence(
        by=anil,
        order=["ssda903", "extract"],
        table="children",
        owner="Head of Performance",
        why="the return is checked and signed",
    )
    newest = bring(**{"header.csv": HEADER})
    view = queries.snapshot(newest.pk)
    children = next(one for one in view.tables if one.name == "children")
    assert children.sources == ("ssda903", "extract")
    said = queries.precedence()
    assert said.by_table == {"children": ("ssda903", "extract")}
    assert said.owner == "Head of Performance"


@pytest.mark.parametrize(
    ("order", "owner"),
    [
        ([], "Somebody"),
        (["ssd", "ssd"], "Somebody"),
        (["fax"], "Somebody"),
        (["ssd"], ""),
    ],
)
def test_an_order_names_sources_once_and_somebody_who_answers(anil, order, owner):
    with pytest.raises(NotAnOrder):
        actions.set_precedence(by=anil, order=order, owner=owner, why="because of this")


def test_an_order_needs_a_reason(anil):
    with pytest.raises(NoReason):
        actions.set_precedence(by=anil, order=["ssd"], owner="Head", why="so")


def test_every_row_of_a_snapshot_leads_back_to_its_file(loaded, folder):
    kept = read_snapshot(loaded).rows("missing_episodes")
    keys = [(key,) for key in kept["episode_id"].to_pylist()]
    origins = queries.row_origins(loaded.pk, "missing_episodes", keys)
    assert {o.file for o in origins} == {"missing_episodes.csv"}
    assert sorted(o.row for o in origins) == [2, 3]
    assert {(o.format, o.edition) for o in origins} == {("extract", "1")}
    listed = {f.sha256 for f in queries.snapshot(loaded.pk).files}
    assert {o.sha256 for o in origins} <= listed


def test_the_matrix_is_told_what_is_filled(loaded):
    filled = queries.filled()
    assert filled["return_interviews"]["held_at"] == 1
    assert filled["return_interviews"]["accepted"] == 0
