"""Reports that number their recommendations one by one, as peer challenges and learning
reviews do: "Recommendation 1: …", or a heading with the words below it."""

from collections.abc import Sequence

from madegood.intake.plans.headings import recommendation_heading
from madegood.intake.plans.lines import Line, part_of
from madegood.intake.plans.reading import Improvement

_FEWEST = 2


def headed_items(lines: Sequence[Line], file: str) -> list[Improvement]:
    """The recommendations under numbered headings of their own, where they are counted
    from 1 upwards; otherwise none. A contents page that lists them first is not them."""
    best: list[Improvement] = []
    found: list[Improvement] = []
    for at, line in enumerate(lines):
        words = line.text
        head = (
            recommendation_heading(words)
            if words.startswith("Recommendation")
            else None
        )
        if head is None:
            continue
        if head.number == "1":
            found = []
        if head.number != str(len(found) + 1):
            continue
        run = _words(lines, at, titled=bool(head.title))
        if run:
            part = part_of(run, file)
            text = part.text
            if head.title:
                text = text[text.index(head.title.split()[0]) :]
            found.append(Improvement(head.number, text, part.source))
        if len(found) >= len(best):
            best = found
    return best if len(best) >= _FEWEST else []


def _words(lines: Sequence[Line], at: int, *, titled: bool) -> list[Line]:
    """The paragraph that says it: the heading's own line and what wraps, or what stands
    under the heading."""
    held = [lines[at]] if titled else []
    gap = False
    for line in lines[at + 1 : at + 40]:
        if line.blank:
            if held:
                gap = True
            continue
        if recommendation_heading(line.text) is not None:
            break
        goes_on = line.text[0].islower()
        if gap and not goes_on:
            break
        if held and titled and held[-1].text.endswith((".", "!", "?")) and not goes_on:
            break
        held.append(line)
        gap = False
    return held
