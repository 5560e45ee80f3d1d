"""Children who go missing, and the interview when they return."""

from madegood.record.schema import Column, Kind, Table

MISSING_EPISODES = Table(
    "missing_episodes",
    "Episodes of being missing from home or care, or away without authorisation.",
    ("episode_id",),
    (
        Column("episode_id", Kind.ID, "The id of the episode.", required=True),
        Column(
            "child_id", Kind.ID, "The authority's own id for the child.", required=True
        ),
        Column(
            "kind",
            Kind.CODE,
            "Missing: whereabouts not known. Away: known, but not where expected.",
            codes=("missing", "away"),
            synonyms=(
                ("m", "missing"),
                ("a", "away"),
                ("missing from care", "missing"),
                ("missing from home", "missing"),
                ("away from placement without authorisation", "away"),
            ),
        ),
        Column(
            "started_at",
            Kind.MOMENT,
            "Left, or last seen by a responsible adult, whichever is later.",
        ),
        Column("ended_at", Kind.MOMENT, "Found or returned, as the source means it."),
        Column("located_at", Kind.MOMENT, "When the child's whereabouts were known."),
        Column(
            "returned_at",
            Kind.MOMENT,
            "Back home or in the placement. The interview clock starts here when "
            "given, else at ended_at.",
        ),
        Column("looked_after", Kind.YES_NO, "Whether looked after when they went."),
        Column("placement_id", Kind.TEXT, "The placement they went missing from."),
        Column("provider", Kind.TEXT, "Who provides that placement."),
        Column(
            "placed_by_us",
            Kind.YES_NO,
            "No for another authority's child placed in our area.",
        ),
        Column(
            "police_notified_authority_at",
            Kind.MOMENT,
            "When the police told the authority of the episode.",
        ),
        Column(
            "return_notified_at",
            Kind.MOMENT,
            "When the authority was told that the child was back.",
        ),
    ),
    (
        ("started_at", "ended_at"),
        ("started_at", "returned_at"),
        ("started_at", "located_at"),
    ),
)

RETURN_INTERVIEWS = Table(
    "return_interviews",
    "Return home interviews: asked for, offered, held, reported, used.",
    ("interview_id",),
    (
        Column("interview_id", Kind.ID, "The id of the interview.", required=True),
        Column(
            "child_id", Kind.ID, "The authority's own id for the child.", required=True
        ),
        Column("provider", Kind.TEXT, "Who offers and holds the interviews."),
        Column(
            "referred_to_provider_at",
            Kind.MOMENT,
            "When the authority asked the provider for the interview.",
        ),
        Column(
            "offered",
            Kind.YES_NO,
            "Whether offered to the child. Blank is not recorded, which is not No.",
            known_from="offered_at",
        ),
        Column("offered_at", Kind.MOMENT, "When offered to the child."),
        Column(
            "accepted",
            Kind.YES_NO,
            "Whether the child accepted the offer.",
            known_from="offered_at",
        ),
        Column("held_at", Kind.MOMENT, "When the interview took place."),
        Column(
            "reason_not_held",
            Kind.CODE,
            "Why no interview was held.",
            codes=(
                "declined",
                "no_contact",
                "missing_again",
                "placed_out_of_area_not_arranged",
                "in_custody_or_hospital",
                "turned_18",
                "police_advice",
                "not_offered",
            ),
            synonyms=(
                ("refused", "declined"),
                ("no_contact_after_n_attempts", "no_contact"),
                ("no contact", "no_contact"),
                ("unable to contact", "no_contact"),
            ),
        ),
        Column(
            "independent",
            Kind.YES_NO,
            "Whether the interviewer is neither the carer, employed by the placement, "
            "nor in line management of the case.",
            known_from="held_at",
        ),
        Column(
            "report_received_at",
            Kind.MOMENT,
            "When the interview's report reached the social worker.",
        ),
        Column(
            "plan_updated_on",
            Kind.DATE,
            "When the child's plan or risk assessment was next updated.",
        ),
    ),
    (("held_at", "report_received_at"),),
)

RETURN_INTERVIEW_EPISODES = Table(
    "return_interview_episodes",
    "Which episodes an interview was for: one interview may answer several.",
    ("interview_id", "episode_id"),
    (
        Column("interview_id", Kind.ID, "The interview.", required=True),
        Column("episode_id", Kind.ID, "An episode it was held about.", required=True),
    ),
)
