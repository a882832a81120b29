"""A person with LibreOffice: opens files, puts words into one paragraph of each, saves them as Word files."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from cmdesk import assets

FONTS = """<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{ours}</dir><cachedir>{cache}</cachedir></fontconfig>"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false">
<library:element library:name="Hands"/></library:library>"""

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hands" script:language="StarBasic">
Sub EditAll(listed As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = CreateUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(listed))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    If UBound(parts) = 3 Then
      document = StarDesktop.loadComponentFromURL(parts(0), "_blank", 0, hidden())
      wanted = document.createSearchDescriptor()
      wanted.SearchString = parts(2)
      found = document.findFirst(wanted)
      If Not IsNull(found) Then
        found.Text.insertString(found.getEnd(), parts(3), False)
      End If
      document.storeToURL(parts(1), word())
      document.close(True)
    End If
  Loop
End Sub
</script:module>"""


class Change(NamedTuple):
    """A file, where the changed one goes, and which words are put in after which."""

    source: Path
    target: Path
    after: str
    words: str


def change(changes: list[Change], home: Path) -> None:
    """Make all changes in one run of LibreOffice, whose profile is in a folder of its own."""
    home.mkdir()
    (home / "fonts.conf").write_text(FONTS.format(ours=assets.font("Regular").parent, cache=home / "cache"))
    office(home, "--terminate_after_init")  # a new profile would write over our library
    library = home / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(LIBRARY)
    (library / "Hands.xba").write_text(MODULE)
    listed = home / "changes.txt"
    rows = (f"{each.source.as_uri()}\t{each.target.as_uri()}\t{each.after}\t{each.words}" for each in changes)
    listed.write_text("\n".join(rows) + "\n", "utf-8")
    office(home, f'macro:///Standard.Hands.EditAll("{listed.as_uri()}")')


def office(home: Path, *words: str) -> None:
    """Run LibreOffice with a profile in this folder."""
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore", *words]
    environment = {**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")}
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)
