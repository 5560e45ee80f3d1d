"""What kind of placement a looked-after child is in.

Codes: the SSDA903 return, as Ofsted's `Codes_used` (August 2019) lists them with what
the DfE has added since (K3, Z11 to Z14); Open Government Licence. U1 to U3 are carers
whom the child knew, U4 to U6 are not: a text that does not say which is a foster
placement and no more.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

PLACEMENT: Final = Vocabulary(
    "placement type",
    """
    U1 @foster = foster placement relatives long term
    U1 @foster = foster placement relative s friend s long term fostering
    U1 @foster = foster placement relative friend long term fostering
    U1 @foster = foster placement relative s or friend s long term
    U1 @foster = fostering placement relative s friend s long term fostering
    U2 @foster = foster placement relative ffa
    U2 @foster = fostering placement relative s friend s also approved adopter s ffa concurrent planning
    U2 @foster = foster placement relative s friend s also approved adopter s ffa concurrent planning
    U2 @foster = foster placement relative friend also approved adopter ffa
    U2 @foster = foster placement relative friend also approved adopter
    U3 @foster = foster placement relative not ffa
    U3 @foster = fostering placement relative s friend s not long term ffa concurrent planning
    U3 @foster = foster placement relative s friend s not long term ffa concurrent planning
    U3 @foster = foster placement relative friend not long term ffa
    U3 @foster = foster placement relative s friend s not long term
    U4 @foster = foster placement long term | foster placement other foster carer long term fostering
    U4 @foster = foster placement other foster carer s long term fostering
    U4 @foster = foster placement other foster carer s long term
    U5 @foster = foster placement ffa
    U5 @foster = foster placement other foster carer s also approved adopter s ffa concurrent planning
    U5 @foster = foster placement other foster carer also approved adopter ffa
    U6 @foster = foster placement not ffa
    U6 @foster = foster placement other foster carer s not long term ffa concurrent planning
    U6 @foster = foster placement other foster carer not long term ffa
    U6 @foster = foster placement other foster carer s not long term
    @foster = foster placement | foster carer | foster | fostering | foster placement relative
    @foster = placement other foster carer | foster placement relative friend | foster care
    @foster = foster placement relative friend inside la boundary | foster carers | fostering placement
    @foster = foster placement relative friend outside la boundary
    @foster = placement other foster carer arranged through agency outside la boundary
    @foster = placement other foster carer provided la outside la boundary
    @foster = :f1 | :f2 | :f3 | :f4 | :f5 | :f6 | foster relative friend not la | foster other carer not la
    @foster = foster agency not la | agency foster placement | foster placements
    U6 @foster = placement other foster carer not long term ffa
    U6 @foster = other foster carer not ffa concurrent planning
    U3 @foster = relative friend not ffa concurrent planning
    U2 @foster = relative friend who also approved ffa concurrent planning
    U2 @foster = relative friend also approved ffa concurrent planning
    U2 @foster = fostering placement relative friend also approved adopter fostering adoption concurrent planning
    U5 @foster = placement other foster carer also approved adopter fostering adoption concurrent planning
    U6 @foster = placement other foster carer not long term fostering adoption concurrent planning
    A3 @adoption = placed adoption consent current foster
    A4 @adoption = adoption consent not current foster carer | adopt consent not current fc
    A5 @adoption = adoption placement order current foster carer | adopt po current fc
    A6 @adoption = adoption placement order not current foster carer | adopt po not current fc
    A6 @adoption = adopt place order not current fc | place adopt po not current fc
    A4 @adoption = placed adopt consent not current fc
    A5 @adoption = placed adopt po current fc
    A6 @adoption = placed adopt place order not current fc
    A3 @adoption = placed adoption consent current foster carer
    A3 @adoption = placed adoption parental guardian consent current foster carer
    A4 @adoption = placed adoption consent not foster
    A4 @adoption = placed adoption consent not current foster carer
    A4 @adoption = placed adoption parental guardian consent not current foster carer
    A5 @adoption = placed adoption order foster
    A5 @adoption = placed adoption placement order current foster carer
    A6 @adoption = placed adoption order not foster
    A6 @adoption = placed adoption placement order not current foster carer
    @adoption = placed adoption | adoption | adoptive placement | placed adoption consent
    @adoption = placed adoption placement order | prospective adopters
    P1 @parents = placed parents | placed own parents | placement parents
    P1 @parents = own parents other person parental responsibility
    P1 @parents = placed own parents other person parental responsibility
    P2 @independent = independent living | living independently | independent living without support
    P2 @independent = independent living with without formal support
    P2 @independent = independent living flat lodgings bedsit b b friends with without formal support
    P2 @independent = with or without formal support | without formal support
    P2 @independent = independent living with without support
    P3 @employment = residential employment
    H5 @residential = residential accommodation not subject childrens homes regulations
    H5 @residential = residential accommodation | not subject childrens homes regulations
    H5 @residential = semi independent living accommodation not subject childrens homes regulations
    H5 @residential = not subject childrens homes regs | not subject childrens home regulations
    H5 @residential = not subject childrens home regs | not subject childrens regulations
    H5 @residential = homes hostels not subject childrens homes regulations
    H5 @residential = residential settings not subject childrens home regs
    H5 @residential = residential accommodation not reg childrens home | supportive residential
    K1 @secure = secure childrens homes | secure unit | secure childrens home | secure accommodation
    K1 @secure = :h1 | :h2 | secure unit not la | :secure units
    K2 @home = :h3 | :h4 | home hostel not la
    @? = secure units homes hostels | other placements community | supported accommodation
    K2 @home = childrens homes | childrens home | homes hostels | home hostel | homes and hostels
    K2 @home = childrens homes subject childrens homes regulations
    K2 @home = homes hostels subject childrens homes regulations
    K2 @home = homes hostels outside la boundary | subject ch regs
    K2 @home = childrens homes inside la boundary
    R1 @care home = residential care home | residential care homes
    R1 @care home = residential care home registered | residential care nursing home
    R2 @health = nhs health trust | health trust | medical nursing care | medical or nursing care
    R2 @health = nhs health trust other establishment providing medical nursing care | nhs trust
    R2 @health = other establishment providing medical nursing care
    R2 @health = nhs other estab providing medical nursing care
    R3 @family centre = family centre mother baby unit | mother baby unit | family centre
    R5 @custody = young offender institution | yoi | prison | young offenders institution
    R5 @custody = young offender institution prison | yoi prison | secure training centre
    R5 @custody = young offender institution yoi secure training centre stc
    @? = youth treatment centre | youth treatment centres
    S1 @school = residential school | residential schools
    S1 @school = residential schools except dual registered school childrens home
    S1 @school = residential schools except where dual registered school childrens home
    S1 @school = residential schools except where dual registered school childrens homes
    S1 @school = residential schools unless home | schools except where dual registered childrens homes
    S1 @school = residential school not dual registered | residential schools except where dual registered
    Z1 @other = other placement | other placements | whereabouts known | whereabouts unknown
    Z1 @other = other placements must be listed schedule sent dfe annual submission
    Z1 @other = refuge | whereabouts known not refuge | other placement not listed above
    Z11 @other =
    Z12 @other =
    Z13 @other =
    Z14 @other =
    K3 @residential =
    T0 @temporary = all types temporary move | temporary placement | :temporary | temporary move
    T0 @temporary = short break respite
    T1 @temporary = temporary placement hospital | temporary periods hospital
    T2 @temporary = temporary placement holiday | temporary absences child holiday
    T2 @temporary = temporary absences holiday
    T3 @temporary = temporary placement carer holiday
    T3 @temporary = temporary accommodation whilst normal foster carer holiday
    T3 @temporary = temporary accommodation carer holiday
    T4 @temporary = temporary placement seven days less | temporary accommodation seven days less
    T4 @temporary = temporary accommodation seven days less not covered codes t1 t3
    T4 @temporary = temporary accommodation seven days less reason not covered codes t1 t3
    T4 @temporary = temporary accommodation seven days less other reason not covered codes t1 t3
    @? = hotel
    """,
    code=(
        r"^(u[1-6]|a[3-6]|p[123]|h5|k[123]|r[1235]|s1|z1[1-4]?|t[0-4])"
        r"(?:in|out|[ab])?(?![0-9a-z])"
        r"|[\[(](u[1-6]|a[3-6]|p[123]|h5|k[123]|r[1235]|s1|z1|t[0-4])[ab]?[\])]$"
    ),
)
