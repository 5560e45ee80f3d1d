"""Which people on two lists are likely the same: Splink, in memory, offline.

The chances below are declared, not learnt: a police list of thirty names is too short
to learn from, and a person decides every pair. `m` is how often a field agrees so far
where two records are one child, `u` where they are not; they follow what linkage of
English health and care records reports of misspelling, swapped days and months, and
moves. A common name counts for less than a rare one (term frequencies of the lists).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb
import pyarrow as pa

from madegood.vault.people import FIELDS, Known, plain

# Below one in five hundred a pair is not worth a person's time.
LEAST: Final = 0.002
MOST_FOR_ONE: Final = 5
# Half of another system's records are expected to be of our children.
_SHARED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Places in the two lists, and how likely they are one child: for the order in
    which a person looks, and for nothing else."""

    ours: int
    theirs: int
    probability: float


def likely(ours: Sequence[Known], theirs: Sequence[Known]) -> list[Pair]:
    """Pairs likely to be one child, likeliest first; at most five for one of theirs."""
    if not ours or not theirs:
        return []
    # Splink takes a second to import, and only matching needs it.
    from splink import DuckDBAPI, Linker  # noqa: PLC0415

    connection = _closed_room()
    try:
        api = DuckDBAPI(connection)
        lists = [
            api.register(_table(people), dataset_display_name=name)
            for name, people in (("ours", ours), ("theirs", theirs))
        ]
        linker = Linker(lists, _settings(len(ours)), log_level=None)
        found = linker.inference.predict(threshold_match_probability=LEAST)
        return list(_best(found.as_record_list()))
    finally:
        connection.close()


def _closed_room() -> duckdb.DuckDBPyConnection:
    """A database in memory that can spill nothing to a disk and open nothing."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET temp_directory = ''")
    connection.execute("SET enable_external_access = false")
    return connection


def _best(rows: Sequence[dict[str, Any]]) -> Iterator[Pair]:
    each: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: -row["match_probability"]):
        sides = {
            row[f"source_dataset_{side}"]: int(row[f"unique_id_{side}"])
            for side in ("l", "r")
        }
        each[sides["theirs"]] = each.get(sides["theirs"], 0) + 1
        if each[sides["theirs"]] <= MOST_FOR_ONE:
            yield Pair(sides["ours"], sides["theirs"], float(row["match_probability"]))


def _table(people: Sequence[Known]) -> pa.Table:
    columns = {
        "unique_id": [str(place) for place in range(len(people))],
        "forename": [plain(person.forename) or None for person in people],
        "surname": [plain(person.surname) or None for person in people],
        **{
            name: [getattr(person, name) or None for person in people]
            for name in FIELDS[2:]
        },
    }
    schema = pa.schema([(name, pa.string()) for name in columns])
    return pa.table(columns, schema=schema)


def _settings(ours: int) -> Any:
    from splink import SettingsCreator, block_on  # noqa: PLC0415

    return SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=_SHARED / ours,
        blocking_rules_to_generate_predictions=[
            block_on("born"),
            block_on("surname", "substr(born, 1, 4)"),
            block_on("forename", "substr(born, 1, 4)"),
            block_on("forename", "surname"),
            {"blocking_rule": "l.forename = r.surname and l.surname = r.forename"},
            block_on("substr(surname, 1, 3)", "substr(forename, 1, 3)"),
        ],
        comparisons=[_names("forename"), _names("surname"), _births(), *_rest()],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def _names(column: str) -> dict[str, Any]:
    other = "surname" if column == "forename" else "forename"
    return {
        "output_column_name": column,
        "comparison_levels": [
            _unknown(column),
            _level(f'"{column}_l" = "{column}_r"', 0.75, 0.006, common=column),
            # The two names are often written the wrong way round.
            _level(f'"{column}_l" = "{other}_r"', 0.03, 0.002),
            _level(
                f'jaro_winkler_similarity("{column}_l", "{column}_r") >= 0.9',
                0.12,
                0.006,
            ),
            _level(
                f'jaro_winkler_similarity("{column}_l", "{column}_r") >= 0.8'
                f' or substr("{column}_l", 1, 3) = substr("{column}_r", 1, 3)',
                0.06,
                0.03,
            ),
            _level("ELSE", 0.04, 0.956),
        ],
    }


def _births() -> dict[str, Any]:
    return {
        "output_column_name": "born",
        "comparison_levels": [
            _unknown("born"),
            _level('"born_l" = "born_r"', 0.88, 0.0002),
            _level(
                "substr(born_l, 1, 4) = substr(born_r, 1, 4)"
                " and substr(born_l, 6, 2) = substr(born_r, 9, 2)"
                " and substr(born_l, 9, 2) = substr(born_r, 6, 2)",
                0.03,
                0.0001,
            ),
            _level('damerau_levenshtein("born_l", "born_r") <= 1', 0.05, 0.003),
            _level("substr(born_l, 1, 4) = substr(born_r, 1, 4)", 0.025, 0.05),
            _level("ELSE", 0.015, 0.9467),
        ],
    }


def _rest() -> list[dict[str, Any]]:
    return [
        {
            "output_column_name": column,
            "comparison_levels": [
                _unknown(column),
                _level(f'"{column}_l" = "{column}_r"', agree, by_chance),
                _level("ELSE", 1 - agree, 1 - by_chance),
            ],
        }
        # Children who go missing move: a district that differs says little.
        for column, agree, by_chance in (("district", 0.65, 0.06), ("sex", 0.985, 0.5))
    ]


def _unknown(column: str) -> dict[str, Any]:
    return {
        "sql_condition": f'"{column}_l" IS NULL OR "{column}_r" IS NULL',
        "label_for_charts": "not known",
        "is_null_level": True,
    }


def _level(sql: str, m: float, u: float, *, common: str = "") -> dict[str, Any]:
    level: dict[str, Any] = {
        "sql_condition": sql,
        "label_for_charts": sql,
        "m_probability": m,
        "u_probability": u,
    }
    if common:
        level["tf_adjustment_column"] = common
    return level
