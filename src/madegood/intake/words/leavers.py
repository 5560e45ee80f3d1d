"""Care leavers, and why an adoption did not come about.

Codes: the SSDA903 return, as Ofsted's `Codes_used` (August 2019) lists them, with the
eligibility of the newest workbooks; Open Government Licence.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

ELIGIBILITY: Final = Vocabulary(
    "eligibility",
    """
    relevant = relevant child | relevant | :r
    former_relevant = former relevant child | former relevant | :fr | care leaver pa 25
    qualifying = qualifying care leaver | qualifying | :q | qualifying child
    eligible = eligible child | eligible | :e | other eligible
    other = :other | other under 16
    """,
)

IN_TOUCH: Final = Vocabulary(
    "in touch",
    """
    YES = :1 yes
    NO = :0 no | :2 no
    YES = :yes | :y | :1 | yes resident uk | yes in touch
    NO = :no | :n | no resident uk | :0 | not in touch
    DIED = died | died leaving care | died after leaving care
    REFU = refu | refuses contact | young person refuses contact | refused | :refused
    NREQ = nreq | no longer requires services | young person no longer requires services
    RHOM = rhom | returned live parents | returned home | returned parents
    abroad = gone abroad | yes gone abroad | no gone abroad
    abroad = residence not known | no residence not known
    unknown = not recorded | unknown | no contact recorded | care leaver details not recorded
    unknown = no care leaver details record
    """,
    code=r"^(yes|no|died|refu|nreq|rhom)$",
    blank="unknown",
)

ACCOMMODATION: Final = Vocabulary(
    "type of accommodation",
    """
    B @b = parents relatives | parents | parents or relatives | friends family
    B @b = placed own parents other person parental responsibility | parent relative
    B @b = parent s relative s | parents relatives connected person
    C @c = community home | residential care | other form residential care
    C @c = community home residential care | community home other form residential care
    C @c = community home other residential care | nhs establishment
    C @c = community home other form residential care nhs establishment | residential placement
    C @c = homes hostels outside la boundary | homes hostels | nhs health trust | other establishment providing medical nursing care
    D @d = semi independent | semi independent transitional accommodation
    D @d = semi independent transitional accommodation self contained accommodation
    D @d = transitional accommodation | self contained accommodation
    D @d = semi independent accommodation | residential accommodation not subject childrens homes regulations
    E @e = supported lodgings | supported lodgings not former foster carer
    G @g = abroad | gone abroad
    H @h = deported
    K @k = ordinary lodgings | ordinary lodgings without formal support | lodgings no formal support
    R @r = residence not known | not recorded | whereabouts unknown | no information
    R @r = residence not know | not stated
    S @s = no fixed abode | homeless | no fixed abode homeless | nfa homeless
    S @s = no fixed above homeless
    T @t = foyers | foyer | foyers similar supported accommodation | foyers similar supported lodgings
    T @t = foyers similar | foyers similar supported lodging
    U @u = independent living | own tenancy | university accommodation
    U @u = accommodation provided college university | independent living not house multiple occupancy
    U @u = independent living flat lodgings without formal support staff
    V @v = emergency accommodation
    W @w = bed breakfast
    X @x = custody | young offender institution | prison | young offender institution prison
    Y @y = other accommodation | residing friends | :friends
    Z @z = former foster carers | former foster carer | staying put | with foster carers
    Z @z = living former foster carer | staying put arrangement
    Z @z = former foster carers not staying put arrangement
    """,
    code=(r"^\(?([b-eghkr-z])[123]?\)?(?=$| ?[:/-]|\)|$| )|\[([b-eghkr-z])\]$"),
    loose=True,
)

SUITABILITY: Final = Vocabulary(
    "suitability",
    """
    suitable = suitable | :yes | :y | :1 | true
    unsuitable = unsuitable | not suitable | :no | :n | :2 | :0 | false
    unsuitable = not considered suitable | accommodation not considered suitable
    unknown = not recorded | unknown
    """,
    blank="unknown",
)

ACTIVITY: Final = Vocabulary(
    "activity",
    """
    F1 @f = full time higher education | f1
    P1 @p = part time higher education
    F2 @f = full time education other than higher | full time education other than higher education
    P2 @p = part time education other than higher | part time education other than higher education
    F3 @f = full time training employment
    P3 @p = part time training employment
    F4 @f = full time apprenticeship
    P4 @p = part time apprenticeship
    F5 @f = full time training employment not apprenticeship
    P5 @p = part time training employment not apprenticeship
    G4 @g = not education employment training illness disability | illness disability
    G4 @g = not education employment training because illness disability
    G5 @g = not education employment training other | not education employment training other circumstances
    G6 @g = not education employment training pregnancy parenting | pregnancy parenting
    G6 @g = not education employment training due pregnancy parenting
    unknown @unknown = not recorded | unknown | not known | :0
    """,
    code=r"^\(?([fp][1-5]|g[456])\b|[\[(]([fp][1-5]|g[456])[\])]$",
    blank="unknown",
)

NO_LONGER: Final = Vocabulary(
    "reason no longer placed for adoption",
    """
    RD1 = childs needs changed subsequent decision | childs needs changed | needs changed
    RD1 = court overturned original decision
    RD2 = court did not make placement order | court not make placement order
    RD2 = court did not grant freeing order | placement order not granted
    RD3 = prospective adopters could not be found | prospective adopters cannot be found
    RD3 = no adopters found
    RD4 = other reason | placement disruption
    """,
    code=r"\b(rd[1-4])\b",
)

LEFT: Final = Vocabulary(
    "reason for leaving the adoption process",
    """
    1 = adopter withdrew process | withdrew | adopter withdrew from process
    2 = process put hold | process hold | on hold
    3 = application refused | :refused
    """,
    code=r"^([123])$|^([123]) -",
)
