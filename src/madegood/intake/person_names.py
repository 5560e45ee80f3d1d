"""People's names in text, by lists of names and by how names are written.

No list knows every name. A pair of capitalised words in prose is taken for a name
unless one of them is a word of services, places or papers: a name let through harms a
child, a word taken out by mistake only costs the reader a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from typing import Final

TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "master", "mx", "rev"})
_SAINTS: Final = frozenset({"st", "saint"})
_WORD: Final = re.compile(r"\b[^\W\d_]+(?:['’-][^\W\d_]+)*\b\.?")
_JOINS: Final = frozenset({" ", ", ", "  "})
# A forename written small is taken alone only where it is long enough to be no word.
_SHORTEST_SMALL: Final = 5
_LONGEST_NAME: Final = 4


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list, in small letters."""
    text = (files("madegood.intake") / "name_lists" / f"{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).lower().split())


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int
    capital: bool
    initial: bool


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        said = match[0].rstrip(".")
        plain = said.lower().replace("’", "'")
        plain = plain.removesuffix("'s") if len(plain) > 3 else plain
        found.append(
            _Word(
                plain,
                match.start(),
                # The point after an initial is the name's; after a word, the sentence's.
                match.end() if len(said) == 1 else match.start() + len(said),
                said[0].isupper(),
                len(said) == 1,
            )
        )
    return found


def _parts(plain: str) -> list[str]:
    return [plain, *plain.split("-")] if "-" in plain else [plain]


def _is_forename(plain: str) -> bool:
    return any(part in listed("forenames") for part in _parts(plain))


def _is_surname(plain: str) -> bool:
    return any(part in listed("surnames") for part in _parts(plain))


def _is_listed(plain: str) -> bool:
    return _is_forename(plain) or _is_surname(plain)


def _is_certain(plain: str) -> bool:
    return _is_listed(plain) and plain not in listed("ambiguous")


def _is_organisation(plain: str) -> bool:
    return plain in listed("organisations")


def _is_no_name(plain: str) -> bool:
    return plain in listed("not_names") or plain in listed("organisations")


def name_spans(text: str, *, bold: bool = True) -> Iterator[tuple[int, int]]:
    """Where names stand in prose: whole names, names after a title, and lone names
    that are no other word. `bold` takes two capitalised words that no list knows for
    a name; without it only listed names count."""
    if text.isupper() or text.islower():
        yield from _caseless(_words(text))
        return
    for run, before, after in _runs(text):
        yield from _of_run(run, before, after, bold=bold)
    yield from _caseless([word for word in _words(text) if not word.capital])


_Run = tuple[list[_Word], str, str]


def _runs(text: str) -> Iterator[_Run]:
    """Capitalised words that stand together, cut at every word that is in no name;
    with the word just before each run and the word that cut it off."""
    run: list[_Word] = []
    before = ""
    last_end = 0
    for word in _words(text):
        joined = text[last_end : word.start] in _JOINS
        last_end = word.end
        if run and (not joined or not word.capital or _is_no_name(word.plain)):
            cut = word.plain if joined and word.capital else ""
            yield run, before, cut
            run, before = [], run[-1].plain
        if not word.capital or _is_no_name(word.plain):
            before = word.plain
            continue
        if not run and not joined:
            before = ""
        run.append(word)
    if run:
        yield run, before, ""


def _of_run(
    run: list[_Word], before: str, after: str, *, bold: bool
) -> Iterator[tuple[int, int]]:
    if _is_organisation(after) or before in _SAINTS or run[0].plain in _SAINTS:
        return
    plains = [word.plain for word in run]
    if before in TITLES:
        named = True
    elif len(run) == 1:
        named = _is_certain(plains[0])
    elif bold and len(run) <= _LONGEST_NAME:
        named = True
    else:
        named = any(map(_is_certain, plains)) or (
            any(map(_is_forename, plains)) and any(map(_is_surname, plains))
        )
    if named:
        yield run[0].start, run[-1].end


def _caseless(words: list[_Word]) -> Iterator[tuple[int, int]]:
    """Where capitals say nothing: a listed forename beside a listed surname, or a
    long name that is no other word."""
    for first, second in zip_longest(words, words[1:]):
        if (
            second is not None
            and _is_forename(first.plain)
            and _is_surname(second.plain)
            and (_is_certain(first.plain) or _is_certain(second.plain))
        ):
            yield first.start, second.end
        elif (
            _is_forename(first.plain)
            and _is_certain(first.plain)
            and len(first.plain) >= _SHORTEST_SMALL
        ):
            yield first.start, first.end


@dataclass(frozen=True, slots=True)
class CellName:
    """How much a short cell looks like one person's name and nothing else.

    whole    more than one word, and a name among them
    lone     one word, and it is a forename
    titled   it begins with Mr, Mrs …
    certain  no other word could be meant: it counts even by itself
    """

    whole: bool = False
    lone: bool = False
    titled: bool = False
    certain: bool = False


_NO_NAME: Final = CellName()


def cell_name(cell: str) -> CellName:
    """Judges a short cell as a whole: 'Aisha Khan', 'KHAN, Aisha', 'Mrs J Khan'."""
    words = _words(cell)
    left_over = _WORD.sub("", cell).strip(" ,.")
    if not words or left_over or len(words) > _LONGEST_NAME:
        return _NO_NAME
    titled = words[0].plain in TITLES and len(words) > 1
    plains = [word.plain for word in (words[1:] if titled else words)]
    if any(map(_is_no_name, plains)) or words[0].plain in _SAINTS:
        return _NO_NAME
    if titled:
        return CellName(whole=True, titled=True, certain=True)
    if len(plains) == 1:
        lone = _is_forename(plains[0])
        return CellName(lone=lone, certain=lone and _is_certain(plains[0]))
    return CellName(
        whole=any(map(_is_listed, plains)),
        certain=_is_sure(plains),
    )


def _is_sure(plains: list[str]) -> bool:
    """A forename that is no other word, first or after a comma, or a listed forename
    beside a listed surname one of which is no other word."""
    both = any(map(_is_forename, plains)) and any(map(_is_surname, plains))
    ends = (plains[0], plains[-1])
    return any(_is_forename(end) and _is_certain(end) for end in ends) or (
        both and any(map(_is_certain, plains))
    )
