"""`madegood plan import` and `plan status`: a plan into the ledger, claim beside proof."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from madegood.clock.moments import NotAMoment, parse_as_of, parse_date
from madegood.clock.today import today
from madegood.intake.plans import PlanReading, Unreadable, read_plans
from madegood.jobs.answers import BadInput, answer_json
from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

if TYPE_CHECKING:
    from madegood.accounts.models import User
    from madegood.assurance.views import (
        ActionStanding,
        OutcomeStanding,
        PlanStanding,
    )

_folder = click.option(
    "--dir", "folder", type=click.Path(path_type=Path), help="Data folder."
)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    help="The inspection report that the plan answers: it supplies lost headings.",
)
@click.option("--confirm-all", is_flag=True, help="Accept every row and confirm.")
@click.option("--by", "email", help="Who accepts: the sign-in of a person who may.")
@click.option("--adopted-on", help="The day the plan was adopted (default: today).")
@click.option("--tested-from", help="Nothing is tested before this day.")
@click.option(
    "--into", default="", help="The plan this is a newer version of, as JTAI22."
)
@click.option("--short", default="", help="What a new plan is to be called, as JTAI22.")
@click.option(
    "--main/--beside",
    default=None,
    help="A new plan is the main one, or stands beside it (default: by its kind).",
)
@click.option("--agreed-by", default="", help="Who agreed the dates that move.")
@click.option("--why", default="", help="Why dates move and rows are gone.")
@_folder
def import_plan(
    *,
    files: tuple[Path, ...],
    report: Path | None,
    confirm_all: bool,
    email: str | None,
    into: str,
    folder: Path | None,
    **said: Any,
) -> None:
    """Read a plan into the ledger as a draft, for a person to confirm row by row.

    With --into, as a newer version of a plan that is there: only what changes is asked.
    """
    how = _how(**said)
    try:
        reading = read_plans(files, report)
    except Unreadable as fault:
        raise BadInput(str(fault)) from None
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.plan import actions  # noqa: PLC0415

    by = person_called(email) if confirm_all or email else None
    try:
        draft = actions.start_draft(by=by, reading=reading, into=into)
    except actions.NoSuchThing as fault:
        raise BadInput(f"--into: {fault}") from None
    click.echo(_what_was_read(reading, draft.pk))
    if into:
        _tell_changes(draft.pk)
    if not confirm_all or by is None:
        click.echo(
            "Nothing is in the plan yet. Sign in as a plan manager, open “Read a plan "
            "in”, and accept, change or leave out each row; then confirm the draft."
        )
        return
    _confirm_all(by, draft.pk, how, newer=bool(into))


@dataclass(frozen=True, slots=True)
class _How:
    """How a draft that is confirmed at once becomes a plan, or changes one."""

    adopted: date
    tested: date | None
    short: str
    main: bool | None
    agreed_by: str
    why: str


def _how(adopted_on: str | None, tested_from: str | None, **said: Any) -> _How:
    return _How(_adopted(adopted_on), _day("--tested-from", tested_from), **said)


def _what_was_read(reading: PlanReading, draft_id: int) -> str:
    return (
        f"Read {len(reading.recommendations)} recommendations, "
        f"{len(reading.actions)} actions and {len(reading.outcomes)} expected outcomes "
        f"as draft {draft_id}; {len(reading.findings)} things to look at."
    )


def _tell_changes(draft_id: int) -> None:
    """What a newer version changes, a line for each row."""
    from madegood.plan import queries  # noqa: PLC0415 - as above

    for row in queries.draft(draft_id).rows:
        if row.differs == "same":
            continue
        said = [f"{d['what']}: {d['was']} → {d['to']}" for d in row.differences]
        words = str(row.read.get("text", row.read.get("title", "")))
        click.echo(f"  {row.differs:<8} {row.number:<6} {'; '.join(said) or words}")


def _confirm_all(by: "User", draft_id: int, how: _How, *, newer: bool) -> None:
    from madegood.assurance.actions import retest  # noqa: PLC0415 - as above
    from madegood.plan import actions  # noqa: PLC0415 - as above
    from madegood.plan.newer_actions import Agreed, adopt_newer  # noqa: PLC0415

    actions.accept_rest(by=by, draft_id=draft_id)
    try:
        if newer:
            agreed = Agreed(how.adopted, how.agreed_by, how.why)
            plan = adopt_newer(by=by, draft_id=draft_id, agreed=agreed)
        else:
            plan = actions.confirm_draft(
                by=by,
                draft_id=draft_id,
                adopted_on=how.adopted,
                tested_from=how.tested,
                short=how.short,
                main=how.main,
            )
    except actions.NotDecided as fault:
        raise BadInput(
            f"{fault} (Draft {draft_id} is kept, and can be confirmed on the page.)"
        ) from None
    retest(by=by)
    called = f"{plan} ({plan.short})"
    click.echo(f"{called} is confirmed by {by}, every row accepted in one act.")


@click.command("status")
@click.option("--as-of", "as_of", help="As known at the end of this date, or a time.")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@click.option("--plan", "short", default="", help="Another plan than the main one.")
@_folder
def status(as_of: str | None, as_json: bool, short: str, folder: Path | None) -> None:
    """Claim beside proof for every recommendation, action and expected outcome."""
    moment = _moment(as_of)
    open_ledger(folder)
    bring_up_to_date()
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance import queries  # noqa: PLC0415

    try:
        if as_json:
            answer_json(queries.status_json(moment, short))
        else:
            _tell(queries.plan_standing(moment, short))
    except queries.NoSuchThing as fault:
        if short:
            raise BadInput(f"--plan: {fault}") from None
        raise BadInput(
            "No plan has been confirmed yet. Read one in with `madegood plan import "
            "FILE --report FILE`, then confirm its draft."
        ) from None


def _tell(plan: "PlanStanding") -> None:
    click.echo(f"{plan.title}\n{plan.inspection_line}.")
    data = f"data to {plan.data_to:%-d %B %Y}" if plan.data_to else "no data loaded"
    click.echo(f"As known at {plan.as_of:%-d %B %Y}; {data}.")
    for given in plan.recommendations:
        click.echo(f"\n{given.number}. {given.title}")
        click.echo(
            f"   Said: {given.claimed_complete} of {given.action_count} actions "
            f"complete.\n   Shown: {_words(given.standing.state)}."
        )
        parts: list[ActionStanding | OutcomeStanding]
        parts = [*given.actions, *given.outcomes]
        for part in parts:
            click.echo(f"   {part.number:<5} {_words(part.standing.state)}")
            click.echo(f"         {part.standing.because}.")


def _words(state: str) -> str:
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.assurance.standing import STATE_WORDS, Assurance  # noqa: PLC0415

    return STATE_WORDS[Assurance(state)]


def person_called(email: str | None) -> "User":
    """Who a command acts for; raises BadInput where they may not import plans."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from madegood.accounts.permissions import Permission  # noqa: PLC0415
    from madegood.accounts.queries import may, person  # noqa: PLC0415

    found = person(email) if email else None
    if found is None:
        raise BadInput(
            f"--by: nobody signs in as “{email or ''}”. Add them with `madegood user "
            "add`, or give the address of somebody who is there."
        )
    if not may(found, Permission.PLAN_IMPORT):
        raise BadInput(f"--by: {found} may not import plans. A plan manager may.")
    return found


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return parse_as_of(text)
    except NotAMoment as fault:
        raise BadInput(f"--as-of: {fault}. Write it as 2026-11-23.") from None


def _adopted(text: str | None) -> date:
    day = _day("--adopted-on", text) or today()
    if day > today():
        raise BadInput(
            f"--adopted-on: {day:%-d %B %Y} is still to come. Give the day the plan "
            "was adopted."
        )
    return day


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return parse_date(text)
    except NotAMoment as fault:
        raise BadInput(f"{option}: {fault}. Write it as 2026-11-23.") from None
