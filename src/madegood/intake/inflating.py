"""Whether a workbook may be opened: looked at before any reader of workbooks sees it.

An .xlsx file is a zip archive. What it says of its own sizes is not believed: every
part is inflated here, piece by piece and kept nowhere, and the bytes that come out are
counted. Nothing is written to disk, so that no name in it can lead anywhere.
"""

import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from madegood.intake.far_cells import Corner
from madegood.intake.limits import MIB, Limits
from madegood.intake.opened import Unopened
from madegood.intake.zip_directory import Member, broken, lies, members, packed_bytes

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE: Final = ("[content_types].xml", "xl/", "word/", "ppt/")
_PIECE: Final = 256 * 1024
_INFLATED_PIECE: Final = 4 * MIB
# Small parts may pack very well: a ratio means something only beyond this.
_RATIO_FROM: Final = 8 * MIB
_OVERLAP: Final = 64
_DOCTYPE: Final = b"<!DOCTYPE"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_MACROS_BY_NAME: Final = ("vbaproject.bin", "vbadata.xml")
_MACROS_BY_FOLDER: Final = ("xl/macrosheets/", "xl/dialogsheets/", "xl/activex/")
_MACROS_BY_WORD: Final = (b"relationships/vbaProject", b'Macrosheet"', b"ddeLink")
_ELSEWHERE: Final = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
_EMBEDDED: Final = ("xl/embeddings/", "word/embeddings/", "ppt/embeddings/")
WORKBOOK: Final = "xl/workbook.xml"
WORD: Final = "word/document.xml"
_OLE_NAMES: Final = (
    ("EncryptedPackage", "encrypted", "it is protected by a password."),
    ("_VBA_PROJECT_CUR", "macros", "it holds macros."),
    ("_VBA_PROJECT", "macros", "it holds macros."),
)
_BIFF_BOOKS: Final = ("Workbook", "Book")


@dataclass(frozen=True, slots=True)
class Archive:
    """What was seen of a workbook that may be opened. `notes` are (cause, sentence)
    of what will not be read of it, for a warning."""

    inflated: int
    members: int
    notes: tuple[tuple[str, str], ...] = ()


def check_archive(
    source: Path | bytes, limits: Limits, main: str = WORKBOOK
) -> Archive:
    """Whether a workbook, .xlsx or old .xls, may be given to a reader of workbooks; or
    with `main` WORD, a Word document to a reader of those.

    `source` is best the very bytes that the reader is then given. Inflates everything
    once and holds a few MiB at a time. Raises Unopened with a cause of
    `findings.CAUSES`, and OSError where a path cannot be read at all.
    """
    with source.open("rb") if isinstance(source, Path) else BytesIO(source) as file:
        start = file.read(len(_OLE))
        if start == _OLE:
            return _check_old(file.read())
        if not start.startswith(_ZIP):
            raise Unopened("not_a_workbook", "it is not a workbook.")
        return _check_zip(file, limits, main)


def _no_workbook(names: Collection[str]) -> Unopened:
    if "content.xml" in names and "mimetype" in names:
        says = "it is an OpenDocument file, which is not read."
        return Unopened("other_workbook", says)
    if "xl/workbook.bin" in names:
        says = "it is a binary Excel workbook (.xlsb), which is not read."
        return Unopened("other_workbook", says)
    if any(name.startswith(_OFFICE) for name in names):
        return Unopened("not_a_workbook", "it is no workbook, though packed as one.")
    return Unopened("zip_archive", "it is a zip archive, and its files are not read.")


def _check_zip(file: BinaryIO, limits: Limits, main: str) -> Archive:
    parts = members(file, limits)
    names = [one.name.casefold() for one in parts]
    if main not in names:
        raise _no_workbook(names)
    _refuse_macro_parts(names)
    inflated = 0
    for number, one in enumerate(parts, start=1):
        inflated += _check_part(file, one, number, limits, inflated)
    return Archive(inflated, len(parts), tuple(_notes(names)))


def _refuse_macro_parts(names: list[str]) -> None:
    for name in names:
        if PurePosixPath(name).name in _MACROS_BY_NAME or name.startswith(
            _MACROS_BY_FOLDER
        ):
            raise Unopened("macros", "it holds macros.")


def _notes(names: list[str]) -> Iterator[tuple[str, str]]:
    if any(name.startswith(_ELSEWHERE) for name in names):
        says = "it has links to other files or databases: they are not followed."
        yield "external_links", says
    if any(name.startswith(_EMBEDDED) for name in names):
        yield "embedded_file", "it has other files inside it: they are not read."


