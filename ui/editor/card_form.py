"""The form for a card: short fields with names, Thai and English side by side."""

from dataclasses import replace

from cmdesk.model.answer import Answer, Card, Entry
from cmdesk.model.form import Item
from cmdesk.model.language import Language, Wording
from ui.editor.answer_form import AnswerForm, words_binding
from ui.editor.fields import Binding
from ui.editor.names import NAMES, label_of
from ui.editor.paper import Paper


class CardForm(AnswerForm):
    """Each field of the card on a line of its own."""

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        paper.add_heads("", *NAMES.values())
        for item in self.question.items:
            name = label_of(item)
            lines = (self.words(self._place(item, language), f"{name}, {NAMES[language]}") for language in Language)
            paper.add_line(name, *lines)

    def _place(self, item: Item, language: Language) -> Binding:
        def read() -> Wording:
            return self._card().words(item.id)

        def write(words: Wording) -> Answer:
            return with_entry(self._card(), item.id, words)

        return words_binding(item.id, language, read, write)

    def _card(self) -> Card:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Card) else Card()


def with_entry(card: Card, item: str, words: Wording) -> Card:
    """A card with a field written; one that is blank is not kept."""
    if any(entry.item == item for entry in card.entries):
        entries = tuple(replace(entry, words=words) if entry.item == item else entry for entry in card.entries)
    else:
        entries = (*card.entries, Entry(item, words))
    return Card(tuple(entry for entry in entries if entry.words))
