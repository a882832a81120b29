"""The annex: the numbered evidence, its pictures with captions and credits, a contact sheet, the names of its files."""

from cmdesk.export.blocks import (
    Block,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    PageBreak,
    Picture,
    Piece,
    Table,
)
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.cover import CONTENTS, footer, running_head
from cmdesk.export.composing.digits import with_thai_digits
from cmdesk.export.composing.evidence_list import TITLE, entry
from cmdesk.export.composing.grid import cell, head
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.export.profile import Digits, Profile
from cmdesk.i18n import N_
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.language import Language
from cmdesk.submission.enclosures import Enclosures, PictureFile
from cmdesk.submission.photographs import SHOWN, SMALL, Rung, brought_down, lower, shown

ANNEX = N_("Annex: the evidence")
PICTURES = N_("Pictures")
SHEET = N_("Contact sheet")
DOCUMENTS = N_("Enclosed files")
PICTURE = N_("Picture {number}")
CREDIT = N_("Credit: {credit}")
RECORD = N_("Evidence [{number}]")
FILE_HEAD = (N_("Evidence"), N_("Title"), N_("File"))
FILE_WIDTHS = (0.14, 0.43, 0.43)
SEPARATOR = " · "


def annex(dossier: Dossier, profile: Profile, enclosures: Enclosures, rung: Rung) -> Document:
    """The annex as a document of its own; its numbers are those of the dossier."""
    setting = Setting(dossier, profile, Citations(dossier))
    main = profile.languages.furniture
    document = Document(
        title=say(main, ANNEX),
        language=main,
        running_head=running_head(setting),
        footer=footer(setting),
        blocks=(*_front(setting), *_list(setting), *_pictures(setting, enclosures, rung), *_files(setting, enclosures)),
        author=dossier.profile.city.best(main),
        subject=dossier.profile.title.best(main),
        page=profile.page,
        looks=profile.looks,
    )
    return with_thai_digits(document) if profile.digits is Digits.THAI else document


def _front(setting: Setting) -> list[Block]:
    profile = setting.dossier.profile
    cover = Cover(setting.said(ANNEX), setting.worded(profile.title), setting.worded(profile.city))
    return [cover, PageBreak(), Contents(setting.said(CONTENTS))]


def _list(setting: Setting) -> list[Block]:
    heading = Heading(1, "", setting.said(TITLE), "evidence")
    count = len(setting.citations.records)
    return [heading, *(block for number in range(1, count + 1) for block in entry(setting, number))]


def _pictures(setting: Setting, enclosures: Enclosures, rung: Rung) -> list[Block]:
    if not enclosures.pictures:
        return []
    small = [_small(setting, each) for each in enclosures.pictures]
    return [
        PageBreak(),
        Heading(1, "", setting.said(PICTURES), "pictures"),
        *(_picture(setting, place, each, rung) for place, each in enumerate(enclosures.pictures, start=1)),
        PageBreak(),
        Heading(1, "", setting.said(SHEET), "contact-sheet"),
        ContactSheet(tuple(small)),
    ]


def _picture(setting: Setting, place: int, file: PictureFile, rung: Rung) -> Picture:
    content = brought_down(file.content, lower(SHOWN, rung))
    caption = setting.flows(lambda language: _caption(file, language)) + _credit(setting, file.record)
    return shown(content, _alt(setting, file.record), caption, label=_label(setting, place), anchor=f"picture-{place}")


def _small(setting: Setting, file: PictureFile) -> Picture:
    caption = (_file_name(f"[{file.number}] {file.name.partition('/')[2]}"),)
    return shown(brought_down(file.content, SMALL), _alt(setting, file.record), caption)


def _label(setting: Setting, place: int) -> str:
    return say(setting.languages.furniture, PICTURE, number=place)


def _alt(setting: Setting, record: Evidence) -> Flow:
    """What those who cannot see a picture are told: what it shows."""
    main = setting.languages.furniture
    return plain(main, next(filter(None, (each.best(main) for each in (record.caption, record.summary, record.title)))))


def _caption(file: PictureFile, language: Language) -> str:
    words = file.record.caption.best(language) or file.record.title.best(language)
    return SEPARATOR.join([words, say(language, RECORD, number=file.number)])


def _credit(setting: Setting, record: Evidence) -> tuple[Flow, ...]:
    def credit(language: Language) -> str:
        holders = dict.fromkeys(each.best(language) for each in (record.author, record.rights_holder))
        told = SEPARATOR.join(filter(None, (*holders, record.licence)))
        return say(language, CREDIT, credit=told) if told else ""

    return setting.flows(credit)


def _files(setting: Setting, enclosures: Enclosures) -> list[Block]:
    files = sorted((*enclosures.pictures, *enclosures.documents), key=lambda each: (each.number, each.name))
    if not files:
        return []
    rows = tuple(
        (_mark(setting, each.number), cell(setting.worded(each.record.title)), cell((_file_name(each.name),)))
        for each in files
    )
    heading = Heading(1, "", setting.said(DOCUMENTS), "files")
    return [PageBreak(), heading, Table(head(setting, FILE_HEAD), rows, FILE_WIDTHS)]


def _mark(setting: Setting, number: int) -> Cell:
    piece = Piece(f"[{number}]", anchor=Citations.anchor(number))
    return cell((Flow(setting.languages.furniture, (piece,)),))


def _file_name(name: str) -> Flow:
    """A name in the one language whose digits stay as they are."""
    return plain(Language.ENGLISH, name)
