"""The profiles on disk: which there are, and one by its id or from a file of one's own."""

from pathlib import Path

from cmdesk import assets
from cmdesk.export import profile_schema
from cmdesk.export.faulty_profiles import ProfileError, UnknownProfileError, UnreadableProfileError
from cmdesk.export.profile import Profile
from cmdesk.toml_files.reading import Kind, read

KIND = Kind(ProfileError, UnreadableProfileError)


def shipped() -> Path:
    """Folder of the profiles that come with the program."""
    return assets.resource("styles")


def available(folder: Path | None = None) -> tuple[Profile, ...]:
    """The profiles of a folder (the shipped ones by default), by file name; raises `ProfileError` for a faulty one."""
    return tuple(load(path) for path in sorted((folder or shipped()).glob("*.toml")))


def named(profile_id: str, folder: Path | None = None) -> Profile:
    """The profile of an id; raises `UnknownProfileError`, which lists those there are."""
    found = {profile.id: profile for profile in available(folder)}
    if profile_id not in found:
        raise UnknownProfileError(profile_id, found)
    return found[profile_id]


def load(path: Path) -> Profile:
    """The profile of a file; raises `ProfileError` with all that is wrong in it, or `UnreadableProfileError`."""
    found, ledger = profile_schema.read(*read(path, KIND))
    if ledger.mistakes:
        raise ProfileError(path, ledger.mistakes)
    return found
