"""The PDF writer with its typesetter: neutral blocks become boxes, boxes become pages, pages become ink."""

import sys
from types import ModuleType

# reportlab runs the code of a file in the user's home, or of any module of this name on the path, when it is first
# imported; an empty module of that name stands in the way.
sys.modules.setdefault("reportlab_settings", ModuleType("reportlab_settings"))
