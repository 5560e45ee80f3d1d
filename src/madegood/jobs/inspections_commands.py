"""`madegood inspections`: what was inspected, what is owed after it, what answers it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import NotAMoment, parse_date
from madegood.clock.today import today
from madegood.intake.plans import Inspection as Read
from madegood.intake.plans import Unreadable, read_report
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.plan_ledger import person_called
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.plan.inspection_kinds import Kind
    from madegood.plan.inspection_views import InspectionView

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)


@click.command("list")
@click.option("--as-of", "as_of", help="As things stood on this day.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@_folder
def list_them(as_of: str | None, as_json: bool, folder: Path | None) -> None:
    """Every inspection and review, with what is owed after each."""
    on = _day("--as-of", as_of) or today()
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan.inspections import inspections  # noqa: PLC0415

    found = inspections(on)
    if as_json:
        told = [_as_json(one) for one in found]
        answer_json({"as_of": f"{on}", "inspections": told})
        return
    if not found:
        click.echo(
            "No inspection is on record. Add one with `madegood inspections add`."
        )
    for one in found:
        click.echo(
            f"{one.id}. {one.name}{f', {one.ended:%-d %B %Y}' if one.ended else ''}"
        )
        answer = f"plan {one.plan}" if one.plan else "no plan yet"
        click.echo(f"   {len(one.recommendations)} recommendations; {answer}.")
        for duty in one.duties:
            due = f"due {duty.due:%-d %B %Y}" if duty.due else "no day yet"
            click.echo(f"   {duty.what}: {due}. {duty.says}.")


def _as_json(one: "InspectionView") -> dict[str, Any]:
    def said(day: date | None) -> str | None:
        return None if day is None else day.isoformat()

    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "started": said(one.started),
        "ended": said(one.ended),
        "received": said(one.received),
        "published": said(one.published),
        "judgements": one.judgements,
        "priority_action": one.priority_action,
        "plan": one.plan or None,
        "recommendations": [
            {
                "number": line.number,
                "text": line.text,
                "answered_by": list(line.answered_by),
            }
            for line in one.recommendations
        ],
        "owed": [
            {
                "what": duty.what,
                "due": said(duty.due),
                "done_on": said(duty.done_on),
                "stands": duty.stands.value,
                "working_days": duty.working_days,
            }
            for duty in one.duties
        ],
    }


@click.command()
@click.option("--by", "email", required=True, help="Who records it: their sign-in.")
@click.option(
    "--report", type=click.Path(path_type=Path), help="Its report, which is read."
)
@click.option("--kind", help="What it was, where no report says: jtai, peer_review, …")
@click.option("--title", default="", help="What it is called.")
@click.option("--started", help="Its first day.")
@click.option("--ended", help="Its last day.")
@click.option("--received", help="When the council received the final report.")
@click.option("--published", help="When the inspectorate published it.")
@click.option("--priority-action", is_flag=True, help="It names one.")
@click.option("--statement-asked", is_flag=True, help="It asks for a statement.")
@click.option("--recommend", multiple=True, help="What it recommends, once for each.")
@click.option("--plan", default="", help="The plan that answers it, as JTAI22.")
@_folder
def add(
    *,
    email: str,
    report: Path | None,
    kind: str | None,
    recommend: tuple[str, ...],
    folder: Path | None,
    **said: Any,
) -> None:
    """Record an inspection or a review, from its report or by hand."""
    read = _read(report)
    said["priority_action"] = said["priority_action"] or read.priority_action
    told = {
        "started": read.inspected_from,
        "ended": read.inspected_to,
        "published": read.published,
    }
    for name in ("started", "ended", "received", "published"):
        said[name] = _day(f"--{name}", said[name] or told.get(name))
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan import inspection_actions as actions  # noqa: PLC0415
    from madegood.plan.finding import NoSuchThing  # noqa: PLC0415

    given = actions.InspectionGiven(
        _kind(kind, read.kind),
        authority=read.authority or "",
        judgements=dict(read.judgements),
        recommendations=recommend or tuple(r.text for r in read.recommendations),
        **said,
    )
    by = person_called(email)
    try:
        made = actions.record_inspection(by=by, given=given)
    except actions.NotRecorded as fault:
        raise BadInput(str(fault)) from None
    except NoSuchThing as fault:
        raise BadInput(f"--plan: {fault}") from None
    click.echo(f"Recorded as {made.pk}: the {made}.")


def _read(report: Path | None) -> Read:
    if report is None:
        return Read()
    try:
        return read_report(report)
    except Unreadable as why:
        raise BadInput(str(why)) from None


def _kind(said: str | None, read: str | None) -> "Kind":
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan.inspection_kinds import Kind, kind_of  # noqa: PLC0415

    if said is None:
        return kind_of(read or "")
    try:
        return Kind(said)
    except ValueError:
        known = ", ".join(kind.value for kind in Kind)
        raise BadInput(f"--kind: “{said}” is not one of {known}.") from None


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except NotAMoment as fault:
        raise BadInput(f"{option}: {fault}. Write it as 2026-11-23.") from None
