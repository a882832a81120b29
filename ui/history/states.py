"""The states that can be compared: the present one and the versions, each named for people."""

from collections.abc import Callable
from dataclasses import dataclass

from cmdesk import i18n
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language, Wording
from cmdesk.session import Session
from cmdesk.store.versions import Version
from cmdesk.versions.naming import clock, now_title, version_title


@dataclass(frozen=True)
class State:
    """A state, read when it is asked for; `version` is None for the present one."""

    name: Wording
    load: Callable[[], Dossier]
    """Reads it; raises the store's errors."""
    version: Version | None = None
    is_present: bool = False

    @property
    def words(self) -> str:
        """Its name in the interface's language."""
        return self.name.best(Language(i18n.language()))


def states_of(session: Session) -> list[State]:
    """The present state, then the versions, the newest first."""
    return [present(session), *(_state(session, version) for version in session.project.versions.list())]


def present(session: Session) -> State:
    """The state as it is now."""
    return State(now_title(), lambda: session.dossier, is_present=True)


def _state(session: Session, version: Version) -> State:
    named = version_title(version.name, version.at)
    return State(named, lambda: session.project.versions.dossier(version), version)


def about(version: Version) -> str:
    """When a version was made, by whom, and how much is in it."""
    made = _("{time}, by {user}") if version.by else "{time}"
    told = made.format(time=clock(version.at), user=version.by)
    return f"{told} · {extent(version.counts)}"


def extent(counts: dict[str, int]) -> str:
    """How much is in a state, by the numbers of its records."""
    paragraphs, sources = counts.get("paragraphs", 0), counts.get("evidence", 0)
    return " · ".join(
        (
            ngettext("{count} paragraph", "{count} paragraphs", paragraphs).format(count=paragraphs),
            ngettext("{count} source", "{count} sources", sources).format(count=sources),
        )
    )
