"""`madegood measures meetings`: rows about children as the meetings they share."""

from pathlib import Path
from typing import Any

import click

from madegood.clock.moments import iso
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.engine_option import engine_refusals
from madegood.jobs.measures_answers import row_json
from madegood.jobs.measures_asked import asked_measure, asked_moment
from madegood.jobs.measures_commands import open_folder
from madegood.jobs.measures_options import AS_OF, ENGINE, FROM, JSON
from madegood.measures import LIBRARY, CannotCompute, Measure, why
from madegood.measures import rows as judge_rows
from madegood.measures.meetings import Meeting, meetings
from madegood.measures.model import judged_of

_TABLE = "strategy_discussions"


@click.command("meetings")
@click.argument("measure_id", metavar="ID")
@FROM
@AS_OF
@ENGINE
@JSON
def list_meetings(
    measure_id: str, folder: Path | None, as_of: str, engine: str, as_json: bool
) -> None:
    """Show strategy discussions as meetings: one line where siblings share one.

    The measures count children. Whoever has to hold what is late holds meetings: each
    stands where the worst of its children stands.
    """
    asked, moment = asked_measure(measure_id), asked_moment(as_of)
    _refuse_others(asked)
    reading, settings = open_folder(folder)
    try:
        with engine_refusals():
            judged = judge_rows(
                asked, reading.snapshot, as_of=moment, settings=settings, engine=engine
            )
    except CannotCompute as fault:
        raise BadInput(str(fault)) from None
    found = meetings(judged, reading.snapshot.rows(_TABLE))
    if as_json:
        told = [_answer(each) for each in found]
        answer_json({"measure": asked.id, "as_of": iso(moment), "meetings": told})
        return
    for each in found:
        click.echo(f"{each.meeting}  {', '.join(each.children)}  {why(each.row)}")


def _refuse_others(asked: Measure) -> None:
    if judged_of(asked.kind).rows.table != _TABLE:
        those = [m.id for m in LIBRARY if judged_of(m.kind).rows.table == _TABLE]
        raise BadInput(
            f"{asked.id} is not about strategy discussions, which alone share meetings. "
            f"Ask it of {', '.join(those)}; `madegood measures rows` lists any measure."
        )


def _answer(each: Meeting) -> dict[str, Any]:
    """The worst child's row, under the meeting's own id."""
    told = row_json(each.row)
    return {"meeting": each.meeting, "children": list(each.children), **told}
