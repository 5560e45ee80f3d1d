"""How long a comment may still be changed, and who is mentioned in it. No Django."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

# Long enough to mend a slip, too short to change what somebody has already answered.
EDITABLE: Final = timedelta(minutes=15)
LONGEST: Final = 4_000
_NAME: Final = re.compile(r"(?<!\w)@([^\W\d_][\w'-]*)")
_EMAIL: Final = re.compile(r"@([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


def may_still_edit(written_at: datetime, now: datetime) -> bool:
    return now - written_at <= EDITABLE


def mentioned(text: str, people: Mapping[str, str]) -> tuple[set[str], list[str]]:
    """Who is mentioned in a text, as @name or @address, by their address; and what
    stands after an @ and is nobody's, or not one person's. `people` gives each address
    its person's name. A first name does where only one person has it.

    A longer name is taken before a shorter one that it begins with, so that @Ann
    Marie Lee does not also tell Ann Marie.
    """
    found, unknown = set(), []
    for written in _EMAIL.findall(text):
        address = written.lower()
        if address in people:
            found.add(address)
        else:
            unknown.append(address)
    rest = _EMAIL.sub(" ", text).casefold()
    for address, name in sorted(people.items(), key=lambda each: -len(each[1])):
        called = f"@{name.casefold()}"
        pattern = re.compile(re.escape(called) + r"(?!\w)")
        if pattern.search(rest):
            found.add(address)
            rest = pattern.sub(" ", rest)
    for first in _NAME.findall(rest):
        theirs = [
            address
            for address, name in people.items()
            if name.casefold().split()[:1] == [first]
        ]
        if len(theirs) == 1:
            found.add(theirs[0])
        else:
            unknown.append(first)
    return found, unknown
