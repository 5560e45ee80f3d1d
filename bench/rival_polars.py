"""The three measures by hand, in polars."""

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


def by_polars(folder: Path, name: str) -> None:
    import polars as pl

    asked = MEASURES[name]
    today = pl.lit(AS_OF)

    def read() -> Any:
        days, places = (pl.from_arrow(each) for each in calendars())
        frames = {
            table: pl.read_parquet(
                folder / f"{table}.parquet", columns=columns_of(asked, table)
            )
            for table in tables_of(asked)
        }
        calendar = days.with_columns(
            began=pl.col("calendar_day").cast(pl.Int32).cast(pl.Date),
            place=pl.col("calendar_count") + asked.days,
        ).select("began", "place")
        due = places.with_columns(
            due=pl.col("working_day").cast(pl.Int32).cast(pl.Date)
        ).select(pl.col("working_place").alias("place"), "due")
        return frames, calendar, due

    def day(column: str, kind: Any) -> Any:
        whole = pl.col(column)
        if kind == pl.Date:
            return whole
        return whole.dt.convert_time_zone("Europe/London").dt.date()

    def ask(held: Any) -> Shares:
        frames, calendar, due = held
        rows = frames[asked.table].lazy()
        if asked.through:
            rows = rows.join(frames["referrals"].lazy(), on="referral_id", how="left")
        rows = rows.join(
            frames["children"].lazy(), on="child_id", how="left", suffix="_child"
        )
        kinds = rows.collect_schema()
        moment = asked.table == "referrals"
        born = pl.col("date_of_birth")
        rows = rows.with_columns(
            began=day(asked.start, kinds[asked.start]),
            ended=day(asked.stop, kinds[asked.stop]),
            backwards=(pl.col(asked.stop) < pl.col(asked.start))
            if moment
            else (
                day(asked.stop, kinds[asked.stop])
                < day(asked.start, kinds[asked.start])
            ),
            # 29 February and eighteen years are 28 February here, a day too early.
            adult=pl.when((born.dt.month() == 2) & (born.dt.day() == 29))
            .then(born.dt.offset_by("18y").dt.offset_by("1d"))
            .otherwise(born.dt.offset_by("18y")),
            authority=pl.coalesce(
                "responsible_authority", "responsible_authority_child"
            ),
        )
        rows = rows.join(calendar.lazy(), on="began", how="left").join(
            due.lazy(), on="place", how="left"
        )
        died, ended, adult = pl.col("died_on"), pl.col("ended"), pl.col("adult")
        last = pl.col("due")
        out = (
            pl.col("authority").is_not_null()
            | ((died <= last) & (died <= today) & (ended > died).fill_null(True))
            | ((adult <= last) & (adult <= today) & (ended >= adult).fill_null(True))
            | pl.col("backwards")
        ).fill_null(False)
        counted = rows.filter(~out & (last <= today))
        told = (
            counted.with_columns(
                met=(ended <= last).fill_null(False),
                late=ended.is_not_null() | (last < today),
                key=pl.col("began").dt.strftime("%Y-%m")
                + " "
                + pl.col("team").fill_null(""),
            )
            .filter(pl.col("met") | pl.col("late"))
            .group_by("key")
            .agg(pl.col("met").sum(), pl.len().alias("of"))
            .collect()
        )
        return {key: [met, of] for key, met, of in told.iter_rows()}

    timed(read, ask)
