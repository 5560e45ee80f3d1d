"""The agenda of a meeting, item by item; and what was said and asked under each."""

from typing import TYPE_CHECKING

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.governance import agenda_actions as actions
from madegood.governance import matter_actions
from madegood.governance.views import ItemView
from madegood.web.board_page import OneMeeting, one_meeting
from madegood.web.boarding import acted, found
from madegood.web.forms.board import words_field
from madegood.web.forms.matter import NO_NAMES, MatterForm
from madegood.web.forms.meeting import ItemForm
from madegood.web.guard import person
from madegood.web.pages.board_meetings import say
from madegood.web.show import show

if TYPE_CHECKING:
    from madegood.accounts.models import User


class MinuteForm(Form):
    words = words_field(
        "What did the meeting say?", "Write what was said", NO_NAMES, 4000
    )


class TakeOffForm(Form):
    why = words_field(
        "Why is it taken off?", "", "Needed once the agenda is published.", 1000
    )


@require_POST
def add(request: HttpRequest, meeting_id: int) -> HttpResponse:
    page = found(lambda: one_meeting(meeting_id, person(request)))
    form = ItemForm(page.lines, page.numbers, page.papers, request.POST)
    return say(
        request,
        meeting_id,
        form,
        "item",
        lambda: actions.add_item(
            by=person(request), meeting_id=meeting_id, given=form.given()
        ),
    )


class ItemForms:
    """The three things that may be done with an item. What was sent says which."""

    def __init__(
        self, page: OneMeeting, item: ItemView, sent: QueryDict | None
    ) -> None:
        self.wanted = sent.get("do", "") if sent else ""

        def mine(name: str) -> QueryDict | None:
            return sent if self.wanted == name else None

        self.change = ItemForm(
            page.lines, page.numbers, page.papers, mine("change"), item
        )
        self.minute = MinuteForm(
            mine("minute"), prefix="minute", initial={"words": item.minute}
        )
        self.off = TakeOffForm(mine("off"), prefix="off")

    def sent(self) -> Form | None:
        forms: dict[str, Form] = {
            "change": self.change,
            "minute": self.minute,
            "off": self.off,
        }
        return forms.get(self.wanted)

    def do(self, by: "User", meeting_id: int, item_id: int) -> None:
        if self.wanted == "change":
            actions.change_item(
                by=by, meeting_id=meeting_id, item_id=item_id, given=self.change.given()
            )
        elif self.wanted == "minute":
            words = self.minute.cleaned_data["words"]
            actions.minute_item(
                by=by, meeting_id=meeting_id, item_id=item_id, words=words
            )
        else:
            why = self.off.cleaned_data["why"]
            actions.take_off(by=by, meeting_id=meeting_id, item_id=item_id, why=why)


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """One item: changed while the meeting is to come, minuted once it has been."""
    page = found(lambda: one_meeting(meeting_id, person(request)))
    one = next((i for i in page.whole.items if i.id == item_id and not i.gone), None)
    if one is None:
        raise Http404
    forms = ItemForms(page, one, request.POST if request.method == "POST" else None)
    sent = forms.sent()
    if sent and acted(sent, lambda: forms.do(person(request), meeting_id, item_id)):
        done = "minute" if forms.wanted == "minute" else "item"
        return redirect(f"{reverse('meeting', args=[meeting_id])}?done={done}")
    return show(
        request,
        "agenda_item.html",
        section="boards",
        status=400 if sent else 200,
        page=page,
        meeting=page.whole.meeting,
        item=one,
        form=sent,
        forms=forms,
    )


@require_POST
def matter(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """What the meeting asked or decided."""
    page = found(lambda: one_meeting(meeting_id, person(request)))
    form = MatterForm(page.items, page.whole.board.chair, request.POST)
    return say(
        request,
        meeting_id,
        form,
        "matter",
        lambda: matter_actions.minute_matter(
            by=person(request),
            meeting_id=meeting_id,
            item_id=form.item_id(),
            given=form.given(),
        ),
    )
