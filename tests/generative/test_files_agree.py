"""DuckDB looking at Parquet files says what it says of the same rows in memory, and what
the reference says: row for row, column for column, result for result."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import open_engine, question
from madegood.measures.engines.staged_files import looked_at, settings
from madegood.measures.engines.staging import staged
from madegood.measures.steps import Span
from madegood.measures.who import ETHNIC_GROUPS, GROUPS
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES, table
from madegood.record.versions import versions
from tests.generative.made import FIRST
from tests.generative.test_columns_agree import spans
from tests.generative.test_engines_agree import record
from tests.generative.typed import typed

EXAMPLES = int(os.environ.get("MADEGOOD_EXAMPLES", "1"))


@dataclass(frozen=True)
class InFiles(Snapshot):
    """A snapshot whose tables are files as well; those in memory must not be asked."""

    folder: Path | None = None

    def pieces(self, name):
        assert name not in self.tables, "read from its file"
        return super().pieces(name)

    def file(self, name):
        return self.folder / f"{name}.parquet" if name in self.tables else None


def in_files(snapshot, folder, *, said=True):
    """As the warehouse writes them: of each whether its rows come in one version."""
    for name, rows in snapshot.tables.items():
        told = versions(table(name), rows) if said else None
        with_told = rows.replace_schema_metadata(told)
        pq.write_table(with_told, folder / f"{name}.parquet", row_group_size=7)
    return InFiles(snapshot.tables, folder)


def looked(shape, file):
    database = duckdb.connect()
    for told in settings():
        database.execute(told)
    found = database.execute(looked_at(shape, file).seen()).to_arrow_table()
    return found.sort_by("row_number_given")


def agree(shape, rows, file):
    pq.write_table(rows, file, row_group_size=7)
    there, here = looked(shape, file), staged(rows, shape)
    assert there.column_names == here.column_names
    for name in here.column_names:
        assert there[name].to_pylist() == here[name].to_pylist(), name


@pytest.mark.parametrize("shape", TABLES, ids=lambda shape: shape.name)
def test_every_cell_is_staged_the_same(shape, tmp_path):
    for seed in range(2 + EXAMPLES):
        agree(shape, record(seed).rows(shape.name), tmp_path / "rows.parquet")
    agree(shape, shape.empty(), tmp_path / "none.parquet")


def moments(chance):
    """Any moment of two centuries, and the seconds about clock changes and midnights."""
    for year in range(1880, 2090):
        yield datetime(year, 1, 1, tzinfo=UTC) + timedelta(
            seconds=chance.randrange(365 * 86_400)
        )
        for month in (3, 4, 10):
            day = datetime(year, month, chance.randrange(20, 31), tzinfo=UTC)
            hours = chance.choice((0, 1, 2, 22, 23, 24))
            yield day + timedelta(hours=hours, seconds=chance.choice((-1, 0, 1)))


@pytest.mark.parametrize("first", [1880, 1975])
def test_any_moment_falls_on_the_same_london_day(first, tmp_path):
    chance = Random(first)
    some = [when for when in moments(chance) if when.year >= first]
    rows = [
        {"referral_id": str(n), "child_id": "a", "received_at": when}
        | {"decision_at": when.date(), "closed_on": (when + timedelta(days=1)).date()}
        for n, when in enumerate(some)
    ]
    shape = table("referrals")
    blank = dict.fromkeys(column.name for column in shape.columns)
    agree(shape, typed(shape, [blank | row for row in rows]), tmp_path / "rows.parquet")


def test_birthdays_and_ethnicities_are_the_same(tmp_path):
    shape = table("children")
    blank = dict.fromkeys(column.name for column in shape.columns)
    codes = [code for codes in ETHNIC_GROUPS.values() for code in codes]
    said = [*codes, *map(str.lower, codes), "REFU", "NOBT", "", "anything", None]
    born = [date(1940, 2, 29), date(1999, 12, 31), date(2012, 2, 29), date(2096, 2, 29)]
    born += [date(2010, 1, 1) + timedelta(days=n * 13) for n in range(len(said))]
    rows = [
        blank | {"child_id": str(n), "ethnicity": word, "date_of_birth": day}
        for n, (word, day) in enumerate(zip(said, [*born, None], strict=False))
    ]
    agree(shape, typed(shape, rows), tmp_path / "rows.parquet")


def test_an_older_editions_file_says_blank_of_what_it_has_not(tmp_path):
    shape, file = table("children"), tmp_path / "rows.parquet"
    gone = ["locality", "ethnicity", "died_on", "recorded_at__dated"]
    whole = record(1).rows("children")
    older = whole.drop_columns(gone).append_column(
        "what_was_once", pa.array(["x"] * whole.num_rows)
    )
    pq.write_table(older, file)
    found = looked(shape, file)
    assert found.column_names == staged(whole, shape).column_names
    for name in ("locality", "ethnic_group", "died_on", "died_on__last"):
        assert found[name].null_count == whole.num_rows
    assert found["recorded_at"] == found["recorded_at__last"]


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_every_measure_says_the_same_of_files(seed, said, tmp_path):
    as_of, snapshot = FIRST + timedelta(days=20 + seed), record(seed)
    asked = [Span(s.period) for s in spans(as_of) if s.period is None]
    with (
        open_engine("reference", snapshot, as_of) as right,
        open_engine("duckdb", in_files(snapshot, tmp_path, said=said), as_of) as other,
    ):
        for measure in LIBRARY:
            of = question(measure, Settings.default(), GROUPS)
            plain, columns = right.judged(of), other.judged(of)
            assert columns.kept() == plain.kept(), measure.id
            for groups in ((), GROUPS):
                told = columns.results(asked, groups)
                assert told == plain.results(asked, groups), measure.id
            columns.close()


def test_what_is_known_is_asked_anew_as_of_each_moment(tmp_path):
    """As of one day something in the file is yet to come, as of another nothing is."""
    snapshot = record(3)
    held = in_files(snapshot, tmp_path)
    some, every = FIRST + timedelta(days=20), FIRST + timedelta(days=9_000)
    with open_engine("duckdb", held, some) as engine:
        for as_of in (some, every, some, every):
            other = engine.at(as_of)
            with open_engine("reference", snapshot, as_of) as right:
                for measure in LIBRARY[::5]:
                    of = question(measure, Settings.default())
                    judged = other.judged(of)
                    told = right.judged(of).kept()
                    assert judged.kept() == told, (measure.id, as_of)
                    judged.close()


def last_of(file, *rows, **how):
    shape = table("referrals")
    blank = dict.fromkeys(column.name for column in shape.columns)
    made = typed(shape, [blank | {"referral_id": "a"} | row for row in rows])
    pq.write_table(made, file, row_group_size=2, **how)
    return looked_at(shape, file).last


def test_a_file_says_after_when_nothing_in_it_is_yet_to_come(tmp_path):
    file, noon = tmp_path / "rows.parquet", datetime(2026, 5, 1, 12, tzinfo=UTC)
    last = int(noon.timestamp()), (date(2026, 5, 3) - date(1970, 1, 1)).days
    rows = [{"received_at": noon}, {}, {}, {"closed_on": date(2026, 5, 3)}, {}, {}]
    assert last_of(file, *rows) == last
    # What was written down later hides nothing.
    later = {"recorded_at": noon + timedelta(days=9)}
    assert last_of(file, *rows, later) == last
    assert last_of(file) == last_of(file, {}) == (0, 0)
    assert last_of(file, *rows, write_statistics=False) is None
    assert last_of(file, *rows, write_statistics=["closed_on"]) is None


def test_a_file_whose_name_is_a_pattern_is_handed_over(tmp_path):
    folder = tmp_path / "a [1]*"
    folder.mkdir()
    held, as_of = record(2), FIRST + timedelta(days=20)
    in_files(held, folder)

    @dataclass(frozen=True)
    class Handed(InFiles):
        def pieces(self, name):
            return Snapshot.pieces(self, name)

    measure = next(m for m in LIBRARY if m.id == "referral_decision_1wd")
    of = question(measure, Settings.default())
    with (
        open_engine("duckdb", held, as_of) as one,
        open_engine("duckdb", Handed(held.tables, folder), as_of) as other,
    ):
        assert one.judged(of).kept() == other.judged(of).kept()
