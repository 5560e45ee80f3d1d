"""Dates and times that are none, or that another program would read as another day."""

from tests.hostile.case import Accepted, Hostile
from tests.hostile.cells import (
    in_903,
    in_903_xml,
    in_annex_a,
    in_book,
    in_cin,
    in_csv,
    in_parquet,
    in_payload,
)
from tests.hostile.tables import as_csv, extract

KIND = "dates"

_NO_DATE = {
    "a leap day of no leap year": "2026-02-29",
    "the leap day that 1900 had not": "1900-02-29",
    "the leap day that 2100 will not have": "2100-02-29",
    "a thirteenth month": "2026-13-01",
    "a nought day": "2026-05-00",
    "a nought month": "2026-00-10",
    "the thirty-first of June": "2026-06-31",
    "a two-digit year": "26-05-31",
    "a two-digit year, British": "31/05/26",
    "British order": "31/05/2026",
    "American order": "05/31/2026",
    "day or month, nobody can tell": "05/06/2026",
    "a spreadsheet's day number": "46173",
    "the day number of a day that was not": "60",
    "a day number with a time": "46173.75",
    "a negative day number": "-1",
    "five digits of year": "12026-05-31",
    "the year nought": "0000-05-31",
    "the year 9999": "9999-12-31",
    "the year 1066": "1066-10-14",
    "a week": "2026-W22-7",
    "a day of the year": "2026-151",
    "no separators": "20260531",
    "full-width digits": "２０２６-０５-３１",
    "Arabic digits": "٢٠٢٦-٠٥-٣١",
    "a long dash": "2026–05–31",
    "words": "31 May 2026",
    "a placeholder": "zz/05/2026",
    "a word": "unknown-ish",
}
_NO_TIME = {
    "in the hour that was skipped": "2026-03-29T01:30",
    "in the hour that was skipped, its last minute": "2026-03-29T01:59",
    "in another year's skipped hour": "2025-03-30T01:00",
    "a twenty-fifth hour": "2026-05-01T25:00",
    "sixty minutes": "2026-05-01T10:60",
    "an offset of a hundred hours": "2026-05-01T10:00+99:99",
    "twelve-hour clock": "2026-05-01 09:30 pm",
    "British order with a time": "01/05/2026 21:30",
    "a time alone": "21:30",
    "a full stop for the colon": "2026-05-01T10.30",
    "the end of time": "9999-12-31T23:59-12:00",
    "before time": "0001-01-01T00:00+14:00",
}


def every() -> list[Hostile]:
    found = [
        in_csv(
            KIND, f"a birth on {says}", "children", "date_of_birth", text, "bad_date"
        )
        for says, text in _NO_DATE.items()
    ]
    found += [
        in_csv(KIND, f"missing from {says}", "missing_episodes", "started_at", text,
               "bad_time")
        for says, text in _NO_TIME.items()
    ]  # fmt: skip
    found += [
        in_csv(KIND, "a return before the leaving", "missing_episodes", "ended_at",
               "2026-05-01T00:10", "end_before_start"),
        in_csv(KIND, "an interview that has not come", "return_interviews", "held_at",
               "2199-01-01T10:00", "bad_time"),
        in_csv(KIND, "an interview next century", "return_interviews", "held_at",
               "2099-01-01T10:00", "future_date"),
        in_csv(KIND, "a birth still to come", "children", "date_of_birth", "2031-01-01",
               "future_date"),
        in_book(KIND, "a day number as text in a workbook", "children", "date_of_birth",
                "46173", "bad_date"),
        in_book(KIND, "a leap day of no leap year in a workbook", "children",
                "date_of_birth", "2026-02-29", "bad_date"),
        in_parquet(KIND, "a thirteenth month in Parquet", "children", "date_of_birth",
                   "2026-13-01", "bad_date"),
        in_903(KIND, "full-width digits in a return", "header", "DOB", "１２/０３/２０１１",
               "bad_date"),
        in_903(KIND, "American order in a return", "header", "DOB", "12/31/2011",
               "bad_date"),
        in_903(KIND, "a leap day of no leap year in a return", "missing", "MIS_START",
               "29/02/2025", "bad_date"),
        in_903(KIND, "a time of another zone in a return", "episodes", "DECOM",
               "2024-02-11T23:30Z", "bad_date"),
        in_903(KIND, "the thirty-first of April in a return", "reviews", "REVIEW",
               "31/04/2025", "bad_date"),
        in_annex_a(KIND, "a leap day of no leap year in Annex A", "List 3",
                   "Date of referral", "29/02/2026", "bad_date"),
        in_annex_a(KIND, "a word for a date in Annex A", "List 6", "CIN Start Date",
                   "last Tuesday", "bad_date"),
        in_cin(KIND, "a leap day of no leap year in a census", "CINreferralDate",
               "2026-02-29", "bad_date"),
        in_cin(KIND, "American order in a census", "PersonBirthDate", "05/31/2011",
               "bad_date"),
        in_903_xml(KIND, "the thirty-first of April in an XML return", "DECOM",
                   "31/04/2024", "bad_date"),
        in_payload(KIND, "a leap day of no leap year in a payload", "referral_date",
                   "2026-02-29", "bad_date"),
    ]  # fmt: skip
    return [
        *found,
        Hostile(
            KIND, "the hour that comes twice, and a real leap day", "missing_episodes-{}.csv",
            Accepted(3),
            lambda n: as_csv(extract("missing_episodes", n, started_at="2025-10-26T01:30",
                                     ended_at="2025-10-26T01:45")),
        ),
    ]  # fmt: skip
