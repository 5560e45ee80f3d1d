"""How far an action has got, from the words of its progress cell, by stated rules.

The rules, first to last; the first that holds decides:

1. nothing written: unknown.
2. "not started", "yet to begin": not started.
3. "nearing completion", "completion imminent": nearly complete.
4. "partially complete", "in progress", "underway", "to be completed": in progress.
5. complete is claimed for the whole: a sentence begins or ends with "Completed" on its
   own, or says that all was completed. "First audit completed" claims a part only.
   With "ongoing", "business as usual", "under regular review", "next audit" or "review
   this again" beside it: complete and monitored; otherwise complete.
6. something else was completed and nothing is still to come: complete.
7. "ongoing", "continuing", "delayed", "awaiting", a part completed: in progress.
8. a colour alone, or words that say none of this: unknown, and a finding says so.
"""

import re
from dataclasses import dataclass

from madegood.intake.plans.reading import Delivery


@dataclass(frozen=True)
class Decided:
    """The delivery and the words that decided it."""

    delivery: Delivery
    because: str


_NOT_STARTED = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:started|begun|commenced|due)\b"
    r"|\byet to (?:be )?(?:start|begin|commence|started|begun)|\bto be started\b"
    r"|\bhas not (?:yet )?(?:started|begun|commenced)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(
    r"\bnearing completion\b|\b(?:nearly|almost|substantially|close to|virtually)"
    r" (?:complete[d]?|completion|finished|done)\b|\bcompletion (?:is )?imminent\b"
    r"|\bimminent completion\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:partially|partly|part|partial|half)[ -](?:complete[d]?|completion|done|met)\b"
    r"|\bin[ -]progress\b|\bunder ?way\b|\bbeing progressed\b"
    r"|\b(?:to|will|must|can|cannot|should) (?:now )?be (?:fully )?completed?\b"
    r"|\bnot (?:yet )?(?:been )?(?:fully )?completed?\b|\bincomplete\b"
    r"|\bdue (?:to|for) complet|\bexpected to (?:be )?complet"
    r"|\bon track (?:to|for) (?:be )?complet",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:completed|complete|achieved|finished|delivered)\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:(?:status|rag|brag|blue|this|it|this action|the action|action|work|all|now|fully"
    r"|is|are|was|has been|have been|been|and)[ :,–-]*)*"
    r"(?:completed|complete|achieved|done|closed|finished|delivered)\b(?! (?:the|a|an)\b)",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:all|every|each|100 ?%)\b", re.IGNORECASE)
_A_PART = re.compile(
    r"(?:the )?(?:first|second|third|initial|some|most|many|part|phase|stage|one|two"
    r"|three|half|interim|draft|several|(?!100\b)\d+)(?:\b|%)",
    re.IGNORECASE,
)
_KEPT_UP = re.compile(
    r"\bon-?going\b|\bbusiness as usual\b|\bBAU\b|\bcontinu(?:es|ing|al|ous)\b"
    r"|\bunder (?:regular |continuous |constant |routine )?review\b"
    r"|\bregular(?:ly)? review|\bnext (?:audit|review)\b|\breview(?:ed)? (?:this )?again\b"
    r"|\bkept under review\b|\bbeing monitored\b|\bmonitored\b|\bregularly\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bfurther\b|\bto take place\b|\bwill\b|\bto be\b|\bon-?going\b|\bawaiting\b"
    r"|\bcontinu|\bnext\b|\boutstanding\b|\bdelay|\bstill\b|\bremain",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\bon-?going\b|\bcontinu(?:es|ing)\b|\bon[ -]track\b|\bdelay|\bawaiting\b"
    r"|\bstarted\b|\bcommenced\b|\bbegun\b|\bslipped\b|\bbehind\b|\bat risk\b"
    r"|\bpaused\b|\bon hold\b|\boverdue\b|\bworking (?:with|on|to)\b|\bbeing\b"
    r"|\bdeveloping\b|\bdrafted\b|\bscheduled\b|\bplanned\b|\bhas been\b|\bhave been\b"
    r"|\b(\d+) (?:out )?of (?:the )?(?!\1\b)\d+\b"
    r"|\bin development\b|\bwill\b|\bbusiness as usual\b|\bin place\b|\bexploring\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.;!?])\s+|\s+[–—-]\s+|\n")


def decide(progress: str) -> Decided:
    """How far the words say it has got. The rules are the module's docstring."""
    words = " ".join(progress.split())[:4000]
    if not words:
        return Decided(Delivery.UNKNOWN, "nothing is written")
    for pattern, delivery in (
        (_NOT_STARTED, Delivery.NOT_STARTED),
        (_NEARLY, Delivery.NEARLY_COMPLETE),
        (_PARTLY, Delivery.IN_PROGRESS),
    ):
        found = pattern.search(words)
        if found is not None:
            return Decided(delivery, f"says “{found[0]}”")
    return _complete(words) or _moving(words)


def _complete(words: str) -> Decided | None:
    claim = _whole_claim(words)
    if claim is None:
        return None
    kept_up = _KEPT_UP.search(words)
    if kept_up is not None:
        return Decided(
            Delivery.COMPLETE_MONITORED, f"says “{claim}” and “{kept_up[0]}”"
        )
    return Decided(Delivery.COMPLETE, f"says “{claim}”")


def _whole_claim(words: str) -> str | None:
    """The words that claim the whole action complete, if any do."""
    leaning: str | None = None
    for sentence in _SENTENCES.split(words):
        found = _COMPLETED.search(sentence)
        begins = _WHOLE.match(sentence.strip())
        if begins is not None:
            return begins[0]
        if found is None or _A_PART.match(sentence):
            continue
        if _ALL.match(sentence):
            return sentence.rstrip(".")
        leaning = leaning or sentence.rstrip(".")
    return leaning if leaning and not _TO_COME.search(words) else None


def _moving(words: str) -> Decided:
    found = _MOVING.search(words) or _COMPLETED.search(words)
    if found is not None:
        return Decided(
            Delivery.IN_PROGRESS, f"says “{found[0]}”, not that the whole is complete"
        )
    return Decided(Delivery.UNKNOWN, "does not say how far it has got")


def speaks_of_two(parts: list[str]) -> bool:
    """Whether a progress cell's paragraphs give more than one status."""
    said = [d for d in map(decide, parts) if d.delivery is not Delivery.UNKNOWN]
    return len(said) > 1 and len({d.delivery for d in said}) > 1
