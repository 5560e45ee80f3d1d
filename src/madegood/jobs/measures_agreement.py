"""`madegood measures agreement`: auditors and moderators, beyond what chance would do."""

from dataclasses import asdict
from pathlib import Path

import click

from madegood.clock.moments import iso
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.engine_option import engine_refusals
from madegood.jobs.measures_asked import asked_moment, asked_periods
from madegood.jobs.measures_commands import open_folder
from madegood.jobs.measures_options import AS_OF, ENGINE, FROM, JSON
from madegood.measures import CannotCompute, measure
from madegood.measures import rows as judge_rows
from madegood.measures.agreement import agreement, pairs_of

_MEASURE = "audit_grade_agreement"


@click.command("agreement")
@FROM
@AS_OF
@click.option("--since", help="Of audits completed from this date.")
@click.option("--until", help="Of audits completed to this date.")
@ENGINE
@JSON
def grade_agreement(
    *,
    folder: Path | None,
    as_of: str,
    since: str | None,
    until: str | None,
    engine: str,
    as_json: bool,
) -> None:
    """Say how far the grades of auditors and moderators agree.

    How often they are the same, how often the same or the next, and from 30 audits on
    how far that goes beyond chance: kappa weighted by squares, and Gwet's AC2.
    """
    moment = asked_moment(as_of)
    (period,) = asked_periods(since, until, moment) or (None,)
    reading, settings = open_folder(folder)
    record = reading.snapshot
    try:
        with engine_refusals():
            judged = judge_rows(
                measure(_MEASURE),
                record,
                as_of=moment,
                settings=settings,
                engine=engine,
            )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    within = [
        row
        for row in judged
        if period is None or (row.counted_on is not None and row.counted_on in period)
    ]
    found = agreement(pairs_of(within, record, moment))
    if as_json:
        answer_json({"as_of": iso(moment), **asdict(found), "says": found.says})
    else:
        click.echo(found.says)
