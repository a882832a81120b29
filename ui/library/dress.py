"""The library's part of the style sheet, in the colours in force."""

from ui import theme

_SHEET = """
QToolButton[role="chip"] {{
    background: {page}; border: 1px solid {line}; border-radius: 12px; padding: 3px 20px 3px 10px;
}}
QToolButton[role="chip"]:hover {{ background: {selected}; }}
QToolButton[role="chip"][on="true"] {{ background: {selected}; border-color: {accent}; font-weight: 600; }}
QToolButton[role="chip"]:focus {{ border-color: {accent}; }}
QToolButton[role="chip"]::menu-indicator {{ subcontrol-position: right center; right: 7px; width: 9px; }}
QToolButton[role="tab"] {{ border: 0; border-bottom: 2px solid transparent; border-radius: 0; padding: 5px 8px; }}
QToolButton[role="tab"]:hover {{ background: {selected}; }}
QToolButton[role="tab"]:checked {{ background: transparent; border-bottom: 2px solid {accent}; font-weight: 600; }}
QToolButton[role="tab"]:focus {{ background: {selected}; }}
QTableView[role="records"], QListView[role="records"], QListView[role="gallery"], QTreeWidget, QListWidget {{
    background: {page}; border: 0; border-top: 1px solid {line}; outline: 0;
}}
QListView[role="gallery"] {{ background: {window}; }}
QListWidget, QTreeWidget {{ border: 1px solid {line}; border-radius: 6px; }}
QListWidget::item, QTreeWidget::item {{ padding: 4px 6px; color: {text}; }}
QListWidget::item:selected, QTreeWidget::item:selected {{ background: {selected}; color: {text}; }}
QHeaderView {{ background: {page}; }}
QHeaderView::section {{
    background: {page}; color: {muted}; border: 0; border-bottom: 1px solid {line}; padding: 6px 8px; text-align: left;
}}
QComboBox {{ background: {page}; border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px; min-height: 20px; }}
QComboBox:focus {{ border-color: {accent}; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox QAbstractItemView {{
    background: {page}; color: {text}; selection-background-color: {selected}; selection-color: {text};
}}
QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {bad}; }}
QPushButton::menu-indicator {{ subcontrol-position: right center; right: 8px; }}
QLabel[role="warn"] {{ color: {warn}; }}
"""


def sheet() -> str:
    """Style sheet of the library's own parts."""
    colours = theme.in_force()
    return _SHEET.format(**{name: getattr(colours, name) for name in type(colours).__slots__})
