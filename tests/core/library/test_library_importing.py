import hashlib
from datetime import date

import foreign_files as make
import pytest

from cmdesk.edits.records import SetEvidence
from cmdesk.forms.starting import new_dossier
from cmdesk.forms.templates import form
from cmdesk.library import proposing
from cmdesk.library.importing import Outcome, files_in, gather
from cmdesk.library.reading.found import Found, Picture, Reference, Refusal, Trouble
from cmdesk.library.reading.refusals import ForeignFileError
from cmdesk.library.shelf import Shelf
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Wording
from cmdesk.progress import Cancelled, Progress
from cmdesk.session import Session
from cmdesk.store.errors import DiskFullError

NOTHING = FrozenMap()


class Folder:
    """Keeps names and hashes of files in memory."""

    def __init__(self, full_after=1000):
        self.kept = []
        self._full_after = full_after

    def put(self, path):
        if len(self.kept) >= self._full_after:
            raise DiskFullError(path)
        self.kept.append(path.name)
        content = path.read_bytes()
        return Attachment(hashlib.sha256(content).hexdigest(), path.name, "application/x", len(content))


class Quick:
    """A reader that starts no process: it finds the text of a file, or the trouble that its text names."""

    def read(self, path, _request, progress):
        progress.step(0, 1)
        text = path.read_text("utf-8", "replace")
        if text.startswith("trouble:"):
            raise ForeignFileError(path.name, Refusal(Trouble(text.removeprefix("trouble:"))))
        references = (Reference(title=text),) if path.suffix == ".bib" else ()
        return Found(title=f"Title of {text}", pages=(text,), references=references)


class StopAt(Progress):
    def __init__(self, number):
        self._left = number

    def step(self, *_place):
        self._left -= 1
        if self._left < 0:
            raise Cancelled


def gathered(paths, keeping=None, library=NOTHING, progress=None, remembering=None):
    return gather(paths, keeping or Folder(), library, progress or Progress(), remembering, Quick())


def outcomes(result):
    return [(line.name, line.outcome) for line in result.lines]


def test_folders_are_walked_and_what_systems_write_is_passed_over(place, tmp_path):
    for name in ("b/2.txt", "a.txt", ".hidden", "b/~$2.docx", ".git/x.txt", "Thumbs.db"):
        place(name, "x")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "in" / "a.txt")
    found = [path.relative_to(tmp_path / "in").as_posix() for path in files_in([tmp_path / "in"])]
    assert found == ["a.txt", "b/2.txt"]


def test_each_file_becomes_a_record_with_what_was_read(place):
    result = gathered([place("รายงาน_แผน.txt", "plan")])
    [record] = result.records
    assert (record.kind, record.title) == (EvidenceKind.DOCUMENT, Wording("", "Title of plan"))
    assert [attachment.name for attachment in record.attachments] == ["รายงาน_แผน.txt"]
    assert result.summary == "1 added, 0 already there, 0 refused."


def test_the_same_bytes_twice_are_one_record(place):
    result = gathered([place("a.txt", "same"), place("b.txt", "same"), place("c.txt", "other")])
    assert outcomes(result) == [
        ("a.txt", Outcome.ADDED),
        ("b.txt", Outcome.ALREADY_THERE),
        ("c.txt", Outcome.ADDED),
    ]
    assert result.lines[1].records == result.lines[0].records


def test_a_file_that_the_library_has_is_already_there(place):
    path = place("a.txt", "same")
    attachment = Folder().put(path)
    known = Evidence(EvidenceId("R"), EvidenceKind.DOCUMENT, attachments=(attachment,))
    result = gathered([path], library=FrozenMap({known.id: known}))
    assert (outcomes(result), result.lines[0].records, result.edit) == (
        [("a.txt", Outcome.ALREADY_THERE)],
        ("R",),
        None,
    )


def test_a_file_that_cannot_be_read_is_kept_with_the_reason(place):
    result = gathered([place("b.txt", "trouble:password")])
    assert outcomes(result) == [("b.txt", Outcome.ADDED)]
    assert result.lines[0].notes == ("“b.txt” is protected by a password, or of an old format, and can't be read.",)
    assert result.records[0].title == Wording("", "b")


def test_an_empty_and_a_missing_file_are_refused_with_the_reason(place, tmp_path):
    result = gathered([place("empty.txt", ""), tmp_path / "gone.txt"])
    assert [line.outcome for line in result.lines] == [Outcome.REFUSED] * 2
    assert [line.notes[0] for line in result.lines] == [
        "“empty.txt” is empty.",
        "“gone.txt” can't be opened (No such file or directory).",
    ]


def test_a_full_disk_refuses_the_rest(place):
    paths = [place(f"{number}.txt", str(number)) for number in range(3)]
    result = gathered(paths, Folder(full_after=1))
    assert [line.outcome for line in result.lines] == [Outcome.ADDED, Outcome.REFUSED, Outcome.REFUSED]
    assert "disk is full" in result.lines[2].notes[0]


@pytest.mark.parametrize("name", ["a.exe", "b.docm", "c.url", "d.pdf.exe", "e\u202egpj.exe", "f.unknown"])
def test_a_file_that_is_never_opened_is_kept_and_marked(place, name):
    result = gathered([place(name, "x")])
    assert [line.outcome for line in result.lines] == [Outcome.ADDED]
    assert "kept" in result.lines[0].notes[0]


