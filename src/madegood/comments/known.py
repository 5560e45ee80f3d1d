"""Evidence and items of an agenda, as things that can be commented on. Both stand on the
page of another thing, and both are seen by fewer than may see that page."""

from madegood.accounts.models import User
from madegood.clock.today import today
from madegood.governance.finding import NoSuchBoard, boards_seen_by
from madegood.governance.meeting_models import AgendaItem, Meeting
from madegood.plan.evidence_models import Evidence
from madegood.plan.finding import NoSuchThing
from madegood.plan.register import acts_on
from madegood.plan.said import said_of


def _id(number: str) -> int:
    return int(number) if number.isdecimal() and len(number) <= 9 else 0


def evidence(number: str) -> tuple[str, str]:
    row = Evidence.objects.filter(pk=_id(number)).first()
    if row is None:
        raise NoSuchThing(f"There is no evidence {number}.")
    return f"{row.pk}", f"the evidence “{row.title}”"


def evidence_by_key(key: str) -> tuple[str, str]:
    return key, evidence(key)[1]


def may_see_evidence(person: User, key: str) -> bool:
    """What families said is for those who must act on it, and so is what is said of it."""
    row = Evidence.objects.select_related("action", "outcome").get(pk=key)
    if row.rung != "said" or row.recorded_by_id == person.pk:
        return True
    return acts_on(person, _actions(row), today())


def _actions(row: Evidence) -> list[int]:
    """The action it is about; of an expected outcome, those of its recommendation."""
    if row.outcome is None:
        return [row.action_id or 0]
    found = row.outcome.recommendation.actions
    return list(found.values_list("pk", flat=True))


def part_of_evidence(key: str) -> tuple[str, str]:
    """The part of the plan that evidence shows, and the number that is said of it."""
    row = Evidence.objects.get(pk=key)
    kind, part = (
        ("action", row.action_id) if row.action_id else ("outcome", row.outcome_id)
    )
    return kind, said_of(kind, [part or 0])[part or 0]


def meeting_of_item(key: str) -> Meeting:
    return AgendaItem.objects.select_related("meeting__board").get(pk=key).meeting


def item(number: str) -> tuple[str, str]:
    row = AgendaItem.objects.select_related("meeting__board").filter(pk=_id(number))
    found = row.first()
    if found is None:
        raise NoSuchBoard(f"There is no item {number} on any agenda.")
    return f"{found.pk}", f"“{found.title}”, {found.meeting}"


def item_by_key(key: str) -> tuple[str, str]:
    return key, item(key)[1]


def may_see_item(person: User, key: str) -> bool:
    """A board's meetings are seen by those who see the board."""
    seen = boards_seen_by(person)
    return AgendaItem.objects.filter(pk=key, meeting__board__in=seen).exists()
