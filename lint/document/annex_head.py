"""The head of an annex, 附件2, as the parts of which patterns are made."""

HAN = "一二三四五六七八九十"
BLANKS = r"[\s\u3000]*"
NUMBER = rf"(?P<number>\d{{1,2}}|[{HAN}]{{1,3}})?"
WORD = rf"附{BLANKS}件"
END = rf"{BLANKS}(?P<colon>[：:])?{BLANKS}"
"""What stands between the number and the name."""
