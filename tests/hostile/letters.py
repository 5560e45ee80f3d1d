"""Letters that look like others, cannot be seen, or turn the line round."""

from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.cells import (
    in_903,
    in_annex_a,
    in_book,
    in_cin,
    in_csv,
    in_parquet,
    in_payload,
)
from tests.hostile.tables import as_csv, extract

KIND = "unicode"

_UNSEEN = {
    "a right-to-left override": "C1\u202e2-1",
    "a right-to-left isolate": "C1\u20672-1",
    "a left-to-right mark": "C1\u200e-1",
    "a blank of no width": "C1\u200b-1",
    "a joiner of no width": "C1\u200d-1",
    "a BOM in the middle": "C1\ufeff-1",
    "a soft hyphen": "C1\xad-1",
    "a line separator": "C1\u2028x",
    "a paragraph separator": "C1\u2029x",
    "a bell": "C1\x07x",
    "an escape": "C1\x1b[31mx",
    "a backspace": "C1\x08x",
    "a delete": "C1\x7fx",
    "a control of the second kind": "C1\x85x",
    "a letter that nobody has given a meaning": "C1\u0378x",
    "a letter for private use": "C1\ue000x",
    "a letter that is none": "C1\ufdd0x",
    "a language tag": "C1\U000e0041x",
    "a tab inside": "C1\tx",
}
_LOOKALIKES = {
    "a Cyrillic letter": "mіssing",
    "full-width letters": "ｍｉｓｓｉｎｇ",
    "mathematical letters": "𝐦𝐢𝐬𝐬𝐢𝐧𝐠",
    "small capitals": "ᴍɪssɪɴɢ",
    "an accent after a letter": "mi\u0301ssing",
    "a picture": "🏃",
    "a flag": "🏴\U000e0067\U000e007f",
    "fifty accents": "m" + "\u0301" * 50 + "issing",
}


def every() -> list[Hostile]:
    found = [
        in_csv(
            KIND,
            f"{says} in an id",
            "missing_episodes",
            "child_id",
            text,
            "unprintable",
        )
        for says, text in _UNSEEN.items()
    ]
    found += [
        in_csv(KIND, f"{says} in a code", "missing_episodes", "kind", text, "bad_code")
        for says, text in _LOOKALIKES.items()
    ]
    turned = _UNSEEN["a right-to-left override"]
    found += [
        in_book(KIND, "a right-to-left override in a workbook", "children", "child_id",
                turned, "unprintable"),
        in_903(KIND, "a right-to-left override in a return", "header", "CHILD", turned,
               "unprintable"),
        in_annex_a(KIND, "a right-to-left override in Annex A", "List 3",
                   "Child Unique ID", turned, "unprintable"),
        in_cin(KIND, "a right-to-left override in a census", "LAchildID", turned,
               "unprintable"),
        in_parquet(KIND, "a right-to-left override in Parquet", "children", "child_id",
                   turned, "unprintable"),
        in_payload(KIND, "a right-to-left override in a payload", "la_child_id", turned,
                   "unprintable"),
        in_csv(KIND, "a NUL in an id", "missing_episodes", "child_id", "C1\0x", "nul_byte"),
        in_parquet(KIND, "a NUL in Parquet", "children", "child_id", "C1\0x", "unprintable"),
        in_payload(KIND, "a NUL in a payload", "la_child_id", "C1\0x", "unprintable"),
        in_csv(KIND, "digits of another script in a time", "missing_episodes",
               "started_at", "２０２６-05-01T10:00", "bad_time"),
    ]  # fmt: skip
    return [
        *found,
        Hostile(
            KIND, "a heading with a Cyrillic letter", "missing_episodes-{}.csv",
            Refused("missing_column", 1, "child_id"),
            lambda n: as_csv(extract("missing_episodes", n)).replace(
                b"child_id", "сhild_id".encode(), 1),
        ),
        Hostile(
            KIND, "a heading turned round", "missing_episodes-{}.csv",
            Refused("missing_column", 1, "child_id"),
            lambda n: as_csv(extract("missing_episodes", n)).replace(
                b"child_id", "\u202edi_dlihc".encode(), 1),
        ),
        Hostile(
            KIND, "letters of four bytes in a provider's name, which are letters",
            "missing_episodes-{}.csv", Accepted(3),
            lambda n: as_csv(extract("missing_episodes", n, provider="𠜎𠜱 🏠 Elm House")),
        ),
    ]  # fmt: skip
