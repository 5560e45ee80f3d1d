"""The words the public papers use for states, claims and rungs."""

from madegood.reports.facts import RecommendationFact

STATES = {
    "embedded": "Embedded",
    "holding": "Holding",
    "claimed_not_evidenced": "Said, not yet shown",
    "contradicted": "Contradicted",
    "slipping": "Slipping",
    "untestable": "Cannot be tested",
    "in_progress": "In progress",
}
STATE_MEANINGS = {
    "embedded": "done, seen or heard in practice, shown in the numbers, kept up, and "
    "signed off by someone who does not own it",
    "holding": "shown in the numbers and keeping up, but not yet signed off or seen in "
    "practice",
    "claimed_not_evidenced": "we said it was complete, and nothing yet proves it",
    "contradicted": "we said it was complete, and what we see says otherwise",
    "slipping": "it was shown before, and has fallen back",
    "untestable": "it was written so that nothing can be counted, seen or asked",
    "in_progress": "not said to be complete",
}
RUNG_WORDS = {
    "done": "Done",
    "seen": "Seen",
    "said": "Said by families",
    "moved": "Shown",
    "held": "Kept up",
}
RUNG_MEANINGS = {
    "done": "the thing exists: a document, a process, a post",
    "seen": "audits, dip samples or observation show the practice",
    "said": "children, families or partners say so",
    "moved": "the measure is at its target",
    "held": "the measure has stayed there for the agreed time",
}
MARKS = {
    "reached": "✓ yes",
    "empty": "○ no",
    "fallen": "✕ fell",
    "not_asked": "– n/a",
}
MARKS_KEY = (
    "✓ yes, proved. ○ no, nothing proves it yet. ✕ fell, it was proved once and no "
    "longer is. – n/a, not asked of this one."
)
CLAIMS = {
    "complete": "Complete",
    "complete_monitored": "Complete, still monitored",
    "nearly_complete": "Nearly complete",
    "in_progress": "In progress",
    "not_started": "Not started",
    "unknown": "The plan does not say",
}
_NEXT = {
    "done": "put the evidence that it was done on file",
    "seen": "look at practice, by audit or a dip sample",
    "said": "ask the children and families it is for",
    "moved": "bring the measure to its target",
    "held": "show that it lasts",
}


def difference(recommendation: RecommendationFact) -> str:
    """What each rung shows, in a sentence."""
    yes = [RUNG_WORDS[r].lower() for r, at in recommendation.rungs if at == "reached"]
    fell = [RUNG_WORDS[r].lower() for r, at in recommendation.rungs if at == "fallen"]
    not_yet = [RUNG_WORDS[r].lower() for r, at in recommendation.rungs if at == "empty"]
    said = [
        f"{label}: {', '.join(words)}."
        for label, words in (
            ("Proved", yes),
            ("Fallen back", fell),
            ("Not yet", not_yet),
        )
        if words
    ]
    return " ".join(said) or "Nothing has been asked of it yet."


def what_is_next(recommendation: RecommendationFact) -> str:
    """The lowest rung without proof decides what has to happen."""
    if recommendation.state == "untestable":
        return (
            "Agree, for each expected outcome, something that can be counted, seen "
            "or asked."
        )
    for rung, at in recommendation.rungs:
        if at == "fallen":
            return "Find out why it fell back, and say so here."
        if at == "empty":
            first = _NEXT[rung]
            return f"{first[:1].upper()}{first[1:]}."
    return "Prove it again when its evidence is due for review."
