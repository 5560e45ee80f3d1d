"""No way in says embedded of what is not: pages, commands' actions, imports, retests of
any day, loads, overrides, and rows written by hand into the tables.

After every step an oracle (embedded_oracle.py), which knows nothing of the rules, looks
at everything that is shown as embedded. MADEGOOD_EMBEDDED says how many examples, and
MADEGOOD_EMBEDDED_STEPS of how many steps; script/soak asks for 200 of 50.
"""

import os
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from madegood.assurance import actions, queries
from madegood.assurance import models as assured
from madegood.assurance.models import ColourOverride, Signature, StandingRecord
from madegood.assurance.suggested import Suggestion
from madegood.clock.moments import end_of_day, london_date
from madegood.clock.today import telling
from madegood.jobs.retesting import retest_after_load
from madegood.plan import actions as plans
from madegood.plan.actions import NoSuchThing, NotSaid
from madegood.plan.evidence_models import Evidence
from madegood.plan.models import Action, ClaimRecord
from madegood.web.urls import urlpatterns
from tests.builders import a_plan, a_reading, an_action, an_outcome
from tests.cast import person
from tests.generative.embedded_loads import Loads
from tests.generative.embedded_oracle import Oracle

EXAMPLES = int(os.environ.get("MADEGOOD_EMBEDDED", "3"))
STEPS = int(os.environ.get("MADEGOOD_EMBEDDED_STEPS", "40"))
BEGINS = datetime(2026, 2, 10, 9, tzinfo=UTC)
POST = "Head of Service Children’s Commissioning"
WHO = st.sampled_from(["tom", "ros", "ros", "dana", "priya", "anil"])
PART = st.sampled_from(["4.1", "4.1", "4.2", "4.a"])
DAYS = st.sampled_from([0, 0, 1, 20])
COMPLETE = ["complete", "complete_monitored", "in_progress"]
SHARES = st.sampled_from([(40, 40), (40, 38), (40, 8)])


class Ways(Loads, RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.stack.callback(transaction.set_rollback, True)
        self.now, self.step, self.run = BEGINS, 0, None
        self.imported = False
        self.oracle, self.clients, self.months = Oracle(), {}, []
        for where, name, value in self._patches():
            self.stack.enter_context(mock.patch(f"{where}.{name}", value))
        with telling(self.now):
            a_plan(
                actions=[an_action(), an_action("4.2")],
                outcomes=[an_outcome()],
            )
            sample = Suggestion("sample", "Dip sample", target=0.8, max_age_days=400)
            heard = Suggestion("feedback", "Families say", target=0.8)
            held = Suggestion("measure", "Held", "rhi_held_72h", 0.8, periods=2)
            for number, test in (
                ("4.1", sample),
                ("4.2", held),
                ("4.2", heard),
                ("4.a", heard),
            ):
                actions.attach_test(by=person("priya"), number=number, test=test)
            self.load([(40, 38)] * 4)
        # Each example begins with something that is embedded, so that it can be lost.
        self.everything_is_done_well("4.1")

    def teardown(self):
        with telling(self.now):
            self.pages_say_no_more()
        self.stack.close()

    # What every step does

    def at(self):
        """Later than anything before it."""
        self.now += timedelta(minutes=1)
        self.step += 1
        return telling(self.now)

    def browser(self, who):
        if who not in self.clients:
            self.clients[who] = Client(raise_request_exception=True)
        self.clients[who].force_login(
            person(who), backend="django.contrib.auth.backends.ModelBackend"
        )
        return self.clients[who]

    def post(self, who, address, **given):
        with self.at():
            answer = self.browser(who).post(address, given)
        assert answer.status_code in (200, 302, 400, 403, 404), answer.status_code
        self.oracle.watch(self.now)

    def by_hand(self, do):
        """Straight into the tables; what a constraint refuses is refused."""
        with self.at(), suppress(IntegrityError), transaction.atomic():
            do()
        # Nobody tested between: a row that was there and gone again left no trace.
        self.oracle.watch(self.now, counts=False)

    # Pages

    @rule(who=WHO, part=PART, rung=st.sampled_from(["done", "seen", "said"]),
          good=st.sampled_from([12, 12, 11, 2]), ago=DAYS,
          review=st.sampled_from([30, 200, 900]))  # fmt: skip
    def a_page_records_evidence(self, who, part, rung, good, ago, review):
        day = london_date(self.now) - timedelta(days=ago)
        counted = {} if rung == "done" else {"looked_at": "12", "good": str(good)}
        given = {
            "rung": rung,
            "title": f"Look {self.step}",
            "link": "https://records.example.org/1",
            "happened_on": day.isoformat(),
            "review_by": (day + timedelta(days=review)).isoformat(),
            **counted,
        }
        given = {f"evidence-{name}": value for name, value in given.items()}
        self.post(who, f"/plan/parts/{part}/evidence", **given)

    @rule(who=WHO)
    def a_page_checks_everything(self, who):
        for one in Evidence.objects.filter(checked_at=None)[:6]:
            part = (one.action or one.outcome).number
            self.post(who, f"/plan/parts/{part}/evidence/{one.pk}/check")

    @rule(who=WHO, part=PART)
    def a_page_signs(self, who, part):
        said = {"sign-why": "I read all of the records"}
        self.post(who, f"/plan/parts/{part}/signature", **said)

    @rule(who=WHO, part=PART, delivery=st.sampled_from(COMPLETE))
    def a_page_claims(self, who, part, delivery):
        given = {"claim-delivery": delivery, "claim-words": "this is how it is"}
        self.post(who, f"/plan/parts/{part}/claim", **given)

    @rule(who=WHO, agrees=WHO, which=st.integers(0, 9))
    def a_page_withdraws_a_test(self, who, agrees, which):
        tests = list(assured.Test.objects.all())
        test = tests[which % len(tests)]
        part = (test.action or test.outcome).number
        base = f"/plan/parts/{part}/tests/{test.pk}"
        why = {f"withdraw-{test.pk}-why": "it asks the wrong thing"}
        self.post(who, f"{base}/withdraw", **why)
        self.post(agrees, f"{base}/agree")

    # A whole road, so that embedded is often reached at all

    @rule(part=st.sampled_from(["4.1", "4.2", "4.a"]))
    def everything_is_done_well(self, part):
        for rung in ("done", "seen", "said"):
            self.a_page_records_evidence("tom", part, rung, 12, 0, 900)
        self.a_page_checks_everything("ros")
        self.a_page_signs("ros", part)

    # Actions and commands

    @rule(who=WHO, ago=st.sampled_from([0, 5, 40]))
    def somebody_takes_the_post(self, who, ago):
        with self.at(), suppress(NotSaid):
            plans.hold_post(
                by=person("priya"),
                post=POST,
                person=person(who),
                start=london_date(self.now) - timedelta(days=ago),
            )
        self.oracle.watch(self.now)

    @rule(part=PART, kind=st.sampled_from(["sample", "document", "feedback"]))
    def another_test_is_attached(self, part, kind):
        target = None if kind == "document" else 0.8
        with self.at(), suppress(NoSuchThing):
            actions.attach_test(
                by=person("priya"),
                number=part,
                test=Suggestion(kind, "More", target=target),
            )
        self.oracle.watch(self.now)

    @rule(days=st.integers(-400, 400))
    def a_retest_of_any_day(self, days):
        with self.at():
            actions.retest(
                as_of=end_of_day(london_date(self.now) + timedelta(days=days))
            )
        self.oracle.watch(self.now)

    @rule(months=st.lists(SHARES, min_size=3, max_size=6))
    def data_is_loaded(self, months):
        with self.at():
            self.load(months)
            retest_after_load(as_of=self.now, by=person("anil"))
        self.oracle.watch(self.now)

    @rule(delivery=st.sampled_from(COMPLETE))
    def a_newer_plan_is_imported(self, delivery):
        if self.imported:
            return
        self.imported = True
        reading = a_reading(actions=[an_action(), an_action("4.2")])
        with self.at():
            by = person("priya")
            draft = plans.start_draft(by=by, reading=reading)
            plans.accept_rest(by=by, draft_id=draft.pk)
            plans.confirm_draft(
                by=by, draft_id=draft.pk, adopted_on=london_date(self.now)
            )
            actions.retest(by=by)
        self.oracle.watch(self.now)

    @rule(days=st.sampled_from([1, 7, 31, 62, 100]))
    def time_passes(self, days):
        for _ in range(days):
            self.now += timedelta(days=1)
            self.oracle.watch(self.now)

    # Rows written by hand

    @rule(part=PART, raw=st.booleans())
    def a_standing_is_written(self, part, raw):
        pk, kind = self._row(part)

        def do():
            if raw:
                with connection.cursor() as cursor:
                    cursor.execute(
                        "UPDATE assurance_standingrecord SET state = 'embedded'"
                    )
            StandingRecord.objects.create(
                kind=kind, part=pk, number=part, state="embedded",
                because="because it is", as_of=self.now, recorded_at=self.now,
            )  # fmt: skip

        self.by_hand(do)

    @rule()
    def the_record_of_standings_is_emptied(self):
        self.by_hand(lambda: StandingRecord.objects.all().delete())

    @rule(who=WHO, part=PART, days=st.sampled_from([-300, -30, -1, 0, 30]))
    def a_signature_is_written(self, who, part, days):
        pk, kind = self._row(part)
        at = self.now + timedelta(days=days)
        self.by_hand(
            lambda: Signature.objects.create(
                **{f"{kind}_id": pk}, signed_by=person(who), signed_at=at, why="x"
            )
        )

    @rule(who=WHO)
    def signatures_are_given_to_another(self, who):
        self.by_hand(
            lambda: Signature.objects.update(signed_by=person(who), signed_at=self.now)
        )

    @rule(who=WHO, by=WHO, part=PART, rung=st.sampled_from(["done", "seen", "said"]))
    def evidence_is_written(self, who, by, part, rung):
        pk, kind = self._row(part)
        day = london_date(self.now)
        counted = {} if rung == "done" else {"looked_at": 12, "good": 12}
        self.by_hand(
            lambda: Evidence.objects.create(
                **{f"{kind}_id": pk}, rung=rung, title="x", link="https://e.org",
                happened_on=day, review_by=day + timedelta(days=500),
                recorded_at=self.now, recorded_by=person(who), checked_by=person(by),
                checked_at=self.now, **counted,
            )
        )  # fmt: skip

    @rule(who=WHO)
    def checks_are_written(self, who):
        self.by_hand(
            lambda: Evidence.objects.update(checked_by=person(who), checked_at=self.now)
        )

    @rule(who=WHO, by=WHO)
    def tests_are_withdrawn_by_hand(self, who, by):
        self.by_hand(
            lambda: assured.Test.objects.update(
                withdrawn_by=person(who), withdrawn_at=self.now, withdrawn_why="x",
                agreed_by=person(by), agreed_at=self.now,
            )
        )  # fmt: skip

    @rule(part=st.sampled_from(["4.1", "4.2"]), delivery=st.sampled_from(COMPLETE))
    def a_claim_is_written(self, part, delivery):
        pk, _ = self._row(part)
        self.by_hand(
            lambda: ClaimRecord.objects.create(
                action_id=pk, delivery=delivery, said_on=london_date(self.now),
                recorded_at=self.now,
            )
        )  # fmt: skip

    @rule(who=WHO)
    def a_colour_is_overridden(self, who):
        self.by_hand(
            lambda: ColourOverride.objects.create(
                action=Action.objects.first(), colour="blue", why="x",
                made_by=person(who), made_at=self.now,
                expires_on=london_date(self.now) + timedelta(days=900),
            )
        )  # fmt: skip

    def _row(self, part):
        if part[-1].isdigit():
            return plans.find_action(part).pk, "action"
        found = queries.recommendation_page("4")[1].outcomes
        return found[0].detail.id, "outcome"

    # What must be so after each

    @invariant()
    def what_is_shown_as_embedded_is_so(self):
        with telling(self.now):
            told = queries.status_json()
            for given in told["recommendations"]:
                self._true(given, self._ids())
            if self.step % 10 == 0:
                self.pages_say_no_more()

    def _ids(self):
        plan = queries.plan_standing()
        parts = [p for r in plan.recommendations for p in (*r.actions, *r.outcomes)]
        return {part.number: part.detail.id for part in parts}

    def _true(self, given, ids):
        for kind in ("action", "outcome"):
            for part in given[f"{kind}s"]:
                if part["assurance"] == "embedded":
                    REACHED.append(part["number"])
                    wrong = self.oracle.allows(kind, ids[part["number"]], self.now)
                    assert not wrong, f"{part['number']}: {wrong}. {part['because']}"

    def pages_say_no_more(self):
        """A page shows the tag only where the answer of the command says so too."""
        (given,) = queries.status_json()["recommendations"]
        parts = [*given["actions"], *given["outcomes"]]
        browser = self.browser("dana")
        for part in parts:
            where = "actions" if part["number"][-1].isdigit() else "outcomes"
            said = browser.get(f"/plan/{where}/{part['number']}").content.decode()
            shown = part["assurance"] == "embedded"
            assert (">Embedded<" in said) == shown


REACHED: list[str] = []


@pytest.mark.django_db
def test_no_way_in_says_embedded_of_what_is_not(settings_for_pages):
    REACHED.clear()
    run_state_machine_as_test(
        Ways,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            # In script/test the same few each time; script/soak looks for new ones.
            derandomize="MADEGOOD_EMBEDDED" not in os.environ,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
    # A test in which nothing ever became embedded would show nothing.
    assert len(REACHED) >= EXAMPLES


def test_there_is_no_admin_site_to_write_through():
    assert "django.contrib.admin" not in django_settings.INSTALLED_APPS
    assert not [route for route in urlpatterns if "admin" in str(route.pattern)]
