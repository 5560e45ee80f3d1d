"""What waits for a vacant post goes up to the next one that is held."""

from madegood.plan.routing import Place, chain, would_loop

TOM = 7


def posts(*given):
    """(title, the title it reports to, who holds it), numbered as they come."""
    at = {title: key for key, (title, _, _) in enumerate(given, 1)}
    return {
        at[title]: Place(at[title], title, at.get(to), frozenset({who} - {None}))
        for title, to, who in given
    }


def titles(order, post):
    return [place.title for place in chain(order, post)]


def test_a_held_post_keeps_what_waits_for_it():
    assert titles(posts(("Officer", "Head", TOM), ("Head", None, None)), 1) == [
        "Officer"
    ]


def test_a_vacant_one_passes_it_up_past_those_that_are_vacant_too():
    order = posts(("Officer", "Head", None), ("Head", "AD", None), ("AD", None, TOM))
    assert titles(order, 1) == ["Officer", "Head", "AD"]


def test_where_nobody_is_above_it_ends_with_a_vacant_post():
    order = posts(("Officer", "Head", None), ("Head", None, None))
    assert not chain(order, 1)[-1].holders


def test_a_loop_is_named_before_it_is_made():
    order = posts(("Officer", "Head", None), ("Head", "AD", None), ("AD", None, None))
    assert would_loop(order, post=3, to=1) == ("Officer", "Head", "AD")
    assert would_loop(order, post=1, to=3) == ()
    assert would_loop(order, post=1, to=1) == ("Officer",)


def test_a_loop_that_is_there_already_still_ends():
    assert titles(posts(("A", "B", None), ("B", "A", None)), 1) == ["A", "B"]
