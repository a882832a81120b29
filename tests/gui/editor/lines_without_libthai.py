"""Sets Thai on the page where Qt can't load libthai, and prints what went wrong; run by a test in a process of its own.

The folder named first on the loader's path holds a libthai that can't be loaded.
"""

import ctypes
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from cmdesk.model.language import Language
from cmdesk.thai.clusters import cluster_starts
from ui import theme
from ui.editor.column import Column
from ui.editor.runs import position_at

THAI = "เมืองเชียงใหม่ขับเคลื่อนเมืองแห่งการเรียนรู้ร่วมกับภาคีเครือข่ายทั้งในและต่างประเทศอย่างต่อเนื่องน้ำใจ" * 3


def faults(document: QTextDocument, width: float) -> list[str]:
    """What is wrong with the lines of the first block."""
    block, found = document.firstBlock(), []
    whole = set(cluster_starts(block.text()))
    layout = block.layout()
    document.documentLayout().blockBoundingRect(block)
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    found += [f"line {place} is too wide" for place, line in enumerate(lines) if line.naturalTextWidth() > width]
    starts = [position_at(block.text(), line.textStart()) for line in lines]
    found += [f"a line begins inside a letter at {start}" for start in starts if start not in whole]
    return found if len(lines) > 3 else [*found, f"only {len(lines)} lines"]


def main() -> int:
    """Status: 0 when all is well."""
    try:
        ctypes.CDLL("libthai.so.0")
    except OSError:
        pass
    else:
        sys.stdout.write("libthai was not hidden")
        return 2
    application = QApplication([])
    theme.apply(application)
    column = Column(Language.THAI)
    column.resize(300, 400)
    column.show()
    column.setPlainText(THAI)
    found = faults(column.document(), column.viewport().width())
    sys.stdout.write("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
