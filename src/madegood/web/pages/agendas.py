"""The agenda of a meeting, item by item; and what was said and asked under each."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.governance import agenda_actions as actions
from madegood.governance import matter_actions
from madegood.web.board_page import one_meeting
from madegood.web.boarding import acted, found
from madegood.web.forms.board import WhyForm, words_field
from madegood.web.forms.matter import NO_NAMES, MatterForm
from madegood.web.forms.meeting import ItemForm
from madegood.web.guard import person
from madegood.web.pages.board_meetings import say
from madegood.web.show import show


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


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, meeting_id: int, item_id: int) -> HttpResponse:
    """One item: changed while the meeting is to come, minuted once it has been."""
    page = found(lambda: one_meeting(meeting_id, person(request)))
    one = next((i for i in page.whole.items if i.id == item_id and not i.gone), None)
    if one is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    wanted = request.POST.get("do", "")
    change = ItemForm(
        page.lines,
        page.numbers,
        page.papers,
        given if wanted == "change" else None,
        one,
    )
    minute = MinuteForm(
        given if wanted == "minute" else None,
        prefix="minute",
        initial={"words": one.minute},
    )
    off = TakeOffForm(given if wanted == "off" else None, prefix="off")
    by = person(request)
    acts = {
        "change": (
            change,
            lambda: actions.change_item(
                by=by, meeting_id=meeting_id, item_id=item_id, given=change.given()
            ),
        ),
        "minute": (
            minute,
            lambda: actions.minute_item(
                by=by, meeting_id=meeting_id, item_id=item_id, **minute.cleaned_data
            ),
        ),
        "off": (
            off,
            lambda: actions.take_off(
                by=by, meeting_id=meeting_id, item_id=item_id, **off.cleaned_data
            ),
        ),
    }
    form, act = acts.get(wanted, (WhyForm(), lambda: None))
    if wanted in acts and acted(form, act):
        done = "minute" if wanted == "minute" else "item"
        return redirect(f"{reverse('meeting', args=[meeting_id])}?done={done}")
    return show(
        request,
        "agenda_item.html",
        section="boards",
        status=400 if form.errors else 200,
        page=page,
        meeting=page.whole.meeting,
        item=one,
        form=form if form.errors else None,
        change=change,
        minute=minute,
        off=off,
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
