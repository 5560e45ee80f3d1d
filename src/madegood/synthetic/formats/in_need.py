"""A child's referrals, each with what followed it: what the CIN census, the CSC API and
the SSD nest, and the extract keeps in tables of its own."""

from dataclasses import dataclass, field
from datetime import date

from madegood.clock.moments import london_date
from madegood.synthetic.life import Life, Row


@dataclass(slots=True)
class Enquiry:
    """An enquiry, the conference it led to and the plan that made, where they were."""

    row: Row
    conference: Row | None = None
    plan: Row | None = None
    reviews: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Episode:
    """A referral and what followed until the next."""

    referral: Row
    received: date
    assessments: list[Row] = field(default_factory=list)
    plans: list[Row] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)

    @property
    def closed(self) -> date | None:
        found: date | None = self.referral.get("closed_on")
        return found


def episodes(life: Life) -> list[Episode]:
    """In order of their referrals. What names no referral is of the last before it."""
    found = [
        Episode(row, london_date(row["received_at"])) for row in life.of("referrals")
    ]
    if not found:
        return []
    by_id = {one.referral["referral_id"]: one for one in found}
    for row in life.of("assessments"):
        by_id[row["referral_id"]].assessments.append(row)
    for row in life.of("cin_plans"):
        _of_day(found, row["started_on"]).plans.append(row)
    conferences = {row.get("enquiry_id"): row for row in life.of("conferences")}
    plans = {row["conference_id"]: row for row in life.of("cp_plans")}
    reviews = life.of("cp_reviews")
    for row in life.of("s47_enquiries"):
        one = Enquiry(row, conferences.get(row["enquiry_id"]))
        if one.conference is not None:
            one.plan = plans.get(one.conference["conference_id"])
        if one.plan is not None:
            key = one.plan["plan_id"]
            one.reviews = [r for r in reviews if r["plan_id"] == key]
        _of_day(found, row["started_on"]).enquiries.append(one)
    return found


def _of_day(among: list[Episode], day: date) -> Episode:
    before = [one for one in among if one.received <= day]
    return before[-1] if before else among[0]
