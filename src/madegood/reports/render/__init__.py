"""A document as a page, a PDF, a Word file or JSON."""
