"""What the small print of a measure says of what was set otherwise, and what changed."""

import re
from datetime import date

from madegood.clock.periods import Period
from madegood.measures import Settings, measure
from madegood.measures.library import LOCAL
from madegood.warehouse import keeping
from madegood.web.measure_facts import facts, local_fact
from tests.builders import a_month


def told(measure_id, months=(), **chosen):
    settings = Settings(chosen={measure_id.removesuffix(LOCAL): chosen})
    asked = measure(measure_id)
    variant = local_fact(asked, settings, months)
    said = facts(
        asked, None, settings, variant=variant, target="", months=(), definition="abc"
    )
    return {fact.term: fact.text for fact in said}


def test_a_local_variant_is_called_one_with_what_the_standard_has():
    said = told("rhi_held_72h", hours=48)
    assert said["Local variant"] == "hours 48, where the standard has 72."
    assert "Local variant" not in told("rhi_held_72h", hours=72)
    june = a_month(Period(date(2026, 6, 1), date(2026, 6, 30)), 30, 50)
    said = told("rhi_held_72h", [june], hours=48)
    assert said["Local variant"].endswith("has 72. 60% in June 2026.")
    said = told("rhi_held_72h@local", hours=48)
    assert said["Beside the standard"].startswith("Local variant: hours 48, where")


def test_a_day_that_is_not_set_is_none():
    assert told("threshold_visits")["Local choices"].endswith("are counted: none.")
    chosen = told("threshold_visits", ceased_on="2021-06-01")
    assert chosen["Local choices"].endswith("are counted: 1 June 2021.")


def test_a_definition_that_has_changed_says_when_and_in_what():
    assert "Changed" not in told("rhi_held_72h")
    assert told("threshold_visits")["Changed"].startswith("From 26 November 2026: ")


def test_the_median_reading_age_stands_beside_the_share(signed_in, loaded):
    told = signed_in("dana").get("/measures/plan_reading_age").content.decode()
    ages = sorted(
        number
        for number in keeping.read_snapshot(loaded)
        .rows("plan_texts")["reading_age"]
        .to_pylist()
        if number is not None
    )
    found = re.search(
        r"half of ([\d,]+) plans ask for a reading\s+age of ([\d.]+) years", told
    )
    assert found
    assert int(found[1].replace(",", "")) <= len(ages)
    assert ages[0] <= float(found[2]) <= ages[-1]
    other = signed_in("dana").get("/measures/rhi_held_72h").content.decode()
    assert "the middle half for" not in other
