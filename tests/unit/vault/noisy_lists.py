"""Two lists of made-up people, of whom we know which are one: theirs is noisy as a
police log is, with slips, swaps, moves, blanks, and people who are not ours."""

import random
from dataclasses import replace
from datetime import date, timedelta

from madegood.intake.person_names import listed
from madegood.vault.people import Known

DISTRICTS = ["B91", "B92", "B90", "B37", "B36", "CV7", "B93", "B94"]


def two_lists(*, ours=4000, shared=300, strangers=300, seed=5):
    """(ours, theirs, truth): truth is {place in theirs: place in ours}."""
    dice = random.Random(seed)
    people = [_person(dice, f"C-{place:05d}") for place in range(ours)]
    chosen = dice.sample(range(ours), shared)
    known = [
        (_noisy(dice, people[place], f"MP{number:04d}"), place)
        for number, place in enumerate(chosen)
    ]
    known += [(_person(dice, f"MX{number:04d}"), None) for number in range(strangers)]
    dice.shuffle(known)
    truth = {at: place for at, (_, place) in enumerate(known) if place is not None}
    return people, [person for person, _ in known], truth


def _person(dice, reference):
    born = date(2008, 9, 1) + timedelta(days=dice.randrange(17 * 365))
    return Known(
        reference,
        dice.choice(sorted(listed("forenames"))).title(),
        dice.choice(sorted(listed("surnames"))).title(),
        born.isoformat(),
        dice.choice(DISTRICTS),
        dice.choice("mf"),
    )


def _slip(dice, word):
    if len(word) < 4:
        return word
    at = dice.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return dice.choice(
        [swapped, word[:at] + word[at + 1 :], word[:at] + "a" + word[at:]]
    )


def _noisy(dice, person, reference):
    said = replace(person, reference=reference)
    if dice.random() < 0.15:
        said = replace(said, forename=_slip(dice, said.forename))
    if dice.random() < 0.15:
        said = replace(said, surname=_slip(dice, said.surname))
    if dice.random() < 0.05:
        said = replace(said, forename=said.surname, surname=said.forename)
    if dice.random() < 0.05 and int(said.born[8:]) <= 12:
        said = replace(said, born=f"{said.born[:5]}{said.born[8:]}-{said.born[5:7]}")
    if dice.random() < 0.05:
        said = replace(said, born="")
    if dice.random() < 0.3:
        said = replace(said, district=dice.choice(["", "CV1", "B1"]))
    if dice.random() < 0.1:
        said = replace(said, sex="")
    return said
