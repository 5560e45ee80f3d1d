"""Documents that people write: Word, Excel, PDF and web pages, as paragraphs and tables.

Nothing here knows what a plan is. It is run only in the reading process (contained)."""
