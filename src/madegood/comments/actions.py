"""What may be done with a comment. Each checks the permission, is whole or not at all,
and leaves an event in the trail: that something was said, never what."""

from collections.abc import Iterable

from django.db import transaction

from madegood.accounts.actions import Refused, require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.comments.models import Comment, Mention
from madegood.comments.rules import LONGEST, may_still_edit, mentioned
from madegood.comments.targets import About, NothingThere, about, about_key
from madegood.intake.naming_children import named_in
from madegood.trail.actions import record_event

__all__ = [
    "NotCommented",
    "NothingThere",
    "edit_comment",
    "say",
    "see_mention",
    "strike_comment",
]


class NotCommented(ValueError):
    """Something cannot be said as given; the message says why and what to do."""


@transaction.atomic
def say(
    *, by: User, kind: str, number: str, text: str, tell: Iterable[User] = ()
) -> Comment:
    """A comment on the thing of that kind and number. Raises NothingThere where there
    is none, NotCommented where it cannot be said as given."""
    require(by, Permission.COMMENTS_WRITE)
    thing = about(kind, number)
    _require_seen(by, thing)
    text = _checked(text)
    told = _told(text, thing) | {person.pk: person for person in tell}
    _refuse_who_may_not_see(told.values(), thing)
    _refuse_twice(by, thing, text)
    comment = Comment.objects.create(
        kind=thing.kind, key=thing.key, text=text, written_at=now(), written_by=by
    )
    _mention(comment, told.values(), by)
    record_event(by=by, kind="comment_written", subject=comment, label=thing.called)
    return comment


@transaction.atomic
def edit_comment(*, by: User, comment_id: int, text: str) -> Comment:
    """Mend one's own comment, in its first fifteen minutes. Somebody mentioned by the
    new words is told; nobody who was told before is untold."""
    require(by, Permission.COMMENTS_WRITE)
    comment = _own(by, comment_id)
    if not may_still_edit(comment.written_at, now()):
        raise NotCommented(
            "It was written more than 15 minutes ago, and others may have read it. "
            "Strike it with a reason, and say it anew."
        )
    thing = about_key(comment.kind, comment.key)
    text = _checked(text)
    told = _told(text, thing)
    _refuse_who_may_not_see(told.values(), thing)
    comment.text, comment.edited_at = text, now()
    comment.save(update_fields=["text", "edited_at"])
    _mention(comment, told.values(), by)
    record_event(by=by, kind="comment_edited", subject=comment, label=thing.called)
    return comment


@transaction.atomic
def strike_comment(*, by: User, comment_id: int, why: str) -> Comment:
    """Take back one's own comment. It stays, struck through, with the reason."""
    require(by, Permission.COMMENTS_WRITE)
    comment = _own(by, comment_id)
    if len(why.split()) < 2:
        raise NotCommented("Say why it is struck, in at least two words.")
    _refuse_identifiers(why)
    comment.struck_at, comment.struck_why = now(), why.strip()
    comment.save(update_fields=["struck_at", "struck_why"])
    thing = about_key(comment.kind, comment.key)
    record_event(
        by=by,
        kind="comment_struck",
        subject=comment,
        label=thing.called,
        why=why.strip(),
    )
    return comment


def see_mention(*, by: User, kind: str, number: str) -> int:
    """Say that one has seen every comment here that one is mentioned in. It is a
    person's own mark and no event of the plan's."""
    thing = about(kind, number)
    _require_seen(by, thing)
    return Mention.objects.filter(
        person=by, seen_at=None, comment__kind=thing.kind, comment__key=thing.key
    ).update(seen_at=now())


def _require_seen(by: User, thing: About) -> None:
    require(by, thing.permission)
    if not thing.seen_by(by):
        raise Refused(f"You may not see {thing.called}, nor what is said of it.")


def _own(by: User, comment_id: int) -> Comment:
    comment = Comment.objects.select_for_update().filter(pk=comment_id).first()
    if comment is None:
        raise NothingThere(f"There is no comment {comment_id}.")
    if comment.written_by_id != by.pk:
        raise NotCommented("Only whoever wrote a comment may change or strike it.")
    if comment.struck_at is not None:
        raise NotCommented("This comment has been struck already.")
    return comment


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise NotCommented("Write what you want to say.")
    if len(text) > LONGEST:
        raise NotCommented(f"Say it in {LONGEST:,} characters or fewer.")
    _refuse_identifiers(text)
    return text


def _refuse_identifiers(text: str) -> None:
    found = named_in(text)
    if found:
        raise NotCommented(found)


def _told(text: str, thing: About) -> dict[int, User]:
    """Whoever is mentioned in the text; raises NotCommented for who is nobody here."""
    if "@" not in text:
        return {}
    people = {person.email: person for person in User.objects.filter(is_active=True)}
    names = {address: str(person) for address, person in people.items()}
    found, unknown = mentioned(text, names)
    if unknown and "@" not in unknown[0]:
        raise NotCommented(
            f"“@{unknown[0]}” tells nobody: no one person here is called that. Write "
            "the whole name or the address, or take out the @ before it."
        )
    if unknown:
        raise NotCommented(
            f"Nobody here signs in as {unknown[0]}, so they cannot be told of "
            f"{thing.called}. Check the address, or take out the @ before it."
        )
    return {people[address].pk: people[address] for address in found}


def _refuse_who_may_not_see(told: Iterable[User], thing: About) -> None:
    for person in told:
        if not thing.seen_by(person):
            raise NotCommented(
                f"{person} may not see {thing.called}, so they cannot be told of it "
                "here."
            )


def _refuse_twice(by: User, thing: About, text: str) -> None:
    """A form sent twice is one comment."""
    last = Comment.objects.filter(kind=thing.kind, key=thing.key).last()
    if last is not None and last.written_by_id == by.pk and last.text == text:
        raise NotCommented("You have just said this here. It stands above.")


def _mention(comment: Comment, told: Iterable[User], by: User) -> None:
    Mention.objects.bulk_create(
        [Mention(comment=comment, person=each) for each in told if each.pk != by.pk],
        ignore_conflicts=True,
    )
