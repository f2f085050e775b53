"""Small office files for the tests, built from raw XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def paragraph(text: str = "", *, style: str = "", properties: str = "", runs: str = "") -> str:
    """A w:p with one run of text, or with the runs given as XML."""
    stated = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    inside = runs or (run(text) if text else "")
    return f"<w:p>{f'<w:pPr>{stated}</w:pPr>' if stated else ''}{inside}</w:p>"


def run(text: str, looks: str = "") -> str:
    """A w:r, its looks as XML."""
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    """A w:tbl of rows made by `row`."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A w:tr of cells made by `cell`, or of plain texts."""
    inside = "".join(each if each.startswith("<") else cell(paragraph(each)) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A w:tc with XML inside."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def control(content: str, properties: str = "") -> str:
    """A content control around XML."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def level(depth: int, text: str, form: str = "decimal", more: str = "") -> str:
    """A w:lvl of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def listed(text: str, num: int = 1, depth: int = 0, *, style: str = "") -> str:
    """A paragraph that belongs to a list."""
    return paragraph(text, style=style, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


def numbering(abstracts: Mapping[int, str], nums: Mapping[int, str]) -> str:
    """A numbering part: levels by abstract id, and by list id an abstract id with overrides after it ("0<w:lvlOverride …/>")."""
    lists = "".join(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstracts.items())
    for key, what in nums.items():
        abstract, _, overrides = what.partition("<")
        over = f"<{overrides}" if overrides else ""
        lists += f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{over}</w:num>'
    return part("numbering", lists)


def styles(*each: str, defaults: str = "") -> str:
    """A styles part."""
    return part("styles", f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>{''.join(each)}")


def style(key: str, name: str, *, kind: str = "paragraph", based_on: str = "", paragraph_looks: str = "", looks: str = "") -> str:
    """A w:style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph_looks}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def part(root: str, inside: str) -> str:
    """An XML part with the usual name spaces."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NAMES}>{inside}</w:{root}>'


def docx(body: str, **parts: str) -> bytes:
    """A .docx with this body; `parts` are XML parts in the folder word by name ("styles", "footnotes", "header1")."""
    files = {f"word/{name}.xml": text for name, text in parts.items()}
    refer = "".join(relation(f"r{name}", name.rstrip("0123456789"), f"{name}.xml") for name in parts)
    return package(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(refer),
            **files,
        }
    )


def odt(body: str, *, automatic: str = "", named: str = "", master: str = "", meta: str = "") -> bytes:
    """An .odt with this text; automatic styles stand with the text, named styles and master pages in their own part."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": _odf(
                "document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>",
            ),
            "styles.xml": _odf(
                "document-styles",
                f"<office:styles>{named}</office:styles><office:master-styles>{master}</office:master-styles>",
            ),
            "meta.xml": _odf("document-meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def _odf(root: str, inside: str) -> str:
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = {name: f"{base}:{name}:1.0" for name in ("office", "text", "table", "style", "meta")} | {
        "draw": f"{base}:drawing:1.0",
        "svg": f"{base}:svg-compatible:1.0",
        "fo": f"{base}:xsl-fo-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }
    stated = " ".join(f'xmlns:{key}="{value}"' for key, value in names.items())
    return f"<office:{root} {stated}>{inside}</office:{root}>"


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(key: str, sort: str, target: str, more: str = "") -> str:
    """A reference from one part to another."""
    return f'<Relationship Id="{key}" Type="{_RELATIONS}/{sort}" Target="{target}" {more}/>'


def relations(inside: str) -> str:
    """The part that holds the references of another."""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    )
