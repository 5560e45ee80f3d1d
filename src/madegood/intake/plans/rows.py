"""Table rows to actions, and list items to outcomes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from string import ascii_lowercase

from madegood.intake.plans.blocks import Cell, Part, Role, Row, span
from madegood.intake.plans.countability import countability
from madegood.intake.plans.delivery import Decided, decide, speaks_of_two
from madegood.intake.plans.owners import is_owner, posts_in
from madegood.intake.plans.promises import commitments, dates_told, refers_to
from madegood.intake.plans.reading import Action, Delivery, Outcome, PlanFinding, Source
from madegood.intake.plans.vocabulary import STATUS_START

# "Complete – May 24" where a date stands. "Complete by May" is still to come.
_DONE = re.compile(
    r"(?:now |fully )?(?:completed?|done|achieved|closed)\b(?!\s*(?:by|before|in|within)\b)",
    re.IGNORECASE,
)
# The fields of an action and the columns they come from.
FIELDS = {
    "text": Role.ACTION,
    "owners": Role.OWNER,
    "progress": Role.PROGRESS,
    "due": Role.DUE,
    "start": Role.START,
    "evidence": Role.EVIDENCE,
    "ref": Role.REF,
}
_FIELD_OF = {role: name for name, role in FIELDS.items()}
Cells = dict[Role, Cell]


def actions_of(
    number: str, rows: Sequence[Row]
) -> tuple[tuple[Action, ...], list[PlanFinding]]:
    """A recommendation's actions, numbered from 1 in its rows' order. A row whose
    action, owner and progress cells each hold as many paragraphs is so many actions."""
    split = [
        (at, cells)
        for at, row in enumerate(rows, 1)
        for cells in _split(row)
        # A row with nothing but an outcome or a title is no action.
        if any(cells[role].parts for role in FIELDS.values())
    ]
    findings: list[PlanFinding] = []
    actions = []
    for place, (at, cells) in enumerate(split, 1):
        action = _action(number, place, len(split), at, rows[at - 1], cells)
        source = replace(action.source, cells=rows[at - 1].printed)
        action = replace(action, source=source)
        actions.append(action)
        findings += _remarks(action, cells)
    for _, group in groupby(actions, key=lambda action: action.row):
        same = tuple(group)
        if len(same) > 1:
            findings.append(_two_in_a_row(same))
    return tuple(actions), findings


def _split(row: Row) -> list[Cells]:
    in_order = dict.fromkeys((*(role for role, _ in row.cells), *Role))
    whole = {role: row.cell(role) for role in in_order}
    action, owner, progress = (
        whole[r].parts for r in (Role.ACTION, Role.OWNER, Role.PROGRESS)
    )
    together = len(action) == len(owner) == len(progress) > 1
    if not together or not (
        all(is_owner(p.text) for p in owner)
        and all(STATUS_START.match(p.text) for p in progress)
    ):
        return [whole]
    return [
        {
            **whole,
            Role.ACTION: Cell((action[at],)),
            Role.OWNER: Cell((owner[at],)),
            Role.PROGRESS: Cell((progress[at],)),
        }
        for at in range(len(action))
    ]


def _decided(progress: str, due: str) -> Decided:
    """How far it has got: by its progress, or where that does not say by the place of
    its date, in which "Complete – May 24" stands as often as a date."""
    said = decide(progress)
    if said.delivery is Delivery.UNKNOWN and _DONE.match(due):
        by_date = decide(due)
        if by_date.delivery in (Delivery.COMPLETE, Delivery.COMPLETE_MONITORED):
            return replace(by_date, because=f"{by_date.because} where its date stands")
    return said


def _posts(row: Row, said: Cell) -> tuple[str, ...]:
    """Who, in order and once each. What stands in two columns, "Lead" and "Support",
    is never one post's name."""
    columns = [cell for role, cell in row.cells if role is Role.OWNER]
    if said.parts != row.cell(Role.OWNER).parts:
        columns = [said]
    named = [posts_in([p.text for p in cell.parts]) for cell in columns]
    return tuple(dict.fromkeys(post for posts in named for post in posts))


