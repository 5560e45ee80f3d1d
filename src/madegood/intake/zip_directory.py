"""What a zip archive says it holds, believed only where it agrees with itself.

An archive lists its parts twice: before each part and again at its end. Programs differ
in which list they believe, so a file whose lists differ may be harmless to the one that
checks it and a bomb to the one that reads it. Such a file is refused.
"""

import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO, Final

from madegood.intake.limits import Limits
from madegood.intake.opened import Unopened

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x07"
_END_LENGTH: Final = 22
_LONGEST_COMMENT: Final = 65_535
_LOCAL: Final = struct.Struct("<4s2xHH4x4xIIHH")
_LOCAL_LENGTH: Final = 30
_LONGEST_NAME: Final = 255
_LONGEST_ENTRY: Final = 1_024
_ENCRYPTED: Final = 0x1
_SIZES_FOLLOW: Final = 0x8
_IN_64: Final = 0xFFFFFFFF
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One part: where its packed bytes lie, and what the directory says of them."""

    name: str
    starts: int
    packed: int
    declared: int
    crc: int
    deflated: bool

    @property
    def ends(self) -> int:
        return self.starts + self.packed


def broken(says: str) -> Unopened:
    return Unopened("broken_archive", f"the workbook is damaged: {says}.")


def lies(says: str) -> Unopened:
    return Unopened("archive_lies", f"the workbook contradicts itself: {says}.")


def members(file: BinaryIO, limits: Limits) -> list[Member]:
    """Every part, in the order they lie in the file; raises Unopened."""
    _refuse_doubtful_end(file, limits)
    try:
        with zipfile.ZipFile(file) as archive:
            listed = archive.infolist()
    except zipfile.BadZipFile as fault:
        raise broken(str(fault).rstrip(".").lower()) from None
    except (ValueError, struct.error, NotImplementedError, OverflowError, EOFError):
        raise broken("its list of parts cannot be read") from None
    if len(listed) > limits.members:
        raise _too_many(limits)
    _refuse_names([one.orig_filename for one in listed])
    found = sorted((_member(file, one) for one in listed), key=lambda m: m.starts)
    for one, after in pairwise(found):
        if one.ends > after.starts:
            raise lies("two of its parts lie over each other")
    return found


def packed_bytes(file: BinaryIO, one: Member, piece: int) -> Iterator[bytes]:
    file.seek(one.starts)
    left = one.packed
    while left > 0:
        data = file.read(min(piece, left))
        if not data:
            raise broken("it stops in the middle of a part")
        left -= len(data)
        yield data


def _too_many(limits: Limits) -> Unopened:
    return Unopened(
        "too_many_members",
        f"it is made of more than {limits.members:,} parts, and no workbook is.",
    )


def _refuse_doubtful_end(file: BinaryIO, limits: Limits) -> None:
    """Refuse an archive whose list of parts is not where, or as long as, it says; and
    one that has two lists, since programs differ in which they take."""
    size = file.seek(0, 2)
    tail_starts = max(0, size - _END_LENGTH - _LONGEST_COMMENT)
    file.seek(tail_starts)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise broken("its list of parts is missing, as if it were cut short")
    length, offset = _directory_said(tail, at)
    if length > limits.members * _LONGEST_ENTRY and not length == _IN_64:
        raise _too_many(limits)
    # The record of a very large archive may stand between the list and its end.
    is_64 = tail.rfind(_END_64, 0, at) == at - 20
    if not is_64 and length + offset != tail_starts + at:
        raise lies("its list of parts is not where it says")
    while (at := tail.rfind(_END, 0, at)) >= 0:
        if sum(_directory_said(tail, at)) == tail_starts + at:
            raise lies("it has two lists of parts")


def _directory_said(tail: bytes, at: int) -> tuple[int, int]:
    length, offset = struct.unpack_from("<II", tail.ljust(at + 22, b"\0"), at + 12)
    return length, offset


def _refuse_names(names: list[str]) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        plain = name.replace("\\", "/")
        parts = plain.split("/")
        unsafe = (
            ".." in parts
            or plain.startswith("/")
            or ":" in plain
            or not plain.isprintable()
            or len(plain) > _LONGEST_NAME
        )
        if unsafe:
            raise Unopened(
                "unsafe_member_name",
                f"the name of its part {number:,} would lead out of the workbook, or "
                "cannot be a name.",
            )
        if plain.casefold() in seen:
            raise lies(f"its part {number:,} has the name of another part")
        seen.add(plain.casefold())


def _member(file: BinaryIO, listed: zipfile.ZipInfo) -> Member:
    """A part of the directory, compared with what stands before the part itself."""
    if listed.flag_bits & _ENCRYPTED:
        raise Unopened("encrypted", "it is protected by a password.")
    if listed.compress_type not in _METHODS:
        raise broken(f"a part is packed in a way ({listed.compress_type}) not known")
    file.seek(listed.header_offset)
    header = file.read(_LOCAL_LENGTH)
    if len(header) < _LOCAL_LENGTH:
        raise broken("a part begins beyond its end")
    mark, flags, method, packed, size, name_length, extra = _LOCAL.unpack(header)
    if mark != b"PK\x03\x04":
        raise broken("a part does not begin where the list says")
    if flags & _ENCRYPTED:
        raise Unopened("encrypted", "it is protected by a password.")
    name = file.read(name_length)
    encoding = "utf-8" if listed.flag_bits & 0x800 else "cp437"
    sizes = (packed, size) in (
        (listed.compress_size, listed.file_size),
        (_IN_64, _IN_64),
    )
    agrees = method == listed.compress_type and (flags & _SIZES_FOLLOW or sizes)
    if not agrees or name != listed.orig_filename.encode(encoding, "replace"):
        raise lies("what stands before a part is not what the list says of it")
    return Member(
        listed.orig_filename.replace("\\", "/"),
        listed.header_offset + _LOCAL_LENGTH + name_length + extra,
        listed.compress_size,
        listed.file_size,
        listed.CRC,
        listed.compress_type == zipfile.ZIP_DEFLATED,
    )
