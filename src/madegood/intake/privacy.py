"""What is turned away at the door: columns that say who a child is, and cells that
must not be repeated in a finding.

Findings are kept, shown on pages and sent in mail, so they may quote only what cannot
be a name, an address or a number that the NHS or a school gave.
"""

import re
from typing import Final

from madegood.intake.identifiers import Identifier, spans
from madegood.intake.person_names import cell_name, name_spans


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS_OF_IDENTITY: Final = _words(
    "name names forename forenames firstname surname lastname middlename initials "
    "address addresses street postcode postcodes post nhs upn uln nino ni phone "
    "telephone mobile email mail aka alias"
)
_RUN_TOGETHER: Final = re.compile(
    r"(first|last|sur|fore|middle|family|given|full|child|pupil|carer|parent|worker)"
    r"_?name|postcode|nhsn|nhs_?(no|num)|pupil_?number|national_?insurance|known_?as|"
    r"address|upn$",
)
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LOOKS_LIKE: Final = (
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)),
    ("an NHS number", re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")),
    ("a UPN", re.compile(r"\b[A-Z]\d{11}[A-Z\d]\b", re.IGNORECASE)),
    ("an e-mail address", re.compile(r"\S@\S")),
)
_SHAPES: Final = {
    Identifier.NATIONAL_INSURANCE: "a National Insurance number",
    Identifier.ADDRESS: "an address",
    Identifier.DATE_OF_BIRTH: "a date of birth",
    Identifier.PHONE: "a telephone number",
}
_STANDS_FOR_NOTHING: Final = _words(
    "tbc tba n/a na nk unknown none null nil open ongoing pending yes no y n today "
    "yesterday - -- ? . x"
)
_LONGEST_SHOWN: Final = 60


def is_identifying(heading: str) -> bool:
    """Whether a heading, by its words, names who or where a child is."""
    apart = _CAMEL.sub("_", heading)
    plain = re.sub(r"[^a-z0-9]+", "_", apart.lower()).strip("_")
    words = set(plain.split("_"))
    return bool(words & _WORDS_OF_IDENTITY or _RUN_TOGETHER.search(plain))


def shown(text: str, *, quotes_words: bool) -> str:
    """A cell as a sentence may name it: quoted, or what it was in a few words."""
    quoted = quotable(text, quotes_words=quotes_words)
    if quoted is not None:
        return f"'{quoted}'"
    what = _looks_like(text)
    if what is not None:
        return f"a cell that looks like {what} (not shown)"
    return f"text of {len(text.strip())} characters (not shown)"


def quotable(text: str, *, quotes_words: bool) -> str | None:
    """A cell as a finding may repeat it, or None where it may not.

    `quotes_words` is for lists of codes, where the word is what must be corrected. A
    date or number with no digit in it is not repeated: where columns have slipped
    sideways it is a name. Nor, among codes, is a word that is a name and no other.
    """
    plain = text.strip()
    wordy = not any(letter.isdigit() for letter in plain)
    if wordy and not quotes_words and plain.lower() not in _STANDS_FOR_NOTHING:
        return None
    if _looks_like(text) is not None:
        return None
    printable = "".join(letter if letter.isprintable() else "�" for letter in plain)
    if len(printable) > _LONGEST_SHOWN:
        printable = printable[:_LONGEST_SHOWN] + "…"
    return printable


def _looks_like(text: str) -> str | None:
    """What the cell would give away, in a few words; None where it seems harmless."""
    for what, pattern in _LOOKS_LIKE:
        if pattern.search(text):
            return what
    for span in spans(text, frozenset(_SHAPES)):
        return _SHAPES[span.kind]
    if cell_name(text).certain or any(name_spans(text, bold=False)):
        return "a person’s name"
    return None
