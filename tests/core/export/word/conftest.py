"""What the tests of the Word room share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cmdesk.export.blocks import Block, Document
from cmdesk.export.compose import Languages, compose
from cmdesk.export.word.writer import write
from cmdesk.model.dossier import Dossier

# No test folder is a package, so its helpers are found by path.
sys.path.insert(0, str(Path(__file__).parent))

from word_files import Opened, of

Make = Callable[..., Opened]


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """Writes blocks, or a whole document, and opens the file."""

    def make(*blocks: Block, document: Document | None = None, name: str = "made.docx") -> Opened:
        write(document or of(*blocks), tmp_path / name)
        return Opened(tmp_path / name)

    return make


@pytest.fixture(params=Languages, ids=lambda languages: languages.value)
def whole(request: pytest.FixtureRequest, dossier: Dossier, made: Make) -> Opened:
    """The dossier with an answer of every kind, in each language and in both."""
    return made(document=compose(dossier, request.param))


@pytest.fixture
def bilingual(dossier: Dossier, made: Make) -> Opened:
    """The dossier in both languages."""
    return made(document=compose(dossier, Languages.BOTH))
