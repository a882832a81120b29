"""Neutral blocks to a PDF, with a typesetter of our own. The only room that knows reportlab and HarfBuzz."""
