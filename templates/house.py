"""The house style that every shipped record template shares: pages, type, lists and tables."""

from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

# Twips (1/20 pt). WORDS is the width of "1. " in bold: a heading's number is parted from its
# words by a space, since text extraction takes a wider gap for a gap between columns.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
MARGIN = 1304
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
WORDS = 245
ITEM_WORDS = 755
DETAIL_WORDS = 3402
SIGNING_WORDS = 1701

INK = "1D2B3A"
QUIET = "4A5562"
RULE = "B4BDC7"
GROUND = "F1F4F7"

NUMBERED_ITEMS, NUMBERED, BULLETED, BULLET_INSTANCE = 1, 2, 3, 1


def _style(
    style_id: str,
    name: str,
    *,
    based_on: str = "Normal",
    following: str = "",
    paragraph: str = "",
    run: str = "",
    ui: int = 1,
) -> str:
    """One paragraph style; `paragraph` and `run` are the insides of w:pPr and w:rPr."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if style_id != "Normal" else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="{ui}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _space(before: int, after: int, line: int = 0) -> str:
    """Spacing in twips; `line` is a line's least height, 0 for the style's own."""
    lines = f' w:line="{line}" w:lineRule="atLeast"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _tabs(*stops: tuple[str, int]) -> str:
    return (
        "<w:tabs>"
        + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops)
        + "</w:tabs>"
    )


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _ink(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


_BOLD = "<w:b/><w:bCs/>"
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    # Kerning makes line breaks agree between Word's, LibreOffice's and our own layout.
    f'<w:kern w:val="2"/>{_size(11)}'
    '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    # A least height, not a multiple: engines round multiples apart, and pages with them.
    '<w:spacing w:before="0" w:after="120" w:line="284" w:lineRule="atLeast"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)


def _headings() -> list[str]:
    # Only on a heading without a hanging indent: engines begin its border at different places.
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{INK}"/></w:pBdr>'
    return [
        _style(
            "Heading1",
            "heading 1",
            following="Normal",
            paragraph=f"<w:keepNext/><w:keepLines/>{rule}{_space(0, 200, 480)}"
            '<w:outlineLvl w:val="0"/>',
            run=f"{_BOLD}{_ink(INK)}{_size(20)}",
        ),
        _style(
            "Heading2",
            "heading 2",
            following="SectionText",
            paragraph=f"<w:keepNext/><w:keepLines/>{_space(320, 100)}{_indent(WORDS, WORDS)}"
            '<w:outlineLvl w:val="1"/>',
            run=f"{_BOLD}{_ink(INK)}",
        ),
        _style(
            "Heading3",
            "heading 3",
            following="ItemText",
            paragraph=f"<w:keepNext/><w:keepLines/>{_tabs(('left', ITEM_WORDS))}"
            f'{_space(160, 60)}{_indent(ITEM_WORDS, ITEM_WORDS - WORDS)}<w:outlineLvl w:val="2"/>',
            run=_BOLD,
        ),
    ]


def _texts() -> list[str]:
    return [
        _style("Normal", "Normal", ui=0).replace("<w:style ", '<w:style w:default="1" '),
        _style(
            "Logo",
            "Logo",
            following="Council",
            paragraph=f"<w:keepNext/>{_space(0, 160)}",
        ),
        _style(
            "Council",
            "Council",
            following="Heading1",
            paragraph=f"<w:keepNext/>{_space(0, 40)}",
            run=f"{_BOLD}{_ink(QUIET)}",
        ),
        _style("Reference", "Reference", paragraph=_space(0, 160), run=_ink(QUIET)),
        _style(
            "Banner",
            "Banner",
            # Words and weight alone: engines disagree about grounds and bars beside a paragraph.
            paragraph=f"<w:keepLines/>{_space(0, 160, 300)}",
            run=f"{_BOLD}{_ink(INK)}{_size(12)}",
        ),
        _style("SectionText", "Section Text", paragraph=_indent(WORDS)),
        _style(
            "LeadIn",
            "Lead In",
            based_on="SectionText",
            following="ListNumber",
            paragraph="<w:keepNext/>",
        ),
        _style("ItemText", "Item Text", paragraph=_indent(ITEM_WORDS)),
    ]


def _details_and_cells() -> list[str]:
    """The styles of the further information, and of tables."""
    return [
        _style(
            "Detail",
            "Detail",
            paragraph=f"{_tabs(('left', DETAIL_WORDS))}{_space(0, 80)}"
            f"{_indent(DETAIL_WORDS, DETAIL_WORDS - WORDS)}",
        ),
        _style(
            "DetailHeading",
            "Detail Heading",
            based_on="SectionText",
            paragraph=f"<w:keepNext/>{_space(80, 60)}",
            run=_BOLD,
        ),
        _style(
            "Signatory",
            "Signatory",
            based_on="SectionText",
            paragraph=f"<w:keepNext/>{_space(360, 0)}",
            run=_BOLD,
        ),
        _style(
            "SigningLine",
            "Signing Line",
            paragraph=f"<w:keepNext/><w:keepLines/>{_tabs(('left', SIGNING_WORDS))}"
            f"{_space(320, 0)}{_indent(SIGNING_WORDS, SIGNING_WORDS - WORDS)}",
        ),
        _style("TableText", "Table Text", paragraph=_space(50, 50, 252), run=_size(10)),
        _style(
            "TableHeading",
            "Table Heading",
            based_on="TableText",
            paragraph="<w:keepNext/>",
            run=f"{_BOLD}{_ink(INK)}",
        ),
    ]


def _lists() -> list[str]:
    numbered = f'<w:numPr><w:numId w:val="{NUMBERED_ITEMS + 1}"/></w:numPr>'
    bulleted = f'<w:numPr><w:numId w:val="{BULLET_INSTANCE}"/></w:numPr>'
    return [
        _style(
            "ListNumber",
            "List Number",
            paragraph=f"{numbered}{_space(0, 120)}{_indent(ITEM_WORDS, ITEM_WORDS - WORDS)}",
        ),
        _style("ListContinue", "List Continue", paragraph=_indent(ITEM_WORDS)),
        _style("ListParagraph", "List Paragraph", paragraph=_space(0, 80)),
        _style(
            "ListBullet",
            "List Bullet",
            paragraph=f"{bulleted}{_space(0, 60)}{_indent(340, 340)}",
        ),
    ]


def _margins() -> list[str]:
    """The styles of the running header and footer."""
    end = ("right", TEXT_WIDTH)
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{RULE}"/></w:pBdr>'
    quiet = f"{_ink(QUIET)}{_size(9)}"
    return [
        _style("Header", "header", paragraph=f"{_tabs(end)}{_space(0, 0, 220)}", run=quiet),
        _style("Footer", "footer", paragraph=f"{line}{_tabs(end)}{_space(0, 0, 220)}", run=quiet),
    ]


def styles() -> str:
    """The text of word/styles.xml: every style that is used, and no other."""
    characters = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="FieldValue"><w:name w:val="Field Value"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b w:val="0"/>'
        f'<w:bCs w:val="0"/>{_ink("auto")}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_BOLD}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="WriteOn"><w:name w:val="Write On"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:u w:val="single"/></w:rPr>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:color w:val="0B4F8A"/>'
        '<w:u w:val="single"/></w:rPr></w:style>'
    )
    return (
        f"{DECLARATION}<w:styles {SPACES}>{_DEFAULTS}"
        + "".join([*_texts(), *_details_and_cells(), *_headings(), *_lists(), *_margins()])
        + f"{characters}{_table_styles()}</w:styles>"
    )


def _table_styles() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    sides = '<w:left w:w="96" w:type="dxa"/><w:right w:w="96" w:type="dxa"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders><w:top {line}/><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{GROUND}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def settings() -> str:
    """The text of word/settings.xml: no hyphenation, British English, Word 2013 layout."""
    return (
        f'{DECLARATION}<w:settings {SPACES}><w:zoom w:percent="100"/>'
        '<w:autoHyphenation w:val="0"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    """The text of word/fontTable.xml."""
    return (
        f'{DECLARATION}<w:fonts {SPACES}><w:font w:name="Arial"><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def core(title: str) -> str:
    """The text of docProps/core.xml."""
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )
