"""Doing what a form asks, with what is wrong written on the form."""

from collections.abc import Callable

from django.forms import Form
from django.http import Http404

from madegood.plan.actions import NoSuchThing, NotSaid


def tried(form: Form, act: Callable[[], object]) -> bool:
    """Whether it was done. Raises Http404 for a part of the plan that is not there."""
    if not form.is_valid():
        return False
    try:
        act()
    except NotSaid as fault:
        form.add_error(None, str(fault))
        return False
    except NoSuchThing:
        raise Http404 from None
    return True
