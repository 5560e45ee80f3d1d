"""To whom what waits for a vacant post goes. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Place", "chain", "would_loop"]


@dataclass(frozen=True, slots=True)
class Place:
    """A post in the order of posts: the one it reports to, and who holds it."""

    post: int
    title: str
    reports_to: int | None
    holders: frozenset[int]


def chain(posts: Mapping[int, Place], post: int) -> tuple[Place, ...]:
    """The post and, as long as nobody holds it, the ones above. The last of them is
    held, or has nothing above it. A loop, which is refused when written, ends it too."""
    found: list[Place] = []
    at: int | None = post
    while at is not None and at in posts and posts[at] not in found:
        found.append(posts[at])
        at = None if posts[at].holders else posts[at].reports_to
    return tuple(found)


def would_loop(posts: Mapping[int, Place], post: int, to: int) -> tuple[str, ...]:
    """The titles on the way from `to` back to `post`, if the one reported to the other;
    () where there would be no loop."""
    titles: list[str] = []
    seen: set[int] = set()
    at: int | None = to
    while at is not None and at in posts and at not in seen:
        seen.add(at)
        titles.append(posts[at].title)
        if at == post:
            return tuple(titles)
        at = posts[at].reports_to
    return ()
