"""Somebody's calendar by subscription: the page that gives its address, and the answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from madegood.clock.today import now
from madegood.governance import subscribing
from madegood.governance.finding import NotAgreed
from madegood.governance.ics import calendar_file
from madegood.web.guard import person
from madegood.web.show import show

DONE = {
    "withdrawn": "The address is withdrawn. Calendars that read it find nothing now."
}


@require_http_methods(["GET", "POST"])
def calendar_address(request: HttpRequest) -> HttpResponse:
    """A new address is shown in the answer that makes it, and never again."""
    secret, fault = "", ""
    if request.method == "POST" and request.POST.get("do") == "withdraw":
        try:
            subscribing.withdraw_address(by=person(request))
        except NotAgreed as refused:
            fault = str(refused)
        else:
            return redirect(f"{reverse('calendar_address')}?done=withdrawn")
    elif request.method == "POST":
        secret = subscribing.new_address(by=person(request))
    at = reverse("calendar_subscription", args=[secret]) if secret else ""
    return show(
        request,
        "calendar_address.html",
        section="boards",
        status=400 if fault else 200,
        known=subscribing.address_of(person(request)),
        address=request.build_absolute_uri(at) if at else "",
        fault=fault,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


@require_safe
def calendar_subscription(request: HttpRequest, secret: str) -> HttpResponse:
    """For calendar programs, which have no sign-in: the secret is the whole of it."""
    try:
        meetings = subscribing.meetings_at(secret)
    except subscribing.NoSuchAddress:
        raise Http404 from None
    except subscribing.TooOften:
        said = "This calendar was asked for too often. Ask again in an hour.\n"
        answer = HttpResponse(said, status=429, content_type="text/plain")
        answer["Retry-After"] = "3600"
        return answer
    host = request.get_host().partition(":")[0]
    made = calendar_file(meetings, host, now(), subscribed=True)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
