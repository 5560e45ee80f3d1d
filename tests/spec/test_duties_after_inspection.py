"""AP-01: what the authority itself owes after an inspection."""

from datetime import date

import pytest

from madegood.clock.duties import draft_by, publish_report_by, statement_by
from madegood.clock.working_days import BeyondCalendar


def test_ap_01_the_report_in_30_working_days_and_the_statement_in_70():
    received = date(2025, 11, 21)
    assert publish_report_by(received) == date(2026, 1, 7)
    assert statement_by(received) == date(2026, 3, 4)


@pytest.mark.parametrize("weekend", [date(2025, 11, 22), date(2025, 11, 23)])
def test_a_report_that_comes_at_a_weekend_starts_no_later_than_that(weekend):
    assert publish_report_by(weekend) == date(2026, 1, 7)


def test_a_draft_is_wished_for_in_20_where_there_was_an_area_for_priority_action():
    assert draft_by(date(2025, 11, 21)) == date(2025, 12, 19)


def test_past_the_listed_bank_holidays_nobody_guesses():
    with pytest.raises(BeyondCalendar):
        statement_by(date(2079, 1, 1))