@dataclass
class _Part:
    """One part as its bytes go by."""

    member: Member
    number: int
    limits: Limits
    before: int
    filled_only: bool
    size: int = 0
    crc: int = 0
    goes_on: bool = False
    corner: Corner = field(default_factory=Corner)
    _end: bytes = b""

    def take(self, piece: bytes) -> None:
        if not self.size:
            self._refuse_kind(piece)
        self.size += len(piece)
        self._refuse_size()
        self.crc = zlib.crc32(piece, self.crc)
        seen = self._end + piece
        if _DOCTYPE in seen:
            raise Unopened(
                "doctype",
                f"part {self.number:,} of the workbook declares words of its own "
                "(DOCTYPE), with which a small file can become a huge one.",
            )
        in_sheet = self.corner.in_sheet
        if not in_sheet and any(word in seen for word in _MACROS_BY_WORD):
            raise Unopened("macros", "it holds macros, or commands in a live link.")
        self.corner.look(seen, filled_only=self.filled_only)
        self._end = seen[-_OVERLAP:]

    def _refuse_kind(self, piece: bytes) -> None:
        nested = piece.startswith(_ZIP)
        if nested and not self.member.name.casefold().startswith(_EMBEDDED):
            raise Unopened(
                "nested_archive",
                f"part {self.number:,} of the workbook is an archive itself.",
            )
        is_text = self.member.name.casefold().endswith((".xml", ".rels"))
        if is_text and piece.startswith(_UTF_16):
            raise broken(f"part {self.number:,} is not in UTF-8")

    def _refuse_size(self) -> None:
        most = self.limits.inflated_bytes
        ratio = self.limits.inflated_ratio
        too_far = self.size > max(_RATIO_FROM, ratio * self.member.packed)
        if self.before + self.size > most:
            raise Unopened(
                "inflates_too_far",
                f"it becomes more than {most // MIB:,} MiB when it is unpacked.",
            )
        if too_far:
            raise Unopened(
                "inflates_too_far",
                f"part {self.number:,} of the workbook becomes more than {ratio:,} "
                "times its size when it is unpacked.",
            )

    def finish(self) -> None:
        """A part whose sum does not come out was damaged; one whose sum does and whose
        size does not was made so."""
        if self.crc != self.member.crc:
            raise broken(f"its part {self.number:,} is not as it was written")
        if self.size != self.member.declared:
            raise lies(
                f"its part {self.number:,} says it is {self.member.declared:,} bytes "
                f"and is {self.size:,}"
            )
        if self.goes_on:
            raise lies(f"there is more in its part {self.number:,} than it says")


def _check_part(
    file: BinaryIO, one: Member, number: int, limits: Limits, before: int
) -> int:
    """Inflate a part and let it go; the bytes it became."""
    part = _run_through(file, _Part(one, number, limits, before, filled_only=False))
    if part.corner.cells > limits.cells:
        # Only now is it worth telling filled cells from those that have a format.
        part = _run_through(file, _Part(one, number, limits, before, filled_only=True))
    if part.corner.cells > limits.cells:
        corner = part.corner
        raise Unopened(
            "far_cell",
            f"a sheet reaches to cell {corner.name}, a rectangle of {corner.cells:,} "
            f"cells; {limits.cells:,} is the most.",
            row=corner.row,
            column=corner.column_name,
        )
    return part.size


def _run_through(file: BinaryIO, part: _Part) -> _Part:
    for piece in _inflated(file, part):
        part.take(piece)
    part.finish()
    return part


def _inflated(file: BinaryIO, part: _Part) -> Iterator[bytes]:
    one = part.member
    if not one.deflated:
        yield from packed_bytes(file, one, _PIECE)
        return
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for packed in packed_bytes(file, one, _PIECE):
            piece = machine.decompress(packed, _INFLATED_PIECE)
            while piece:
                yield piece
                piece = machine.decompress(machine.unconsumed_tail, _INFLATED_PIECE)
        rest = machine.flush()
    except zlib.error:
        raise broken("a part cannot be unpacked") from None
    if rest:
        yield rest
    if not machine.eof:
        raise broken("a part breaks off")
    part.goes_on = bool(machine.unused_data)


def _check_old(rest: bytes) -> Archive:
    """An old workbook is a small file system: the names in it say what it holds."""
    for name, code, says in _OLE_NAMES:
        if _entry(name) in rest:
            raise Unopened(code, says)
    if not any(_entry(name) in rest for name in _BIFF_BOOKS):
        raise Unopened("not_a_workbook", "it is an old Office file, no workbook.")
    return Archive(len(_OLE) + len(rest), 1)


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"
