"""The routes of the vault, and what a person needs to open each: a part of urls.py."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import case_links, matching, vault

urlpatterns = [
    route("data/vault", vault.vault, "vault", needs=May.CHILDREN_REIDENTIFY),
    route(
        "data/vault/links",
        case_links.where_links_lead,
        "case_link",
        needs=May.CHILDREN_REIDENTIFY,
    ),
    route("data/vault/codes", vault.codes, "codes", needs=May.CHILDREN_REIDENTIFY),
    route(
        "data/vault/matching", matching.matching, "matching", needs=May.CHILDREN_MATCH
    ),
    route(
        "data/vault/matching/<int:pair_id>",
        matching.match,
        "match",
        needs=May.CHILDREN_MATCH,
    ),
    route(
        "data/vault/matching/records/<int:record_id>",
        matching.unmatched,
        "unmatched",
        needs=May.CHILDREN_MATCH,
    ),
]
