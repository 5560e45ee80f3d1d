"""What is asked of every child: gender, ethnicity, disability, and yes or no.

The codes are Ofsted's (Annex A, `Codes_used`, August 2019) and the DfE's (common basic
data set, with its extended ethnicity codes); both under the Open Government Licence.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

UNKNOWN: Final = "unknown"
# `1 - Yes`, `0 = No`, `Yes - see notes`; but `No visit yet` is not a no.
_YES_OR_NO: Final = r"^(?:[01] ?[-=]? ?)?(yes|no)$|^(yes)\b"

GENDER: Final = Vocabulary(
    "gender",
    """
    male = male | :m | :1 | :man | :boy
    female = female | :f | :2 | :woman | :girl
    unknown = not stated | not stated recorded | not known | not recorded | unknown
    unknown = not specified | unspecified | withheld | unborn | :u | :0 | :9 | :i
    unknown = not stated recorded unborn | not recorded unborn | unborn unknown
    unknown = unknown not recorded unborn | gender unspecified
    unknown = indeterminate | indeterminate gender | neither | non binary | :nonbinary
    unknown = unable classify | :transgender | gender dysphoria
    unknown = not specified indeterminate gender
    unknown = indeterminate gender unknown if male female
    """,
)

YES_NO: Final = Vocabulary(
    "yes or no",
    """
    yes = :yes | :y | :1 | :true | :t
    no = :no | :n | :0 | :false
    unknown = :unknown | not known | not recorded | not obtained | :refused | :u
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

NO_FURTHER_ACTION: Final = Vocabulary(
    "no further action",
    """
    yes = :yes | :y | :1 | :true | nfa | no further action
    no = :no | :n | :0 | :false | :fa | :further action
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

SEEN: Final = Vocabulary(
    "whether seen",
    """
    yes = :yes | :y | :1 | :true | :seen | child seen | seen alone | child seen alone
    no = :no | :n | :0 | :false | not seen | child not seen
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

SEEN_ALONE: Final = Vocabulary(
    "whether seen alone",
    """
    yes = :yes | :y | :1 | :true | seen alone | child seen alone
    no = :no | :n | :0 | :false | not seen | child not seen | not seen alone
    no = child not seen alone
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

UASC: Final = Vocabulary(
    "unaccompanied asylum seeking",
    """
    yes = :yes | :y | :1 | :true | :uasc
    no = :no | :n | :0 | :false | non uasc
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

OFFERED: Final = Vocabulary(
    "whether offered",
    """
    yes = :yes | :y | :1 | :true | :offered | offered accepted | offered declined
    no = :no | :n | :0 | :false | not offered
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

ACCEPTED: Final = Vocabulary(
    "whether accepted",
    """
    yes = :yes | :y | :1 | :true | :accepted
    no = :no | :n | :0 | :false | :declined | :refused | not accepted | offered declined
    yes = offered accepted
    @? = cyp not present refused arrival
    unknown = :unknown | not known | not recorded
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)

# The thirteen disabilities of the CIN census are each a yes.
DISABILITY: Final = Vocabulary(
    "disability",
    """
    yes = :yes | :y | :1 | :true | :disability | :aut | autism | asperger syndrome
    yes = :beh | behaviour | :comm | communication | :con | consciousness | :conciousness
    yes = :dda | disabled under dda | other dda | :hand | hand function | :hear | hearing
    yes = :inc | incontinence | incontience | :ld | learning | :mob | mobility
    yes = :pc | personal care | :vis | vision | diagnosed autism asperger syndrome
    yes = disabled under dda no other | autism asperger syndrome
    no = :no | :n | :0 | :false | :none | no disability
    unknown = :unknown | not known | not recorded | :nobt | nobt information not yet obtained
    unknown = information not yet obtained | not obtained | :refu | refused
    """,
    code=_YES_OR_NO,
    blank=UNKNOWN,
)
