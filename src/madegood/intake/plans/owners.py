"""Who: the posts named in a cell.

A post is known by its words ("Head of Service", "Manager", "Social Worker", "Team").
"Heads of Service Safeguards and Family Support" is two posts of one kind; in
"Missing and Exploitation Team Manager" the "and" stays inside the post's name.
"""

import re

_POST = (
    r"(?:Heads?|Directors?|Managers?|Officers?|Leads?|Leaders?|Workers?|Chairs?"
    r"|Chairpersons?|Commissioners?|Co-?ordinators?|Principal|Consultants?|Advis[eo]rs?"
    r"|Analysts?|Practitioners?|Supervisors?|Assistants?|Executive|Member|Nurses?"
    r"|Headteachers?|Clerk|Partners?|Providers?|Partnership|Team|Board|Group|Panel"
    r"|Council|Police|Health|Services?|IROs?|DCS|AD|ADs|HoS|HOS|SLT|DLT|PSW|CEO|LSCP"
    r"|ICB|QA|Superintendent|Inspector|Governors?|Cabinet|Headship|Trainers?"
    r"|Programme|Dean|Solicitors?|Facilitators?|Ambassadors?|Doctors?|Paediatricians?"
    r"|Psychologists?|Therapists?|Sergeants?|DCI|DI|DS|Supt|TMs?|SMs?|GMs?|AHoS|DMO|DCO"
    r"|DSCO|ACO|DSL|SENDCOs?|SENCOs?|[a-z]+ (?:leads?|managers?|officers?))"
)
_POST_WORD = re.compile(rf"\b{_POST}\b")
# A post begins so when it follows other words on the same line.
POST_START = re.compile(
    r"\b(?=(?:Heads? of Service|Head of|Heads of|Assistant Directors?|Directors? (?:of|for)"
    r"|Service Managers?|Team Managers?|Principal Social Worker|Service Leads?|Service"
    r" Directors?|Strategic Leads?|Corporate Director|Executive Director|Group Manager"
    r"|Practice Manager)\b)"
)
# Posts that no other post's name ends in: one after another they are two posts, which a
# cell has on two lines where nothing else may part them.
_HEAD = re.compile(
    r"\b(?:Head of|Principal Social Worker|(?:Assistant |Corporate |Executive )?Director of)"
    r"\b"
)
# A manager's name does not go on with another post's: those are two posts as well.
_MANAGER_AND = re.compile(
    r"(?<=\bManager) (?=(?!of\b|for\b)(?:(?:[A-Z][\w’'-]+ ){1,3}(?:Officer|Manager)"
    r"|(?:[A-Z][\w’'-]+ )?Providers?)$)"
)
# Nor does "Head of Service": in a narrow column the next post stands right behind it.
_HEAD_AND = re.compile(
    r"(?<=\bHead of Service) (?=(?:Team|Service|Group|Practice) Managers?\b)"
)
_WORD = re.compile(r"[A-Z0-9][\w'’.&/-]*\.?|&|/|\+")
# Alone on its line such a word ends the name above it.
_NO_POST_ALONE = frozenset(
    {"Manager", "Managers", "Officer", "Officers", "Worker", "Workers", "Team", "Lead"}
)
_SMALL = frozenset({"of", "for", "the", "to", "in", "and", "with", "by", "as", "all"})
_LINKS = frozenset({"supported", "alongside", "jointly", "plus", "assisted"})
_PLURAL = re.compile(
    r"(?P<posts>(?:Heads of Service|Heads of(?! Service)|(?:Assistant |Service |Executive )*Directors"
    r"(?: of| for)?|(?:Service|Team|Group|Practice) Managers|Service Leads"
    r"|Strategic Leads|Leads))(?=\s*[:,(–-]?\s)[:,(–-]?\s*(?P<rest>.+)"
)
_BREAK = re.compile(
    r"\s*(?:;|,?\s*(?:\bjointly\s+)?\b(?:supported|assisted) by\b(?:\s+the\b)?"
    r"|,?\s*\b(?:with|alongside|plus)\b(?:\s+support\s+from\b)?(?:\s+the\b)?"
    r"|\s\+\s)\s*",
)
_JOIN = re.compile(r"\s*(?:,\s*and\s|,|/|\s&\s|\band\b)\s*")
LONGEST_CELL = 400


def is_owner(text: str) -> bool:
    """Whether a text is nothing but posts."""
    if not text or len(text) > LONGEST_CELL or not text[0].isupper():
        return False
    if not _POST_WORD.search(text) or text.rstrip().endswith((".", ":")):
        return False
    words = re.sub(r"[(),;:–]", " ", text).split()
    return (
        len(words) <= 40
        and all(
            _WORD.fullmatch(w) or w in _SMALL or w in _LINKS or w == "-" for w in words
        )
        and words[-1] not in _SMALL
    )


