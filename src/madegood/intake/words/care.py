"""Children in care: legal status, placement, why care began and ceased, permanence.

Codes: the SSDA903 return, as Ofsted's `Codes_used` (August 2019) lists them with what
the DfE has added since (E17, K3, Z11 to Z14); Open Government Licence. Where a text
names a group of codes and not one of them, the group's name is kept in small letters.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

LEGAL_STATUS: Final = Vocabulary(
    "legal status",
    """
    C1 @interim care order = interim care order | ico | section 38.6 interim care order
    C2 @care order = full care order | care order | fco | full care orders
    D1 @freeing order = freeing order | freed adoption | freeing order granted
    D1 @freeing order = freed adoption freeing order granted | child freed adoption
    E1 @placement order = placement order | placement order granted | placement order care order
    E1 @placement order = placement order full care order | care order placement order
    E1 @placement order = concurrent care order placement order | placement order or full care order
    E1 @placement order = concurrent placement order care order | placement order care order concurrent
    E1 @placement order = placement order full care order placement order granted simultaneously
    E1 @placement order = placement order granted full care order | :po
    E1 @placement order = placement order full care order granted same day
    V2 @section 20 = single period s20 | single period accommodation section 20
    V2 @section 20 = single period accommodation s20 | single period accommodation under section 20
    V2 @section 20 = single period under s20 | accommodated under s20 | accommodated section 20
    V2 @section 20 = single period accommodation under s20 | accommodated under section 20
    V2 @section 20 = s20 single placement | s20 accom single period | single placement acc la s20
    V2 @section 20 = section 20 voluntary accommodation | under s 20 single continuous period
    V2 @section 20 = accom s 20 single period | accommodated section 20 single | s20
    V2 @section 20 = single period accommodation | section 20
    L1 @child protection = police protection | police protection la accommodation
    L1 @child protection = under police protection | police powers protection
    L1 @child protection = police protection order
    L2 @child protection = epo | emergency protection order | subject emergency protection order
    L2 @child protection = emergency protection order police
    L3 @child protection = child assessment order | under child assessment order
    J1 @youth justice = remanded | remanded la youth detention | remand | remand committed trial sentence
    J1 @youth justice = remanded la accommodation youth detention accommodation
    J1 @youth justice = remanded local authority accommodation | on remand
    J1 @youth justice = remand committed trial | remanded committed trial
    J1 @youth justice = remanded la accommodation s20 | remand la accommodation
    J2 @youth justice = pace | la accommodation under pace | detained la accommodation under pace
    J2 @youth justice = placed local authority accommodation under pace
    J2 @youth justice = placed local authority accommodation under pace including secure accommodation
    J3 @youth justice = youth rehabilitation order | sentenced youth rehabilitation order
    J3 @youth justice = supervision order residence requirement
    J3 @youth justice = supervision order with residence requirement
    V3 @short breaks = short term breaks episodes recorded | individual episodes care are recorded
    V3 @short breaks = short term breaks when individual episodes care recorded
    V3 @short breaks = agreed series short term breaks when individual episodes care recorded
    V4 @short breaks = short term breaks agreements recorded | breaks when agreements recorded
    V4 @short breaks = agreed series short term breaks when agreements recorded
    V4 @short breaks = agreed series short term breaks when agreements recorded not individual episodes care
    V4 @short breaks = agreed series short term breaks when recording agreements
    V4 @short breaks = series short term breaks where agreements recorded
    @short breaks = short term breaks | series short term breaks | agreed series short term breaks
    @youth justice = youth justice
    @? = supervision order | interim supervision order | residence order
    """,
    code=(
        r"^(?:cla ?- ?)?(c[12]|d1|e1|v[234]|l[123]|j[123])(?!\d)"
        r"|\[(c[12]|d1|e1|v[234]|l[123]|j[123])\]$"
    ),
)

CEASED: Final = Vocabulary(
    "reason ceased to be looked after",
    """
    E11 @adopted = adopted application unopposed | application adoption order unopposed
    E11 @adopted = adopted unopposed | application unopposed | adoption application unopposed
    E12 @adopted = adopted consent dispensed | consent dispensed | consent dispensed court
    E2 @died = died | death | child died
    E3 @another authority = care taken another la | care taken over another la
    E3 @another authority = care taken over another local authority | care taken over other la
    E3 @another authority = case taken over another la | care taken over another la uk
    E3 @another authority = transferred services another la
    E4A @returned home = returned home planned | planned return home | part planning
    E4A @returned home = part care planning process | part care planning | part care plan
    E4A @returned home = planned returned home | return home part care planning process not
    E4A @returned home = returned home parents relatives part planning | planned ret home
    E4A @returned home = parental responsibility planned | person pr planned
    E4A @returned home = return home parents relatives other person pr part care planning not
    E4B @returned home = returned home unplanned | unplanned return home | not part planning
    E4B @returned home = not part care planning process | not part current care planning process
    E4B @returned home = which not part current care planning process | unplanned ret home
    E4B @returned home = which not part care planning process | unplanned returned home
    E4B @returned home = not part care planning | not part care plan | not part current care planning
    E4B @returned home = person pr unplanned | which not part current care planning process not
    E13 @left care = no parental responsibility | person no pr | person no parental responsibility
    E13 @left care = left care live parents relatives other person no parental responsibility
    E13 @left care = parents relatives other no parental responsibility | without pr
    E13 @left care = person no parent resp | no parental resp | other person no pr
    E41 @residence order = residence order granted | residence order | child arrangements order
    E41 @residence order = child arrangement order | residence order child arrangements order
    E41 @residence order = child arrangements order granted | residence child arrangements order
    E41 @residence order = residence child arrangement order | child arrangements res order
    E41 @residence order = residence order 22 april 2014 child arrangements order
    E43 @special guardianship = special guardianship order made former foster carers
    E43 @special guardianship = special guardianship made former foster carers
    E43 @special guardianship = special guardianship order former foster carers
    E44 @special guardianship = special guardianship order made carers other than former foster carers
    E44 @special guardianship = special guardianship made carers other than former foster carers
    E45 @special guardianship = special guardianship orders former carer relative friend
    E45 @special guardianship = special guardianship order former carer relative friend
    E45 @special guardianship = special guardianship order made former foster carers relative friend
    E45 @special guardianship = special guardianship made former foster carers relative friend
    E45 @special guardianship = special guardianship made former foster carer s relative friend
    E46 @special guardianship = special guardianship orders former carer other
    E46 @special guardianship = special guardianship order made former foster carers other than relatives friends
    E46 @special guardianship = special guardianship made former foster carer s other than relatives friends
    E46 @special guardianship = special guardianship made former foster carers other than relatives friends
    E47 @special guardianship = special guardianship orders relative friend
    E47 @special guardianship = special guardianship order made carers other than former foster carers relative friend
    E47 @special guardianship = special guardianship made carer s other than former foster carer s relative friend
    E48 @special guardianship = special guardianship orders other
    E48 @special guardianship = special guardianship order made carers other than former foster carers other than relatives friends
    E48 @special guardianship = special guardianship made carer s other than former foster carer s other than relatives friends
    @adopted = :adopted | adoption order granted
    @returned home = returned home | return home | returned home parents relatives
    @returned home = returned home live parents relatives | returned home live parents no order
    @independent = independent accommodation | :supported accommodation
    E5 @independent = independent living not looked after supported accom
    E5 @independent = indep liv arrangement formal support | indep living formal advice support
    E6 @independent = independent living not looked after unsupported accom
    E6 @independent = indep liv without formal support | indep living no formal advice support
    E6 @independent = independent living arrangement no longer looked after non supportive accommodation
    E7 @adult care = adult ss | care adults division
    E14 @remand = accommodation remand end | remand status ended
    E15 @age = age assessed over 18 | age assessment determined child aged 18 over e5 e6 e7 do not apply
    E15 @age = age assessed over 18 e5 e6 e7 do not apply | age assessed as over 18
    E45 @special guardianship = special guardianship order former foster carer relative friend
    E46 @special guardianship = special guardianship order former foster carer other than relative friend
    E47 @special guardianship = special guardianship order carer other than former foster carer relative friend
    E48 @special guardianship = special guardianship order carer other than former foster carer other than relative friend
    E45 @special guardianship = sg former foster carer s relative friend
    E47 @special guardianship = sg relative friend not former foster carer s
    E43 @special guardianship = spec guardianship former fcs
    E44 @special guardianship = special guardianship ord carer not former f carer
    E41 @residence order = residence care arrangement order
    @special guardianship = special guardianship | special guardianship order | special guardianship orders
    @special guardianship = special guardianship order granted | :sgo | special gship order
    E5 @independent = independent living supported | independent living supportive accommodation
    E5 @independent = independent living with support | independent living formal support
    E5 @independent = supportive accommodation providing formalised advice support
    E5 @independent = independent living arrangement no longer looked after supportive accommodation
    E5 @independent = independent living arrangement no longer looked after supported accommodation
    E6 @independent = independent living no support | independent living unsupported
    E6 @independent = independent living no formalised support | independent living without formal support
    E6 @independent = accommodation providing no formalised advice support
    E6 @independent = independent living arrangement no longer looked after accommodation providing no formalised
    E6 @independent = independent living no formalised advice | independent living no formal advice
    @independent = independent living | moved independent living
    E7 @adult care = transferred residential care funded adult social services | adult social services
    E7 @adult care = residential care funded adult social services | residential care funded
    E8 @other = care ceased other reason | ceased other reason | period being looked after ceased other reason
    E8 @other = other reason
    E9 @custody = sentenced custody | custody
    E14 @remand = accommodation remand ended | remand ended
    E15 @age = age assessment determined child 18 | age assessment
    E16 @abroad = child moved abroad | moved abroad
    E17 @remained = aged 18 remained current carers | remained current carers | staying put
    X1 @new episode = new episode begins same day | episode ceases new episode begins | code error
    X1 @new episode = codeerror
    """,
    code=(
        r"^s?(e4 ?[ab]|e1[1-7]|e4[13-8]|e[2356789]|x1)(?!\d|[b-z])"
        r"|[\[(](e4[ab]|e1[1-7]|e4[13-8]|e[2356789]|x1)[\])]$"
    ),
    headed=True,
)

PERMANENCE: Final = Vocabulary(
    "permanence plan",
    """
    return_home = return family | return birth family | return birth parents | return home
    return_home = place parent | place parents | remain birth parents | remaining birth family
    return_home = place parent s | returned home
    adoption = adoption | fostering adoption | permanency through adoption
    sgo = sgo | special guardianship | special guardianship order
    sgo = child placed under special guardianship order | permanency through special guardianship
    child_arrangements = cao | child arrangement order | child arrangements order
    child_arrangements = child placed under child arrangement order | residence order
    sgo_or_child_arrangements = sgo cao | special guardianship residence order
    sgo_or_child_arrangements = special guardianship child arrangements order
    sgo_or_child_arrangements = permanency through special guardianship residence order
    independence = supported living community | supported living
    independence = supported living community view independence
    residential = long term residential | residential | lt residential | residential care
    residential = long term residential placement | residential placement | lt residential placement
    residential = residential placement until independence
    long_term_fostering = long term fostering | :fostering | lt fostering | permanent fostering
    long_term_fostering = long term placement foster carers | long term foster care
    long_term_fostering = long term placement relatives friends | long term foster placement
    long_term_fostering = long term placement foster carers intended last until 18 no return home envisaged
    long_term_fostering = permanency through long term fostering
    other = permanency through long term placement relatives friends
    ? = long term fostering sgo | independent living
    other = :other | parallel plan | concurrent planning | task centred treatment placement
    other = time limited assessment | other please specify below
    """,
)

PROVIDER: Final = Vocabulary(
    "placement provider",
    """
    PR0 @other = parents parental responsibility | parents other person parental responsibility
    PR0 @other = own parents | parents other person pr | parents op parental responsibility
    PR1 @own = own provision | own la provision | own provision la | local authority
    PR1 @own = own provision local authority
    PR2 @other = other la provision | other local authority provision | another local authority
    PR3 @other = other public provision
    PR4 @private = private provision | private
    PR5 @other = voluntary third sector | voluntary third sector provision | voluntary | third sector
    PR5 @other = voluntary 3rd sector | voluntary 3rd sect prov
    """,
    code=r"\b(pr[0-5])\b",
)

LOCATION: Final = Vocabulary(
    "placement location",
    """
    in = :in | in borough | in la | :yes | :y | inside | inside la boundary | :within
    in = borough | :la
    out = out | out borough | out la | :no | :n | outside | outside la boundary
    """,
)
