"""Who may do what, and how people get a sign-in."""

import pytest

from madegood.accounts.actions import NotAdded, Refused, add_person, require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.accounts.roles import ROLES
from madegood.trail.queries import latest

pytestmark = pytest.mark.django_db

MAY = """
role          | children_see | children_reidentify | children_match | assurance_sign | plan_import | data_load | papers_view
director      | no           | no                  | no             | no             | no          | no        | yes
plan_manager  | no           | no                  | no             | no             | yes         | no        | yes
action_owner  | yes          | no                  | no             | no             | no          | no        | yes
practice_lead | yes          | no                  | no             | yes            | no          | no        | yes
analyst       | yes          | yes                 | yes            | no             | no          | yes       | yes
case_link     | yes          | yes                 | yes            | no             | no          | no        | yes
board_member  | no           | no                  | no             | no             | no          | no        | yes
administrator | no           | no                  | no             | no             | no          | no        | no
visitor       | no           | no                  | no             | no             | no          | no        | no
"""


def somebody(role, **given):
    return User.objects.create_user(f"{role}@example.org", "pw", role=role, **given)


def drawn():
    heads, *rows = [
        [cell.strip() for cell in line.split("|")] for line in MAY.strip().splitlines()
    ]
    return [
        (row[0], head, answer)
        for row in rows
        for head, answer in zip(heads[1:], row[1:], strict=True)
    ]


@pytest.mark.parametrize(("role", "permission", "answer"), drawn())
def test_a_role_may_do_what_the_table_says(role, permission, answer):
    assert may(somebody(role), Permission(permission)) is (answer == "yes")


def test_the_table_above_has_every_role():
    assert {row[0] for row in drawn()} == {role.name for role in ROLES}


def test_no_role_both_loads_the_data_and_signs_what_it_shows():
    for role in ROLES:
        both = {Permission.DATA_LOAD, Permission.ASSURANCE_SIGN}
        assert not both <= role.permissions


def test_a_person_whose_sign_in_is_closed_may_do_nothing():
    assert not may(somebody("director", is_active=False), Permission.PLAN_VIEW)


def test_taking_a_role_away_works_at_once():
    ros = somebody("practice_lead")
    User.objects.filter(pk=ros.pk).update(role="visitor")
    with pytest.raises(Refused, match="ask your administrator"):
        require(User.objects.get(pk=ros.pk), Permission.ASSURANCE_SIGN)


def add(**given):
    person = {
        "by": None,
        "name": "Ros Bennett",
        "email": "Ros@Example.org",
        "role_name": "practice_lead",
        "password": "a long pass phrase",
    }
    return add_person(**{**person, **given})


def test_adding_a_person_leaves_a_sentence_in_the_trail():
    assert add().email == "ros@example.org"
    assert "gave Ros Bennett a sign-in as Practice lead" in latest()[0].sentence


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"role_name": "king"}, "There is no role “king”"),
        ({"email": "ros"}, "not an e-mail address"),
        ({"password": "short"}, "at least 12 characters"),
        ({"password": "password12345"}, "too common"),
    ],
)
def test_what_cannot_be_added_says_why(given, says):
    with pytest.raises(NotAdded, match=says):
        add(**given)
    assert not User.objects.exists()


def test_the_same_address_is_added_once():
    add()
    with pytest.raises(NotAdded, match="already has a sign-in"):
        add(email="ROS@example.org")


def test_only_an_administrator_adds_people_from_a_page():
    with pytest.raises(Refused):
        add(by=somebody("director"))
