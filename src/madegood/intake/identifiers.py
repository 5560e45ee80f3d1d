"""Identifiers that can be told by their shape: numbers the NHS, a school or the
Revenue gave, postcodes, addresses, e-mail, telephones, dates of birth.

One text of each pattern serves two machines, RE2 over Arrow columns and Python's `re`
over one text, so that what is counted and what is taken out are the same: hence no
look-around and no back-reference. Shapes and check digits: NHS Data Dictionary (NHS
number, modulus 11); DfE, *Unique pupil numbers* (check letter, modulus 23); HMRC
NIM39110 (National Insurance numbers); British postcode areas and inward codes as
Royal Mail's *Programmers' guide* gives them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Identifier(StrEnum):
    """What was found, worst first where a choice must be made."""

    NHS_NUMBER = "nhs_number"
    UPN = "upn"
    NATIONAL_INSURANCE = "national_insurance"
    NAME = "name"
    ADDRESS = "address"
    POSTCODE = "postcode"
    DATE_OF_BIRTH = "date_of_birth"
    EMAIL = "email"
    PHONE = "phone"


# Nouns for a sentence: never a value.
CALLED: Final = {
    Identifier.NHS_NUMBER: "NHS numbers",
    Identifier.UPN: "pupil numbers (UPN)",
    Identifier.NATIONAL_INSURANCE: "National Insurance numbers",
    Identifier.NAME: "people’s names",
    Identifier.ADDRESS: "addresses",
    Identifier.POSTCODE: "full postcodes",
    Identifier.DATE_OF_BIRTH: "dates of birth in text",
    Identifier.EMAIL: "e-mail addresses",
    Identifier.PHONE: "telephone numbers",
}

_AREAS: Final = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG "
    "DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV "
    "JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH "
    "PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS "
    "TW UB W WA WC WD WF WN WR WS WV YO ZE"
).replace(" ", "|")
_MONTH: Final = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
DATE: Final = (
    rf"(?:{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    rf"|(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    rf"|{_DAY}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}\.?,?[ -](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    rf"|{_MONTH} {_DAY}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}})"
)
_STREET: Final = (
    "(?:street|str?|road|rd|avenue|ave|lane|drive|dr|close|crescent|cres|court|place|"
    "gardens|gdns|grove|way|walk|terrace|square|hill|green|mews|row|rise|view|croft|"
    "parade|boulevard|wharf|quay)"
)

# Each is read without regard to case. The first group, where there is one, is what
# identifies: the rest is only what it stands among.
PATTERNS: Final[dict[Identifier, str]] = {
    Identifier.EMAIL: r"[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
    # Any first letter: made-up and mistyped ones are turned away with the real.
    Identifier.UPN: r"\b[A-Z][0-9]{11}[0-9A-Z]\b",
    # Its last letter may be left out only where it is written in pairs: without it,
    # run together, it has the shape of a children's home's number (SC123456).
    Identifier.NATIONAL_INSURANCE: (
        r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: [0-9]{2} [0-9]{2} [0-9]{2}(?: ?[A-D])?"
        r"|[0-9]{6} ?[A-D]| ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])\b"
    ),
    # Run together only with letters a postcode can have; with its blank, any: a slip
    # of the pen still says where somebody lives.
    Identifier.POSTCODE: (
        rf"\b(?:(?:{_AREAS})[0-9][0-9A-HJKMNP-Y]? {{0,2}}[0-9][ABD-HJLNP-UW-Z]{{2}}"
        r"|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|GIR ?0AA)\b"
    ),
    Identifier.PHONE: (
        r"(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?\b0)(?:7[0-9]{3}|[12][0-9]{2,3}|3[0-9]{2}|8[0-9]{2})"
        r"\)?[ -]?[0-9]{3}[ -]?[0-9]{3,4}\b"
    ),
    Identifier.NHS_NUMBER: r"\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\b",
    Identifier.ADDRESS: (
        rf"\b(?:(?:flat|apartment|apt|unit|room) ?[0-9]{{1,4}}[a-z]?,? )?"
        rf"[0-9]{{1,4}}[a-z]?,? (?:(?-i:[A-Z][A-Za-z'’-]+ ){{1,3}}{_STREET}"
        rf"|[a-z'’-]{{3,}} (?:street|road|avenue|lane|crescent))\b"
    ),
    Identifier.DATE_OF_BIRTH: (
        rf"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)"
        rf"[ :=(,-]{{0,4}}(?:is |was |on |in |the ){{0,2}}({DATE})"
    ),
}
EVERY_DATE: Final = rf"\b{DATE}\b"


NHS_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text an identifier stands."""

    start: int
    end: int
    kind: Identifier


def _always(_text: str) -> bool:
    return True


def is_nhs_number(text: str) -> bool:
    """Ten digits whose last is the modulus-11 check of the first nine; a check that
    comes to ten is never issued."""
    digits = [int(letter) for letter in text if letter.isdigit()]
    if len(digits) != NHS_DIGITS:
        return False
    total = sum(d * (NHS_DIGITS - place) for place, d in enumerate(digits[:-1]))
    return -total % 11 == digits[-1]


_UPN_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_upn(text: str) -> bool:
    """Whether the first letter is the modulus-23 check of the rest. A temporary
    number ends in a letter, which counts by its place among the check letters."""
    rest = text.upper()[1:]
    try:
        digits = [int(d) if d.isdigit() else _UPN_LETTERS.index(d) for d in rest]
    except ValueError:
        return False
    total = sum(digit * weight for weight, digit in enumerate(digits, start=2))
    return _UPN_LETTERS[total % 23] == text[0].upper()


_NEVER_NATIONAL_INSURANCE: Final = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}


def _is_national_insurance(text: str) -> bool:
    return text[:2].upper() not in _NEVER_NATIONAL_INSURANCE


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return len(digits) in ({12, 11} if text.lstrip("(").startswith("+") else {11, 10})


def _is_nhs_in_text(text: str) -> bool:
    """In prose ten digits in threes and fours are one whatever the check says: a slip
    of the pen must not let it through."""
    return not text.isdigit() or is_nhs_number(text)


CHECKS: Final[dict[Identifier, Callable[[str], bool]]] = {
    Identifier.NATIONAL_INSURANCE: _is_national_insurance,
    Identifier.PHONE: _is_phone,
    Identifier.NHS_NUMBER: _is_nhs_in_text,
}
_COMPILED: Final = {
    kind: re.compile(pattern, re.IGNORECASE | re.ASCII)
    for kind, pattern in PATTERNS.items()
}
_DATES: Final = re.compile(EVERY_DATE, re.IGNORECASE | re.ASCII)


def spans(text: str, kinds: frozenset[Identifier] | None = None) -> Iterator[Span]:
    """Every identifier of a shape in one text; they may overlap."""
    for kind, pattern in _COMPILED.items():
        if kinds is not None and kind not in kinds:
            continue
        check = CHECKS.get(kind, _always)
        for found in pattern.finditer(text):
            group = 1 if pattern.groups else 0
            if check(found[group]):
                yield Span(found.start(group), found.end(group), kind)


def date_spans(text: str) -> Iterator[tuple[int, int]]:
    """Every whole date in a text (a day, a month and a year), whatever it is of."""
    for found in _DATES.finditer(text):
        yield found.start(), found.end()
