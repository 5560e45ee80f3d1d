"""Every field that is stored is classified: about a child, about staff, or open."""

import pytest
from django.apps import apps

OURS = [
    model for model in apps.get_models() if model.__module__.startswith("madegood.")
]
# What Django adds to a person with a sign-in, and to every row.
DJANGOS = {
    "id", "password", "last_login", "is_superuser", "is_staff", "is_active",
    "date_joined", "groups", "user_permissions",
}  # fmt: skip
IDENTIFYING = ("name_of_child", "child_name", "nhs", "upn", "address", "postcode")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_classified(model):
    privacy = model.Privacy
    classified = privacy.child_level | privacy.staff | privacy.open
    fields = {
        field.name
        for field in model._meta.get_fields()
        if not (field.auto_created and not field.concrete)
    }
    missing = fields - classified - DJANGOS
    assert not missing, (
        f"{model.__name__}: say in its class Privacy whether {sorted(missing)} is "
        "child_level, staff or open."
    )
    assert classified <= fields | DJANGOS


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_nothing_that_identifies_a_child_has_a_place_to_be_stored(model):
    for field in model._meta.get_fields():
        assert not any(word in field.name for word in IDENTIFYING)
