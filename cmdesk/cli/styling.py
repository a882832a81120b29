"""How a command is told to make a document: by a style, in some languages, or both."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from cmdesk.export import profiles
from cmdesk.export.composing.languages import Languages
from cmdesk.export.profile import Manner, Profile


def manner_of(arguments: Namespace) -> Manner:
    """The style asked for, in the languages asked for; raises what is wrong with the style."""
    languages = Languages(arguments.languages) if arguments.languages else None
    if arguments.profile is None:
        return languages or Languages.BOTH
    profile = profile_named(arguments.profile)
    return replace(profile, languages=languages) if languages else profile


def profile_named(name: str) -> Profile:
    """A shipped style by its id, or one from a file."""
    return profiles.load(Path(name)) if name.endswith(".toml") else profiles.named(name)
