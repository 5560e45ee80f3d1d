"""The same thing twice; cells that are one; sheets that are not seen."""

from tests.hostile.books import parts, sheet_xml
from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.tables import (
    AT,
    Row,
    annex_a,
    as_book,
    as_csv,
    as_grid,
    as_parquet,
    cin_xml,
    extract,
    ssda903,
)
from tests.hostile.zips import archive

KIND = "doubles"

_KEYS = {
    "missing_episodes": "episode_id",
    "children": "child_id",
    "return_interviews": "interview_id",
    "homeless_presentations": "presentation_id",
}


_ELSE = {
    "missing_episodes": {"looked_after": "yes"},
    "children": {"disabled": "yes"},
    "return_interviews": {"accepted": "no"},
    "homeless_presentations": {"door": "other"},
}


def _same(rows: list[Row], **but: str) -> list[Row]:
    """The second row as the first, but for what is given."""
    return [rows[0], {**rows[0], **but}, rows[2]]


def _twice() -> list[Hostile]:
    found = []
    for table, key in _KEYS.items():
        repeated = Refused("repeated_key", AT, key)
        for says, ending, write in (
            ("CSV", "csv", as_csv),
            ("a workbook", "xlsx", lambda rows, table=table: as_book(table, rows)),
            ("Parquet", "parquet", as_parquet),
        ):
            found.append(
                Hostile(KIND, f"a row of {table} twice in {says}",
                        f"{table}-{{}}.{ending}", repeated,
                        lambda n, table=table, write=write: write(_same(extract(table, n))))
            )  # fmt: skip
        found.append(
            Hostile(KIND, f"a row of {table} twice, that differs beside its id",
                    f"{table}-{{}}.csv", repeated,
                    lambda n, table=table: as_csv(_same(extract(table, n), **_ELSE[table])))
        )  # fmt: skip
        found.append(
            Hostile(KIND, f"a row of {table} twice, once in blanks", f"{table}-{{}}.csv",
                    repeated,
                    lambda n, table=table, key=key: as_csv(_same(
                        extract(table, n), **{key: f"  {extract(table, n)[0][key]} "})))
        )  # fmt: skip
    return found


def _headings_twice() -> list[Hostile]:
    def twice(table: str, n: int, column: str) -> list[list[str]]:
        rows = as_grid(extract(table, n))
        place = list(rows[0]).index("surname")
        return [
            [*row[:place], *([column] if at == 0 else ["x"]), *row[place + 1 :]]
            for at, row in enumerate(map(list, rows))
        ]  # type: ignore[list-item]

    return [
        Hostile(KIND, f"two columns called {column} in a workbook", f"{table}-{{}}.xlsx",
                Refused("repeated_column", 1, column),
                lambda n, table=table, column=column: archive(
                    parts({table: twice(table, n, column)})))
        for table, column in (
            ("children", "date_of_birth"), ("missing_episodes", "started_at"),
            ("return_interviews", "held_at"),
        )
    ]  # fmt: skip


def _merged(says: str, table: str, column: str) -> Hostile:
    """Of cells that are merged only the first has a value; the second row's has none."""

    def make(n: int) -> bytes:
        rows = as_grid(extract(table, n, **{column: ""}))
        place = list(rows[0]).index(column)
        letter = chr(ord("A") + place)
        merged = (
            f'<mergeCells count="1"><mergeCell ref="{letter}2:{letter}3"/></mergeCells>'
        )
        return archive(parts({table: sheet_xml(rows, extra=merged)}))

    return Hostile(
        KIND, says, f"{table}-{{}}.xlsx", Refused("required_blank", AT, column), make
    )


def _hidden() -> list[Hostile]:
    found = [
        Hostile(KIND, f"a workbook whose only table is {state}", "children-{}.xlsx",
                Refused("hidden_sheet"),
                lambda n, state=state: archive(parts(
                    {"Front": [["Nothing here"]], "children": as_grid(extract("children", n))},
                    states={"children": state})))
        for state in ("hidden", "veryHidden")
    ]  # fmt: skip
    return [
        *found,
        Hostile(KIND, "thirty-five hidden sheets beside the table", "children-{}.xlsx",
                Accepted(3, ("hidden_sheet",)),
                lambda n: archive(parts(
                    {"children": as_grid(extract("children", n)),
                     **{f"Old {k}": [["surname"], ["Quillfeather"]] for k in range(35)}},
                    states={f"Old {k}": "veryHidden" for k in range(35)}))),
        Hostile(KIND, "the same table on two sheets", "children-{}.xlsx",
                Refused("repeated_key", 2, "child_id"),
                lambda n: archive(parts({"children": as_grid(extract("children", n)),
                                         "children (2)": as_grid(extract("children", n))}))),
    ]  # fmt: skip


def every() -> list[Hostile]:
    return [
        *_twice(),
        *_headings_twice(),
        _merged("two children's ids merged into one cell", "children", "child_id"),
        _merged("two episodes' ids merged into one cell", "missing_episodes", "episode_id"),
        _merged("two children of episodes merged", "missing_episodes", "child_id"),
        _merged("two children of interviews merged", "return_interviews", "child_id"),
        *_hidden(),
        Hostile(KIND, "a child twice in a return", "header-{}.csv",
                Refused("repeated_key", AT),
                lambda n: as_csv(_same(ssda903("header", n)))),
        Hostile(KIND, "an episode twice in a return", "episodes-{}.csv",
                Refused("repeated_key", AT),
                lambda n: as_csv(_same(ssda903("episodes", n)))),
        Hostile(KIND, "a period missing twice in a return", "missing-{}.csv",
                Refused("repeated_key", AT),
                lambda n: as_csv(_same(ssda903("missing", n)))),
        Hostile(KIND, "a referral twice in Annex A", "annex-a-{}.xlsx",
                Refused("repeated_key", AT),
                lambda n: as_book("List 3", _same(annex_a("List 3", n, {})))),
        Hostile(KIND, "a child twice in a census", "cin-{}.xml", Refused("repeated_key"),
                lambda n: cin_xml(n, {"LAchildID": f"X{n}-1", "CINreferralDate": "2026-01-11"})),
        Hostile(KIND, "a heading twice in a return", "header-{}.csv",
                Refused("repeated_column", 1, "DOB"),
                lambda n: as_csv(ssda903("header", n)).replace(b"MC_DOB", b"DOB", 1)),
        Hostile(KIND, "two headings of one column in a return", "missing-{}.csv",
                Refused("repeated_column", 1),
                lambda n: as_csv([row | {"mis start": "01/05/2025"}
                                  for row in ssda903("missing", n)])),
        Hostile(KIND, "a blank where an id must be", "missing_episodes-{}.csv",
                Refused("required_blank", AT, "episode_id"),
                lambda n: as_csv(extract("missing_episodes", n, episode_id="  "))),
        Hostile(KIND, "two versions of one row, which may be", "missing_episodes-{}.csv",
                Accepted(3),
                lambda n: as_csv(_same(extract("missing_episodes", n),
                                       recorded_at="2026-05-21T09:00"))),
    ]  # fmt: skip
