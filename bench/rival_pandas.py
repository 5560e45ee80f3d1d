"""The three measures by hand, in pandas, column by column."""

from pathlib import Path
from typing import Any

from rivals_asked import (
    AS_OF,
    MEASURES,
    Shares,
    calendars,
    columns_of,
    tables_of,
    timed,
)


def by_pandas(folder: Path, name: str) -> None:
    import numpy as np
    import pandas as pd

    asked = MEASURES[name]
    today = pd.Timestamp(AS_OF)

    def read() -> Any:
        days, places = calendars()
        first = days["calendar_day"][0].as_py()
        counts = days["calendar_count"].to_numpy()
        at = places["working_day"].to_numpy()
        frames = {
            table: pd.read_parquet(
                folder / f"{table}.parquet", columns=columns_of(asked, table)
            )
            for table in tables_of(asked)
        }
        for frame in frames.values():
            for column in frame.columns:
                if column.endswith("_on") or column == "date_of_birth":
                    frame[column] = pd.to_datetime(frame[column])
        return frames, first, counts, at

    def day(cells: Any) -> Any:
        if cells.dt.tz is None:
            return cells
        return cells.dt.tz_convert("Europe/London").dt.tz_localize(None).dt.normalize()

    def ask(held: Any) -> Shares:
        frames, first, counts, at = held
        rows = frames[asked.table]
        if asked.through:
            rows = rows.merge(frames["referrals"], on="referral_id", how="left")
        rows = rows.merge(
            frames["children"], on="child_id", how="left", suffixes=("", "_child")
        )
        began, ended = day(rows[asked.start]), day(rows[asked.stop])
        moment = asked.table == "referrals"
        backwards = rows[asked.stop] < rows[asked.start] if moment else ended < began
        number = (began - pd.Timestamp(0)).dt.days
        inside = number.notna() & (number >= first) & (number < first + len(counts))
        place = counts[(number.where(inside, first) - first).astype(int)] + asked.days
        known = inside & (place <= len(at))
        due = pd.Series(
            at[np.clip(place - 1, 0, len(at) - 1)].astype("datetime64[D]"), rows.index
        ).where(known)
        born = rows["date_of_birth"]
        leap = (born.dt.month == 2) & (born.dt.day == 29)
        years = (born.dt.year + 18) * 10_000
        adult = pd.to_datetime(
            (years + born.dt.month * 100 + born.dt.day).where(~leap, years + 301),
            format="%Y%m%d",
        )
        died = rows["died_on"]
        authority = rows["responsible_authority"].fillna(
            rows["responsible_authority_child"]
        )
        out = (
            authority.notna()
            | ((died <= due) & (died <= today) & ~(ended <= died))
            | ((adult <= due) & (adult <= today) & ~(ended < adult))
            | backwards
        )
        met = ended <= due
        counted = ~out & (due <= today) & (met | ended.notna() | (due < today))
        told = (
            pd.DataFrame(
                {
                    "month": began[counted].dt.to_period("M"),
                    "team": rows["team"][counted].fillna(""),
                    "met": met[counted],
                }
            )
            .groupby(["month", "team"], observed=True)["met"]
            .agg(["sum", "count"])
        )
        return {
            f"{month} {team}": [int(met), int(of)]
            for (month, team), met, of in told.itertuples()
        }

    timed(read, ask)
