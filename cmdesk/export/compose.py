"""A dossier as a document of neutral blocks, in one language or both."""

from cmdesk.export.blocks import Block, Document, Heading
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.claims import Claims
from cmdesk.export.composing.cover import cover, footer, running_head
from cmdesk.export.composing.digits import with_thai_digits
from cmdesk.export.composing.evidence_list import evidence_list
from cmdesk.export.composing.languages import Languages
from cmdesk.export.composing.question import question_blocks
from cmdesk.export.composing.setting import Setting
from cmdesk.export.composing.workbook import Workbook, workbook
from cmdesk.export.profile import Digits, Manner, profile_of
from cmdesk.model.dossier import Dossier

__all__ = ["Languages", "compose", "figures"]


def compose(dossier: Dossier, manner: Manner) -> Document:
    """The whole document by a profile or in some languages; the same dossier always gives the same one."""
    profile = profile_of(manner)
    setting = Setting(dossier, profile, Citations(dossier))
    main = profile.languages.furniture
    document = Document(
        title=dossier.profile.title.best(main) or dossier.form.title.best(main),
        language=main,
        running_head=running_head(setting),
        footer=footer(setting),
        blocks=tuple(cover(setting) + _parts(setting) + evidence_list(setting)),
        author=dossier.profile.city.best(main),
        subject=dossier.form.title.best(main),
        page=profile.page,
        looks=profile.looks,
        sourcing=profile.included.sources,
        protects_questions=profile.included.protected,
    )
    return with_thai_digits(document) if profile.digits is Digits.THAI else document


def figures(dossier: Dossier, manner: Manner) -> Workbook:
    """The figures of the dossier for a spreadsheet."""
    return workbook(Setting(dossier, profile_of(manner), Citations(dossier)))


def _parts(setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    claims = Claims(setting)
    for number, part in enumerate(setting.dossier.form.parts, start=1):
        shown = str(number) if setting.profile.numbering.parts else ""
        blocks.append(Heading(1, shown, setting.worded(part.title), f"part-{number}"))
        for question in part.questions:
            blocks += question_blocks(setting, question, claims)
    return blocks
