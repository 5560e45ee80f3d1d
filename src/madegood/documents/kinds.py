"""What documents, approvers and audiences can be, each with its words. No Django."""

from enum import StrEnum


class Kind(StrEnum):
    POLICY = "policy"
    SPECIFICATION = "specification"
    BUSINESS_CASE = "business_case"
    THRESHOLDS = "thresholds"
    PROTOCOL = "protocol"
    INFORMATION_PACK = "information_pack"
    TERMS_OF_REFERENCE = "terms_of_reference"
    PROCEDURE = "procedure"
    OTHER = "other"


KIND_WORDS: dict[Kind, str] = {
    Kind.POLICY: "Policy",
    Kind.SPECIFICATION: "Service specification",
    Kind.BUSINESS_CASE: "Business case",
    Kind.THRESHOLDS: "Thresholds document",
    Kind.PROTOCOL: "Protocol with partners",
    Kind.INFORMATION_PACK: "Information pack",
    Kind.TERMS_OF_REFERENCE: "Terms of reference",
    Kind.PROCEDURE: "Procedure or practice guidance",
    Kind.OTHER: "Another document",
}


class BodyKind(StrEnum):
    """What a partner is. Boards have a room of their own, which says what each is."""

    HOUSING = "housing"
    JUDICIARY = "judiciary"
    POLICE = "police"
    HEALTH = "health"
    EDUCATION = "education"
    VOLUNTARY = "voluntary"
    OTHER = "other"


BODY_WORDS: dict[BodyKind, str] = {
    BodyKind.HOUSING: "Housing",
    BodyKind.JUDICIARY: "Courts and judiciary",
    BodyKind.POLICE: "Police",
    BodyKind.HEALTH: "Health",
    BodyKind.EDUCATION: "Schools and education",
    BodyKind.VOLUNTARY: "Voluntary organisation or provider",
    BodyKind.OTHER: "Another partner",
}
