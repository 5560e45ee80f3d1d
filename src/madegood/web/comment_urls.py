"""The routes of comments. Which thing may be seen is asked again of each."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import comments

comment_routes = [
    route(
        "evidence/<int:evidence_id>/comments",
        comments.of_evidence,
        "evidence_comments",
        needs=May.COMMENTS_WRITE,
    ),
    route(
        "boards/items/<int:item_id>/comments",
        comments.of_item,
        "item_comments",
        needs=May.COMMENTS_WRITE,
    ),
    route(
        "comments/<slug:kind>/<str:number>",
        comments.comments,
        "comments",
        needs=May.COMMENTS_WRITE,
    ),
    route(
        "comments/<slug:kind>/<str:number>/seen",
        comments.see,
        "see_mention",
        needs=May.COMMENTS_WRITE,
    ),
    route(
        "comments/of/<int:comment_id>/change",
        comments.edit,
        "edit_comment",
        needs=May.COMMENTS_WRITE,
    ),
    route(
        "comments/of/<int:comment_id>/strike",
        comments.strike,
        "strike_comment",
        needs=May.COMMENTS_WRITE,
    ),
]
