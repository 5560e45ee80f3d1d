"""What "embedded" asks, worked out again from the tables alone.

It knows nothing of the rules that are tested: it reads rows and months, and is as plain
as it can be. Where it is more lenient than the rules that is no fault; where they say
embedded and it does not, they are wrong.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from madegood.assurance.models import Signature, StandingRecord, Test
from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import add_months
from madegood.plan.evidence_models import Evidence
from madegood.plan.models import Action, ClaimRecord, ExpectedOutcome
from madegood.plan.owner_models import Holder, Ownership

COMPLETE = {"complete", "complete_monitored"}
FELL = {"slipping", "contradicted"}
RUNG = {"document": "done", "sample": "seen", "feedback": "said"}


@dataclass
class Oracle:
    """`months` is what was loaded last: (last day, numerator, denominator).

    The newest load says how things were on every day. One that took a month away and is
    itself put right leaves no mark, unless it was recorded as a fall when it was shown
    (ADR 27); so of months only those that are loaded now are asked, all of them.
    """

    months: list = field(default_factory=list)
    reached: dict = field(default_factory=dict)
    fell: dict = field(default_factory=dict)

    def watch(self, now, *, counts=True):
        """Look at every test; one that was reached and is not now has fallen."""
        for test in Test.objects.all():
            key = (
                ("action", test.action_id)
                if test.action_id
                else ("outcome", test.outcome_id)
            )
            reached = self._reached(test, now)
            lost = self.reached.get(test.pk) and not reached
            if counts and lost and test.kind != "measure":
                self.fell[key] = now
            self.reached[test.pk] = reached

    def allows(self, kind, pk, now):  # noqa: PLR0911 - one for each thing that is asked
        """Why a part may not be shown as embedded; "" where it may."""
        part = (Action if kind == "action" else ExpectedOutcome).objects.get(pk=pk)
        owners = self._owners(part, kind, now)
        tests, withdrawn = self._asked(part, owners, now)
        if not self._claimed(part, kind, now):
            return "it is not claimed"
        if not all(self._reached(test, now) for test in tests):
            return "a rung that is asked for is not reached"
        if kind == "action" and not self._fresh(part, "done", now):
            return "nothing fresh shows that it was done"
        if not any(test.kind in ("sample", "feedback") for test in tests):
            return "nothing was seen and nobody heard"
        if not all(self._checked(part, test, now) for test in tests):
            return "evidence is checked by nobody else"
        last = self._fell(part, kind, tests, withdrawn, now)
        names = self._names(part, kind, owners, last, now)
        if not names:
            return "nobody who may has signed since it fell"
        looks = self._looks(part)
        if not any(self._proved_again(first, names, looks, now) for first in names):
            return "a re-proof is overdue"
        return ""

    def _owners(self, part, kind, now):
        actions = [part] if kind == "action" else part.recommendation.actions.all()
        found = set()
        for own in Ownership.objects.filter(action__in=actions):
            for held in Holder.objects.filter(post=own.post):
                since = max(filter(None, (own.start, held.start)))
                ends = [end for end in (own.end, held.end) if end is not None]
                if since <= london_date(now) and all(since < end for end in ends):
                    found.add(held.person_id)
        return found

    def _asked(self, part, owners, now):
        asked, withdrawn = [], None
        for test in part.tests.all():
            gone = test.agreed_at is not None and test.agreed_at <= now
            if gone and test.agreed_by_id not in owners:
                withdrawn = max(filter(None, (withdrawn, test.agreed_at)))
            else:
                asked.append(test)
        return asked, withdrawn

    def _claimed(self, part, kind, now):
        actions = (
            [part] if kind == "action" else list(part.recommendation.actions.all())
        )
        last = [
            ClaimRecord.objects.filter(action=each, said_on__lte=london_date(now))
            .order_by("said_on", "id")
            .last()
            for each in actions
        ]
        return bool(last) and all(
            c is not None and c.delivery in COMPLETE for c in last
        )

    def _current(self, part, rung, now):
        return [
            e
            for e in part.evidence.filter(rung=rung).order_by("happened_on", "id")
            if e.happened_on <= london_date(now)
            and not Evidence.objects.filter(replaces=e).exists()
        ]

    def _fresh(self, part, rung, now):
        day = london_date(now)
        return [e for e in self._current(part, rung, now) if e.review_by >= day]

    def _reached(self, test, now):
        part, day = test.action or test.outcome, london_date(now)
        if test.kind == "measure":
            over = [m for m in self.months if m[0] <= day and m[2] >= test.minimum]
            last = over[-test.periods :]
            good = all(n / d >= test.target for _, n, d in last)
            recent = bool(last) and day - last[-1][0] <= timedelta(days=92)
            return len(last) == test.periods and good and recent
        if test.kind == "document":
            return bool(self._fresh(part, "done", now))
        counted = [e for e in self._current(part, RUNG[test.kind], now) if e.looked_at]
        if not counted:
            return False
        e = counted[-1]
        until = min(e.review_by, e.happened_on + timedelta(days=test.max_age_days))
        enough = e.looked_at >= test.minimum and e.good / e.looked_at >= test.target
        return enough and until >= day

    def _checked(self, part, test, now):
        if test.kind == "measure":
            return True
        fresh = self._fresh(part, RUNG[test.kind], now)
        return any(
            e.checked_by_id is not None and e.checked_by_id != e.recorded_by_id
            for e in fresh
        )

    def _fell(self, part, kind, tests, withdrawn, now):
        """The last moment at which it had fallen back; None for never."""
        fell = [withdrawn, self.fell.get((kind, part.pk))]
        fell += StandingRecord.objects.filter(
            kind=kind, part=part.pk, state__in=FELL, as_of__lte=now
        ).values_list("as_of", flat=True)
        fell += [self._off(test, now) for test in tests if test.kind == "measure"]
        return max((each for each in fell if each is not None), default=None)

    def _off(self, test, now):
        """The end of the last month that was over and far off the target."""
        off = [
            end_of_day(day)
            for day, n, d in self.months
            if day < london_date(now) and d >= test.minimum and n / d < test.target
        ]
        return max(off, default=None)

    def _names(self, part, kind, owners, last, now):
        return [
            s
            for s in Signature.objects.filter(**{kind: part}, signed_at__lte=now)
            if s.signed_by_id not in owners and (last is None or s.signed_at > last)
        ]

    def _looks(self, part):
        return [
            e
            for e in part.evidence.filter(rung__in=("seen", "said"))
            if e.checked_by_id is not None
        ]

    def _proved_again(self, first, names, looks, now):
        begun = london_date(first.signed_at)
        for months in (3, 6, 12, 24):
            due = add_months(begun, months)
            opens = due - timedelta(days=28)
            if due < london_date(now) and not any(
                opens <= london_date(look.recorded_at) <= london_date(name.signed_at)
                and look.recorded_by_id != name.signed_by_id
                for look in looks
                for name in names
            ):
                return False
        return True
