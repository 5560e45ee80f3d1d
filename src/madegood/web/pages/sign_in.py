"""Signing in and out."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from madegood.trail.actions import record_event
from madegood.web.forms.sign_in import SignInForm
from madegood.web.pages.errors import message
from madegood.web.show import show

# The same words whether the address or the password was wrong, so that nobody can
# learn from them who has an account.
WRONG = "The email address or the password is not right"


def _onward(request: HttpRequest) -> str:
    """Where the person was going, if it is a page of ours."""
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=settings.HTTPS
    )
    return wanted if ours else ""


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(
            request,
            email=form.cleaned_data["email"].strip().lower(),
            password=form.cleaned_data["password"],
        )
        if user is not None:
            login(request, user)
            record_event(by=user, kind="signed_in", subject=user)
            return redirect(_onward(request) or "home")
        form.add_error("password", WRONG)
    return show(
        request,
        "sign_in.html",
        status=400 if form.errors else 200,
        form=form,
        next=_onward(request),
        ended=request.GET.get("ended") == "idle" and not form.is_bound,
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, AbstractUser):
        record_event(by=request.user, kind="signed_out", subject=request.user)
    logout(request)
    return redirect("sign_in")


def locked_out(
    request: HttpRequest, _response: Any = None, _credentials: Any = None
) -> HttpResponse:
    """What django-axes answers in place of the sign-in page when a door is closed."""
    return message(
        request,
        "This account is closed for 15 minutes",
        "There were five wrong passwords in a row, so sign-in from this address is "
        "closed for a while in case somebody is guessing.",
        "Wait 15 minutes and try again. If it was not you, tell whoever runs the "
        "service.",
        status=429,
        way=("Back to sign in", "/sign-in"),
    )
