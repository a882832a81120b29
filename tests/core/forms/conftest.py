import pytest

from cmdesk.forms import templates
from cmdesk.forms.mistakes import FormError

SMALL = """\
id = "small"
edition = "2024"
submission_languages = ["en"]
provenance = "seen"
title = { th = "แบบเล็ก", en = "Small" }
about = { th = "ไม่ใช่แบบทางการ", en = "Not official" }
[sources.seen]
surety = "sourced"
address = "https://example.org/form"
[sources.ours]
surety = "house_target"
basis = { th = "เป้าหมายของเรา", en = "Our target" }
[[criteria]]
code = "1"
title = { th = "แผน", en = "Plan" }
provenance = "seen"
[[key_features]]
code = "3.1"
title = { th = "เจตจำนง", en = "Will" }
provenance = "seen"
[[parts]]
title = { th = "ส่วนแรก", en = "First part" }
[[parts.questions]]
id = "Q1"
title = { th = "แผน", en = "Plan" }
kind = "prose"
provenance = "seen"
limits = [
    { amount = 300, unit = "words", language = "en", provenance = "ours" },
]
criteria = ["1"]
key_features = ["3.1"]
[[parts.questions]]
id = "Q2"
title = { th = "ติดต่อ", en = "Contact" }
kind = "card"
provenance = "seen"
items = [
    { id = "name", label = { th = "ชื่อ", en = "Name" } },
    { id = "mail", label = { th = "อีเมล", en = "Email" }, required = false },
]
[[parts.questions]]
id = "Q3"
title = { th = "เลือก", en = "Choose" }
kind = "choice"
provenance = "seen"
most = 1
items = [
    { id = "yes", label = { th = "ใช่", en = "Yes" } },
    { id = "no", label = { th = "ไม่", en = "No" } },
]
"""


@pytest.fixture
def written(tmp_path):
    """Writes a template; the small one with one text replaced by another, unless a whole source is given."""

    def write(old="", new="", source=SMALL):
        assert source.count(old) >= 1
        path = tmp_path / "small.toml"
        path.write_text(source.replace(old, new, 1), "utf-8")
        return path

    return write


@pytest.fixture
def mistakes(written):
    """Tells the mistakes of the small template with one text replaced by another."""

    def tell(old, new):
        with pytest.raises(FormError) as refused:
            templates.load(written(old, new))
        return [(found.line, found.field, found.problem) for found in refused.value.mistakes]

    return tell
