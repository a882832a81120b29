"""Everything, drawn."""

from resources.sample.drawing import charts, page, scenes, time_line
from resources.sample.drawing.paper import FILES

FILES.mkdir(exist_ok=True)
for module in (charts, time_line, scenes, page):
    module.draw()
