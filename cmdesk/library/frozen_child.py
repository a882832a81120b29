"""Run by PyInstaller before the frozen program: becomes a reading process when that is asked for.

So no window's library is loaded for each file that is read.
"""

import sys

from cmdesk.library.reading.process import ARGUMENT

if sys.argv[1:2] == [ARGUMENT]:
    from cmdesk.library.child import main

    sys.exit(main())
