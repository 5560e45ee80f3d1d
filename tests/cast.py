"""The people in every test."""

from madegood.accounts.models import User

PEOPLE = {
    "priya": ("Priya", "Shah", "plan_manager"),
    "tom": ("Tom", "Okafor", "action_owner"),
    "ros": ("Ros", "Bennett", "practice_lead"),
    "dana": ("Dana", "Whitmore", "director"),
    "anil": ("Anil", "Kumar", "analyst"),
    "lena": ("Lena", "Fisher", "case_link"),
    "adeyemi": ("Mr", "Adeyemi", "board_member"),
    "sam": ("Sam", "Field", "visitor"),
}


def person(name: str) -> User:
    """One of the cast, made when first asked for."""
    first, last, role = PEOPLE[name]
    email = f"{name}@example.org"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(
        email, "a long pass phrase", first_name=first, last_name=last, role=role
    )
