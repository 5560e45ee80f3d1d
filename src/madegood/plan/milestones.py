"""Reading milestones as they were known at a moment."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from madegood.clock.moments import london_date
from madegood.plan.lateness import lateness
from madegood.plan.milestone_models import Milestone, MilestoneMove, MilestoneWord
from madegood.plan.views import MoveView
from madegood.plan.working_views import MilestoneView


def milestones(
    actions: Collection[int], at: datetime
) -> dict[int, tuple[MilestoneView, ...]]:
    """Those of each action, by the days they have now. Three queries."""
    known = Milestone.objects.filter(action__in=actions, recorded_at__lte=at)
    moves: dict[int, list[MilestoneMove]] = defaultdict(list)
    for move in MilestoneMove.objects.filter(milestone__action__in=actions):
        moves[move.milestone_id].append(move)
    said: dict[int, MilestoneWord] = {}
    words = MilestoneWord.objects.filter(
        milestone__action__in=actions, recorded_at__lte=at
    )
    for word in words.select_related("recorded_by"):
        said[word.milestone_id] = word
    found: dict[int, list[MilestoneView]] = defaultdict(list)
    for row in known:
        found[row.action_id].append(_view(row, moves[row.pk], said.get(row.pk), at))
    return {
        action: tuple(sorted(some, key=lambda each: (each.due, each.id)))
        for action, some in found.items()
    }


def _view(
    row: Milestone, moves: list[MilestoneMove], said: MilestoneWord | None, at: datetime
) -> MilestoneView:
    later = [move for move in moves if move.recorded_at > at]
    due = later[0].was if later else row.due
    state = said.word if said else "open"
    closed = said is not None and state != "open"
    return MilestoneView(
        id=row.pk,
        title=row.title,
        original_due=row.original_due,
        due=due,
        moves=tuple(
            MoveView(m.was, m.to, m.agreed_by, m.why, m.recorded_at)
            for m in moves
            if m.recorded_at <= at
        ),
        state=state,
        said_on=said.on if said and closed else None,
        said_by=str(said.recorded_by) if said else "",
        words=said.words if said else "",
        lateness=lateness(
            row.original_due,
            due,
            # Dropped is not done late: nothing is held against a day that fell away.
            done_on=said.on if said and state == "done" else None,
            done=closed,
            on=london_date(at),
        ),
    )
