"""The Solihull plan in PDFs whose tables are not ruled, each as some printer draws them."""

import re
from html import escape
from pathlib import Path

import weasyprint

from madegood.intake.plans import PlanReading
from tests.plans.rendered import COLUMNS, OUTCOMES, heading, rows

_PAGE = """
body{font:9pt sans-serif} table{border-collapse:collapse;width:100%;margin:6pt 0}
td,th{padding:4pt;vertical-align:top;text-align:left} th{font-weight:bold}
td:nth-child(1){width:38%} td:nth-child(2){width:20%}
@page{size:A4 landscape;margin:15mm;
@bottom-center{content:'Improvement plan, page ' counter(page)}}
"""
_HEAD = "<tr>" + "".join(f"<th>{label}</th>" for label in COLUMNS) + "</tr>"
_TWO_ROWS = (
    "<tr><th rowspan=2>Action</th><th rowspan=2>Who</th><th colspan=2>How far we have"
    " got</th></tr><tr><th>Progress</th><th>RAG</th></tr>"
)


def _bullets(words: str) -> str:
    """A cell's sentences as a list, as many plans have them."""
    each = re.split(r"(?<=\.) (?=[A-Z])", words)
    if len(each) < 2:
        return escape(words)
    return "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in each) + "</ul>"


def _drawn(plan: PlanReading, css: str, head: str = _HEAD, cell=escape, more="") -> str:
    said = [f"<!DOCTYPE html><html lang=en><style>{_PAGE}{css}</style><body>"]
    said.append("<h1>Our plan</h1><p>It answers the inspection of November 2019.</p>")
    for each in plan.recommendations:
        said.append(f"<h2>{heading(each)}</h2><p>{escape(each.title)}</p>")
        said.append(f"<table><thead>{head}</thead>")
        for text, owners, progress in rows(each):
            cells = (cell(text), "<br>".join(map(escape, owners)), cell(progress))
            said.append(
                "<tr>" + "".join(f"<td>{c}</td>" for c in cells) + f"{more}</tr>"
            )
        said.append(f"</table><h3>{OUTCOMES}</h3><ul>")
        said += [f"<li>{escape(outcome.text)}</li>" for outcome in each.outcomes]
        said.append("</ul>")
    return "\n".join([*said, "</body></html>"])


# What is different about each: CSS, and what else is drawn otherwise.
DRAWN = {
    "no lines at all": ("", {}),
    "every other row shaded": ("tbody tr:nth-child(even){background:#ddd}", {}),
    "every other cell shaded": ("tbody tr:nth-child(odd) td{background:#e8eef8}", {}),
    "only the heading shaded": ("th{background:#003366;color:white}", {}),
    "upright, ruled level": (
        "@page{size:A4 portrait} tr{border-bottom:.5pt solid #888}",
        {},
    ),
    "heading in two rows": ("", {"head": _TWO_ROWS, "more": "<td></td>"}),
    "bullets in cells": ("ul{margin:0;padding-left:10pt}", {"cell": _bullets}),
    "pages that part rows": ("@page{size:A5 landscape;margin:12mm}", {}),
    "pages that part rows, ruled level": (
        "@page{size:A5 landscape;margin:12mm} td{border-top:.5pt solid #888}",
        {},
    ),
    "names in the middle": (
        "td{vertical-align:middle;border-bottom:.5pt solid #888} th{text-align:center}",
        {},
    ),
    "no heading again": ("thead{display:table-row-group}", {}),
}


def as_unruled_pdf(plan: PlanReading, name: str, path: Path) -> Path:
    css, otherwise = DRAWN[name]
    weasyprint.HTML(string=_drawn(plan, css, **otherwise)).write_pdf(str(path))
    return path
