"""Words that another program would obey: SQL, HTML, templates, shells, logs."""

from tests.hostile.case import Accepted, Hostile
from tests.hostile.cells import (
    in_903,
    in_annex_a,
    in_book,
    in_cin,
    in_csv,
    in_parquet,
    in_payload,
)
from tests.hostile.tables import as_csv, extract

KIND = "markup"

_WORDS = {
    "SQL that ends a statement": "'; DROP TABLE children;--",
    "SQL that is always true": "' OR '1'='1",
    "SQL that joins another table": "x' UNION SELECT password FROM users--",
    "a script": "<script>alert(1)</script>",
    "a picture with a script": "<img src=x onerror=alert(1)>",
    "a drawing with a script": "<svg/onload=alert(1)>",
    "a script behind an end of comment": "--><script>alert(1)</script>",
    "a template": "{{ config.SECRET_KEY }}",
    "a template's block": "{% include '/etc/passwd' %}",
    "another template": "${jndi:ldap://x.test/a}",
    "a format string": "%s%s%s%n",
    "another format string": "{0.__class__.__mro__}",
    "a shell": "$(reboot)",
    "another shell": "`reboot`",
    "a pipe": "x | rm -rf ~",
    "a path upwards": "../../../../etc/passwd",
    "a path to a share": "\\\\x.test\\share\\a",
    "a link": "javascript:alert(1)",
    "a second line of a log": "x\u2028INFO all is well",
    "an entity": "&#60;script&#62;",
    "an object": 'O:8:"stdClass":0:{}',
    "a pickle": "cos\nsystem\n(S'reboot'\ntR.",
    "terminal colours": "\x1b[2J\x1b[1;31mgone",
}


def every() -> list[Hostile]:
    found = [
        in_csv(KIND, f"{says} for a kind of episode", "missing_episodes", "kind", text,
               "bad_code")
        for says, text in _WORDS.items()
    ]  # fmt: skip
    few = dict(list(_WORDS.items())[:4])
    for says, text in few.items():
        found += [
            in_book(KIND, f"{says} for yes in a workbook", "return_interviews",
                    "accepted", text, "bad_yes_no"),
            in_903(KIND, f"{says} for a date in a return", "missing", "MIS_START", text,
                   "bad_date"),
        ]  # fmt: skip
    found += [
        in_annex_a(KIND, "a script for a date in Annex A", "List 3", "Date of referral",
                   "<script>alert(1)</script>", "bad_date"),
        in_cin(KIND, "SQL for a date in a census", "CINreferralDate",
               "'; DROP TABLE children;--", "bad_date"),
        in_payload(KIND, "a template for a date in a payload", "referral_date",
                   "{{ 7*7 }}", "bad_date"),
        in_parquet(KIND, "a shell for yes in Parquet", "return_interviews", "offered",
                   "$(reboot)", "bad_yes_no"),
        in_csv(KIND, "a very long script for a provider", "return_interviews",
               "provider", "<script>" + "a" * 500, "too_long"),
    ]  # fmt: skip
    return [
        *found,
        *(
            Hostile(
                KIND, f"{says} for a provider, kept as the words they are",
                "missing_episodes-{}.csv", Accepted(3),
                lambda n, text=text: as_csv(
                    extract("missing_episodes", n, provider=text)
                ),
            )
            for says, text in few.items()
        ),
    ]  # fmt: skip
