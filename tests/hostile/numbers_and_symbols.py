"""Things in the place of a number, and the symbols that published tables use."""

from tests.hostile.case import Accepted, Hostile
from tests.hostile.cells import in_903, in_annex_a, in_book, in_csv, in_parquet
from tests.hostile.tables import as_csv, extract, ssda903

NUMBERS = "numbers"
SYMBOLS = "symbols"

_NO_NUMBER = {
    "not a number": "NaN",
    "infinity": "inf",
    "infinity in full": "-Infinity",
    "more than a number can be": "1e309",
    "a power of ten": "1e5",
    "a hexadecimal number": "0x1F",
    "an octal number": "0o17",
    "a binary number": "0b11",
    "an underscore between digits": "1_000",
    "a Unicode minus": "−5",
    "two signs": "--5",
    "a sign after": "5-",
    "two points": "1.2.3",
    "a point alone": ".",
    "a comma for the point, and a point": "1.234,5",
    "a per cent sign": "50%",
    "a pound sign": "£5",
    "a fraction": "1/2",
    "a half": "½",
    "a superscript": "2²",
    "a Roman numeral": "Ⅻ",
    "sixteen digits": "1234567890123456",
    "a thousand digits": "9" * 150,
    "a space between digits": "1 000",
    "brackets for a minus": "(5)",
    "a letter O": "1O",
    "a complex number": "1+2j",
    "a truth": "TRUE",
    "a spreadsheet's own fault": "#DIV/0!",
    "full-width digits": "１２",
    "Arabic digits": "١٢",
}
_PUBLISHED = {
    "confidential": "c",
    "not applicable": "z",
    "not available": "x",
    "rounds to nought": "k",
    "unreliable": "u",
    "low": "low",
    "rounded": "~",
    "colon": ":",
    "dash": "–",
    "ellipsis": "…",
    "two dots": "..",
    "asterisk": "*",
    "less than five": "<5",
}


def numbers() -> list[Hostile]:
    found = [
        in_csv(NUMBERS, f"{says} for nights", "homeless_presentations",
               "bed_and_breakfast_nights", text, "bad_number")
        for says, text in _NO_NUMBER.items()
    ]  # fmt: skip
    for says in ("not a number", "more than a number can be", "a Unicode minus"):
        text = _NO_NUMBER[says]
        found += [
            # In a return NaN is nothing recorded: so pandas writes a blank.
            in_903(NUMBERS, f"{says}, or more of it, for a score", "oc2", "SDQ_SCORE",
                   text.replace("NaN", "NaNaN"), "bad_number"),
            in_book(NUMBERS, f"{says} in a workbook", "homeless_presentations",
                    "bed_and_breakfast_nights", text, "bad_number"),
        ]  # fmt: skip
    return [
        *found,
        in_parquet(NUMBERS, "not a number in Parquet", "homeless_presentations",
                   "bed_and_breakfast_nights", "nan", "bad_number"),
        in_903(NUMBERS, "infinity for adopters", "ad1", "NB_ADOPTR", "inf", "bad_number"),
        Hostile(
            NUMBERS, "minus nought, which is nought", "homeless_presentations-{}.csv",
            Accepted(3),
            lambda n: as_csv(
                extract("homeless_presentations", n, bed_and_breakfast_nights="-0")
            ),
        ),
    ]  # fmt: skip


def symbols() -> list[Hostile]:
    found = [
        in_csv(SYMBOLS, f"the sign for {says} in place of a number",
               "homeless_presentations", "bed_and_breakfast_nights", text, "bad_number")
        for says, text in _PUBLISHED.items()
    ]  # fmt: skip
    found += [
        in_csv(SYMBOLS, f"the sign for {says} in place of a date", "children",
               "date_of_birth", text, "bad_date")
        for says, text in _PUBLISHED.items()
    ]  # fmt: skip
    few = dict(list(_PUBLISHED.items())[:3])
    for says, text in few.items():
        found += [
            in_csv(SYMBOLS, f"the sign for {says} in place of a code",
                   "missing_episodes", "kind", text, "bad_code"),
            in_903(SYMBOLS, f"the sign for {says} in a return", "missing", "MIS_START",
                   text, "bad_date"),
            in_book(SYMBOLS, f"the sign for {says} in a workbook", "missing_episodes",
                    "looked_after", text, "bad_yes_no"),
        ]  # fmt: skip
    found += [
        in_annex_a(SYMBOLS, f"the sign for {says} in Annex A", "List 3",
                   "Date of referral", text, "bad_date")
        for says, text in few.items()
    ]  # fmt: skip
    return [
        *found,
        in_csv(SYMBOLS, "the sign for unreliable in place of yes", "return_interviews",
               "offered", "u", "bad_yes_no"),
        Hostile(
            SYMBOLS, "a partial date, which a return may have", "prev-perm-{}.csv",
            Accepted(3),
            lambda n: as_csv([
                {"CHILD": row["CHILD"], "DOB": row["DOB"], "PREV_PERM": "P1",
                 "LA_PERM": "334", "DATE_PERM": "zz/05/2019"}
                for row in ssda903("missing", n)
            ]),
        ),
    ]  # fmt: skip
