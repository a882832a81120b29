"""The style sheet of the window, made from the theme's colours."""

import re
from typing import TYPE_CHECKING

from cmdesk import assets

if TYPE_CHECKING:
    from ui.theme import Colours

ROLE = "role"
"""Property of a widget that says the part it plays: see the names in brackets below."""

_SHEET = """
QMainWindow, QDialog {{ background: {window}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}

QMenuBar {{ background: {raised}; padding: 2px 6px; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {selected}; color: {text}; }}
QMenu {{ background: {page}; border: 1px solid {line}; padding: 4px 0; }}
QMenu::item {{ padding: 6px 28px 6px 12px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::icon:checked {{ background: {selected}; border: 1px solid {accent}; border-radius: 4px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 0; }}

QToolBar {{ background: {raised}; border: 0; border-bottom: 1px solid {line}; padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 5px 7px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton:hover:enabled {{ background: {selected}; }}
QToolButton:checked {{ background: {selected}; border-color: {accent}; }}
QToolButton:focus {{ border: 1px solid {accent}; }}

QPushButton {{ background: {page}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 16px; min-height: 20px; }}
QPushButton:hover:enabled {{ background: {selected}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 15px; }}
QPushButton:disabled {{ color: {muted}; border-color: {line}; background: {window}; }}
QPushButton[role="primary"]:enabled {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[role="primary"]:hover:enabled {{ background: {accent_strong}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="quiet"] {{
    background: transparent; border: 1px solid transparent; color: {accent}; padding: 4px 8px;
}}
QPushButton[role="quiet"]:hover:enabled {{ background: {selected}; }}
QPushButton[role="quiet"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="card"] {{ background: {page}; border: 1px solid {line}; border-radius: 10px; padding: 0; }}
QPushButton[role="card"]:hover {{ background: {page}; border: 1px solid {accent}; }}
QPushButton[role="card"]:focus {{ border: 2px solid {accent}; padding: 0; }}
QPushButton[role="row"] {{ background: transparent; border: 1px solid transparent; border-radius: 8px; padding: 0; }}
QPushButton[role="row"]:hover {{ background: {selected}; }}
QPushButton[role="row"]:focus {{ border: 1px solid {accent}; }}

QLineEdit, QPlainTextEdit[role="field"] {{
    background: {page}; border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px; min-height: 20px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 4px 7px; }}
QLineEdit:disabled {{ color: {muted}; border-color: {line}; background: {window}; }}
QLineEdit[wrong="true"] {{ border-color: {bad}; }}

QComboBox {{
    background: {page}; border: 1px solid {edge}; border-radius: 6px; padding: 4px 8px; min-height: 20px; color: {text};
}}
QComboBox:hover:enabled {{ border-color: {accent}; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QComboBox:disabled {{ color: {muted}; border-color: {line}; background: {window}; }}
QComboBox::drop-down {{ border: 0; width: 24px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{images}/chevron_{name}.svg"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {page}; border: 1px solid {edge}; outline: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 2px 8px; }}
QComboBox QAbstractItemView::item:selected {{ background: {selected}; color: {text}; }}

QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px 4px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {muted}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {edge}; background: {page};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover:enabled, QRadioButton::indicator:hover:enabled {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{images}/check_{name}.svg");
}}
QRadioButton::indicator:checked {{
    width: 8px; height: 8px; border: 5px solid {accent}; background: {on_accent}; border-radius: 9px;
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {line}; background: {window}; }}
QCheckBox::indicator:checked:disabled {{ background: {muted}; border-color: {muted}; }}
QRadioButton::indicator:checked:disabled {{ border-color: {muted}; }}

QListWidget, QListView[role="hits"], QTableView {{
    background: {page}; border: 1px solid {line}; border-radius: 6px; outline: 0; gridline-color: {line};
    alternate-background-color: {raised}; selection-background-color: {selected}; selection-color: {text};
}}
QListWidget::item {{ padding: 6px 8px; }}
QListWidget::item:hover {{ background: {window}; }}
QListWidget::item:selected {{ background: {selected}; color: {text}; }}
QListWidget:focus, QListView[role="hits"]:focus, QTableView:focus {{ border-color: {accent}; }}
QTableView::item {{ padding: 4px 6px; }}
QTableView::item:selected {{ background: {selected}; color: {text}; }}
QHeaderView::section {{
    background: {raised}; color: {muted}; border: 0; border-bottom: 1px solid {line}; padding: 6px 8px;
    font-weight: 600;
}}
QTableCornerButton::section {{ background: {raised}; border: 0; }}

QProgressBar {{ border: 0; border-radius: 4px; background: {line}; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}

QProgressBar[role="thin"] {{ min-height: 6px; max-height: 6px; border-radius: 3px; }}
QProgressBar[over="true"]::chunk {{ background: {bad}; }}
QProgressBar[close="true"]::chunk {{ background: {warn}; }}

QStatusBar {{ background: {raised}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QSplitter::handle {{ background: {line}; }}
QTreeView[role="outline"] {{ background: {raised}; border: 0; outline: 0; }}
QScrollArea[role="plain"] {{ background: transparent; border: 0; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border: 3px solid transparent; border-radius: 6px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QLabel[role="title"] {{ font-size: 24pt; font-weight: 600; color: {text}; }}
QLabel[role="heading"] {{ font-size: 14pt; font-weight: 600; color: {text}; }}
QLabel[role="strong"] {{ font-weight: 600; color: {text}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ color: {muted}; font-size: 10pt; }}
QLabel[role="problem"] {{ color: {bad}; }}
QLabel[role="alarm"] {{ color: {bad}; font-weight: 600; }}
QLabel[role="good"] {{ color: {good}; font-weight: 600; }}
QFrame[role="line"] {{ background: {line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="side"] {{ background: {raised}; border: 0; }}
QFrame[role="note"] {{ background: {page}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="notice"] {{
    background: {page}; border: 1px solid {line}; border-left: 4px solid {warn}; border-radius: 6px;
}}
QFrame[role="note"] {{ background: {page}; border: 1px solid {line}; border-radius: 6px; }}
"""


_LENGTH = re.compile(r"(?<![\w.#])(\d+)(px|pt)")


def sheet(colours: "Colours", scale: int = 100) -> str:
    """Style sheet in these colours, its lengths and sizes so many per cent of the usual ones."""
    images = assets.resource("icons", "themed").as_posix()
    named = {name: getattr(colours, name) for name in type(colours).__slots__}
    lengths = _SHEET if scale == 100 else _LENGTH.sub(lambda found: _scaled(found, scale), _SHEET)  # noqa: PLR2004 - per cent
    return lengths.format(images=images, **named)


def _scaled(found: re.Match[str], scale: int) -> str:
    length = int(found[1])
    # Hairlines stay as thin as a focus ring allows: they part things, and are not read.
    return found[0] if length <= 1 else f"{round(length * scale / 100)}{found[2]}"
