"""A Scrutiny paper's facts, made by hand: ten recommendations, eleven measures."""

import random
from datetime import date

from madegood.clock.periods import months
from madegood.reports.facts import (
    ActionFact,
    ChangeFact,
    DataFact,
    LineFact,
    MeasureFact,
    MovedDate,
    NamedChange,
    OutcomeFact,
    RecommendationFact,
    ScrutinyFacts,
)
from madegood.reports.public import Count, Monthly, Public, publish

MONTHS = months(date(2023, 12, 1), date(2026, 11, 30))
TITLES = (
    (
        "Quality assurance and audit arrangements to improve practice so that leaders are "
        "aware of strengths and weaknesses"
    ),
    (
        "The timeliness of strategy meetings and inclusion of all relevant partners, "
        "including the Police"
    ),
    "The practice and impact of ‘threshold’ visits on children and families",
    (
        "The offer and take up and analysis of return home interviews following episodes "
        "of going missing"
    ),
    "The clarity of children in need and child protection plans",
    (
        "The timeliness of reviews of children in need of services at level 2 in the "
        "disabled children’s team"
    ),
    "Levels of awareness and access for connected carers to training opportunities",
    "Timely progress in the making of special guardianship orders",
    "Consideration of the need for homeless 16- and 17-year-olds to be cared for",
    "The focus on and response to private fostering arrangements",
)
STATES = (
    "claimed_not_evidenced",
    "contradicted",
    "claimed_not_evidenced",
    "claimed_not_evidenced",
    "untestable",
    "slipping",
    "in_progress",
    "claimed_not_evidenced",
    "holding",
    "claimed_not_evidenced",
)


def monthly(due: int = 55, seed: int = 3) -> list[Monthly]:
    """Three years of counts that nest as the real ones do."""
    chance = random.Random(seed)

    def some(number: int, share: float) -> int:
        return sum(chance.random() < share for _ in range(number))

    found: dict[tuple[str, str], list[Count]] = {}
    for place, month in enumerate(MONTHS):
        returned = chance.randint(int(due * 0.8), int(due * 1.2))
        offered = some(returned, 0.92)
        taken = some(offered, 0.8)
        in_time = some(taken, 0.6 if place < 22 else 0.82)
        for name, unit, met, of in (
            ("missing_episodes", "count", returned, 0),
            ("missing_per_100_placement_nights", "rate", some(returned, 0.6), 11000),
            ("rhi_offered", "share", offered, returned),
            ("rhi_offered_72h", "share", some(offered, 0.85), returned),
            ("rhi_taken_up", "share", taken, offered),
            ("rhi_held_72h", "share", in_time, returned),
            ("rhi_completed_in_72h", "share", in_time, taken),
            ("rhi_report_5wd", "share", some(taken, 0.6), taken),
            ("rhi_independent", "share", some(taken, 0.9), taken),
        ):
            found.setdefault((name, unit), []).append(Count(month, met, of))
    made = [
        Monthly(name, unit, tuple(counts)) for (name, unit), counts in found.items()
    ]
    year = Count(type(MONTHS[0])(MONTHS[24].first, MONTHS[35].last), 31, 0)
    repeat = Monthly("missing_repeat_3_in_90", "count", (), adds_up=False, year=year)
    return [made[0], repeat, *made[1:]]


def measure_fact(public: Public) -> MeasureFact:
    name = public.measure
    return MeasureFact(
        id=name,
        title=name.replace("_", " ").replace("rhi", "Return interviews").capitalize(),
        sentence="Of the missing episodes that ended in the period, the share followed "
        "by an interview held no more than 72 hours after return",
        why="A child may refuse; a target would press children to talk.",
        source="Statutory guidance, 2014",
        kept_by="Head of Service, Children’s Commissioning",
        checked_by="Performance Manager",
        definition="0a1b2c3d4e5f",
        unit=public.unit,
        good_is="high" if public.unit == "share" else "neither",
        target=0.85 if name == "rhi_held_72h" else None,
        never_a_target=name in {"rhi_taken_up", "missing_episodes"},
        balances=("rhi_taken_up",) if name == "rhi_held_72h" else (),
        grain=public.grain,
        lines=tuple(_line(each) for each in public.lines),
        years=tuple(_line(each) for each in public.years),
    )


def _line(line: object) -> LineFact:
    names = ("period", "met", "due", "value", "held_back")
    return LineFact(*(getattr(line, name) for name in names))


def recommendation(number: int) -> RecommendationFact:
    rungs = (
        ("done", "reached"),
        ("seen", "fallen" if number == 2 else "empty"),
        ("said", "not_asked" if number == 3 else "empty"),
        ("moved", "reached" if number in {6, 9} else "empty"),
        ("held", "fallen" if number == 6 else "empty"),
    )
    actions = tuple(
        ActionFact(
            f"{number}.{n}",
            "Review the process for timelier referrals to the provider, so that the "
            "interview is offered in time",
            ("Head of Service, Children’s Commissioning",),
            "complete",
            True,
            STATES[number - 1],
            rungs,
        )
        for n in range(1, 6)
    )
    outcomes = (
        OutcomeFact(
            f"{number}.a",
            "Children and young people take up the offer",
            "untestable",
            rungs,
        ),
    )
    return RecommendationFact(
        number=str(number),
        title=TITLES[number - 1],
        said_by_ofsted=f"“{TITLES[number - 1]}.”",
        claimed_complete=5 if number != 7 else 3,
        action_count=5,
        state=STATES[number - 1],
        rungs=rungs,
        measure="rhi_held_72h" if number == 4 else None,
        actions=actions,
        outcomes=outcomes,
        moved=(
            MovedDate(
                "4.2",
                date(2021, 3, 31),
                date(2021, 9, 30),
                "the contract was let late",
            ),
        )
        if number == 4
        else (),
        not_yet_known=("nobody has asked families.",),
    )


def facts(due: int = 55) -> ScrutinyFacts:
    public, held = publish(monthly(due))
    return ScrutinyFacts(
        council="Borough Council",
        plan_title="Ofsted action plan, 2021",
        inspection="inspection of children’s social care services, November 2019",
        as_of=date(2026, 11, 30),
        data=DataFact("3f9a2c", date(2026, 11, 29), date(2026, 11, 29), 5, 8210, 3, 12),
        recommendations=tuple(recommendation(n) for n in range(1, 11)),
        measures=tuple(measure_fact(each) for each in public.values()),
        in_full="4",
        changes=(
            NamedChange(
                date(2025, 10, 6),
                "referral within 24 hours began",
                ("rhi_held_72h", "rhi_completed_in_72h"),
            ),
        ),
        last_paper=date(2026, 8, 31),
        changed=(ChangeFact("6", TITLES[5], "holding", "slipping"),),
        contradictions=(
            (
                "Recommendation 3: the plan says that the visits ceased; its expected "
                "outcome says that they continue."
            ),
        ),
        held_cells=tuple(sorted(held)),
    )
