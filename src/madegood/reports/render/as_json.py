"""A paper's facts as JSON: what the gate let through, and nothing else."""

import json
from typing import Any


def render(name: str, facts: dict[str, Any]) -> str:
    """The frozen facts under the paper's name. The names of the cells held back are
    ours to keep for the next paper, and are not part of the public answer."""
    public = {key: value for key, value in facts.items() if key != "held_cells"}
    answer = {"paper": name, "as_of": facts["as_of"], "facts": public}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
