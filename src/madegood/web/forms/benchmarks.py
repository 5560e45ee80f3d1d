"""Which published figures to show: topic, words, year, neighbour model."""

from collections.abc import Mapping, Sequence

from django import forms

EVERY = "all"


class BenchmarkForm(forms.Form):
    """Whatever is not a choice is as if it were not asked for."""

    q = forms.CharField(
        label="Words in the name", required=False, max_length=80, strip=True
    )
    topic = forms.ChoiceField(label="Topic", required=False)
    year = forms.ChoiceField(label="Year", required=False)
    model = forms.ChoiceField(label="Neighbours of", required=False)

    def __init__(
        self,
        given: Mapping[str, str],
        *,
        topics: Sequence[str],
        years: Sequence[int],
        models: Sequence[int],
    ) -> None:
        choices = {
            "topic": [
                *((one, one) for one in topics),
                (EVERY, "Every topic"),
            ],
            "year": [("", "Newest of each"), *((f"{y}", f"{y}") for y in years)],
            "model": [(f"{y}", f"The model of {y}") for y in models],
        }
        words = given.get("q", "").replace("\0", "")[:80]
        asked = {"q": words}
        for name, offered in choices.items():
            values = [value for value, _ in offered]
            wanted = given.get(name, "")
            # Words are looked for in every topic unless one was chosen with them.
            first = EVERY if name == "topic" and words.strip() else values[:1]
            usual = first if isinstance(first, str) else "".join(first)
            asked[name] = wanted if wanted in values else usual
        super().__init__(asked)
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered
        self.is_valid()

    @property
    def words(self) -> list[str]:
        return str(self.cleaned_data.get("q", "")).lower().split()

    @property
    def wanted_topic(self) -> str:
        return str(self.cleaned_data.get("topic", ""))

    @property
    def wanted_year(self) -> int | None:
        chosen = self.cleaned_data.get("year", "")
        return int(chosen) if chosen else None

    @property
    def wanted_model(self) -> int | None:
        chosen = self.cleaned_data.get("model", "")
        return int(chosen) if chosen else None
