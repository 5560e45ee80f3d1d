"""Series drawn point by point: by month, by quarter, by years that overlap."""

from datetime import date

from madegood.clock.periods import Period, add_months, month_of, months, quarter_of
from madegood.measures.series import Point, Series, series

MONTHS = months(date(2023, 12, 1), date(2026, 11, 30))


def shares(met: list[int], due: int = 50, **about: object) -> Series:
    points = [
        Point(month, n / due, n, due) for month, n in zip(MONTHS, met, strict=False)
    ]
    return series(points, unit="share", **{"good_is": "high", **about})  # type: ignore[arg-type]


def counts(
    values: list[int], good_is: str = "low", target: float | None = None
) -> Series:
    points = [Point(m, float(n), n, 0) for m, n in zip(MONTHS, values, strict=False)]
    return series(points, unit="count", good_is=good_is, target=target)


def quarters(values: list[int]) -> Series:
    """The last ends with June 2026."""
    last = date(2026, 6, 1)
    spans = [
        quarter_of(add_months(last, 3 * (n + 1 - len(values))))
        for n in range(len(values))
    ]
    points = [Point(p, float(n), n, 0) for p, n in zip(spans, values, strict=True)]
    return series(points, unit="count", good_is="low")


def rolling_years(values: list[int]) -> Series:
    points = [
        Point(Period(add_months(m.first, -11), month_of(m.first).last), float(n), n, 0)
        for m, n in zip(MONTHS, values, strict=False)
    ]
    return series(points, unit="count", good_is="low", target=10)
