"""The route of the search. What may be found is asked again of each source."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import searching

search_routes = [route("search", searching.search, "search", needs=May.PLAN_VIEW)]
