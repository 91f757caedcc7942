"""The bare engine, to be measured against: finished HTML and sheet in, tagged PDF out."""

from __future__ import annotations

import sys
from pathlib import Path

from report.typeset.fonts import no_machine_fonts


def main(page: Path, sheet: Path, project: str, target: Path) -> None:
    """Set a page with stock WeasyPrint; ``project`` is the address of the folder that pictures are relative to."""
    with no_machine_fonts():
        from weasyprint import CSS, HTML  # noqa: PLC0415 - after the fonts of the machine are kept out
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        fonts = FontConfiguration()
        style = CSS(string=sheet.read_text(encoding="utf-8"), base_url=project, font_config=fonts)
        HTML(string=page.read_text(encoding="utf-8"), base_url=project).write_pdf(
            target, stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
