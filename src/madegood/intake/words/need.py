"""Why a child is in need, where the case stands, and how it closed.

Codes: Ofsted's `Codes_used` (August 2019) and the CIN census, Open Government Licence.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

NEED: Final = Vocabulary(
    "primary need",
    """
    N1 @1 = abuse neglect | :abuse | :neglect | child abuse | physical abuse | sexual abuse | abuse or neglect
    N1 @1 = emotional abuse | suspected abuse neglect | sexual exploitation | significant harm
    N1 @1 = abuse neglect exploitation
    N2 @2 = childs disability | child disability | disabled child | disabled children
    N2 @2 = childs disability illness | child disability illness | disability illness
    N2 @2 = own disability | children disabilities | learning disability | physical disability
    N2 @2 = :disability | disability children | childs disabilities illness intrinsic condition
    N3 @3 = parental illness disability | parental disability illness | parent illness disability
    N3 @3 = parental illness | parent carer illness disability | parents illness disability
    N3 @3 = parental illness disabled | family health disability
    N4 @4 = family acute stress | acute stress | family acute distress | acute distress
    N5 @5 = family dysfunction | family dysfunctional | family disfunction
    N6 @6 = socially unacceptable behaviour | social unacceptable behaviour
    N6 @6 = unacceptable behaviour | child socially unacceptable behaviour
    N7 @7 = low income | family low income
    N8 @8 = absent parenting | absent parents | absent parent | parent absent
    N8 @8 = unaccompanied child asylum seeker | unaccompanied asylum seeking child | :uasc | unaccompanied child asylum seekers
    N9 @9 = cases other than children need | cases other than child need | not cin
    N9 @9 = not child need | other than child need | case not cin | child not need post adopt
    N0 @0 = not stated | need code not stated | not recorded | not specified | unknown
    N0 @0 = no need code recorded | need code not yet determined | :no
    N1 @1 = emotional harm | physical harm | :section 47 | female genital mutilation
    N1 @1 = modern slavery | abandonment dangerous circumstances | :1a physical abuse
    N1 @1 = abuse neglect child young person as abuser | abs neg | abs emot | abs phys | abs sexa
    N2 @2 = disability learning disability | disability physical disability | learning disability support
    N2 @2 = physical sensory disability | dis ebhv | dis lrn | dis phys | dis sens
    N2 @2 = disability emotional behavioural difficulties | disability mental health conditions
    N2 @2 = disability sensory disability | disability serious illness | emotional behavioural difficulties
    N3 @3 = alcoholic parents | acutely ill parents | drug dependant parents | chronic mental illness
    N3 @3 = parents learning difficulties | parents chronic disability | parental alcohol drug abuse
    N3 @3 = parental illness disability being cared mentally ill parents not taking responsibility
    N3 @3 = parental illness disability children whose parents abuse alcohol | young carers
    N3 @3 = parental illness disability children whose parents abuse drugs | par alc | par drg | par men
    N4 @4 = family acute stress disability harassment | financial problems | sudden change circumstances
    N4 @4 = homelessness | single parent | death parent family member | conflict adolescence
    N4 @4 = environmental neighbourhood factors | no recourse public funds
    N5 @5 = separated parents no cooperation | lack basic care
    N5 @5 = family dysfunction child risk significant harm due inadequate parenting
    N6 @6 = offending | risk offending | offending child child abuse | offending c c abuse under age
    N6 @6 = drug alcohol abuse | unsafe sexual behaviour | disorderly behaviour | prevent radicalisation
    N6 @6 = socially unacceptable behaviour substance abuse
    N6 @6 = socially unacceptable behaviour non school attendance
    N7 @7 = low income asylum seeker | non habitual resident | low income non habitually resident status
    N8 @8 = parents deceased | child privately fostered | young person previously care | child uasc
    N8 @8 = separation political event natural disaster | abp asyl | abp pfst | asylum seeker refugee
    N9 @9 = cases other than children need non agency adoptions | step parent adoption
    N9 @9 = other child need | child need other | :other
    N3 @3 = capacity parents carers care them impaired disability illness mental illness addictions
    N3 @3 = children whose main need services arises because capacity their parents carers care them impaired disability illness mental illness addictions
    N4 @4 = family going through temporary crisis
    N4 @4 = children whose needs arise living family going through temporary crisis such parenting capacity diminished some childrens needs not being adequately met
    N5 @5 = families where parenting capacity chronically inadequate
    N6 @6 = childrens behaviour impacting detrimentally community
    N7 @7 = dependent income below standard state entitlements
    N8 @8 = no parents available provide them
    @? = domestic violence | substance misuse | mental health | homeless | housing issues
    """,
    code=(r"^(?:child |cin ?- ?|cla ?- ?|uasc - )?(n\d)(?!\d)|\[(n\d)\]$"),
    headed=True,
)

CLOSURE: Final = Vocabulary(
    "reason for closure",
    """
    RC1 @1 = adopted | adoption order granted | child adopted
    RC2 @2 = died | deceased | death | child died | client died
    RC3 @3 = child arrangements order | residence order | child arrangement order
    RC3 @3 = child arrangements order residence order
    RC4 @4 = special guardianship order | special guardianship | special gship order | :sgo
    RC4 @4 = special guardianship order made carers other than former foster carers
    RC4 @4 = special guardianship order carers other than fcs | special gship order carers other than fcs
    RC5 @5 = transferred services another local authority | transferred another la
    RC5 @5 = transferred services another la | transfer another la | transfer other local authority
    RC5 @5 = transferred other local authority | moved other local authority | moved out area
    RC5 @5 = transfered services another la | left area | transfer another local authority
    RC6 @6 = transferred adult social care services | transferred adult social services
    RC6 @6 = transfer adult social services | transferred adult services | transferred adult social care
    RC6 @6 = transferred adult care services | transfer adult services | transfer adult division
    RC7 @7 = services ceased other reason | closed other reason | ceased other reason
    RC7 @7 = child no longer need | no longer need | services ceased other reasons
    RC7 @7 = services ceased other reason including child no longer need | :other
    RC7 @7 = services ceased other reason child no longer need | aim achieved | work completed
    RC7 @7 = services ceased other reason no longer cin | other child no longer need
    RC7 @7 = other reason no longer need | reached 18 | turned 18 | case closed other
    RC7 @7 = moved away | contact lost | circumstances changed | change circumstances
    RC7 @7 = objectives met | successfully completed | aim partially achieved | all service ceased
    RC7 @7 = no longer requires care | no longer eligible service | no longer eligible services
    RC7 @7 = information advice given | family no longer engaging | client withdrawn
    RC7 @7 = client withdraws | service declined | client refused services | closed clients request
    RC7 @7 = ceased following review | needs met others | no response client | transferred caf
    RC7 @7 = transferred ecaf | sentenced custody | changed status lac | changed status cp
    RC7 @7 = stepped up social care | care plan stepped up | care plan stepped down
    RC7 @7 = accommodation remand ended | no further cin review child has cp plan | opened error
    RC7 @7 = no further cin review child has cp plan be la | no further cin review child has cp plan lac
    RC7 @7 = safeguarding plan now place | create looked after placement | set up looked after placement
    RC7 @7 = case closed following provision services | divert caf tac process | other case closure reason
    RC7 @7 = eligibility criteria not met | duplicate referrals opened error | transferred caf taf process
    RC8 @8 = case closed after assessment no further action | closed after assessment
    RC8 @8 = case closed after assessment nfa | case closed after assessment
    RC8 @8 = not need after assessment | case closed after assessment no action taken
    RC8 @8 = case closed directly after assessment no further action
    RC8 @8 = deemed not need after assessment | no further action case closed after assessment
    RC8 @8 = child deemed not be need after assessment | deemed not be need after assess
    RC8 @8 = child deemed not be need after assess | case closed after assessment no s47 enquiry
    RC8 @8 = case closed initial continuous assessment no further action
    RC8 @8 = case closed after initial continuous assessment no further action
    RC9 @9 = case closed after assessment referred early help | closed after assessment referred early help
    RC9 @9 = case closed after assessment referred other services
    @? = step down | stepped down | step across | early help | school leaving age | referral
    unknown @unknown = unknown | not stated | not recorded | not known
    """,
    code=r"^(rc[1-9])(?!\d)|\b(rc[1-9])\)$|\[(rc[1-9])\]$|\bcin (rc[1-9])\b",
    blank="unknown",
)

STATUS: Final = Vocabulary(
    "case status",
    """
    looked_after = looked after child | cla | lac | cla cp | cla cpp | cp cla | looked after
    child_protection = child protection plan | cp | cpp | child protection | cp ext | cp plan
    child_in_need = child need plan | cin | cin plan | child need
    assessment = open assessment | assessment | open asmt | assessment progress
    closed = closed episode | closed | closed case | closed referral | closed assessment
    closed = closed stepdown | care leaver
    """,
)

ABUSE: Final = Vocabulary(
    "category of abuse",
    """
    NEG @neglect = neglect | likelihood neglect | :neg | neglect only | neglect abuse | :ynnn
    PHY @physical = physical | physical abuse | likelihood physical | :pa | :phy | :physab | :nynn
    PHY @physical = physical injury | physical abuse only | physical only
    SAB @sexual = sexual | sexual abuse | likelihood sexual | :sab | sexual only | :nnyn
    SAB @sexual = sexual abuse only
    EMO @emotional = emotional | emotional abuse | likelihood emotional | :emo | :emotion | :nnny
    EMO @emotional = emotional abuse only | emotional only
    MUL @multiple = multiple | multiple not recommended | multiple categories | :mul
    MUL @multiple = :nyny | :nyyn | :ynny | :yynn | :yyyn | :yyny | :ynyn | :ynyy | :nnyy
    MUL @multiple = :yyyy | :nyyy
    """,
    several="MUL",
)
