"""A census in XML: streamed a child at a time, with no entities and no network, and
nothing kept of it but the rows it comes to."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from madegood.intake.formats.shapes import XML_SHAPES
from madegood.intake.hashed import HashedFile
from madegood.intake.limits import Limits
from madegood.intake.opened import Grid, Noted, Unopened
from madegood.intake.tree import Node, Part
from madegood.intake.xml_shape import XmlShape

_CHUNK: Final = 1024 * 1024
_TO_THE_ROOT: Final = 4 * 1024
_DECLARED: Final = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_LONGEST_WORD: Final = max(map(len, _DECLARED))
_MOST_NOTED: Final = 20
_SAFELY: Final = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class XmlFile:
    """Parsed as it is opened, its bytes hashed as they go by. Raises Unopened."""

    def __init__(
        self,
        path: Path,
        limits: Limits,  # noqa: ARG002  its rows are never more than its file
    ) -> None:
        self.path = path
        self._raw = HashedFile(path)
        try:
            self._taking = self._taken()
        except Unopened:
            self._raw.close()
            raise
        except etree.XMLSyntaxError as fault:
            self._raw.close()
            raise _broken(fault) from None

    @property
    def edition(self) -> str | None:
        return self._taking.edition

    def grids(self) -> Iterator[Grid]:
        yield from self._taking.gathering.grids.values()

    def notes(self) -> Iterator[Noted]:
        yield from self._taking.notes()

    def sha256(self) -> str:
        return self._raw.sha256()

    def __enter__(self) -> "XmlFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self._raw.close()

    def _taken(self) -> "_Taking":
        start, root = self._to_the_root()
        taking = _Taking(_shape_of(root))
        before, chunk = b"", start
        while chunk:
            _refuse_declarations(before[-_LONGEST_WORD:] + chunk)
            taking.feed(chunk)
            before, chunk = chunk, self._raw.read(_CHUNK)
        taking.finish()
        return taking

    def _to_the_root(self) -> tuple[bytes, str]:
        """What was read until the outermost element began, and what that is called."""
        looking = etree.XMLPullParser(events=("start",), **_SAFELY)
        read = b""
        while chunk := self._raw.read(_TO_THE_ROOT if not read else _CHUNK):
            _refuse_declarations(read[-_LONGEST_WORD:] + chunk)
            read += chunk
            looking.feed(chunk)
            for _, element in looking.read_events():
                _refuse_doctype(element)
                return read, _tag(element)
        looking.close()
        raise Unopened("empty_file", "there is nothing in the file.")


class _Taking:
    """Each whole child is taken and let go of, with everything before it."""

    def __init__(self, shape: XmlShape) -> None:
        self.shape = shape
        self.gathering = shape.gathering()
        self.edition: str | None = None
        self._header: dict[str, str] | None = None
        self._unknown: Counter[str] = Counter()
        wanted = [shape.branch.tag] + ([shape.header.tag] if shape.header else [])
        self._parser = etree.XMLPullParser(
            events=("end",), tag=[f"{{*}}{tag}" for tag in wanted], **_SAFELY
        )

    def feed(self, chunk: bytes) -> None:
        self._parser.feed(chunk)
        self._take_events()

    def _take_events(self) -> None:
        for _, element in self._parser.read_events():
            tag = _tag(element)
            if tag == self.shape.branch.tag:
                self._take_child(element)
            elif self._header is None:
                self._take_header(element)

    def finish(self) -> None:
        """Raises Unopened where the file is another census than its root seemed."""
        root = self._parser.close()
        self._take_events()
        known = {self.shape.branch.tag, *self.shape.wrappers}
        if self.shape.header:
            known.add(self.shape.header.tag)
        for element in root.iterchildren():
            self._note_unknown(element, known)

    def notes(self) -> Iterator[Noted]:
        yield from self.gathering.notes()
        header = self.shape.header
        if header and self._header is None:
            says = f"there is no {header.tag}, which says what census it is."
            yield Noted("census_header", says, column=header.tag)
        elif header and self._header is not None:
            for leaf, says in header.faults(self._header):
                yield Noted("census_header", says, column=leaf)
        for tag, count in self._unknown.most_common(_MOST_NOTED):
            says = f"{count:,} such things stand outside any child: not read."
            yield Noted("unknown_element", says, column=tag[:60])

    def _take_child(self, element: "etree._Element") -> None:
        parent = element.getparent()
        while parent is not None:
            if _tag(parent) == self.shape.branch.tag:
                return  # part of another, and taken with it
            parent = parent.getparent()
        node = ElementNode(element, self.shape.branch.tag)
        self.gathering.take(node, self.shape.branch)
        _forget(element)

    def _take_header(self, element: "etree._Element") -> None:
        assert self.shape.header is not None
        self._header = self.gathering.leaves(ElementNode(element, _tag(element)))
        if not self.shape.header.is_it(self._header):
            raise Unopened(
                "unknown_xml",
                f"its {self.shape.header.tag} says that it is not {self.shape.title}.",
                column=self.shape.header.tag,
            )
        self.edition = self.shape.header.edition(self._header)

    def _note_unknown(self, element: "etree._Element", known: set[str]) -> None:
        tag = _tag(element)
        if tag not in known:
            self._unknown[tag] += 1
        elif tag in self.shape.wrappers:
            for part in element.iterchildren():
                self._note_unknown(part, known)


class ElementNode(Node):
    """An XML element that has others in it as a node of a tree. One with neither text
    nor parts is blank."""

    __slots__ = ("_element", "stray", "tag")

    def __init__(self, element: "etree._Element", tag: str) -> None:
        self._element = element
        self.tag = tag
        self.stray = bool(element.text and element.text.strip())

    def parts(self) -> Iterator[Part]:
        for element in self._element:
            tail = element.tail
            if tail is not None and not tail.isspace():
                self.stray = True
            tag = _tag(element)
            if len(element):
                yield tag, None, ElementNode(element, tag)
            else:
                yield tag, (element.text or "").strip(), None


def _tag(element: "etree._Element") -> str:
    """Without the namespace: suppliers differ in whether they write one."""
    tag: str = element.tag
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


def _forget(element: "etree._Element") -> None:
    """Clearing alone keeps the empty element: those before it must go as well."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _shape_of(root: str) -> XmlShape:
    for shape in XML_SHAPES:
        if root in shape.roots:
            return shape
    known = ", ".join(f"{one.title} ({' or '.join(one.roots)})" for one in XML_SHAPES)
    raise Unopened(
        "unknown_xml",
        f"its outermost element is <{root[:40]}>, which is not one that is read: {known}.",
        row=1,
    )


def _refuse_declarations(text: bytes) -> None:
    for word in _DECLARED:
        if word in text:
            raise _declares()


def _refuse_doctype(root: "etree._Element") -> None:
    """In whatever encoding it is written."""
    if root.getroottree().docinfo.doctype:
        raise _declares()


def _declares() -> Unopened:
    return Unopened(
        "doctype",
        "it declares a document type or entities, which a census never does.",
    )


def _broken(fault: etree.XMLSyntaxError) -> Unopened:
    line, column = fault.position
    return Unopened(
        "broken_xml",
        f"the XML breaks off or is wrong at line {line:,}, character {column:,}.",
        row=line,
        column=f"character {column:,}",
    )
