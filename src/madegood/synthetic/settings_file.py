"""The settings that come with the synthetic authority."""

from madegood.synthetic.story import OURS


def settings_text() -> str:
    """settings.toml: whose authority this is. Every limit is left at its default."""
    return f"""# A synthetic authority: none of this is any real council's.
authority = "{OURS}"
"""
