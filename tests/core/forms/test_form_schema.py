import pytest

from cmdesk.forms import templates
from cmdesk.forms.mistakes import FormError
from cmdesk.model.form import Limit, Provenance, QuestionKind, Responder, Surety, Unit
from cmdesk.model.language import Language, Wording

UNKNOWN_FIELD = "no field has this name; did you mean “{}”?"
UNKNOWN = "“{}” is not known; did you mean “{}”?"
MISSING = "this field is missing."
NO_ID = "“Small Form” is no id: use Latin letters and digits, joined as in the forms shipped with CMDesk."
NO_CODE = "this must list at least one language by its code of two small letters, such as “en”."
NO_ADDRESS = "this must be a web address that begins with https:// or http://."
NO_KIND = "“xyz” is not one of these: prose, facts, card, materials, choice, rating, signature, consent."
FIRST = "parts[1].questions[1]"
SECOND = "parts[1].questions[2]"

MISTAKES = [
    ('edition = "2024"\n', "", (1, "edition", MISSING)),
    ('edition = "2024"', "edition = 2024", (2, "edition", "this must be a text in quotation marks.")),
    ('edition = "2024"', 'edition = " "', (2, "edition", "this is empty.")),
    ('"small"', '"Small Form"', (1, "id", NO_ID)),
    ("most = 1", "mots = 1", (47, "parts[1].questions[3].mots", UNKNOWN_FIELD.format("most"))),
    ('["en"]', '["English"]', (3, "submission_languages", NO_CODE)),
    ('["en"]', '["en", 1]', (3, "submission_languages[2]", "this must be a text in quotation marks.")),
    ('provenance = "seen"', 'provenance = "sene"', (4, "provenance", UNKNOWN.format("sene", "seen"))),
    ('th = "แบบเล็ก", ', "", (5, "title.th", MISSING)),
    ('en = "Small"', 'en = ""', (5, "title.en", "this is empty.")),
    (
        'en = "Small" }',
        'en = "Small", fr = "Petit" }',
        (5, "title.fr", "no field has this name here; there are: en, th."),
    ),
    ('{ th = "แบบเล็ก", en = "Small" }', '"Small"', (5, "title", "this must be a table.")),
    ('"sourced"', '"source"', (8, "sources.seen.surety", UNKNOWN.format("source", "sourced"))),
    ('address = "https://example.org/form"\n', "", (7, "sources.seen.address", MISSING)),
    ("https://example.org", "example.org", (9, "sources.seen.address", NO_ADDRESS)),
    ('basis = { th = "เป้าหมายของเรา", en = "Our target" }\n', "", (10, "sources.ours.basis", MISSING)),
    (
        "[[key_features]]",
        '[[criteria]]\ncode = "1"\ntitle = { th = "ก", en = "A" }\nprovenance = "seen"\n[[key_features]]',
        (18, "criteria[2].code", "“1” is already used in line 14."),
    ),
    ('kind = "prose"', 'kind = "pros"', (26, f"{FIRST}.kind", UNKNOWN.format("pros", "prose"))),
    ('kind = "prose"', 'kind = "xyz"', (26, f"{FIRST}.kind", NO_KIND)),
    ("amount = 300", "amount = 0", (29, f"{FIRST}.limits[1].amount", "this must be 1 or more, not 0.")),
    ("amount = 300", "amount = true", (29, f"{FIRST}.limits[1].amount", "this must be a whole number.")),
    ("amount = 300, ", "", (29, f"{FIRST}.limits[1].amount", MISSING)),
    ('"words"', '"items"', (29, f"{FIRST}.limits[1].unit", "an answer of the kind “prose” is not counted in items.")),
    ('language = "en"', 'language = "fr"', (29, f"{FIRST}.limits[1].language", "“fr” is not one of these: th, en.")),
    ('criteria = ["1"]', 'criteria = ["9"]', (31, f"{FIRST}.criteria", "“9” is not one of these: 1.")),
    ('key_features = ["3.1"]', 'key_features = ["3.2"]', (32, f"{FIRST}.key_features", UNKNOWN.format("3.2", "3.1"))),
    ('id = "Q2"', 'id = "Q1"', (34, f"{SECOND}.id", "“Q1” is already used in line 24.")),
    ('kind = "card"', 'kind = "prose"', (38, f"{SECOND}.items", "a question of the kind “prose” has no items.")),
    (
        'kind = "card"',
        'kind = "card"\nlimits = [{ amount = 1 }]',
        (37, f"{SECOND}.limits", "a question of the kind “card” has no limits."),
    ),
    ('kind = "card"', 'kind = "card"\nmost = 3', (37, f"{SECOND}.most", "only a choice or a rating has this field.")),
    ('kind = "card"', 'kind = "rating"', (33, f"{SECOND}.most", MISSING)),
    ('id = "mail"', 'id = "name"', (40, f"{SECOND}.items[2].id", "“name” is already used in line 39.")),
    ("required = false", 'required = "no"', (40, f"{SECOND}.items[2].required", "this must be true or false.")),
    (
        "required = false",
        'unit = { th = "คน", en = "people" }',
        (40, f"{SECOND}.items[2].unit", "no field has this name here; there are: id, label, required."),
    ),
    ("most = 1", "most = 3", (47, "parts[1].questions[3].most", "3 options may be chosen, but only 2 are listed.")),
]


