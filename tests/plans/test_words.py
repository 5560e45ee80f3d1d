"""Who, how far, promised when: the words decide, by rules that can be read."""

import pytest

from madegood.intake.plans import vague_words
from madegood.intake.plans.countability import countability
from madegood.intake.plans.delivery import decide
from madegood.intake.plans.outcome_lists import countable
from madegood.intake.plans.owners import is_owner, named_person, posts_in
from madegood.intake.plans.promises import commitments

OWNERS = """
Heads of Service Safeguards and Children’s Commissioning     | Head of Service Safeguards; Head of Service Children’s Commissioning
Heads of Service Safeguards, Family Support and Early Help   | Head of Service Safeguards; Head of Service Family Support; Head of Service Early Help
Heads of Service Safeguards and Principal Social Worker      | Head of Service Safeguards; Principal Social Worker
Head of Service Safeguards and Principal Social Worker       | Head of Service Safeguards; Principal Social Worker
Head of Service Children and Families                        | Head of Service Children and Families
Missing and Exploitation Team Manager with the Provider      | Missing and Exploitation Team Manager; Provider
Team Manager, supported by the Commissioning Officer         | Team Manager; Commissioning Officer
Assistant Directors for Education and Safeguarding           | Assistant Director for Education; Assistant Director for Safeguarding
Service Manager / Principal Social Worker                    | Service Manager; Principal Social Worker
"""


@pytest.mark.parametrize("line", OWNERS.strip().splitlines())
def test_posts_in_a_cell(line):
    cell, posts = (part.strip() for part in line.split("|"))
    assert is_owner(cell)
    assert posts_in([cell]) == tuple(posts.split("; "))


@pytest.mark.parametrize(
    "text",
    ["Completed", "Review the Team Manager role", "All Level 2 cases reviewed", ""],
)
def test_what_is_not_a_post(text):
    assert not is_owner(text)


def test_a_person_is_told_from_a_post():
    assert named_person("Priya Shah, Service Manager")
    assert named_person("Priya Shah")
    assert not named_person("Head of Service, Early Help")


DELIVERY = """
Completed                                                      | complete
Complete.                                                      | complete
Completed and ongoing                                          | complete_monitored
Completed, now business as usual                               | complete_monitored
Completed and next Audit in summer 2021                        | complete_monitored
Process in place and ongoing – completed.                      | complete_monitored
All Level 2 cases reviewed and initial assessments completed   | complete
Policy agreed. Training completed                              | complete
First audit completed. Further audit to take place in summer   | in_progress
Training completed; further sessions will follow               | in_progress
Partially complete, data sets available                        | in_progress
Not yet complete                                               | in_progress
To be completed by March 2026                                  | in_progress
On-going - delays due to Covid                                 | in_progress
On track                                                       | in_progress
Nearing completion - a report will be presented                | nearly_complete
Completion imminent – awaiting final legal overview            | nearly_complete
Not started                                                    | not_started
Work has not yet begun                                         | not_started
Amber                                                          | unknown
Green                                                          | unknown
See the other plan                                             | unknown
"""


@pytest.mark.parametrize("line", DELIVERY.strip().splitlines())
def test_how_far_it_has_got(line):
    words, delivery = (part.strip() for part in line.split("|"))
    assert decide(words).delivery == delivery


def test_nothing_written_is_unknown():
    assert decide("").because == "nothing is written"


COUNTABLE = """
Interviews take place within 72 hours                    | yes
Reviewed on at least an annual basis                     | yes
Backlog of reviews is cleared                            | yes
95% of plans are judged good                             | yes
Every child is seen every six weeks                      | yes
No more than three moves in a year                       | yes
An increased proportion will have an interview           | no
All children at Level 2 are supported                    | no
Homeless 16 and 17 year olds know their rights           | no
As identified in recommendation 1                        | no
Plans are written so that parents understand them        | no
"""


@pytest.mark.parametrize("line", COUNTABLE.strip().splitlines())
def test_whether_a_number_could_settle_an_outcome(line):
    words, answer = (part.strip() for part in line.split("|"))
    assert countable(words)[0] == (answer == "yes")


PROMISES = """
shared at learning panels (every other month)    | 2 months
monthly contract monitoring                      | month
reported quarterly                               | quarter
reviewed on at least an annual basis             | year
seen every six weeks                             | 6 weeks
audited twice a year                             | 6 months
a further audit will take place in summer 2021   | summer 2021
to be finished by March 2021                     | March 2021
next audit in summer 2021                        | next audit in summer 2021
Launched March 2021                              |
implemented spring 2020                          |
"""


@pytest.mark.parametrize("line", PROMISES.strip().splitlines())
def test_promises_are_told_from_what_was_done(line):
    words, promised = (part.strip() for part in line.split("|"))
    assert [c.every or c.due for c in commitments(words)] == promised.split("; ")[
        : 1 if promised else 0
    ]


HOW_FAR = """
Interviews take place within 72 hours                        | countable
An increased proportion will have an interview               | partly
Strategy discussions are held in a timely way                | partly
Take up rates will be increased                              | partly
All plans are easily understood by parents                   | partly
Learning from audits influences plans to improve practice    | not
Carers would feel supported                                  | not
Robust audit process in place                                | not
"""


@pytest.mark.parametrize("line", HOW_FAR.strip().splitlines())
def test_how_far_a_number_could_settle_an_outcome(line):
    words, answer = (part.strip() for part in line.split("|"))
    found, because = countability(words)
    assert found == answer
    assert because


@pytest.mark.parametrize(
    ("words", "vague", "needs"),
    [
        ("An improved offer", "improved", "from what figure"),
        ("Robust processes", "Robust", "an auditor would see"),
        ("Timely referrals", "Timely", "within how many days"),
        ("Children feel listened to", "feel", "who is asked"),
    ],
)
def test_a_vague_word_is_told_what_it_leaves_open(words, vague, needs):
    found = {each.word: each.needs for each in vague_words(words)}
    assert needs in found[vague]


def test_a_text_without_vague_words_has_none():
    assert vague_words("Within 72 hours of return") == ()
