"""Draws the files of the sample dossier anew; not part of the program.

Run `python -m resources.sample.drawing` in the checkout. What it draws is committed in `../files`: run it again only
after changing it, since another version of Pillow may give other bytes.
"""