def test_a_list_of_references_becomes_its_works_and_is_not_kept_itself(place):
    folder = Folder()
    result = gathered([place("list.bib", "work")], folder)
    assert (folder.kept, [record.title for record in result.records]) == ([], [Wording("", "work")])


def test_a_list_that_holds_no_reference_is_kept_as_a_file(place):
    folder = Folder()
    result = gathered([place("list.bib", "trouble:nothing_found")], folder)
    assert (folder.kept, outcomes(result)) == (["list.bib"], [("list.bib", Outcome.ADDED)])


def test_two_equal_lists_without_references_are_one_file(place):
    result = gathered([place(name, "trouble:nothing_found") for name in ("a.bib", "b.bib")])
    assert [line.outcome for line in result.lines] == [Outcome.ADDED, Outcome.ALREADY_THERE]


def test_a_list_that_cannot_be_kept_either_is_refused(place):
    result = gathered([place("a.bib", "trouble:damaged")], Folder(full_after=0))
    assert [line.outcome for line in result.lines] == [Outcome.REFUSED]


@pytest.mark.parametrize("number", range(0, 9, 2))
def test_an_import_that_is_cancelled_gives_nothing(place, number):
    paths = [place(f"{each}.txt", str(each)) for each in range(5)]
    with pytest.raises(Cancelled):
        gathered(paths, progress=StopAt(number))


def test_what_was_read_is_put_on_the_shelf(place, tmp_path):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    result = gathered([place("a.txt", "words")], remembering=shelf)
    assert shelf.pages(result.records[0].attachments[0].sha256) == ["words"]
    shelf.close()


def test_a_file_that_cannot_be_read_is_not_tried_again(place, tmp_path):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    result = gathered([place("a.txt", "trouble:damaged"), place("b.exe", "x")], remembering=shelf)
    assert shelf.unread(record.attachments[0].sha256 for record in result.records) == []
    shelf.close()


def test_an_import_is_one_step_that_one_undo_takes_back(place, tmp_path):
    dossier = new_dossier(form("award-application"), Wording("", "Draft"), Wording("", "Chiang Mai"))
    session = Session.create(tmp_path / "dossier", dossier)
    paths = [place(name, name) for name in ("a.txt", "b.txt")]
    result = gathered(paths, session.project.attachments)
    session.do(result.edit)
    assert len(session.dossier.evidence) == 2
    assert session.undoable.edit.label == "Import 2 records"
    session.undo()
    assert session.dossier == dossier
    session.close()


def test_the_real_reader_reads_what_was_picked(place, tmp_path):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    paths = [
        place("แผน.docx", make.docx()),
        place("photo.jpg", make.picture(taken="2023:04:05 10:00:00", place=((18, 0, 0), (98, 0, 0)))),
        place("plan.pdf", make.pdf("Plan of the city for learning", info="/Title (Microsoft Word - x.doc)")),
    ]
    result = gather(paths, Folder(), NOTHING, remembering=shelf)
    word, photo, pdf = result.records
    assert (word.title, word.author, word.language) == (Wording("รายงาน"), Wording("สมชาย"), "th")
    assert (photo.kind, photo.period) == (EvidenceKind.PHOTOGRAPH, Period(PartialDate(2023, 4, 5)))
    assert photo.notes.english == "Place by the camera: 18.00000, 98.00000"
    assert (pdf.title, pdf.language) == (Wording("", "plan"), "en")
    assert [page.number for page in shelf.pages_with(("city for",))] == [1]
    assert set(shelf.fingerprints()) == {photo.attachments[0].sha256}
    shelf.close()


def test_a_reference_becomes_a_record_with_all_it_tells():
    reference = Reference(
        type="webpage",
        title="เมือง",
        authors=("A B", "C"),
        issued="2020-05",
        container="Journal",
        doi="10.1/x",
        accessed="2021-01-02",
        language="en-GB",
        keywords=("k", "k"),
        note="n",
        abstract="s",
        pages="1–2",
    )
    record = proposing.from_reference(reference)
    assert (record.kind, record.title, record.author) == (EvidenceKind.LINK, Wording("เมือง"), Wording("", "A B; C"))
    assert (record.address, record.language, record.tags) == ("https://doi.org/10.1/x", "en", ("k",))
    assert (record.period, record.seen_on) == (Period(PartialDate(2020, 5)), PartialDate(2021, 1, 2))
    assert (record.source, record.locator) == (Wording("", "Journal"), "1–2")


def test_a_reference_brings_no_address_that_could_do_harm():
    record = proposing.from_reference(
        Reference(title="x", url="javascript:alert(1)", issued="soon", language="Klingon")
    )
    assert (record.address, record.period, record.language) == ("", None, "")


def test_a_link_has_the_day_on_which_it_was_seen():
    seen = PartialDate.of(date(2024, 1, 2))
    record = proposing.from_link("https://example.org", seen, "Example")
    assert (record.kind, record.address, record.seen_on) == (EvidenceKind.LINK, "https://example.org", seen)


def test_a_link_to_a_file_is_no_link():
    with pytest.raises(ValueError, match="not a link"):
        proposing.from_link("file:///etc/passwd", PartialDate(2024))


def test_a_picture_without_place_gets_no_note():
    attachment = Attachment("ab" * 32, "a.jpg", "image/jpeg", 1)
    assert not proposing.from_file(attachment, Found(picture=Picture(1, 1, "JPEG"))).notes


def test_the_edit_of_one_record_says_so(place):
    result = gathered([place("a.txt", "x")])
    assert result.edit.label == "Import 1 record"
    assert result.edit.edits == (SetEvidence(result.records[0]),)
