"""Two thousand lines of case-note prose with identifiers planted in known places.

Names are half from our lists and half from names that are in none of them, so that
what is measured is not how well a list knows itself.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from madegood.intake.identifiers import is_nhs_number, is_upn
from madegood.intake.person_names import listed

UNLISTED_FORENAMES = """Zbigniew Thandiwe Parminder Siân Xavier Ottoline Kwabena Rhiannon
Anneliese Torquil Shaquille Ekaterina Bronwen Jaswinder Tadeusz Nomvula Cosima Dermot
Gwendoline Baraka Perpetua Ludwik Amrit Tamsin Oyin Vikram Saoirse Radoslav Inderpal Mbali
Ignatius Lakshmi Kestrel Bartosz Chimamanda Yevgeny Marisol Tarquin Ngaire Wilhelmina"""
UNLISTED_SURNAMES = """Wolski Mokoena Uppal Probert Thorogood Featherstonehaugh Amponsah
Vaughan Rasmussen Entwistle Oyelowo Markova Yardley Deol Zawadzki Khumalo Pemberton
Rafferty Winterbottom Otieno Castellanos Brzezinski Trevelyan Gopalan Ashworth Ramachandran
Nkemelu Shevchenko Villanueva Hargreaves Tiwana Bielak Ogunbanjo Lysenko Mwangi Sarpong"""
WITH = (
    "Telephone call from {name} who is worried about the weekend.",
    "I visited {name} at {address}, {postcode}, with the duty worker.",
    "{name} (DOB {born}) returned at 23:40 and was safe and well.",
    "School gave the UPN as {upn} and said attendance is 71%.",
    "Health sent the NHS number {nhs} with the referral.",
    "NHS no. {nhs_bare}. Date of birth: {born}. Registered with the practice.",
    "Mother, {name}, asked for a copy of the plan.",
    "The grandmother can be reached on {phone} or {email}.",
    "Home postcode is {postcode}; the placement is out of area.",
    "Benefits letter in the file, NI {ni}, belongs to the father {name}.",
    "Police log says {name} was found near the station.",
    "he said that {name} had driven him there.",
    "Seen alone. {name} did not want to talk about where they had been.",
    "Lives with an aunt at {address}.",
    "Born on {born}, so turns 16 this spring.",
    "Mrs {surname} will attend the conference.",
)
WITHOUT = (
    "Strategy discussion held within 24 hours; Police and Health attended.",
    "Placed at Elm House, URN SC123456, by the North Assessment Team on a C2 order.",
    "The episode C-1001 was merged with 1001234567 by the Data Team.",
    "Return Interview offered and declined by the young person at 09:15.",
    "Level 2 review due in 6 weeks; Team Manager agreed.",
    "Council code E08000026, ward in B91, rated 3 of 5 by Ofsted.",
    "Spend to date is 1,234,567.89 against 1,300,000.",
    "Case 566910 moved from the Duty Team to Family Support.",
    "An Independent Reviewing Officer chaired; the plan will be shared by May.",
    "Legal Planning Meeting agreed threshold under Section 31 of the Children Act 1989.",
    "Grace period of 14 days applies; mark the task as done and hope for a reply.",
    "Contact is every Tuesday and Saturday at the Family Centre.",
    "St Thomas Catholic Primary School says attendance is better.",
    "Barnardo’s will see the child again in April.",
    "The Social Worker will update the Child Protection Plan.",
    "Missing from 21:05 until 02:30, 3rd episode in 90 days.",
)


@dataclass(frozen=True)
class Note:
    """A line and what was planted in it, as (kind, words)."""

    text: str
    planted: tuple[tuple[str, str], ...]


class _Planter:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.said = []

    def _one(self, words):
        return self.dice.choice(sorted(words))

    def _digits(self, count):
        return "".join(self.dice.choice("0123456789") for _ in range(count))

    def __getitem__(self, kind):
        words = getattr(self, kind)()
        self.said.append((kind.removesuffix("_bare"), words))
        return words

    def surname(self):
        if self.dice.random() < 0.5:
            return self._one(listed("surnames")).title()
        return self._one(UNLISTED_SURNAMES.split())

    def name(self):
        if self.dice.random() < 0.5:
            return f"{self._one(listed('forenames')).title()} {self.surname()}"
        return f"{self._one(UNLISTED_FORENAMES.split())} {self.surname()}"

    def born(self):
        day = date(2008, 1, 1) + timedelta(days=self.dice.randrange(6000))
        ways = ("%d/%m/%Y", "%Y-%m-%d", "%-d %B %Y", "%d.%m.%y", "%-d %b %Y")
        return day.strftime(self.dice.choice(ways))

    def postcode(self):
        outward = self.dice.choice(["B91", "B37", "CV7", "W1A", "SW1P", "M1", "EC2R"])
        gap = self.dice.choice([" ", " ", ""])
        code = f"{outward}{gap}{self._digits(1)}" + "".join(
            self.dice.choices("ABDEFGHJLNPQRSTUWXYZ", k=2)
        )
        return self.dice.choice([code, code, code.lower()])

    def address(self):
        street = self.dice.choice(
            ["Elm Road", "High Street", "Old Mill Lane", "Oak Ave"]
        )
        flat = self.dice.choice(["", "", "Flat 3, "])
        return f"{flat}{self.dice.randrange(1, 300)} {street}"

    def nhs_bare(self):
        while not is_nhs_number(number := self._digits(10)):
            pass
        return number

    def nhs(self):
        bare = self.nhs_bare()
        gap = self.dice.choice([" ", "-"])
        return f"{bare[:3]}{gap}{bare[3:6]}{gap}{bare[6:]}"

    def upn(self):
        rest = "330" + self._digits(9)
        return next(
            f"{letter}{rest}"
            for letter in "ABCDEFGHJKLMNPQRTUVWXYZ"
            if is_upn(f"{letter}{rest}")
        )

    def ni(self):
        pair = self.dice.choice(["AB", "JK", "PW", "SX"])
        digits = self._digits(6)
        spaced = f"{pair} {digits[:2]} {digits[2:4]} {digits[4:]} C"
        return self.dice.choice([f"{pair}{digits}C", spaced])

    def phone(self):
        return self.dice.choice(
            [
                f"07{self._digits(3)} {self._digits(6)}",
                f"0121 {self._digits(3)} {self._digits(4)}",
                f"+44 7{self._digits(3)} {self._digits(6)}",
                f"07{self._digits(9)}",
            ]
        )

    def email(self):
        return f"{self._one(listed('forenames'))}{self._digits(2)}@example.org"


def notes(count=2000, seed=20261126):
    """`count` notes, three in five with something planted."""
    planter = _Planter(seed)
    made = []
    for _ in range(count):
        if planter.dice.random() < 0.4:
            made.append(Note(planter.dice.choice(WITHOUT), ()))
            continue
        planter.said = []
        text = planter.dice.choice(WITH).format_map(planter)
        made.append(Note(text, tuple(planter.said)))
    return made
