"""The day a page is asked about, carried from page to page in its address."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest

from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.web.forms.dates import AsOfForm


@dataclass(frozen=True)
class Asked:
    """`form` as it was filled in; `day` the day asked about, today where it was not
    a day at all."""

    form: AsOfForm
    day: date

    @property
    def moment(self) -> datetime | None:
        """The end of that day; None for now, when today is not over."""
        return None if self.day == today() else end_of_day(self.day)

    @property
    def query(self) -> str:
        """What a link to another page of the same day ends in."""
        return "" if self.moment is None else f"?as_of={self.day.isoformat()}"


def asked(request: HttpRequest) -> Asked:
    given = {"as_of": request.GET.get("as_of", "")}
    form = AsOfForm(given)
    day = form.day()
    if not given["as_of"]:
        form = AsOfForm({"as_of": day.isoformat()})
        form.is_valid()
    return Asked(form, day)
