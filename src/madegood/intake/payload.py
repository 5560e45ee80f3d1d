"""A payload in JSON: children with things in them, streamed a child at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from madegood.intake.formats.payloads import PAYLOAD
from madegood.intake.hashed import HashedFile
from madegood.intake.json_children import JsonChildren, OneChild, broken
from madegood.intake.limits import Limits
from madegood.intake.opened import Grid, Noted, Unopened
from madegood.intake.tree import Gathering, Node, Part

_LONGEST_NUMBER: Final = 30
_MOST_NOTED: Final = 20


class JsonFile:
    """Parsed as it is opened, its bytes hashed as they go by. Raises Unopened."""

    edition = None

    def __init__(
        self,
        path: Path,
        limits: Limits,  # noqa: ARG002  its rows are never more than its file
    ) -> None:
        self.path = path
        self._raw = HashedFile(path)
        self._gathering = Gathering(
            PAYLOAD.format,
            {sheet.kind: sheet.musts for sheet in PAYLOAD.sheets},
            PAYLOAD.always,
        )
        self._beside: tuple[str, ...] = ()
        try:
            self._take()
        except Unopened:
            self._raw.close()
            raise

    def grids(self) -> Iterator[Grid]:
        yield from self._gathering.grids.values()

    def notes(self) -> Iterator[Noted]:
        yield from self._gathering.notes()
        for name in self._beside[:_MOST_NOTED]:
            says = "it stands beside the children: not read."
            yield Noted("unknown_element", says, column=name[:60])

    def sha256(self) -> str:
        return self._raw.sha256()

    def __enter__(self) -> "JsonFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self._raw.close()

    def _take(self) -> None:
        children = JsonChildren(self._raw.read)
        known = False
        for one in children:
            node = _node_of(one)
            known = known or PAYLOAD.known_by in node.names()
            self._gathering.take(node, PAYLOAD.branch)
        if children.beside is not None:
            outermost = _node_of(OneChild("the payload", 1, children.beside))
            self._beside = tuple(name for name, value in outermost.pairs if value != [])
        elif not known:
            raise Unopened(
                "unknown_json",
                f"none of its {children.count:,} objects has a {PAYLOAD.known_by}.",
            )


@dataclass(frozen=True, slots=True)
class _Number:
    """As it is written: nothing is made of it but text."""

    text: str


@dataclass(frozen=True, slots=True)
class _Object:
    """With its names as they came: one may come twice."""

    pairs: tuple[tuple[str, "_Value"], ...]


_Value: TypeAlias = "_Object | list[_Value] | str | _Number | bool | None"


def _node_of(child: OneChild) -> "ObjectNode":
    try:
        value = json.loads(
            child.text.decode(),
            object_pairs_hook=lambda pairs: _Object(tuple(pairs)),
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_Number,
        )
    except UnicodeDecodeError as fault:
        byte = child.text[fault.start]
        says = f"it holds the byte {byte:02X}, which is not UTF-8."
        raise broken(child.path, child.nth, says) from None
    except json.JSONDecodeError as fault:
        says = f"it is not JSON at character {fault.pos + 1:,} of it."
        raise broken(child.path, child.nth, says) from None
    assert isinstance(value, _Object)
    return ObjectNode(PAYLOAD.branch.tag, value.pairs, child.path, child.nth)


class ObjectNode(Node):
    """A JSON object as a node of a tree. Raises Unopened, with its path, for what can
    mean two things or nothing."""

    stray = False

    def __init__(
        self, tag: str, pairs: tuple[tuple[str, _Value], ...], path: str, nth: int
    ) -> None:
        self.tag = tag
        self.pairs = pairs
        self._path = path
        self._nth = nth
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise self._broken(f"it has the name '{_short(twice)}' twice.")

    def names(self) -> set[str]:
        return {name for name, _ in self.pairs}

    def parts(self) -> Iterator[Part]:
        for name, value in self.pairs:
            if isinstance(value, list):
                for place, one in enumerate(value):
                    yield self._part(name, one, f"{name}[{place}]")
            else:
                yield self._part(name, value, name)

    def _part(self, name: str, value: _Value, place: str) -> Part:
        path = f"{self._path}.{_short(place)}"
        if isinstance(value, _Object):
            return name, None, ObjectNode(name, value.pairs, path, self._nth)
        if isinstance(value, list):
            raise broken(path, self._nth, "there is a list in a list.")
        return name, self._text(value, path), None

    def _text(self, value: str | _Number | bool | None, path: str) -> str:  # noqa: FBT001
        match value:
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case _Number():
                return self._number(value.text, path)
            case str():
                if not value.isascii() and any(
                    "\ud800" <= c <= "\udfff" for c in value
                ):
                    says = "it holds half a character."
                    raise broken(path, self._nth, says)
                return value

    def _number(self, text: str, path: str) -> str:
        if text in ("NaN", "Infinity", "-Infinity"):
            raise broken(path, self._nth, f"{text} is not a number.")
        if len(text) > _LONGEST_NUMBER:
            says = f"it is a number of {len(text):,} characters."
            raise broken(path, self._nth, says)
        return text

    def _broken(self, says: str) -> Unopened:
        return broken(self._path, self._nth, says)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
