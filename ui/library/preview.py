"""A file as it looks, page by page: every picture is made by the confined reader, never by the window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.library.reading.found import Request, Task
from cmdesk.library.reading.process import Reader
from cmdesk.library.shelf import Shelf
from cmdesk.library.sorts import Sort, sort_of
from cmdesk.model.evidence import Attachment
from cmdesk.progress import Cancelled, Progress
from ui import theme
from ui.library.catalogue import Catalogue
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets import icons
from ui.widgets.label import label

if TYPE_CHECKING:
    from ui.jobs import Job

_PIXELS = 1400
_TALLEST = 420
_SHOWN_LETTERS = 20_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to see of a file's page; `trouble` says why there is nothing."""

    attachment: Attachment
    page: int
    pages: int = 1
    image: QImage | None = None
    text: str = ""
    trouble: str = ""
    unsound: bool = False
    """Whether the file is missing, or other bytes than those that were attached."""


class Picture(QWidget):
    """A picture in the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QPixmap) -> None:
        """Show this one."""
        self._picture = picture
        self.setFixedHeight(self._fitted().height() or 12 * SPACE)
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._picture.isNull()

    def _fitted(self) -> QSize:
        room = QSize(max(self.width(), 200), _TALLEST)
        size = self._picture.size()
        return size if size.isEmpty() else size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        """Fit it anew."""
        self.setFixedHeight(self._fitted().height() or 12 * SPACE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it, with a thin line around."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._fitted()
        left = (self.width() - size.width()) // 2
        if not size.isEmpty():
            painter.drawPixmap(left, 0, size.width(), size.height(), self._picture)
            painter.setPen(QColor(theme.in_force().line))
            painter.drawRect(left, 0, size.width() - 1, size.height() - 1)


class Preview(QWidget):
    """Shows one file of a record."""

    seen = Signal(object)
    """A `Seen`: what came of looking."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._attachment: Attachment | None = None
        self._page, self._pages = 1, 1
        self._looked_at: tuple[Attachment | None, int] = None, 0
        self._job: Job | None = None
        self.picture, self.text, self.trouble = Picture(), QPlainTextEdit(), label("problem")
        self.back, self.next, self.number = QToolButton(), QToolButton(), label("muted")
        self._lay_out()
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._forward)
        catalogue.filled.connect(self._look_if_blank)
        self.retranslate()

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setProperty(ROLE, "field")
        self.text.setFixedHeight(26 * SPACE)
        self.number.setWordWrap(False)
        self.picture.setAccessibleName(_("Preview"))
        self.text.setAccessibleName(_("Text of the file"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.picture, self.text, self.trouble):
            layout.addWidget(part)
        pages = QHBoxLayout()
        pages.addStretch(1)
        for widget in (self.back, self.number, self.next):
            pages.addWidget(widget)
        pages.addStretch(1)
        layout.addLayout(pages)

    def retranslate(self) -> None:
        """Speak the interface's language, and wear the theme's colours."""
        for button, icon, words in (
            (self.back, "page_before", _("Page before")),
            (self.next, "page_after", _("Next page")),
        ):
            button.setIcon(icons.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._tell_page()

    def show_file(self, attachment: Attachment | None, page: int = 1) -> None:
        """Show a file's page; the picture comes when it is made."""
        if attachment is not None and (attachment, page) == self._looked_at:
            return
        self._looked_at = attachment, page
        if self._job is not None:
            self._job.cancel()
        other = attachment != self._attachment
        self._attachment, self._page = attachment, page
        self._pages = 1 if other else self._pages
        self.setVisible(attachment is not None)
        if other:
            self._show(Seen(attachment, page) if attachment else None)
        if attachment is not None:
            self._job = self._catalogue.run(self._looking(attachment, page), self._take)

    def look_again(self) -> None:
        """Look at the same file anew, as it may have changed on the disk."""
        attachment, page = self._looked_at
        self._looked_at = None, 0
        self.show_file(attachment, page)

    def _look_if_blank(self) -> None:
        """Look anew at what could not be shown, since files were read meanwhile."""
        blank = self.picture.is_empty and not self.text.toPlainText() and not self.trouble.text()
        if self._attachment is not None and blank and self.isVisible():
            self.look_again()

    def _looking(self, attachment: Attachment, page: int) -> "_Looking":
        return _Looking(attachment, page, self._catalogue)

    def _take(self, seen: Seen) -> None:
        if (seen.attachment, seen.page) != (self._attachment, self._page):
            return
        self._pages = seen.pages
        self._show(seen)
        self.seen.emit(seen)

    def _show(self, seen: Seen | None) -> None:
        has_image = seen is not None and seen.image is not None
        self.picture.show_picture(QPixmap.fromImage(seen.image) if seen and seen.image else QPixmap())
        self.picture.setVisible(has_image)
        self.text.setPlainText(seen.text if seen else "")
        self.text.setVisible(bool(seen and seen.text) and not has_image)
        self.trouble.setText(seen.trouble if seen else "")
        self.trouble.setVisible(bool(seen and seen.trouble))
        self._tell_page()

    def _tell_page(self) -> None:
        several = self._pages > 1
        for part in (self.back, self.next, self.number):
            part.setVisible(several)
        self.number.setText(_("Page {page} of {count}").format(page=self._page, count=self._pages))
        self.back.setEnabled(self._page > 1)
        self.next.setEnabled(self._page < self._pages)

    def _back(self) -> None:
        self.show_file(self._attachment, max(self._page - 1, 1))

    def _forward(self) -> None:
        self.show_file(self._attachment, min(self._page + 1, self._pages))


class _Looking:
    """Makes what there is to see, on another thread."""

    def __init__(self, attachment: Attachment, page: int, catalogue: Catalogue) -> None:
        self._attachment, self._page = attachment, page
        self._files = catalogue.session.project.attachments
        self._shelf = catalogue.path

    def __call__(self, progress: Progress) -> Seen:
        file, page = self._attachment, self._page
        try:
            if self._files.hash_of(self._files.name_of(file)) != file.sha256:
                told = _("“{file}” is not what was attached any more: its bytes were changed from outside.")
                return Seen(file, page, trouble=told.format(file=file.name), unsound=True)
        except CMDeskError as error:
            return Seen(file, page, trouble=error.what, unsound=True)
        try:
            return self._look(progress)
        except Cancelled:
            raise
        except CMDeskError as error:
            return Seen(file, page, trouble=error.what)

    def _look(self, progress: Progress) -> Seen:
        file, page = self._attachment, self._page
        path, reader = self._files.path_of(file), Reader()
        shelf = Shelf.open(self._shelf)
        try:
            known, pages = shelf.found(file.sha256), shelf.pages(file.sha256)
        finally:
            shelf.close()
        match sort_of(file.name):
            case Sort.PDF:
                found = reader.read(path, Request(Task.PDF_PAGE, page=page, most_pixels=_PIXELS), progress, file.name)
                count = (known.page_count if known else None) or found.page_count or len(pages) or 1
                return Seen(file, page, count, QImage.fromData(found.image))
            case Sort.PICTURE:
                found = reader.read(path, Request(Task.CLEANED_PICTURE, most_pixels=_PIXELS), progress, file.name)
                return Seen(file, page, image=QImage.fromData(found.image))
            case _:
                text = pages[page - 1] if 0 < page <= len(pages) else ""
                return Seen(file, page, max(len(pages), 1), text=text[:_SHOWN_LETTERS])
