"""Gathering the Scrutiny paper's facts, through the other rooms' queries only."""

import re
from dataclasses import asdict
from datetime import date

from django.conf import settings

from madegood.assurance import queries as assurance
from madegood.clock.moments import end_of_day, london_date
from madegood.governance import queries as governance
from madegood.governance.queries import AskedInPublic
from madegood.measures.versions import breaks_between
from madegood.plan import queries as plan
from madegood.plan.views import PlanView
from madegood.reports.facts import (
    ChangeFact,
    DataFact,
    DefinedAnew,
    MeasureFact,
    QuestionFact,
    RecommendationFact,
    ScrutinyFacts,
)
from madegood.reports.frozen import thaw
from madegood.reports.gather_doubts import doubts
from madegood.reports.gather_measures import measure_facts
from madegood.reports.gather_plan import (
    contradictions,
    recommendation_facts,
    targets,
    tested,
)
from madegood.reports.models import Paper
from madegood.reports.papers_before import held_before, paper_before
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView


class NothingToReport(ValueError):
    """There is nothing yet to say, or nothing as early as that."""


def scrutiny_facts(as_of: date, short: str = "") -> ScrutinyFacts:
    """Everything the paper about a plan, the main one where none is named, will say as
    of the end of a day; raises NothingToReport."""
    view = _plan(as_of, short)
    run = _run(as_of)
    standing = assurance.plan_standing(end_of_day(as_of), view.short)
    named = "" if view.main else view.short
    before = paper_before(as_of, named)
    asked = governance.asked_in_public(as_of)
    told = recommendation_facts(standing)
    held, asked_by = held_before(as_of, named), tested(standing)
    measures: tuple[MeasureFact, ...] = ()
    # The main plan's paper has every theme where nothing is tested yet; of another plan
    # the measures of no theme would be read as if they were about it.
    if asked_by or not named:
        measures, held = measure_facts(run, targets(standing), asked_by, held)
    unproved, contrary, again = doubts(as_of, view.short)
    return ScrutinyFacts(
        council=settings.COUNCIL_NAME,
        plan_title=standing.title,
        inspection=_inspection(standing.inspection_line),
        as_of=as_of,
        data=_data(run),
        recommendations=told,
        measures=measures,
        in_full=_in_full(told, measures),
        changes=(),
        last_paper=before.as_of if before else None,
        changed=_changed(before, told),
        contradictions=contradictions(view),
        held_cells=tuple(sorted(held)),
        colour=_colour(),
        questions=_questions(asked),
        questions_not_printed=asked.not_printed,
        unproved=unproved,
        contrary=contrary,
        said_before=again,
        plan_short=named,
        defined_anew=_defined_anew(before, measures),
    )


def _inspection(line: str) -> str:
    """Which one the plan answers; "" where none was read in."""
    return "" if line.startswith("No ") else line.removeprefix("Answers the ")


def _questions(asked: AskedInPublic) -> tuple[QuestionFact, ...]:
    return tuple(QuestionFact(**asdict(each)) for each in asked.printed)


def _colour() -> str:
    """The council's colour; it is written into a stylesheet, so it is checked."""
    colour = str(settings.BRAND_COLOUR)
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        raise NothingToReport(
            f"MADEGOOD_BRAND_COLOUR is “{colour}”. Write it as #rrggbb, for example "
            "#0b5c68, and make the paper again."
        )
    return colour


def _plan(as_of: date, short: str) -> PlanView:
    try:
        view = plan.plan(end_of_day(as_of), short)
    except plan.NoSuchThing as fault:
        if short:
            raise NothingToReport(str(fault)) from None
        raise NothingToReport(
            "There is no plan to report on. Import one first: "
            "`madegood plan import FILE --report FILE`."
        ) from None
    if as_of < view.adopted_on:
        raise NothingToReport(
            f"The plan was adopted on {view.adopted_on.isoformat()}, so nothing can be "
            f"said as of {as_of.isoformat()}. Ask for a later day."
        )
    return view


def _run(as_of: date) -> RunView | None:
    """The latest computation no later than the day; raises NothingToReport where all
    there are came later, since a paper must not know what was not yet known."""
    run = warehouse.latest_run(end_of_day(as_of))
    later = warehouse.latest_run()
    if run is None and later is not None:
        first = min(london_date(each.as_of) for each in warehouse.runs())
        raise NothingToReport(
            f"Nothing had been computed by {as_of.isoformat()}: the measures were "
            f"first computed as of {first.isoformat()}. Ask for that day or a later "
            "one, or run the measures as of the day you want."
        )
    return run


def _in_full(told: tuple[RecommendationFact, ...], measures: tuple[object, ...]) -> str:
    """The recommendation that the measures belong to."""
    with_measure = [each.number for each in told if each.measure]
    return with_measure[0] if with_measure and measures else ""


def _data(run: RunView | None) -> DataFact:
    if run is None:
        return DataFact("none", None, None, 0, 0, 0, 0)
    kept = warehouse.snapshot(run.snapshot_id)
    counts = [table for file in kept.files for table in file.tables.values()]
    return DataFact(
        snapshot=kept.content[:12],
        loaded_on=london_date(kept.loaded_at),
        data_to=min(kept.data_to, london_date(run.as_of)) if kept.data_to else None,
        files=len(kept.files),
        rows=sum(table.get("read", 0) for table in counts),
        set_aside=sum(table.get("set_aside", 0) for table in counts),
        warnings=sum(f.count for f in kept.findings if f.severity == "warning"),
    )


def _defined_anew(
    before: Paper | None, measures: tuple[MeasureFact, ...]
) -> tuple[DefinedAnew, ...]:
    """Numbers of the last paper that are not to be held against this one's."""
    then = thaw(ScrutinyFacts, before.facts).measures if before else ()
    was = {each.id: each.definition for each in then}
    return tuple(
        DefinedAnew(each.title, found.says)
        for each in measures
        if (
            found := breaks_between(
                each.id, was.get(each.id, each.definition), each.definition
            )
        )
    )


def _changed(
    before: Paper | None, told: tuple[RecommendationFact, ...]
) -> tuple[ChangeFact, ...]:
    if before is None:
        return ()
    then = thaw(ScrutinyFacts, before.facts)
    was = {each.number: each.state for each in then.recommendations}
    return tuple(
        ChangeFact(each.number, each.title, was[each.number], each.state)
        for each in told
        if was.get(each.number, each.state) != each.state
    )
