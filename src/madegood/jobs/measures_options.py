"""Options that every command which asks measures has, said the same in each."""

from pathlib import Path

import click

from madegood.jobs.engine_option import engine_named

FROM = click.option(
    "--from", "folder", type=click.Path(path_type=Path), help="A folder of data files."
)
AS_OF = click.option(
    "--as-of", required=True, help="A date, meaning the end of that day, or a time."
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
ENGINE = click.option(
    "--engine",
    default="duckdb",
    show_default=True,
    callback=lambda _context, _option, given: engine_named(given),
    metavar="NAME|ADDRESS",
    help="reference (slow and plain), duckdb, spark, or the address of a database to "
    "work in: postgresql://USER@HOST/NAME or duckdb:///FILE. All give the same "
    "answers, and no table is left there.",
)
