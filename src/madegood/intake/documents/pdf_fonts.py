"""Fonts of a PDF whose letters are told by a map that the PDF itself brings.

pdfminer knows the maps that have a name and reads none that stands in the file: it takes
such a map for an empty one and leaves out every word set in that font, saying nothing.
Programs that make PDFs from web pages write such maps as soon as a page has an arrow or
a bullet that its font lacks.
"""

import re
from typing import Any, Final

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT

# A map from two bytes to a letter. What each is printed as stands apart, by its two
# bytes, so that the map itself need not be followed: only widths could differ by it.
_TWO_BYTES: Final = re.compile(rb"begincodespacerange\s*<0000>\s*<ffff>", re.IGNORECASE)


class FontsWithOwnMaps(PDFResourceManager):
    """Fonts as pdfminer reads them, those with a map of the PDF's own as well."""

    def get_font(self, objid: Any, spec: Any) -> Any:
        encoding = resolve1(spec.get("Encoding"))
        if isinstance(encoding, PDFStream) and _TWO_BYTES.search(encoding.get_data()):
            spec = {**spec, "Encoding": LIT("Identity-H")}
        return super().get_font(objid, spec)
