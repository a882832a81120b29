"""The sample dossier: Chiang Mai's Award application, authored by hand in `resources/sample` and read from there."""

from cmdesk.sample.copying import copy_to
from cmdesk.sample.dossier import sample

__all__ = ["copy_to", "sample"]
