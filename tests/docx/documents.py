"""Word documents of many shapes, from a seed each: what a fix may meet besides plain runs of text."""

import re
from random import Random

from tests.docx.making import GB, level, listed, lists, paragraph, run, table, word

_SENTENCES = (
    "抓好理论学习，，落实责任。",
    "一是抓学习。三是抓作风。二是抓落实。",
    "坚持问题导向。。",
    "落实“三会一课”制度，完善（一）机制 。",
    "2025年9月底前完成,责任单位：办公室。",
    "（二）强化监督。（二）改进作风。",
    "详见附件1、附件2。",
    "第一，统一思想；第二，明确责任；第四，狠抓落实。",
    "XX负责此项工作。",
    "各单位要高度重视、、认真组织。",
    "Ａ、Ｂ两组同时推进；；",
    "二、保障措施",
    "1、加强领导。",
    "2.完善制度。",
    "（三)注重实效",
)
_PROPERTIES = ("", "<w:b/>", '<w:sz w:val="32"/>', "<w:i/><w:u w:val='single'/>", '<w:color w:val="FF0000"/>')
_CLAUSES = level(0, "chineseCountingThousand", "第%1条") + level(1, "decimal", "%2.") + level(2, "bullet", "●")
_NUMBERING = lists("".join(re.findall("<w:lvl .*?</w:lvl>", GB)), _CLAUSES)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="Hyperlink"/></w:style>'
)
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="{columns}"/></w:sectPr>'


class _Maker:
    """The content of one document, and what its notes and comments are."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.changes = 100

    def body(self) -> str:
        """Paragraphs, lists, tables and section breaks."""
        kinds = (self.plain, self.plain, self.numbered, self.heading, self.cells, self.boxed, self.controlled)
        blocks = [self.random.choice(kinds)() for _ in range(self.random.randint(4, 14))]
        title = paragraph(run("2025年工作方案", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
        return title + "".join(blocks) + _SECTION.format(columns=1)

    def plain(self) -> str:
        """A paragraph, now and then the last one of a section."""
        properties = _SECTION.format(columns=2) if self.random.random() < 0.1 else ""
        return paragraph(self.inline(), properties)

    def numbered(self) -> str:
        """A paragraph with an automatic number."""
        return listed(self.inline(), self.random.randint(1, 2), self.random.randint(0, 2))

    def heading(self) -> str:
        """A paragraph in the style of a heading."""
        return paragraph(self.inline(), '<w:pStyle w:val="1"/>')

    def cells(self) -> str:
        """A table of texts."""
        width = self.random.randint(1, 4)
        return table(*([self.inline() for _ in range(width)] for _ in range(self.random.randint(1, 3))))

    def boxed(self) -> str:
        """A paragraph with a text box."""
        shape = "<v:shape style='width:100pt;height:50pt'>{box}</v:shape>"
        box = f"<v:textbox><w:txbxContent>{paragraph(self.text())}</w:txbxContent></v:textbox>"
        return paragraph(self.inline() + f"<w:r><w:pict>{shape.format(box=box)}</w:pict></w:r>")

    def controlled(self) -> str:
        """A paragraph in a content control."""
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(self.inline())}</w:sdtContent></w:sdt>"

    def text(self) -> str:
        """A sentence or two."""
        return "".join(self.random.choices(_SENTENCES, k=self.random.randint(1, 2)))

    def inline(self) -> str:
        """A sentence cut into runs, each as it is or inside of something."""
        text = self.text()
        ends = sorted({*self.random.choices(range(1, len(text)), k=self.random.randint(0, 5)), len(text)})
        pieces = [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
        return "".join(self.piece(run(piece, self.random.choice(_PROPERTIES))) for piece in pieces)

    def piece(self, made: str) -> str:
        """A run, one in two inside or beside of something else."""
        kinds = (self.inserted, self.after_deleted, self.linked, self.marked, self.noted, self.commented, self.field)
        return self.random.choice(kinds)(made) if self.random.random() < 0.5 else made

    def change(self) -> str:
        """The attributes of a tracked change."""
        self.changes += 1
        return f'w:id="{self.changes}" w:author="甲" w:date="2025-01-01T00:00:00Z"'

    def inserted(self, made: str) -> str:
        """A run that a tracked change inserts."""
        return f"<w:ins {self.change()}>{made}</w:ins>"

    def after_deleted(self, made: str) -> str:
        """A run after one that a tracked change deletes."""
        return f"<w:del {self.change()}><w:r><w:delText>旧，，文</w:delText></w:r></w:del>{made}"

    def linked(self, made: str) -> str:
        """A run that is a link."""
        return f'<w:hyperlink w:anchor="b1">{made}</w:hyperlink>'

    def marked(self, made: str) -> str:
        """A run in a bookmark."""
        number = self.random.randint(1000, 9_999_999)
        return f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>{made}<w:bookmarkEnd w:id="{number}"/>'

    def noted(self, made: str) -> str:
        """A run with a footnote."""
        number = len(self.notes) + 2
        self.notes.append(f'<w:footnote w:id="{number}">{paragraph(run(self.text()))}</w:footnote>')
        return f'{made}<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    def commented(self, made: str) -> str:
        """A run with a comment."""
        number = len(self.comments)
        self.comments.append(f'<w:comment w:id="{number}" w:author="乙">{paragraph("请核，，对")}</w:comment>')
        around = f'<w:commentRangeStart w:id="{number}"/>{made}<w:commentRangeEnd w:id="{number}"/>'
        return f'{around}<w:r><w:commentReference w:id="{number}"/></w:r>'

    def field(self, made: str) -> str:
        """A run that is what a field shows, or after a tab or a break."""
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        asked = "<w:r><w:instrText xml:space='preserve'> REF b1 </w:instrText></w:r>"
        complex_field = f"{sign.format('begin')}{asked}{sign.format('separate')}{made}{sign.format('end')}"
        simple = f"<w:fldSimple w:instr='REF b1'>{made}</w:fldSimple>"
        return self.random.choice((complex_field, simple, f"<w:r><w:tab/></w:r>{made}", f"<w:r><w:br/></w:r>{made}"))


def document(seed: int) -> bytes:
    """The Word document of a seed."""
    maker = _Maker(seed)
    body = maker.body()
    notes, comments = "".join(maker.notes), "".join(maker.comments)
    return word(body, numbering=_NUMBERING, styles=_STYLES, footnotes=notes, comments=comments)
