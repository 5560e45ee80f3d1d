"""The three measures by hand, in DuckDB's SQL."""

from pathlib import Path
from typing import Any

from rivals_asked import (
    AS_OF,
    MEASURES,
    Asked,
    Shares,
    calendars,
    columns_of,
    tables_of,
    timed,
)

_LONDON = "({} AT TIME ZONE 'Europe/London')::DATE"


def sql(asked: Asked) -> str:
    moment = asked.table == "referrals"
    start = f"f.{asked.start}" if asked.through else f"r.{asked.start}"
    stop = f"r.{asked.stop}"
    start_day = _LONDON.format(start) if moment or asked.through else start
    stop_day = _LONDON.format(stop) if moment else stop
    backwards = f"{stop} < {start}" if moment else f"{stop_day} < {start_day}"
    referral = "LEFT JOIN referrals f USING (referral_id)" if asked.through else ""
    return f"""
    WITH told AS (
      SELECT coalesce(r.team, '') AS team, {start_day} AS began, {stop_day} AS ended,
        coalesce({backwards}, false) AS backwards, c.died_on AS died,
        CASE WHEN month(c.date_of_birth) = 2 AND day(c.date_of_birth) = 29
             THEN make_date(year(c.date_of_birth) + 18, 3, 1)
             ELSE (c.date_of_birth + INTERVAL 18 YEAR)::DATE END AS adult,
        coalesce(r.responsible_authority, c.responsible_authority) AS authority
      FROM {asked.table} r {referral} LEFT JOIN children c ON r.child_id = c.child_id
    ), dated AS (
      SELECT told.*, DATE '1970-01-01' + w.working_day::INTEGER AS due
      FROM told LEFT JOIN calendar k ON k.calendar_day = began - DATE '1970-01-01'
      LEFT JOIN places w ON w.working_place = k.calendar_count + {asked.days}
    ), judged AS (
      SELECT team, began, due, CASE
        WHEN authority IS NOT NULL THEN 'EXCLUDED'
        WHEN began IS NULL THEN 'DQ_ERROR'
        WHEN died <= due AND died <= $today AND coalesce(ended > died, true) THEN 'EXCLUDED'
        WHEN adult <= due AND adult <= $today AND coalesce(ended >= adult, true)
          THEN 'CENSORED'
        WHEN backwards THEN 'DQ_ERROR'
        WHEN ended <= due THEN 'MET'
        WHEN ended IS NOT NULL THEN 'NOT_MET'
        WHEN due < $today THEN 'OVERDUE' ELSE 'PENDING' END AS state
      FROM dated
    )
    SELECT strftime(began, '%Y-%m') || ' ' || team,
      count(*) FILTER (state = 'MET'), count(*)
    FROM judged
    WHERE due <= $today AND state IN ('MET', 'NOT_MET', 'OVERDUE')
    GROUP BY 1
    """


def by_duckdb(folder: Path, name: str) -> None:
    import duckdb

    asked = MEASURES[name]

    def read() -> Any:
        connection = duckdb.connect()
        connection.execute("SET timezone = 'UTC'")
        days, places = calendars()
        connection.register("given_days", days)
        connection.register("given_places", places)
        connection.execute("CREATE TABLE calendar AS SELECT * FROM given_days")
        connection.execute("CREATE TABLE places AS SELECT * FROM given_places")
        for table in tables_of(asked):
            columns = ", ".join(columns_of(asked, table))
            connection.execute(
                f"CREATE TABLE {table} AS SELECT {columns} FROM "
                f"'{folder / table}.parquet'"
            )
        return connection

    def ask(connection: Any) -> Shares:
        rows = connection.execute(sql(asked), {"today": AS_OF}).fetchall()
        return {key: [met, of] for key, met, of in rows}

    timed(read, ask)
