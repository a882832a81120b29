"""A dossier as a document of neutral blocks, in one language or both."""

from cmdesk.export.blocks import Block, Document, Heading
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.cover import cover, footer, running_head
from cmdesk.export.composing.evidence_list import evidence_list
from cmdesk.export.composing.languages import Languages
from cmdesk.export.composing.question import question_blocks
from cmdesk.export.composing.setting import Setting
from cmdesk.export.composing.workbook import Workbook, workbook
from cmdesk.model.dossier import Dossier

__all__ = ["Languages", "compose", "figures"]


def compose(dossier: Dossier, languages: Languages) -> Document:
    """The whole document; the same dossier always gives the same one."""
    setting = Setting(dossier, languages, Citations(dossier))
    main = languages.furniture
    return Document(
        title=dossier.profile.title.best(main) or dossier.form.title.best(main),
        language=main,
        running_head=running_head(setting),
        footer=footer(setting),
        blocks=tuple(cover(setting) + _parts(setting) + evidence_list(setting)),
        author=dossier.profile.city.best(main),
        subject=dossier.form.title.best(main),
    )


def figures(dossier: Dossier, languages: Languages) -> Workbook:
    """The figures of the dossier for a spreadsheet."""
    return workbook(Setting(dossier, languages, Citations(dossier)))


def _parts(setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    for number, part in enumerate(setting.dossier.form.parts, start=1):
        blocks.append(Heading(1, "", setting.worded(part.title), f"part-{number}"))
        for question in part.questions:
            blocks += question_blocks(setting, question)
    return blocks
