"""Has this been said before? Of one recommendation, and of the whole plan."""

from django.http import Http404, HttpRequest, HttpResponse

from madegood.benchmarks import recurring
from madegood.benchmarks.recurring import Recurrence
from madegood.reports.topic_drawing import topic_bars
from madegood.topics.published import published_lists
from madegood.topics.repeats import topics_by_year
from madegood.topics.vocabulary import titles
from madegood.web.asked import asked
from madegood.web.csv_cells import csv_file
from madegood.web.show import show
from madegood.web.words import count_of, day

HEADINGS = (
    "Recommendation", "Where", "Published", "Words", "Likeness", "What became of it",
)  # fmt: skip
_SHOWN = 12


def recurrence(request: HttpRequest) -> HttpResponse:
    """Every recommendation of the plan, and the topics through the years."""
    when = asked(request)
    short = request.GET.get("plan", "")[:20]
    try:
        plan, found = recurring.recurrences(when.moment, short)
    except recurring.NoSuchThing:
        if short:
            raise Http404 from None
        return show(request, "no_plan.html", section="plan")
    if request.GET.get("as") == "csv":
        rows = [row for one in found for row in _rows(one)]
        return csv_file(HEADINGS, rows, name="said-before.csv")
    until = when.day if when.moment else None
    topics = topics_by_year(until)
    lists = sum(of for _, _, of in topics[0].by_year) if topics else 0
    ours = {topic.id for one in found for topic in one.topics}
    sent = request.GET.copy()
    sent["as"] = "csv"
    return show(
        request,
        "recurrence.html",
        section="plan",
        plan=plan,
        found=found,
        lead=_lead(found),
        titles=titles,
        topics=topics,
        ours=ours,
        picture=topic_bars(topics, ours, lists=lists),
        lists=lists,
        all_lists=len(published_lists()),
        as_of_query=when.query,
        file_query=f"?{sent.urlencode()}",
    )


def said_before(request: HttpRequest, number: str) -> HttpResponse:
    when = asked(request)
    try:
        plan, one = recurring.recurrence_of(number, when.moment)
    except recurring.NoSuchThing:
        raise Http404 from None
    again, gone, waiting = one.counts
    return show(
        request,
        "said_before.html",
        section="plan",
        plan=plan,
        one=one,
        rec=one.rec,
        about=titles(one.topics),
        again=again,
        gone=gone,
        waiting=waiting,
        shown=one.elsewhere[:_SHOWN],
        as_of_query=when.query,
    )


def _lead(found: list[Recurrence]) -> str:
    before = sum(one.said_before for one in found)
    since = sum(bool(one.since or one.named_since) for one in found)
    said = (
        f"{before or 'None'} of {count_of(len(found), 'recommendation')} had been said "
        "to this authority before, in what is held here"
    )
    return f"{said}; {since} were come back to since." if since else f"{said}."


def _rows(one: Recurrence) -> list[tuple[object, ...]]:
    number = one.rec.number
    rows: list[tuple[object, ...]] = [
        (number, each.source, day(each.published), each.text, f"{each.alike:.2f}",
         each.claimed)
        for each in (*one.before, *one.since)
    ]  # fmt: skip
    for other in one.elsewhere:
        became = "no later list"
        if other.next_list is not None:
            became = other.again.text if other.again else "not in the next list"
        where = other.found.where
        rows.append(
            (
                number,
                where.authority.title(),
                day(where.published),
                other.found.text,
                f"{other.found.alike:.2f}",
                became,
            )
        )
    return rows
