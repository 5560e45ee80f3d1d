"""Ethnicity: the DfE's twenty codes, the extended codes within each, and the words.

The letter and number that case systems put before a label (`A.A15`, `B1`, `C3`) differ
between authorities; on their own they tell the group, and no more than that.
"""

from typing import Final

from madegood.intake.words.vocabulary import Vocabulary

_TABLE: Final = """
WBRI @white = white british | british | english | scottish | welsh | cornish
WBRI @white = northern irish | white english | white scottish | other white british
WBRI @white = english welsh scottish northern irish british | white northern irish
WBRI @white = :wcor | :weng | :wnir | :wsco | :wwel | :wowb | :bri
WBRI @white = white english welsh scottish northern irish british
WIRI @white = irish | white irish
WIRT @white = traveller irish heritage | traveller irish | irish traveller | traveller
WIRT @white = gypsy irish traveller | travellers irish heritage | white irish traveller
WIRT @white = gypsy traveller | white traveller irish heritage | white gypsy irish traveller
WOTH @white = white other | other white | other white background | white other background
WOTH @white = white background | white other white background | white european | jewish
WOTH @white = white eastern european | white western european | other white british irish
WOTH @white = albanian | bosnian | bosnian herzegovinian | croatian | greek | greek cypriot
WOTH @white = italian | kosovan | portuguese | serbian | turkish | turkish cypriot | polish
WOTH @white = bulgarian | russian | spanish | estonian | hungarian | latvian | lithuanian
WOTH @white = slovakian | dutch | french | german | scandinavian | scandanavian | cypriot
WOTH @white = white jersey | white north american | white mixed white | :mixed white
WOTH @white = white kurdish | white algerian | white morrocan | white moroccan | yugoslav
WOTH @white = yugoslavia | ussr | eastern european | white other ethnic group | caucasian
WOTH @white = white other white white unspecified | other white white unspecified
WOTH @white = other white european european unspecified european mixed | white romanian
WOTH @white = white european european unspecified european mxd | white other european
WOTH @white = white other cultural background | white other white european
WOTH @white = :walb | :wbos | :wcro | :wgre | :wgrk | :wgrc | :wita | :wkos | :wpor
WOTH @white = :wser | :wtur | :wtuk | :wtuc | :weur | :weeu | :wweu | :wotw | white dutch
WROM @white = gypsy roma | gypsy romany | roma | romany | gypsy | white gypsy roma
MWBC @mixed = white black caribbean | black caribbean white | mixed white black caribbean
MWBC @mixed = mixed white caribbean | white caribbean | white black carib | white black caribb
MWBA @mixed = white black african | black african white | mixed white black african
MWBA @mixed = white african
MWAS @mixed = white asian | asian white | mixed white asian | white indian | white pakistani
MWAS @mixed = white other asian background | :mwap | :mwai | :mwao | white bangladeshi
MOTH @mixed = mixed other | other mixed | other mixed background | mixed other background
MOTH @mixed = mixed background | other mixed heritage | dual heritage background
MOTH @mixed = other dual heritage background | asian black | black asian | asian chinese
MOTH @mixed = white chinese | chinese white | black chinese | black african caribbean mixed
MOTH @mixed = black other ethnic group | white other ethnic background
MOTH @mixed = mixed other mixed mixed unspecified | other mixed mixed unspecified
MOTH @mixed = chinese other ethnicity | asian other ethnicity | black other ethnicity
MOTH @mixed = mixed other black background | dual black african caribbean
MOTH @mixed = asian other mixed background | asian asian british other mixed background
MOTH @mixed = mixed black white | mixed black asian | mixed black chinese
MOTH @mixed = mixed chinese white | mixed asian chinese | chinese other ethnic group mixed
MOTH @mixed = asian british other mixed background | mixed white other | other mixed multiple
MOTH @mixed = mixed multiple ethnic background | other mixed multiple ethnic background
MOTH @mixed = mixed race other | mixed white other ethnic group | white mixed
MOTH @mixed = mixed multiple ethnic groups white other ethnic group
MOTH @mixed = mixed multiple ethnic groups black other ethnic group
MOTH @mixed = :mabl | :mach | :maoe | :mbch | :mboe | :mcoe | :mwch | :mwoe | :motm
AIND @asian = indian | african indian | indian british indian
APKN @asian = pakistani | pakistan | kashmiri pakistani | kashmiri pakistan
APKN @asian = pakistani british pakistani | british pakistani | :ampk | :akpa | :aopk
ABAN @asian = bangladeshi | bangladesh | bangladeshi british bangladeshi
AOTH @asian = asian other | other asian | other asian background | asian other background
AOTH @asian = asian background | other asian heritage | asian asian british other
AOTH @asian = sri lankan | sri lanken tamil | tamil | punjabi | kashmiri | nepali | sikh
AOTH @asian = sinhalese | east african asian | caribbean asian | mixed asian | mauritian
AOTH @asian = african asian | asian african asian | other asian asian unspecified
AOTH @asian = asian other ethnic group | asian asian british other ethnic group
AOTH @asian = asian british other ethnic group | asian british east african asian
AOTH @asian = asian british mixed asian | asian british caribbean asian
AOTH @asian = :aafr | :akao | :anep | :asnl | :aslt | :asro | :aota
BCRB @black = caribbean | black caribbean | jamaica | guyana | west indian | trinidad tobago
BCRB @black = antigua barbuda | bahamas | dominica | grenada | montserrat | barbados
BCRB @black = st kitts st nevis | st vincent grenadines | black british caribbean
BAFR @black = african | black african | black african other | somali | somalian | nigerian
BAFR @black = ghanaian | ghanian | congolese | sudanese | kenyan | eritrean | ethiopian
BAFR @black = gambian | zimbabwean | angolan | zairean | cameroon | liberian | senegalese
BAFR @black = sierra leonian | south african | swazi | tanzanian | burkina fasian
BAFR @black = other black african | other black african background | black south african
BAFR @black = :bann | :bcon | :bgha | :bngn | :bsln | :bsom | :bsud | :baof
BOTH @black = black other | other black | other black background | black other background
BOTH @black = black background | other black heritage | black european | mixed black
BOTH @black = black north american | other black black unspecified | black black british other
BOTH @black = black african caribbean | black british african caribbean | black egyptian
BOTH @black = black black british egyptian | black british egyptian
BOTH @black = other black african caribbean background | other black african caribbean
BOTH @black = black african caribbean black british other black african caribbean background
BOTH @black = :beur | :bnam | :botb | :bbri
CHNE @other = chinese | hong kong chinese | malaysian chinese | malasian chinese | taiwanese
CHNE @other = singaporean chinese | main land chinese | other ethnic group chinese
CHNE @other = chinese other ethnic group chinese | other ethnic groups chinese
CHNE @other = asian chinese british | asian asian british chinese | asian brit chinese
CHNE @other = asian asian brit chinese | :chkc | :cmal | :csng | :ctwn | :coch
CHNE @other = other eth grp chinese | other ethnic group chinese
OOTH @other = other ethnic group | other ethnic groups | other ethnic background | arab
OOTH @other = other ethnicity | other group | :other | other eth groups | other ethnic
OOTH @other = afghan | afghani | afghanistani | iranian | iraqi | iraq | kurdish | egyptian
OOTH @other = filipino | vietnamese | japanese | korean | lebanese | libyan | malay | thai
OOTH @other = moroccan | algerian | yemeni | syrian | cambodian | polynesian | kurdish sorani
OOTH @other = latin south central american | south american | central american
OOTH @other = chinese other ethnic group other ethnic group | arab other | other arab
OOTH @other = asian asian british afghan | asian asian british afghani | other european
OOTH @other = asian asian british vietnamese | asian asian british iraqi | other eth grp other
OOTH @other = asian asian british filipino | other ethnic group other group
OOTH @other = asian british afghan | other ethnic groups other group
OOTH @other = chinese other ethnic group arab | ethnic group | other other ethnic group
OOTH @other = :oafg | :oara | :oegy | :ofil | :oirn | :oirq | :ojpn | :okor | :okrd
OOTH @other = :olam | :oleb | :olib | :omal | :omrc | :oopl | :opol | :otha | :ovie
OOTH @other = :oyem | :ooeg
REFU @unknown = refused | declined | did not wish reply | prefer not say | would not say
REFU @unknown = prefers not say | preferred not say | refused provide | not disclosed
REFU @unknown = refused disclose | not divulged | not declared | refused give | refused say
REFU @unknown = client declined | declined give | declined say | refused information | :dtg
REFU @unknown = refused specify | parent pupil preferred not say | not stated refused
REFU @unknown = not stated did not wish reply | no data did not wish reply
REFU @unknown = unspecified refused | not stated refused provide
NOBT @unknown = information not yet obtained | not yet obtained | info not obtained
NOBT @unknown = information not obtained | info not yet obtained | not obtained
NOBT @unknown = information not yet available | not asked | not given | not recorded
NOBT @unknown = not known | unknown | unborn | no data | no information | not populated
NOBT @unknown = form not completed | awaiting client contact | no client contact
NOBT @unknown = not yet known | not stated not yet obtained | unborn not recorded
NOBT @unknown = no data awaiting client contact | no data form not completed
NOBT @unknown = no initial client contact | case closed before ethnicity obtained
NOBT @unknown = no data information not yet obtained | not stated form not completed
NOBT @unknown = not yet obtained not established | requested unable provide
NOBT @unknown = unborn information not yet available | unspecified information not yet obtained
NOBT @unknown = not known not stated | not known stated | undeclared not known
NOBT @unknown = not stated not obtained | not stated information not yet obtained not refused
OOTH @other = unspecified other ethnic group
@unknown = :n | :u | :n e4 | :n n2 | :u x1 | :u x2 | :x1 | :x2 | :0
@other = :e1 | :e2 | :e e1 | :e e2 | :e21 | :e e1 1 | :e1 1 | :e e21
@white = :a1 1 | :a a1 1 | jersey
@unknown = not stated | not stated refused not obtained | unspecified | ethnicity not stated
@unknown = not stated not stated | unspecified ethnicity not stated | :ns | :xxxx | :unk
@white = white | white not yet obtained | white not stated | white unspecified
@mixed = mixed | dual heritage | mixed race | mixed multiple | mixed multiple ethnic groups
@mixed = black white | mixed dual heritage | dual | mixed multiple ethic groups
@asian = asian | asian british | asian asian british | british asian | asian asian brit
@asian = asian asian british not yet obtained | asian not yet obtained | asian brit
@asian = asian british asian | asian british british asian | asian british not yet obtained
@black = black | black british | black black british | black black british not yet obtained
@black = black british not yet obtained | black african caribbean black british
@black = black black brit | black brit | black british black british
@black = black black british form not completed | black british form not completed
@other = chinese other ethnic group
"""

_CODES: Final = (
    r"\b(w(?:bri|iri|irt|oth|rom)|m(?:wbc|wba|was|oth)|a(?:ind|pkn|ban|oth)|bcrb|bafr"
    r"|chne|ooth|refu|nobt)\b"
    r"|^(?:bl\w+ - )?(both)\b(?! )|^(both)\b(?= -|:| any| other| black)|\[(both)\]$"
)


def _local_codes() -> str:
    lines = []
    for letter, group in zip("abcd", ("white", "mixed", "asian", "black"), strict=True):
        numbered = " | ".join(
            f":{letter}{n} | :{letter} {letter}{n}" for n in range(50)
        )
        lines.append(f"@{group} = {numbered}")
    return "\n".join(lines)


ETHNICITY: Final = Vocabulary("ethnicity", _TABLE + _local_codes(), code=_CODES)
