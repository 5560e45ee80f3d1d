"""The children of a payload in JSON, one at a time, so that no more of it is held than
one child: an array of them, an object with an array of them in it, one child alone, or
one after the other with nothing between."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from madegood.intake.opened import Unopened

MOST_DEEP: Final = 32
_MOST_OF_ONE: Final = 32 * 1024 * 1024
_CHUNK: Final = 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
_MARKS: Final = re.compile(rb'\\.|["{}\[\]]', re.DOTALL)
_SPACE: Final = re.compile(rb"[ \t\r\n]*")
_SCALAR: Final = re.compile(rb"[^\s,\]}{\[\"]+")
# What the array of children may be called in the object that holds it.
_HOLDERS: Final = frozenset(
    {b"children", b"data", b"records", b"items", b"payload", b"csc"}
)


@dataclass(frozen=True, slots=True)
class OneChild:
    """A child's text, and which it is: `path` is `children[3]` of the fourth."""

    path: str
    nth: int
    text: bytes


@dataclass
class JsonChildren:
    """Goes through the bytes once. Raises Unopened where they break off, or hold
    anything but children where children should be.

    beside  the text of an object that holds the children, its array left empty
    """

    read: Callable[[int], bytes]
    beside: bytes | None = None
    count: int = 0
    _text: bytes = b""
    _at: int = 0
    _pieces: list[bytes] = field(default_factory=list)

    def __iter__(self) -> Iterator[OneChild]:
        self._text = self.read(_CHUNK).removeprefix(_BOM)
        if self._next() == b"[":
            self._at += 1
            yield from self._array()
        while self._next() == b"{" and self.beside is None:
            yield from self._outermost()
        if self._next():
            raise self._broken("something stands after the end of it.")

    def _array(self) -> Iterator[OneChild]:
        """Children with commas between, from behind the bracket that opens them."""
        if self._next() == b"]":
            self._at += 1
            return
        while True:
            if self._next() != b"{":
                raise self._broken("it is not an object.")
            yield self._child(self._closed())
            mark = self._next()
            self._at += 1
            if mark == b"]":
                return
            if mark != b",":
                raise self._broken("there is no comma before it.")

    def _outermost(self) -> Iterator[OneChild]:
        """An object that is a child, or that holds the array of them."""
        self._pieces = [b"{"]
        self._at += 1
        while self._next() == b'"':
            name = self._closed()
            self._pieces.append(name)
            if self._next() != b":":
                raise self._broken("a name has no colon after it.")
            self._at += 1
            self._pieces.append(b":")
            if self._next() == b"[" and name[1:-1].lower() in _HOLDERS:
                self._at += 1
                yield from self._array()
                self.beside = b""
                self._pieces.append(b"[]")
            else:
                self._pieces.append(self._value())
            if self._next() == b",":
                self._at += 1
                self._pieces.append(b",")
        if self._next() != b"}":
            raise self._broken("it breaks off, or a comma or name is missing in it.")
        self._at += 1
        whole = b"".join([*self._pieces, b"}"])
        if self.beside is None:
            yield self._child(whole)
        else:
            self.beside = whole

    def _child(self, text: bytes) -> OneChild:
        self.count += 1
        return OneChild(f"children[{self.count - 1}]", self.count, text)

    def _value(self) -> bytes:
        if self._next() in (b'"', b"{", b"["):
            return self._closed()
        found = _SCALAR.match(self._text, self._at)
        while found is not None and found.end() == len(self._text) and self._more():
            found = _SCALAR.match(self._text, self._at)
        if found is None:
            raise self._broken("a name has no value after it.")
        self._at = found.end()
        return found[0]

    def _closed(self) -> bytes:
        """An object, a list or a text in quotation marks, from what opens it to what
        closes it."""
        looked, depth, quoted = self._at, 0, False
        while True:
            for found in _MARKS.finditer(self._text, looked):
                looked, mark = found.end(), found[0]
                if mark == b'"':
                    quoted = not quoted
                elif not quoted:
                    depth += _STEPS.get(mark, 0)
                if depth > MOST_DEEP:
                    raise self._broken(_TOO_DEEP)
                if not quoted and depth <= 0:
                    begun, self._at = self._at, looked
                    return self._text[begun:looked]
            looked -= self._at
            if not self._more():
                raise self._broken("it breaks off in the middle.")

    def _next(self) -> bytes:
        """The next byte that is not space; none at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _more(self) -> bool:
        if len(self._text) - self._at > _MOST_OF_ONE:
            raise self._broken("it is too long to be a child.")
        chunk = self.read(_CHUNK)
        self._text = self._text[self._at :] + chunk
        self._at = 0
        return bool(chunk)

    def _broken(self, says: str) -> Unopened:
        return broken(f"children[{self.count}]", self.count + 1, says)


_TOO_DEEP: Final = f"it holds things within things, more than {MOST_DEEP} deep."
_STEPS: Final = {b"{": 1, b"[": 1, b"}": -1, b"]": -1}


def broken(path: str, nth: int, says: str) -> Unopened:
    return Unopened("broken_json", f"{path}: {says}", row=nth, column=path)
