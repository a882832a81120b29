"""Neutral blocks to one page of HTML that needs nothing from outside and reads well on a phone and aloud."""
