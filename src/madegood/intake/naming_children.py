"""Whether what somebody types would name a child: numbers the NHS or a school gave,
National Insurance numbers, a full postcode, a date of birth.

The finders are those that data files are cleaned with. Here nothing is taken out: a
person is told where it stands and takes it out themselves, for a sentence with a hole
in it may say something else.
"""

from typing import Final

from madegood.intake.identifiers import Identifier, spans

_ONE: Final = {
    Identifier.NHS_NUMBER: "an NHS number",
    Identifier.UPN: "a pupil number (UPN)",
    Identifier.NATIONAL_INSURANCE: "a National Insurance number",
    Identifier.POSTCODE: "a full postcode",
    Identifier.DATE_OF_BIRTH: "a date of birth",
}
_BEFORE: Final = 24


def named_in(text: str) -> str:
    """What must come out of the text and where it stands; "" where nothing must.

    The message never repeats what it found: messages are logged, and read aloud.
    """
    found = sorted(spans(text, frozenset(_ONE)), key=lambda span: span.start)
    if not found:
        return ""
    first = found[0]
    line = text.count("\n", 0, first.start) + 1
    before = text[max(0, first.start - _BEFORE) : first.start].splitlines()
    after = f"after “{before[-1].strip()}”" if before and before[-1].strip() else ""
    where = f"on line {line}" if line > 1 or "\n" in text else "in it"
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return (
        f"There is what looks like {_ONE[first.kind]} {' '.join(w for w in (where, after) if w)}"
        f"{more}. No child is named here: take it out, and write who is meant in the "
        "case system."
    )
