"""A draft becomes a plan, or changes the one it is a newer version of."""

from typing import TYPE_CHECKING

from madegood.plan import actions
from madegood.plan.newer_actions import Agreed, adopt_newer
from madegood.plan.views import DraftView
from madegood.web.forms.confirm import ConfirmForm, NewerForm

if TYPE_CHECKING:
    from madegood.accounts.models import User


def adopted(by: "User", draft: DraftView, form: NewerForm | ConfirmForm) -> str:
    """The short name of the plan that the draft is, or changes."""
    said = form.cleaned_data
    if isinstance(form, NewerForm):
        agreed = Agreed(said["adopted_on"], said["agreed_by"], said["why"])
        return adopt_newer(by=by, draft_id=draft.id, agreed=agreed).short
    return actions.confirm_draft(
        by=by,
        draft_id=draft.id,
        adopted_on=said["adopted_on"],
        tested_from=said["tested_from"],
        short=said["short"],
        main=form.is_main(),
    ).short
