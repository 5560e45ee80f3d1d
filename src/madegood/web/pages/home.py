"""The first page a person may open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import today
from madegood.plan.queries import acting_for
from madegood.web.guard import person
from madegood.web.pages.errors import message
from madegood.web.show import navigation


def home(request: HttpRequest) -> HttpResponse:
    """To their own work where they act for a post, or else to the first door that is
    theirs; a person with none is told so."""
    if not request.user.is_authenticated:
        return redirect("sign_in")
    if may(request.user, Permission.PLAN_VIEW) and acting_for(person(request), today()):
        return redirect("my_work")
    doors = navigation(request, "")
    if doors:
        return redirect(doors[0]["href"])
    if may(request.user, Permission.PEOPLE_MANAGE):
        return message(
            request,
            "Sign-ins are not given on these pages",
            "You give people their sign-ins where the service runs, with the command "
            "“madegood user add”. It asks for a name, an e-mail address and a role.",
            "Your own sign-in opens no plan, no paper and no children.",
            status=200,
            way=("What this service is", "/about"),
        )
    return message(
        request,
        "There is nothing here for you yet",
        "You are signed in, but the work recorded for you here opens no pages.",
        "If you expected some, ask whoever manages people on this service.",
        status=200,
        way=("What this service is", "/about"),
    )
