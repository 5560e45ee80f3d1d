"""The words plans use: for their columns, their headings and how far things have got.

These lists are the evidence the reader works by. A word that a council uses and that is
missing here is added here, and nowhere else.
"""

import re

from madegood.intake.plans.blocks import Role


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set to look in."""
    return frozenset(text.split())


COLUMN_WORDS: dict[Role, str] = {
    Role.ACTION: """action|actions|action required|actions required|action to be taken|
        actions to be taken|actions we will take|action needed|actions needed|key action|
        key actions|improvement action|improvement actions|agreed action|agreed actions|
        planned action|planned actions|what we will do|what will we do|what will be done|
        what we are going to do|what needs to happen|what needs to be done|
        how we will do it|how will we do it|how we will do this|what are we going to do|
        task|tasks|activity|activities|key activity|key activities|step|steps|
        milestone|milestones|key milestones|what are we doing|our actions|action point|
        action points|smart action|smart actions|specific action|specific actions|
        what we are doing|what will change|intervention|interventions|deliverable|
        deliverables""",
    Role.OWNER: """who|lead|leads|lead officer|lead officers|lead person|action lead|
        strategic lead|operational lead|owner|owners|action owner|responsible|
        responsible officer|responsible officers|responsible lead|responsible person|
        person responsible|responsibility|by whom|who by|who will do it|
        who will lead|who is responsible|who will do this|accountable|
        accountable officer|accountable lead|accountability|named lead|sro|
        senior responsible officer|delivery lead|lead role|lead agency|who is leading|
        officer|officers|led by|post responsible|
        lead and partners|lead name|lead manager|responsible manager|responsible post|
        head of service|assigned to|action owners|lead and support|who is involved""",
    Role.PROGRESS: """progress|progress update|progress updates|progress to date|
        progress made|progress against action|progress so far|update|updates|
        latest update|status|current status|current position|position|status update|
        rag|brag|rag rating|brag rating|rag status|brag status|where are we now|
        what we have done|what have we done|progress and rag|comments|commentary|
        progress and comments|progress and status|delivery status|how are we doing|
        where we are now|where we are|position now|
        progress as at|progress this month|progress and impact|progress and evidence|
        summary of progress|progress evidence|action status|overall status|delivery rag|progress rating""",
    Role.DUE: """when|by when|timescale|timescales|target date|due|due date|date due|
        deadline|completion date|target completion date|end date|end|date|timeframe|
        date for completion|complete by|to be completed by|when by|target|
        when will it be done|finish|when will we do it|by what date|
        target completion|planned completion date|original target date|
        revised target date|revised date|expected completion|expected completion date""",
    Role.START: "action from|start|start date|from|from when",
    Role.EVIDENCE: """evidence|evidence of progress|evidence of impact|
        evidence of completion|evidence source|what would be measured|
        what will be measured|what we will measure|how will we measure it|
        how will it be measured|how it will be measured|kpi|kpis|key performance indicator|
        key performance indicators|assurance|source of assurance|sources of evidence|
        evidence required|evidence to show completion|how will we know|how we will know|
        how do we know|measure|measures|monitoring|evidence and impact""",
    Role.OUTCOME: """expected outcome|expected outcomes|outcome|outcomes|
        intended outcome|intended outcomes|desired outcome|desired outcomes|impact|
        outcomes for children|expected impact|intended impact|success measure|
        success measures|success criteria|measure of success|measures of success|
        outcome statement|outcome statements|what difference will this make|what difference will it make|
        what difference will we make|what will success look like|what good looks like|
        what difference has this made|the difference this will make|
        impact for children|impact on children""",
    Role.REF: "ref|ref no|no|number|action no|action ref|reference|item",
    Role.RECOMMENDATION: """recommendation|ofsted recommendation|area for improvement|
        area of improvement|what needs to improve|priority|finding|
        inspection finding|ofsted finding|recommendations|areas for improvement""",
}

ROLE_OF: dict[str, Role] = {
    " ".join(phrase.split()): role
    for role, phrases in COLUMN_WORDS.items()
    for phrase in phrases.split("|")
}
LONGEST_LABEL = max(len(label.split()) for label in ROLE_OF)

# Headings over a list of outcomes. "Evidence" words are left out: they head columns.
OUTCOME_HEADINGS = frozenset(
    label for label, role in ROLE_OF.items() if role is Role.OUTCOME
) | {"how will we know", "how we will know", "how will we know it has worked"}

BULLETS = "◼●•▪■◦‣∙·○➢➤►▶✓✔❖–—*\uf0b7\uf0a7\uf06e\uf0d8\uf0fc\u25aa\u2023"

NUMBER_WORDS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}

MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october"
    "|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)

# What a progress cell begins with. "Complete the audit" is an order, not a status.
STATUS_START = re.compile(
    r"(?:this (?:action )?(?:is|has been) )?"
    r"(?:(?:fully|partially|partly|part|substantially|nearly|almost|now|not yet|not)"
    r"[ -])?"
    r"(?:completed\b|completion\b"
    r"|complete(?:$|(?=[.,;:)–—-]| and\b| now\b| with\b| in\b| by\b| as\b))"
    r"|in[ -]progress\b|on[ -]?going\b|on[ -]track\b|off[ -]track\b|under ?way\b"
    r"|nearing completion\b|started\b|begun\b|commenced\b|yet to (?:start|begin)\b"
    r"|not (?:yet )?(?:started|due|begun|commenced)\b|achieved\b|done\b|closed\b"
    r"|delayed\b|at risk\b|on hold\b|paused\b|overdue\b|behind (?:plan|schedule)\b"
    r"|business as usual\b|bau\b|to be started\b|awaiting\b|outstanding\b"
    r"|superseded\b|embedded\b|implemented\b|delivered\b|slipped\b|late\b|"
    r"(?:b?rag[: ]+)?(?:red|amber|green|blue|gr[ae]y)(?:$|(?=[.,;:)–—-]| rated)))",
    re.IGNORECASE,
)

# A whole line that is a status and nothing else, after which a new cell may begin.
STATUS_ONLY = re.compile(
    r"(?:(?:fully|partially|partly|nearly|not yet|now)\s)?"
    r"(?:completed?|in progress|on-?going|on track|not started|nearing completion"
    r"|completion imminent|under ?way|red|amber|green|blue)"
    r"(?:[,;]?\s(?:and|now|then)?\s?(?:on-?going|monitored|business as usual|bau"
    r"|under regular review))?\s?[.]?",
    re.IGNORECASE,
)

# Words that speak of how far something has got, wherever they stand.
STATUS_WORDS = re.compile(
    r"\b(?:completed|on-?going|in progress|continuing|imminent|awaiting|delayed"
    r"|launched|implemented|has been|have been|have now|has now|is now|are now|was|were"
    r"|under way|underway|in place|to date|so far)\b",
    re.IGNORECASE,
)

ORDERS = words(
    """
    accelerate add address adopt agree align allocate analyse appoint arrange assess
    audit brief build carry clarify collect co-ordinate commission complete conduct
    consider consult continue convene create define deliver design develop dip
    discuss disseminate embed enable engage enhance ensure establish evaluate expand
    explore extend finalise fund gather hold identify implement improve include
    increase introduce invest invite involve issue launch lead learn liaise listen
    maintain make map measure meet monitor move obtain offer optimise plan prepare
    present produce promote provide publish quality raise re-launch recruit redesign
    reduce refine refresh relaunch remove renew report require reset respond
    restructure revise review revisit roll run scope secure seek send set share
    simplify start strengthen streamline submit support survey test tighten track
    train triangulate undertake update use utilise validate widen work write
    """
)


def plain(label: str) -> str:
    """A label as it is looked up: lower case, no punctuation, no "(s)"."""
    bare = label.casefold().replace("(s)", "").replace("/", " ").replace("&", "and")
    return " ".join(re.sub(r"[^\w\s]", " ", bare).split())
