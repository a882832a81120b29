"""What other programs put on the clipboard, as clean paragraphs: bold, italic, links and lists stay, all else goes."""

from cmdesk.pasting.pieces import Pasted, Piece, plain_pieces
from cmdesk.pasting.reader import LONGEST, pieces_of_html
from cmdesk.pasting.writer import html_of

__all__ = ["LONGEST", "Pasted", "Piece", "html_of", "pieces_of_html", "plain_pieces"]
