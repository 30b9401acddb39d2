"""What is wrong with a file of rules, genres or words, in Chinese and in English at once.

Who loads rules need not know the language of whoever reads of their mistakes: both texts travel together.
"""

import msgspec

from lint.messages.language import Language


class Said(msgspec.Struct, frozen=True, gc=False):
    """A text in both languages; braces name what is filled in."""

    zh: str
    en: str

    def filled(self, **values: object) -> "Said":
        """The text with its values, those that are said themselves in the language of the text around them."""
        return Said(
            self.zh.format(**{name: value.zh if isinstance(value, Said) else value for name, value in values.items()}),
            self.en.format(**{name: value.en if isinstance(value, Said) else value for name, value in values.items()}),
        )

    def told(self, lang: Language) -> str:
        """The text in a language."""
        return self.en if lang == "en" else self.zh


NOTHING = Said("", "")
NEAREST = Said("，是否想写 {name}", ", did you mean {name}?")

NO_FOLDER = Said("没有这个规则文件夹", "no such folder of rules")
EVERYTHING = Said("是整个磁盘或个人主文件夹，应为规则文件夹", "a whole disk or home folder, expected a folder of rules")
TOO_MANY = Said(
    "文件过多，应为规则文件夹，不超过 {most} 个文件", "too many files, expected a folder of rules, at most {most} files"
)
UNREADABLE = Said("无法读取：{reason}", "cannot be read: {reason}")
NO_FILE = Said("应为文件", "expected a file")
TOO_LARGE = Said("文件过大，应不超过 {most} 个字节", "too large, expected at most {most} bytes")
TOO_LONG = Said("文件过大，应不超过 {most} 个字符", "too large, expected at most {most} characters")
NOT_UTF8 = Said("不是 UTF-8，应为 UTF-8", "not UTF-8, expected UTF-8")
CONTROL = Said("有不可见的控制字符 {sign}，请删去", "holds the control character {sign}, remove it")
NOT_YAML = Said("不是有效的 YAML：{reason}", "not YAML: {reason}")
DEEP = Said("嵌套超过 {most} 层", "nested more than {most} deep")
ANCHOR = Said(
    "不支持锚点（&）和引用（*），请写出全文", "anchors (&) and aliases (*) are not supported, write the text out"
)
SECOND_DOCUMENT = Said(
    "一个文件只能有一份内容，不支持第二个 ---", "a file holds one document, a second --- is not supported"
)
TAG = Said("不支持标签 {name}", "the tag {name} is not supported")
KEY_TWICE = Said("键“{name}”重复", "the key '{name}' is given twice")
KEY_NO_WORD = Said("键应为一个词", "expected one word as a key")
LETTER_CASE = Said(
    "{text} 应写作 {plain}，是文字则加引号：'{text}'", "{text} should read {plain}, or '{text}' for a text"
)
QUOTE = Said("{text} 会被读作别的值，请加引号：'{text}'", "{text} would be read as another value, quote it: '{text}'")

MAPPING = Said("应为“键: 值”", "expected 'key: value'")
WRONG_TYPE = Said("应为{wanted}，现为{got}", "expected {wanted}, got {got}")
EMPTY = Said("不应为空", "must not be empty")
LACKING = Said("缺少 {name}", "{name} is missing")
UNKNOWN_KEY = Said("没有 {name} 这个键{nearest}", "no key {name}{nearest}")
UNKNOWN_VALUE = Said("没有 {name} 这个值{nearest}", "no value {name}{nearest}")
AT = Said("{said}（{place}）", "{said} ({place})")
TYPES = {
    "str": Said("文字", "a text"),
    "int": Said("整数", "a whole number"),
    "float": Said("数", "a number"),
    "bool": Said("true 或 false", "true or false"),
    "array": Said("列表", "a list"),
    "object": Said("“键: 值”", "'key: value'"),
    "null": Said("空", "nothing"),
}
"""Types as msgspec names them."""

SAME_RULE = Said("与 {twin} 是同一条规则 {rule}", "the same rule as {twin}: {rule}")
NO_RULE = Said("没有规则 {rule} 可以改动{nearest}", "no rule {rule} to change{nearest}")
UNKNOWN_GENRE = Said("没有 {genre} 这个文种{nearest}", "no genre {genre}{nearest}")
MISPLACED = Said(
    "这是{kind}，应放在规则文件夹的 {right}", "this is {kind}, its place in the folder of rules is {right}"
)
RULE_FILE = Said("规则", "a rule")
GENRE_FILE = Said("文种", "a genre")
LEXICON_FILE = Said("词表", "a lexicon")
CATEGORY = Said("类别/{name}.yaml", "CATEGORY/{name}.yaml")

NO_LIST = Said("规则 {rule} 没有 {name} 这个词表{nearest}", "rule {rule} has no list {name}{nearest}")
NO_RULE_BEFORE = Said("这条规则之前没有规则 {rule}{nearest}", "no rule {rule} before this one{nearest}")
LIST_TWICE = Said("{name} 已在 words_of 中指明取自别的规则", "{name} is among those of another rule under words_of")
NO_GROUP = Said("应为成组的词，如 [[甲, 乙]]", "expected groups of words, such as [[a, b]]")
NO_WORD_OF_LIST = Said("应为词，不应为成组的词", "expected words, not groups of words")
NO_CHECK = Said("没有 {name} 这种检查{nearest}", "no check {name}{nearest}")
DERIVED = Said("{name} 由规则自行得出，不能设定", "{name} follows from the rule and cannot be set")
NO_VALID = Said("至少要有一个正确的示例（valid）", "expected at least one valid example")
NO_INVALID = Said("至少要有一个错误的示例（invalid）", "expected at least one invalid example")
ONE_OF_TWO = Said("示例应有 valid 或 invalid 之一", "an example has either valid or invalid")
NO_MARKS = Said("错误的示例应以 ⟦ ⟧ 标出位置", "an invalid example marks the place with ⟦ ⟧")
BRACES = Said("花括号有误：{reason}", "wrong braces: {reason}")
NAME_ONLY = Said("花括号里只写名称：{name}", "braces hold a name alone: {name}")
NO_PLACEHOLDER = Said("没有 {name} 这个值{nearest}；可用 {known}", "no value {name}{nearest}; there are {known}")
NONE = Said("无", "none")

NO_ID = Said("没有 id 这个键，文种的 ID 是文件名", "no key id: the ID of a genre is the name of its file")
NO_TITLES = Said("至少要有一个标题的正则表达式", "expected at least one regular expression of titles")
NO_TITLE = Said("至少要有一个属于此文种的标题（title）", "expected at least one example with a title of this genre")
NO_SECTION = Said("没有“{name}”这个部分", "no section '{name}'")
ONE_OF_THREE = Said("示例应有 title、other、draft 之一", "an example has one of title, other, draft")

PATTERN = Said("正则表达式有误：{reason}", "not a regular expression: {reason}")
REPLACEMENT = Said("替换有误：{reason}", "wrong replacement: {reason}")
WITHIN = Said("{name} 须用 within 说明在何处", "{name} takes within, which says where")
UNDER = Said("under 只与 within: cell 或 ledger 同用", "under goes with within: cell or ledger only")
PRESENT = Said("at 只与 expect: present 同用", "at goes with expect: present only")
AS_MANY = Said("{one} 与 {other} 的字数须相同", "{one} and {other} take as many characters")
PAIR = Said("inner 须为两个字，一前一后", "inner takes two characters, an opening and a closing one")
