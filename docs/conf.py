"""How Sphinx builds the handbook: `sphinx-build -W docs build/site`."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import generator  # noqa: E402 - it stands beside this file

from toets import __version__  # noqa: E402

generator.write(HERE)

project = "toets"
author = "de makers van toets"
copyright = "de makers van toets, EUPL-1.2"  # noqa: A001 - Sphinx calls it so
version = release = __version__
language = "nl"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["generator", "beeld"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

html_theme = "furo"
html_title = "toets"
html_static_path = ["_static"]
html_css_files = ["toets.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f4e79", "color-brand-content": "#1f4e79"},
    "dark_css_variables": {"color-brand-primary": "#8ec1f0", "color-brand-content": "#8ec1f0"},
    "footer_icons": [],
}
pygments_style = "friendly"
pygments_dark_style = "monokai"
