"""The templates' environment: ours, the GOV.UK macros, and the words between them."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    UndefinedError,
)

from madegood.web import plan_links, standing, words


class Careful(ChainableUndefined):
    """Blank where a macro's parameter was not given, an error where one of our own
    values lacks what a template asked it for: a misspelt attribute must not become
    an empty space on a page."""

    def _ours(self) -> bool:
        asked = self._undefined_obj
        return type(asked).__module__.startswith("madegood.")

    def __str__(self) -> str:
        if self._ours():
            raise UndefinedError(
                f"{type(self._undefined_obj).__name__} has no '{self._undefined_name}'"
            )
        return ""

    def __html__(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return bool(str(self))


def environment(**options: Any) -> Environment:
    """What Django's Jinja2 backend builds every page with."""
    options["undefined"] = Careful
    options["loader"] = ChoiceLoader(
        [
            options["loader"],
            PrefixLoader(
                {"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}
            ),
        ]
    )
    made = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    # (Django passes autoescape=True among the options.)
    made.globals.update(
        static=static, url=reverse, span=words.span, span_short=words.span_short
    )
    made.filters.update(words.FILTERS | standing.FILTERS | plan_links.FILTERS)
    return made
