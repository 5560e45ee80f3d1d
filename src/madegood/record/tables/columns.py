"""How the tables' columns are written down: one short word for each kind."""

from typing import Any

from madegood.record.schema import Column, Kind

Synonyms = dict[str, str]


def key(name: str, says: str) -> Column:
    """An id without which the row means nothing."""
    return Column(name, Kind.ID, says, required=True)


def ref(name: str, says: str) -> Column:
    """The id of something else, which may be blank."""
    return Column(name, Kind.ID, says)


def text(name: str, says: str, usual: str = "", **more: Any) -> Column:
    """Words; `usual`, in words apart, are those that measures look for."""
    return Column(name, Kind.TEXT, says, usual=tuple(usual.split()), **more)


def free_text(name: str, says: str) -> Column:
    return Column(name, Kind.FREE_TEXT, says)


def counted(name: str, says: str, text: str) -> Column:
    """A number that is counted in a free text, which is not kept."""
    return Column(name, Kind.NUMBER, says, counted_in=text)


def code(
    name: str, says: str, codes: str, also: Synonyms | None = None, **more: Any
) -> Column:
    """One of a closed list, in words apart; `also` are spellings read as one of it."""
    return Column(
        name,
        Kind.CODE,
        says,
        codes=tuple(codes.split()),
        synonyms=tuple((also or {}).items()),
        **more,
    )


def yes_no(name: str, says: str, known_from: str | None = None) -> Column:
    return Column(name, Kind.YES_NO, says, known_from=known_from)


def day(name: str, says: str, **more: Any) -> Column:
    return Column(name, Kind.DATE, says, **more)


def moment(name: str, says: str, **more: Any) -> Column:
    return Column(name, Kind.MOMENT, says, **more)


def number(name: str, says: str) -> Column:
    return Column(name, Kind.NUMBER, says)


CHILD = key("child_id", "The authority's own id for the child.")
CHILD_IF_ANY = ref("child_id", "The authority's own id for the child, where about one.")
STARTED = day("started_on", "When it began.")
STARTED_KEY = day("started_on", "When it began.", required=True)
ENDED = day("ended_on", "When it ended; blank is open.")


def end_reason(says: str, usual: str = "") -> Column:
    return text("end_reason", says, usual, known_from="ended_on")
