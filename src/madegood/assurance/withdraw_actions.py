"""Withdrawing a test that asks the wrong thing. It takes two: whoever keeps the plan says
why, and somebody who does not own the part agrees. Until then it is asked as before, so
that nothing stands better because an awkward question was taken away."""

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.assurance.models import Test
from madegood.clock.today import now, today
from madegood.plan.finding import find_action, find_outcome
from madegood.plan.numbers import names_an_action
from madegood.plan.queries import may_not_sign
from madegood.trail.actions import record_event

_FEWEST_WORDS = 3


class NotWithdrawn(ValueError):
    """A test cannot be withdrawn as asked; the message says why and what to do."""


@transaction.atomic
def withdraw_test(*, by: User, number: str, test_id: int, why: str) -> Test:
    """Say that a test of a part asks the wrong thing. Raises NotWithdrawn."""
    require(by, Permission.PLAN_EDIT)
    if len(why.split()) < _FEWEST_WORDS:
        raise NotWithdrawn(
            "Say why it is the wrong question, in at least three words. That the answer "
            "is not liked is no reason."
        )
    test = _test_of(number, test_id)
    if test.withdrawn_at is not None:
        raise NotWithdrawn(
            f"{test.withdrawn_by} has withdrawn it already, on "
            f"{test.withdrawn_at:%-d %B %Y}. It waits for somebody who does not own it "
            "to agree."
        )
    test.withdrawn_at, test.withdrawn_by, test.withdrawn_why = now(), by, why
    test.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    record_event(
        by=by,
        kind="test_withdrawn",
        subject=test.action or test.outcome,
        title=test.title,
        why=why,
    )
    return test


@transaction.atomic
def agree_withdrawal(*, by: User, number: str, test_id: int) -> Test:
    """Agree, as somebody who does not own the part, that it is the wrong question. The
    part must be signed afresh before it is embedded. Raises NotWithdrawn."""
    require(by, Permission.ASSURANCE_SIGN)
    test = _test_of(number, test_id)
    if test.withdrawn_at is None:
        raise NotWithdrawn(
            "Nobody has withdrawn this test, so there is nothing to agree."
        )
    if test.agreed_at is not None:
        raise NotWithdrawn(f"{test.agreed_by} has agreed already.")
    if test.withdrawn_by == by:
        raise NotWithdrawn("You withdrew it, so somebody else must agree.")
    if may_not_sign(by, number, today()):
        raise NotWithdrawn(
            f"You own {number}, or have owned it, so somebody else must agree."
        )
    test.agreed_at, test.agreed_by = now(), by
    test.save(update_fields=["agreed_at", "agreed_by"])
    record_event(
        by=by,
        kind="withdrawal_agreed",
        subject=test.action or test.outcome,
        title=test.title,
    )
    return test


def _test_of(number: str, test_id: int) -> Test:
    """Raises NoSuchThing for a part that is not there."""
    subject = find_action(number) if names_an_action(number) else find_outcome(number)
    test = subject.tests.select_for_update().filter(pk=test_id).first()
    if test is None:
        raise NotWithdrawn(f"{str(subject).capitalize()} has no such test.")
    return test
