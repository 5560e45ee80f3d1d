"""Letters that are printed as nothing, or as others: what a word holds is what is read."""

from typing import Final

# Where a word may be parted, what has no width, and what keeps words on one line.
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_SAME: Final = {
    ord("\u2011"): "-",
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
}
_ALL: Final = _UNSEEN | _SPACES | _SAME


def as_read(text: str) -> str:
    """The words as somebody reads them aloud: a word that may be parted is one word."""
    return text.translate(_ALL)