@pytest.mark.parametrize(("old", "new", "mistake"), MISTAKES, ids=[f"{found[1]} {new}" for _, new, found in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_field(mistakes, old, new, mistake):
    assert mistakes(old, new) == [mistake]


def test_a_card_without_items_is_refused(mistakes):
    items = mistakes('items = [\n    { id = "name"', 'limts = [\n    { id = "name"')

    assert (33, "parts[1].questions[2].items", MISSING) in items


def test_an_empty_list_of_questions_is_refused(tmp_path):
    path = tmp_path / "bare.toml"
    path.write_text("parts = [{ questions = [], title = { th = 'ก', en = 'A' } }]", "utf-8")

    with pytest.raises(FormError) as refused:
        templates.load(path)

    assert "Line 1, parts[1].questions: this list is empty." in refused.value.what


def test_a_list_that_holds_something_else_than_tables_is_refused(mistakes):
    assert (28, "parts[1].questions[1].limits[1]", "this must be a table.") in mistakes(
        'limits = [\n    { amount = 300, unit = "words", language = "en", provenance = "ours" },', "limits = [ 300,"
    )


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(written):
    source = written('edition = "2024"', "edition = 1").read_text("utf-8").replace('"card"', '"crad"')

    with pytest.raises(FormError) as refused:
        templates.load(written(source=source))

    assert [found.line for found in refused.value.mistakes] == [2, 36]


def test_an_unknown_kind_brings_no_further_complaints_in_its_wake(mistakes):
    assert len(mistakes('kind = "choice"', 'kind = "choise"')) == 1


def test_a_form_is_read_as_it_is_written(written):
    form = templates.load(written())

    assert (form.id, form.edition, form.title) == ("small", "2024", Wording("แบบเล็ก", "Small"))


def test_a_limit_keeps_its_unit_language_and_provenance(written):
    limits = templates.load(written()).question("Q1").limits

    target = Provenance(Surety.HOUSE_TARGET, basis=Wording("เป้าหมายของเรา", "Our target"))
    assert limits == (Limit(300, Unit.WORDS, target, Language.ENGLISH),)


def test_a_question_is_required_of_the_city_unless_it_says_otherwise(written):
    question = templates.load(written()).question("Q2")

    assert (question.required, question.responder) == (True, Responder.CITY)


def test_items_keep_their_order_and_what_is_optional(written):
    question = templates.load(written()).question("Q2")

    assert [(item.id, item.required) for item in question.items] == [("name", True), ("mail", False)]


def test_the_example_in_the_schema_paper_is_a_question_as_shipped():
    paper = (templates.shipped() / "SCHEMA.md").read_text("utf-8")
    shipped = (templates.shipped() / "award-application.toml").read_text("utf-8")
    example = paper.split("```toml\n")[1].split("```")[0].splitlines()

    assert set(example) <= set(shipped.splitlines())


def test_the_schema_paper_names_every_kind_surety_and_unit():
    paper = (templates.shipped() / "SCHEMA.md").read_text("utf-8")

    unnamed = [
        member.value for kinds in (QuestionKind, Surety, Unit) for member in kinds if f"`{member.value}`" not in paper
    ]
    assert unnamed == []
