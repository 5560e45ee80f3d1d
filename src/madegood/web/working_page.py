"""What the page of an action shows of the work on it, and the forms to write of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.forms import Form

from madegood.plan.working_views import CommitmentView, UpdateView, WorkingView
from madegood.web.forms.working import CostForm, MilestoneForm, NeedForm, UpdateForm
from madegood.web.words import count_of

Sent = TypeVar("Sent", UpdateForm, MilestoneForm, CostForm, NeedForm)
# As many periods as a row shows on a phone; the table has them all.
SHOWN_PERIODS = 12


@dataclass(frozen=True)
class Way:
    """A link to a section of the page, and what to expect there."""

    anchor: str
    words: str


@dataclass(frozen=True)
class WorkingPage:
    """`edits` and `manages`: what the reader may do, now; nothing on a day gone by."""

    number: str
    view: WorkingView
    edits: bool
    manages: bool
    faulty: Form | None

    @cached_property
    def update_form(self) -> UpdateForm | None:
        return self._form(UpdateForm)

    @cached_property
    def milestone_form(self) -> MilestoneForm | None:
        return self._form(MilestoneForm)

    @cached_property
    def cost_form(self) -> CostForm | None:
        return self._form(CostForm)

    @cached_property
    def need_form(self) -> NeedForm | None:
        return self._form(NeedForm)

    def _form(self, kind: type[Sent]) -> Sent | None:
        if not self.edits:
            return None
        return self.faulty if isinstance(self.faulty, kind) else kind()

    @property
    def commitments(self) -> list[CommitmentView]:
        return [each for each in self.view.commitments if not each.set_aside]

    @property
    def set_aside(self) -> list[CommitmentView]:
        return [each for each in self.view.commitments if each.set_aside]

    @property
    def latest_first(self) -> list[UpdateView]:
        return list(reversed(self.view.updates))

    @property
    def alerts(self) -> list[str]:
        """What is wrong by its dates alone, whatever is claimed."""
        view = self.view
        said = [view.lateness.words] if view.lateness.words else []
        if view.missed:
            said.append(f"{count_of(view.missed, 'report')} missed")
        late = sum(step.open and step.lateness.late for step in view.milestones)
        if late:
            said.append(f"{count_of(late, 'milestone')} late")
        said += [
            f"Waits for action {need.number}, which is late by "
            f"{count_of(need.lateness.days, 'day')}"
            for need in view.blocked_by
        ]
        return said

    @property
    def ways(self) -> list[Way]:
        """The sections of the page, in its order, with what stands in each."""
        view = self.view
        live = [step for step in view.milestones if step.state != "left"]
        done = sum(not step.open for step in live)
        found = [Way("tests", "What would show it"), Way("evidence", "Evidence")]
        if self.commitments or view.promises or self.edits:
            missed = f": {view.missed} missed" if view.missed else ""
            found.append(Way("reports", f"Reports promised{missed}"))
        if view.milestones or self.edits:
            of = f": {done} of {len(live)} done" if live else ""
            found.append(Way("milestones", f"Milestones{of}"))
        if view.updates or self.edits:
            found.append(Way("updates", "What has happened"))
        if view.needs or view.needed_by or self.edits:
            found.append(Way("needs", "What it waits for"))
        if view.estimate or view.actual or self.edits:
            found.append(Way("costs", "Cost"))
        return found
