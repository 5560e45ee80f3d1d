"""On the left of the confirm page a row stands as it does in its document."""

from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.web.draft_page import spoken_of

PAGE = (
    "<html><body><h2>Recommendation 1: Visits</h2><table><tr><th>Status<th>Owner"
    "<th>Cost centre<th>Milestone</tr><tr><td>Done<td>Team Manager<td>CC-4411"
    "<td>Visit every child</tr></table></body></html>"
)


def test_cells_keep_their_order_and_the_headings_the_document_gives(signed_in):
    file = SimpleUploadedFile("plan.html", PAGE.encode())
    answer = signed_in("priya").post("/plan/import", {"plan": file}, follow=True)
    said = answer.content.decode()
    cells = said[said.index('class="mg-cells"') :]
    cells = cells[: cells.index("</dl>")]
    told = [
        cells.index(f"<dt>{name}</dt>") for name in ("Status", "Owner", "Milestone")
    ]
    assert told == sorted(told)
    assert "<dt>Cost centre</dt><dd>CC-4411</dd>" in cells
    assert "table 1, row 2" in said


def test_what_is_said_of_the_report_or_of_a_line_is_of_no_row():
    assert spoken_of("report, 3") == set()
    assert spoken_of("plan.txt, line 3") == set()
    assert spoken_of("4.3 and 9.1") == {"4.3", "9.1"}
    assert spoken_of("recommendation 2, row 1 (sheet “1”, row 4)") == {"2"}
