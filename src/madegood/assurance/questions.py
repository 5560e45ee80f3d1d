"""A question an auditor, or a family, could be asked of an outcome that no number of
the records can settle: by what it is about. Proposals, for a person to make their own.
"""

from typing import Final

from madegood.topics.vocabulary import topics_of

# The first of the outcome's topics that stands here gives the question.
_AUDIT: Final = {
    "planning": "Could a parent say what is expected of them, by when, and why?",
    "oversight": "Does the record show a manager’s reasons, and that what was asked "
    "for was done?",
    "strategy": "Were police, health and education heard before it was decided?",
    "missing": "Was what the child said used to make them safer?",
    "homeless": "Were both choices explained, and is the young person’s own decision "
    "on the record?",
    "voice": "Are the child’s wishes on the record in their own words, and were they "
    "used?",
    "recording": "Would the child, reading this record, understand what was decided "
    "and why?",
    "care_leavers": "Does the plan say what the young person wants, and who does what "
    "by when?",
    "permanence": "Was a permanent home planned for by the second review?",
    "placements": "Was the home chosen for this child’s needs, and is that written?",
    "private_fostering": "Was the child seen alone in the last six weeks, and was the "
    "arrangement judged suitable?",
    "connected_carers": "Did the carer get the training and help that was promised?",
    "quality_assurance": "Did what the audit asked for happen, and was it seen to have "
    "helped the child?",
    "front_door": "Was the right decision made at the right time, and are the reasons "
    "written?",
    "pre_proceedings": "Does the letter tell the parent, in plain words, what must "
    "change and by when?",
    "reviewing": "Did the reviewing officer challenge drift, and did something change?",
    "disabled": "Was the child’s plan reviewed in time, with the child’s own view in "
    "it?",
    "abuse_neglect": "Does the assessment say what life is like for this child now?",
}
_AUDIT_OF_ANY: Final = "Is there something better for this child because of it?"
_FAMILY: Final = {
    "planning": "Do you know what the plan asks of you, and what you can ask of us?",
    "missing": "Did talking to somebody after you came back help you?",
    "homeless": "Did somebody explain your choices so that you could decide?",
    "care_leavers": "Do you get the help you were told you would get?",
    "connected_carers": "Do you have the training and help you need to care for the "
    "child?",
    "voice": "Did somebody listen to you, and did something change because you spoke?",
}
_FAMILY_OF_ANY: Final = "Did the help you had make things better for you?"


def audit_question(title: str, text: str) -> str:
    """Of the outcome's own topics first, then of its recommendation's."""
    return _first(_AUDIT, title, text) or _AUDIT_OF_ANY


def family_question(title: str, text: str) -> str:
    return _first(_FAMILY, title, text) or _FAMILY_OF_ANY


def _first(questions: dict[str, str], title: str, text: str) -> str:
    about = [topic.id for topic in (*topics_of(text), *topics_of(title))]
    return next((questions[each] for each in about if each in questions), "")
