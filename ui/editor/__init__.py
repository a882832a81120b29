"""The editor of one answer: the bilingual page for prose, and a form for each other kind of answer."""
