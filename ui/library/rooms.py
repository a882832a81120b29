"""The pages of the library besides its records, made when they are first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.library.coverage_page import CoveragePage
from ui.library.duplicates_page import DuplicatesPage
from ui.library.rights_page import RightsPage
from ui.library.timeline_page import TimelinePage

if TYPE_CHECKING:
    from ui.library.room import LibraryRoom


def made(key: str, room: "LibraryRoom") -> QWidget:
    """The page of a key."""
    match key:
        case "coverage":
            coverage = CoveragePage(room.catalogue)
            coverage.record_wanted.connect(room.look_at)
            coverage.place_wanted.connect(room.place_wanted)
            return coverage
        case "timeline":
            timeline = TimelinePage(room.catalogue)
            timeline.record_wanted.connect(room.look_at)
            timeline.years_wanted.connect(room.show_years)
            return timeline
        case "rights":
            rights = RightsPage(room.catalogue)
            rights.record_wanted.connect(room.look_at)
            return rights
        case _:
            return DuplicatesPage(room.catalogue)