def could_be_owner(text: str) -> bool:
    """Whether a short text might name a person or a team in no post's words."""
    words = text.split()
    if not 1 <= len(words) <= 5 or text.endswith("."):
        return False
    return all(
        _WORD.fullmatch(w) or w in _SMALL for w in re.sub(r"[(),;/]", " ", text).split()
    )


# "Head of Safeguarding & QA" is one post: what a service does is no post beside it.
_FUNCTION = re.compile(r"\s*(?:QA|Quality Assurance|Partnerships?|Services?|Health)\s*")
_OF = re.compile(r"\b(?:Head|Director|AD|HoS|Manager|Lead)\b[^,;/]*$")


def posts_in(paragraphs: list[str]) -> tuple[str, ...]:
    """The posts of a cell, in order and once each. Paragraphs part posts, unless the
    next goes on where one stopped."""
    found: list[str] = []
    for text in _whole(paragraphs):
        for piece in _BREAK.split(text):
            for one in _apart(piece):
                found += _posts(one.strip(" ,;:"))
    return tuple(dict.fromkeys(p for p in found if p))


def _apart(text: str) -> list[str]:
    """Posts that follow each other with nothing between."""
    starts = [m.start() for m in _HEAD.finditer(text)]
    if len(starts) < 2 or starts[0] != 0:
        return [
            one for each in _HEAD_AND.split(text) for one in _MANAGER_AND.split(each)
        ]
    cuts = [0]
    for start in starts[1:]:
        left = text[cuts[-1] : start].strip()
        if is_owner(left) and left.split()[-1] not in _SMALL | _LINKS | {"&", "/"}:
            cuts.append(start)
    return [text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], None], strict=True)]


def _whole(paragraphs: list[str]) -> list[str]:
    whole: list[str] = []
    for text in paragraphs:
        goes_on = whole and (
            whole[-1].split()[-1].casefold() in _SMALL
            or whole[-1].endswith((",", "&", "/"))
            or text[:1].islower()
            or not _POST_WORD.search(text)
            or text in _NO_POST_ALONE
            or (not _POST_WORD.search(whole[-1]))
        )
        if goes_on:
            whole[-1] += f" {text}"
        else:
            whole.append(text)
    return whole


def _posts(text: str) -> list[str]:
    plural = _PLURAL.fullmatch(text)
    if plural is not None:
        return _of_one_kind(plural["posts"], plural["rest"])
    return _singles(text)


def _singles(text: str) -> list[str]:
    """Parts of a list, where a part that is no post by itself stays with its neighbour."""
    posts: list[str] = []
    at = 0
    for joint in [*_JOIN.finditer(text), None]:
        end = joint.start() if joint else len(text)
        left, right = text[at:end], text[joint.end() :] if joint else ""
        if joint is not None and not (
            _POST_WORD.search(left) and _starts_a_post(right)
        ):
            continue
        if joint is not None and _FUNCTION.fullmatch(right) and _OF.search(left):
            continue
        posts += _posts(left.strip()) if _PLURAL.fullmatch(left.strip()) else [left]
        at = joint.end() if joint else at
        if joint is not None and _PLURAL.fullmatch(right.strip()):
            return [p.strip() for p in posts] + _posts(right.strip())
    return [p.strip(" ,") for p in posts]


def _starts_a_post(text: str) -> bool:
    """Whether the next part, up to its own joint, holds a post's word or goes on to one."""
    first = _JOIN.split(text, maxsplit=1)[0]
    return bool(_POST_WORD.search(first))


def _of_one_kind(posts: str, rest: str) -> list[str]:
    single = _singular(posts)
    found: list[str] = []
    parts = [p.strip(" ,()") for p in _JOIN.split(rest) if p.strip(" ,()")]
    for at, part in enumerate(parts):
        if at and _POST_WORD.search(part):
            return found + _singles(" and ".join(parts[at:]))
        found.append(f"{single} {part}")
    return found


def _singular(posts: str) -> str:
    words = posts.split()
    return " ".join(
        w[:-1] if w in {"Heads", "Directors", "Managers", "Leads"} else w for w in words
    )


# Words of services, which look like names when they stand alone.
_SERVICE_WORD = re.compile(
    r"\b(?:Help|Care|Support|Safeguard\w*|Housing|Education|Commissioning|Children\S*"
    r"|Famil\w+|Legal|Finance|Human|Resources|Youth|Justice|Learning|Quality|Assurance"
    r"|Performance|Early|Corporate|Public|Social|Virtual|School|Fostering|Adoption)\b"
)


def named_person(owner: str) -> bool:
    """Whether an owner begins with a person's name: "Priya Shah, Service Manager"."""
    first = re.split(r"[,(–]", owner)[0].strip()
    words = first.split()
    return (
        2 <= len(words) <= 3
        and not _POST_WORD.search(first)
        and not _SERVICE_WORD.search(first)
        and all(re.fullmatch(r"[A-Z][A-Za-z’'-]+", word) for word in words)
    )
