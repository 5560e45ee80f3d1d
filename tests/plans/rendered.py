"""The Solihull plan as a council might have kept it in Word, Excel, PDF and a web page.

Each is written from the plan as it was read from its own text, so that what is read from
each must be the same ledger.
"""

from html import escape
from pathlib import Path

import docx
import weasyprint
import xlsxwriter
from docx.enum.section import WD_ORIENT

from madegood.intake.plans import PlanReading

COLUMNS = ("Action", "Who", "Progress")
OUTCOMES = "What difference will this make?"


def heading(recommendation) -> str:
    return f"Ofsted recommendation {recommendation.number}"


def rows(recommendation):
    return [
        (action.text, list(action.owners), action.progress)
        for action in recommendation.actions
    ]


def as_word(plan: PlanReading, path: Path) -> Path:
    """A landscape document: a heading, its title, a table, a list of outcomes."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = "Improvement plan"
    made.add_paragraph("This plan answers the inspection of November 2019.")
    for each in plan.recommendations:
        made.add_heading(heading(each), level=1)
        made.add_paragraph(each.title)
        table = made.add_table(rows=1, cols=3)
        for cell, label in zip(table.rows[0].cells, COLUMNS, strict=True):
            cell.text = label
        for text, owners, progress in rows(each):
            cells = table.add_row().cells
            cells[0].text, cells[2].text = text, progress
            cells[1].text = owners[0] if owners else ""
            for owner in owners[1:]:
                cells[1].add_paragraph(owner)
        made.add_heading(OUTCOMES, level=2)
        for outcome in each.outcomes:
            made.add_paragraph(outcome.text, style="List Bullet")
    made.save(str(path))
    return path


def page(plan: PlanReading) -> str:
    said = ["<!DOCTYPE html><html lang='en'><head><title>Plan</title><style>"]
    said.append("body{font:9pt sans-serif}table{border-collapse:collapse;width:100%}")
    said.append("td,th{border:1px solid #555;padding:4pt;vertical-align:top}")
    said.append("@page{size:A4 landscape;margin:15mm;@bottom-center{content:")
    said.append("'Improvement plan, page ' counter(page)}}")
    said.append("</style></head><body><nav>Skip to the plan</nav><h1>Our plan</h1>")
    for each in plan.recommendations:
        said.append(
            f"<h2>{heading(each)}</h2><p>{escape(each.title)}</p><table><thead>"
        )
        said.append(
            "<tr>" + "".join(f"<th>{c}</th>" for c in COLUMNS) + "</tr></thead>"
        )
        for text, owners, progress in rows(each):
            who = "<br>".join(map(escape, owners))
            cells = (escape(text), who, escape(progress))
            said.append("<tr>" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>")
        said.append(f"</table><h3>{OUTCOMES}</h3><ul>")
        said += [f"<li>{escape(outcome.text)}</li>" for outcome in each.outcomes]
        said.append("</ul>")
    return "\n".join([*said, "</body></html>"])


def as_web_page(plan: PlanReading, path: Path) -> Path:
    path.write_text(page(plan), encoding="utf-8")
    return path


def as_pdf(plan: PlanReading, path: Path) -> Path:
    """Ruled tables that run over many landscape pages, headers printed again."""
    weasyprint.HTML(string=page(plan)).write_pdf(str(path))
    return path


def as_workbook(plan: PlanReading, path: Path) -> Path:
    """One sheet: a title, then a row for each action, its recommendation and expected
    outcomes in cells that are merged over its rows."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Action plan")
        sheet.merge_range(0, 0, 0, 4, "Improvement plan, 2021")
        labels = ("Recommendation", "Action", "Who", "Progress", "Expected outcome")
        for at, label in enumerate(labels):
            sheet.write(2, at, label)
        at = 3
        for each in plan.recommendations:
            last = at + len(each.actions) - 1
            over = (
                (0, f"{heading(each)}: {each.title}"),
                (4, "\n".join(f"• {outcome.text}" for outcome in each.outcomes)),
            )
            for column, text in over:
                if last > at:
                    sheet.merge_range(at, column, last, column, text)
                else:
                    sheet.write(at, column, text)
            for text, owners, progress in rows(each):
                sheet.write(at, 1, text)
                sheet.write(at, 2, "\n".join(owners))
                sheet.write(at, 3, progress)
                at += 1
    return path
