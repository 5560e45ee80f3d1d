"""Solihull's numbers as published, with England's for one year, copied whole.

Source: Department for Education, Children in need, reporting year 2024: data files
"C2: Children in need assessments duration, 2014 to 2024" and "C1: Children in need
referrals and re-referrals, 2013 to 2024". Open Government Licence v3.0. Years end on
31 March. "c" is suppressed there and left out here.
"""

from datetime import date

from madegood.clock.periods import year_to_march
from madegood.measures.heaping import Band
from madegood.measures.states import Result, State

DAYS = ((0, 0), (1, 10), (11, 20), (21, 30), (31, 40), (41, 45), (46, 50), (51, 60))
# Of 61 days and more nobody is told how many more; none of it is beside the limit.
OVER = (61, 120)
C = None

ASSESSMENTS = {
    2014: (11, 91, 98, 63, 58, 17, 7, 13, 32),
    2015: (C, 103, 255, 293, 272, 83, C, 123, 581),
    2016: (C, 113, 208, 174, 246, 158, 74, 56, C),
    2017: (1107, 74, 130, 133, 163, 161, 119, 167, 126),
    2018: (974, 64, 101, 149, 220, 244, 135, 122, 86),
    2019: (863, 51, 110, 198, 263, 301, 121, 41, 95),
    2020: (371, 151, 176, 233, 333, 257, 51, 43, 55),
    2021: (86, 192, 364, 294, 388, 355, 149, 149, 176),
    2022: (91, 171, 454, 410, 421, 277, 139, 199, 280),
    2023: (65, 147, 553, 623, 675, 701, 453, 312, 168),
    2024: (160, 143, 449, 423, 652, 1379, 399, 132, 41),
}
ENGLAND_2024 = (9880, 73420, 110950, 102600, 129690, 116670, 38560, 29490, 31900)

# Closed with no further action, of all referrals.
REFERRALS = {
    2013: (585, 2354), 2014: (221, 2419), 2015: (342, 2542), 2016: (913, 2761),
    2017: (547, 2848), 2018: (768, 3020), 2019: (1317, 3339), 2020: (1334, 3061),
    2021: (9, 2272), 2022: (74, 2670), 2023: (88, 3799), 2024: (55, 3815),
}  # fmt: skip
REREFERRALS = {
    2013: (598, 2354), 2014: (406, 2419), 2015: (579, 2542), 2016: (713, 2761),
    2017: (683, 2848), 2018: (712, 3020), 2019: (779, 3339), 2020: (996, 3061),
    2021: (462, 2272), 2022: (547, 2670), 2023: (926, 3799), 2024: (982, 3815),
}  # fmt: skip


def bands(counts: tuple[int | None, ...]) -> list[Band]:
    return [
        Band(first, last, count)
        for (first, last), count in zip((*DAYS, OVER), counts, strict=True)
        if count is not None
    ]


def years(table: dict[int, tuple[int, int]]) -> list[Result]:
    """A share for each year, as a measure would give it."""
    return [
        Result(
            measure="published",
            period=year_to_march(date(year, 3, 31)),
            by={},
            states=dict.fromkeys(State, 0) | {State.MET: met},
            reasons={},
            numerator=met,
            denominator=of,
            value=met / of,
            bounds=(met / of, met / of),
            unit="share",
            definition="d",
        )
        for year, (met, of) in table.items()
    ]