def _action(
    number: str, place: int, count: int, row: int, whole_row: Row, cells: Cells
) -> Action:
    progress = cells[Role.PROGRESS].text
    text = cells[Role.ACTION].text
    decided = _decided(progress, cells[Role.DUE].text)
    sources = {
        _FIELD_OF[role]: source
        for role, cell in cells.items()
        if role in _FIELD_OF and (source := cell.source) is not None
    }
    whole = span(sources.values())
    assert whole is not None, "a row has at least one cell with words"
    return Action(
        number=f"{number}.{place}",
        text=text,
        owners=_posts(whole_row, cells[Role.OWNER]),
        progress=progress,
        delivery=decided.delivery,
        because=decided.because,
        row=row,
        source=whole,
        sources=sources,
        ref=cells[Role.REF].text,
        start=cells[Role.START].text,
        due=cells[Role.DUE].text,
        evidence=cells[Role.EVIDENCE].text,
        commitments=(*commitments(text), *commitments(progress)),
        dates=(*dates_told(text), *dates_told(progress)),
        refers_to=refers_to(f"{text} {progress}", here=(number, place), rows=count),
    )


def outcomes_of(number: str, parts: Sequence[Part]) -> tuple[Outcome, ...]:
    """Outcomes, lettered in order: "3.a"."""
    found: list[Outcome] = []
    for part in parts:
        settled, because = countability(part.text)
        found.append(
            Outcome(
                number=f"{number}.{_letters(len(found))}",
                text=part.text,
                countability=settled,
                because=because,
                source=part.source,
                commitments=commitments(part.text),
            )
        )
    return tuple(found)


def _letters(at: int) -> str:
    more, last = divmod(at, 26)
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def _remarks(action: Action, cells: Cells) -> list[PlanFinding]:
    found = []
    if not action.text:
        found.append(
            PlanFinding(
                "no_action",
                action.number,
                f"The row has no action: “{cells[Role.PROGRESS].text[:80]}”.",
                "Find the action on the page; the row may be the end of another.",
            )
        )
    if not action.owners:
        found.append(
            PlanFinding(
                "no_owner",
                action.number,
                "No one is named as responsible.",
                "Agree one post to answer for it.",
            )
        )
    if len(action.owners) > 1:
        found.append(
            PlanFinding(
                "joint_owners",
                action.number,
                f"{len(action.owners)} posts share it: {'; '.join(action.owners)}.",
                "Agree which one answers for it; the others help.",
            )
        )
    return found + _said_of_progress(action, cells)


def _said_of_progress(action: Action, cells: Cells) -> list[PlanFinding]:
    found = []
    if speaks_of_two([p.text for p in cells[Role.PROGRESS].parts]):
        found.append(
            PlanFinding(
                "two_statuses",
                action.number,
                f"Its progress gives two statuses: “{action.progress}” It was "
                "kept as one action.",
                "Decide whether it is two actions, each with its own status.",
            )
        )
    if action.delivery is Delivery.COMPLETE_MONITORED:
        found.append(
            PlanFinding(
                "complete_and_ongoing",
                action.number,
                f"It is said to be both done and going on: {action.because}.",
                "Say what is finished, and what is kept up and how it is checked.",
            )
        )
    if action.delivery is Delivery.UNKNOWN and action.progress:
        found.append(
            PlanFinding(
                "delivery_not_said",
                action.number,
                f"“{action.progress[:120]}” does not say how far it has got.",
                "Ask its owner. A colour alone needs the plan's own key.",
            )
        )
    if not action.progress:
        found.append(
            PlanFinding(
                "no_progress",
                action.number,
                "No progress is written.",
                "Ask its owner how far it has got.",
            )
        )
    return found


def _two_in_a_row(actions: Sequence[Action]) -> PlanFinding:
    first: Source = actions[0].source
    return PlanFinding(
        "two_actions",
        " and ".join(a.number for a in actions),
        f"One table row ({first.place or f'from line {first.first_line}'}) holds {len(actions)} actions, "
        "owners and statuses; they were read apart.",
        "If it is one action, join them when you import.",
    )
