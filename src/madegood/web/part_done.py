"""What a person is told when they come back to the page of a part."""

# By a word in the address.
DONE = {
    "evidence": "The evidence is recorded. It counts in full once somebody else has "
    "checked it.",
    "check": "You have checked the evidence.",
    "withdraw": "The test is withdrawn with your reason. It is asked all the same until "
    "somebody who does not own this agrees.",
    "agree": "The test is asked no more. This must be signed afresh before it is embedded.",
    "sign": "Your signature is recorded.",
    "claim": "What you said is recorded.",
    "date": "The new date is recorded, and the old one kept.",
    "test": "The test is attached, and what stands here has been tested again.",
    "retire": "The outcome is retired. It stays on the page, with your reason.",
    "update": "What you wrote is recorded. What is claimed has not changed.",
    "milestone": "The milestone is recorded.",
    "cost": "The sum is recorded.",
    "need": "What this action waits for is recorded.",
    "need_ended": "This action no longer waits for the other. That it did stays on record.",
    "commitment": "The commitment is recorded. Every period of it now needs a report.",
    "aside": "It is set aside as no commitment, with your reason.",
    "owners": "The owners are recorded, and those before them kept.",
}
