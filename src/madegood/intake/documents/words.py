"""A document's words, without its tables' shape."""

from collections.abc import Sequence

from madegood.intake.documents.shapes import Item, Paragraph, PlainText, Table

BULLET = "• "


def document_text(items: Sequence[Item]) -> str:
    """The words alone, line by line, as an inspection report is read."""
    said: list[str] = []
    for item in items:
        match item:
            case PlainText():
                said.append(item.text)
            case Paragraph():
                if said and not item.wraps and not item.listed:
                    said.append("")
                mark = "\f" if item.page else ""
                said.append(f"{mark}{BULLET if item.listed else ''}{item.text}")
            case Table():
                said.append("")
                said += [
                    "   ".join(cell.text for cell in row if cell.text)
                    for row in item.rows
                ]
                said.append("")
    return "\n".join(said)
