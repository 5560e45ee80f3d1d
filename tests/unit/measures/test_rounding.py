"""Five rounds up, and all or none are said only when they are so."""

import pytest

from madegood.measures.rounding import whole_percent

ROUNDED = """
met       | of  | says
37        | 40  | 93
23        | 40  | 58
1         | 8   | 13
1         | 3   | 33
2         | 3   | 67
399       | 400 | 99
1         | 400 | 1
0         | 9   | 0
9         | 9   | 100
"""


@pytest.mark.parametrize("line", ROUNDED.strip().splitlines()[1:])
def test_a_share_is_rounded_as_the_published_statistics_are(line):
    met, of, says = (int(cell) for cell in line.split("|"))
    assert whole_percent(met / of) == says
