"""`madegood benchmarks compare`: one authority beside its neighbours, region, England."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.jobs.answers import BadInput, Failure, answer_json
from madegood.jobs.benchmarks_commands import DIR, JSON
from madegood.jobs.columns import print_columns
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.benchmarks.queries import Comparison, Indicator, Setting

_Rows = list[tuple["Indicator", "Comparison"]]


@click.command("compare")
@click.option(
    "--authority", "given", help="Its code, number or name (default: our own)."
)
@click.option("--neighbours", type=int, help="The year of the neighbour model.")
@click.option("--code", "codes", multiple=True, help="Only this indicator.")
@click.option(
    "--topic",
    "topics",
    multiple=True,
    help="Only this topic of the dictionary, or all (default: children's social care).",
)
@click.option("--release", default="", help="Only figures of this release.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write every column as CSV."
)
@DIR
@JSON
def compare(
    *,
    given: str | None,
    neighbours: int | None,
    codes: tuple[str, ...],
    topics: tuple[str, ...],
    release: str,
    out: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Compare an authority with its statistical neighbours, its region and England.

    Each row is an indicator in a year: our figure as published and as a number; how
    many neighbours have one, their median, mean, lowest and highest; the region;
    England; and our rank from high to low among all authorities that have one.
    """
    open_ledger(folder)
    bring_up_to_date()
    found, rows = _asked(given, neighbours, release, codes, topics)
    if out is not None:
        _write(out, found, rows)
    if as_json:
        answer_json(_answer(found, rows))
    elif out is not None:
        click.echo(f"{len(rows):,} rows written to {out}.")
    else:
        _print(found, rows)


def _asked(
    given: str | None,
    model: int | None,
    release: str,
    codes: Sequence[str],
    topics: Sequence[str],
) -> "tuple[Setting, _Rows]":
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.benchmarks import queries  # noqa: PLC0415

    try:
        place = queries.authority(given) if given else queries.ours().place
        found = queries.setting(place, model=model, release=release)
        if found is None:
            raise BadInput(
                "No published figures have been loaded yet. Load them with `madegood "
                "benchmarks load --shipped`, or from files."
            )
        described = queries.indicators(found)
        compared = queries.comparisons(found)
    except (queries.NoSuchPlace, queries.NoSuchRelease) as fault:
        raise BadInput(str(fault)) from None
    except queries.Missing as fault:
        raise Failure(str(fault)) from None
    chosen = _chosen(described, codes, topics)
    rows = [(one, each) for one in chosen for each in compared.get(one.code, [])]
    return found, rows


def _chosen(
    described: "dict[str, Indicator]", codes: Sequence[str], topics: Sequence[str]
) -> "list[Indicator]":
    from madegood.benchmarks.queries import SOCIAL_CARE  # noqa: PLC0415

    in_order = sorted(described.values(), key=lambda one: (one.order, one.code))
    if codes:
        unknown = [code for code in codes if code not in described]
        if unknown:
            raise BadInput(
                f"No indicator is called “{unknown[0]}”. `madegood benchmarks compare "
                "--topic all --json` lists every code."
            )
        return [one for one in in_order if one.code in codes]
    if "all" in topics:
        return in_order
    wanted = topics or SOCIAL_CARE
    there = {one.topic for one in in_order}
    if topics and not set(topics) <= there:
        raise BadInput(
            f"No topic is called “{next(t for t in topics if t not in there)}”. There "
            f"are: {'; '.join(sorted(there))}; or all."
        )
    return [one for one in in_order if one.topic in wanted]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _table(found: "Setting", rows: _Rows) -> Iterator[list[str]]:
    """As a sheet of numbers: a blank is where there is none."""
    own, region = _slug(found.place.name), _slug(found.region)
    yield [
        "topic", "measure", "code", "polarity", "year", f"{own}_raw", own, "sn_n",
        "sn_median", "sn_mean", "sn_min", "sn_max", region, "england",
        "rank_high_to_low", "n_las",
    ]  # fmt: skip
    for what, one in rows:
        numbers = (one.median, one.mean, one.lowest, one.highest, one.region)
        yield [
            what.topic, what.measure, what.code, what.polarity, one.year.label,
            one.printed, _number(one.own), str(one.neighbours), *map(_number, numbers),
            _number(one.england), _number(one.rank), str(one.of),
        ]  # fmt: skip


def _number(value: float | None) -> str:
    return "" if value is None else repr(float(value))


def _write(out: Path, found: "Setting", rows: _Rows) -> None:
    """Written beside and renamed, so that a full disk leaves no half of a table."""
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(_table(found, rows))
        part.replace(out)
    except OSError as fault:
        raise BadInput(
            f"{out} could not be written ({fault.strerror or fault}). Give --out a file "
            "in a folder that is there and is yours."
        ) from None
    finally:
        part.unlink(missing_ok=True)


def _print(found: "Setting", rows: _Rows) -> None:
    """The newest year of each indicator."""
    model = found.model.edition if found.model else "none loaded"
    click.echo(f"{found.place.name} ({found.place.ons}), from {found.main.names}.")
    click.echo(
        f"Neighbours, model of {model}: {', '.join(found.neighbours) or 'none'}.\n"
    )
    newest = {one.indicator: (what, one) for what, one in rows}
    lines = [
        ("indicator", "year", "own", "neighbours", "range", found.region, "England",
         "rank", "what")
    ]  # fmt: skip
    lines += [
        (
            what.code,
            one.year.label,
            one.printed,
            _short(one.median),
            f"{_short(one.lowest)}–{_short(one.highest)}",
            _short(one.region),
            _short(one.england),
            f"{one.rank} of {one.of}" if one.rank else "-",
            what.measure[:60],
        )
        for what, one in newest.values()
    ]
    print_columns(lines, numbers={2, 3, 4, 5, 6})


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:,.10g}"


def _answer(found: "Setting", rows: _Rows) -> dict[str, Any]:
    place, model = found.place, found.model
    return {
        "authority": {"code": place.ons, "number": place.number, "name": place.name},
        "neighbour_model": model.edition if model else None,
        "neighbours": list(found.neighbours),
        "region": found.region,
        "releases": [one.content for one in found.figures],
        "rows": [
            {
                "topic": what.topic,
                "measure": what.measure,
                "code": what.code,
                "polarity": what.polarity,
                "year": one.year.label,
                "printed": one.printed,
                "own": one.own,
                "neighbours": one.neighbours,
                "median": one.median,
                "mean": one.mean,
                "lowest": one.lowest,
                "highest": one.highest,
                "region": one.region,
                "england": one.england,
                "rank": one.rank,
                "of": one.of,
            }
            for what, one in rows
        ],
    }
