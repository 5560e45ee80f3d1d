"""The drawn specs as the worked cases of the manual, and the manual written with them.

`python -m tests.spec.worked` is what `script/docs` runs.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any, cast

from madegood.measures.manual import PAGES, pages
from madegood.measures.worked_cases import Worked
from tests.spec.conftest import CHILDREN, Spec
from tests.spec.drawn import drawn
from tests.spec.specs import drawn_cases, modules


class Recorder:
    """Stands where a spec is asked of an engine, and writes down what is asked."""

    # For the specs that work out a whole number of an engine, and draw no row.
    engine = "reference"

    def __init__(self) -> None:
        self.name = ""
        self.cases: dict[str, list[Worked]] = defaultdict(list)

    def __call__(
        self,
        measure_id: str,
        expected: str,
        *,
        episodes: str = "",
        interviews: str = "",
        children: str = CHILDREN,
        care: str = "",
        as_of: str = "2026-11-23",
        settings: dict[str, int | bool | str] | None = None,
        **others: str,
    ) -> None:
        named = {
            "children": children,
            "missing_episodes": episodes,
            "return_interviews": interviews,
            "care_episodes": care,
            **others,
        }
        tables = {name: drawn(text) for name, text in named.items() if text}
        case = Worked(self.name, tables, drawn(expected), as_of, settings or {})
        self.cases[measure_id].append(case)


def worked() -> dict[str, list[Worked]]:
    """Every measure's cases, in the order of the specs."""
    recorder = Recorder()
    for module in modules():
        for case in drawn_cases(module):
            recorder.name = case.name.rpartition("::")[2].partition("[")[0]
            case.ask(cast("Spec", recorder))
    return dict(recorder.cases)


def write(root: Path) -> None:
    """Write the manual, and take away the pages of measures that are no more."""
    found: dict[Path, Any] = dict(pages(worked()))
    for stale in set((root / PAGES).glob("*.md")) - {root / path for path in found}:
        stale.unlink()
    for path, text in found.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


if __name__ == "__main__":
    write(Path(__file__).parent.parent.parent)
