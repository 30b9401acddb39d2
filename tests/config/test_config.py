import difflib
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pytest

from lint.config import config_file as config
from lint.config.config_file import Config, ConfigError, find_config, load_config
from lint.files.path_patterns import _compiled
from lint.messages.language import words_for
from lint.text.comparison.spelling import MOST_LOOKS
from tests.steps import steps


def load(tmp_path: Path, text: str | bytes) -> Config:
    path = tmp_path / ".wengao-lint.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_config(str(path), words_for("zh"))


def test_every_key(tmp_path: Path) -> None:
    text = """\
select: [numbering, placeholders/unfilled]
ignore:
  - numbering/gap
fail-on: error
rules: [house]
exclude: ["*.md"]
severity:
  numbering/gap: off
  punctuation: info
lang: en
genres:
  "请示/*.txt": request
per-file-ignores:
  旧/: [numbering, placeholders/unfilled]
  "*.md": []
site-url: https://wengao.example/
"""
    assert load(tmp_path, text) == Config(
        select=("numbering", "placeholders/unfilled"),
        ignore=("numbering/gap",),
        fail_on="error",
        rules=("house",),
        exclude=("*.md",),
        severity={"numbering/gap": "off", "punctuation": "info"},
        lang="en",
        genres={"请示/*.txt": "request"},
        per_file_ignores={"旧/": ("numbering", "placeholders/unfilled"), "*.md": ()},
        site_url="https://wengao.example/",
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", b"\xef\xbb\xbf"])
def test_nothing_is_the_default(tmp_path: Path, text: str | bytes) -> None:
    assert load(tmp_path, text) == Config()


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("selct: [a]\n", ["1:1: 没有设置项“selct”，是否为“select”？"]),
        ("lang: zh\nlang: en\n", ["2:1: 设置项“lang”重复"]),
        ("\nfail-on: eror\n", ["2:10: fail-on 不能为“eror”，应为 error、warning、info 之一，是否为“error”？"]),
        ("select: numbering\n", ["1:9: select 应为列表"]),
        ("select:\n", ["1:8: select 应为列表"]),
        ("site-url: javascript:x\n", ["1:11: site-url 应为 http:// 或 https:// 开头的地址"]),
        ("site-url: [https://a.example]\n", ["1:11: site-url 应为 http:// 或 https:// 开头的地址"]),
        ("site-url: 'https://a b'\n", ["1:11: site-url 应为 http:// 或 https:// 开头的地址"]),
        ("ignore: [a, [b]]\n", ["1:13: ignore 的各项应为文字"]),
        ("severity: [a]\n", ["1:11: severity 应为“规则: 级别”"]),
        (
            "severity:\n  a: of\n  b: warn\n  b: off\nx: 1\n",
            [
                "2:6: severity 不能为“of”，应为 error、warning、info、off 之一，是否为“off”？",
                "3:6: severity 不能为“warn”，应为 error、warning、info、off 之一，是否为“warning”？",
                "4:3: 设置项“b”重复",
                "5:1: 没有设置项“x”",
            ],
        ),
        ("- a\n", ["1:1: 应为“键: 值”"]),
        ("select: [\n", ["2:1: 不是合法的 YAML：括号里缺少内容"]),
        (
            "per-file-ignores:\n  a: numbering\n  b: [[c], '']\n  b: [d]\n  '!': [e]\n",
            [
                "2:6: per-file-ignores 应为列表",
                "3:7: per-file-ignores 的各项应为文字",
                "3:12: per-file-ignores 的各项应为文字",
                "4:3: 设置项“b”重复",
                "5:3: per-file-ignores 的路径“!”不合 .gitignore 的写法",
            ],
        ),
        ("per-file-ignores:\n", ["1:18: per-file-ignores 应为“路径: [规则或类别]”"]),
        ("per_file_ignores: {}\n", ["1:1: 没有设置项“per_file_ignores”，是否为“per-file-ignores”？"]),
        ("genres: {'a\\': request}\n", ["1:10: genres 的路径“a\\”不合 .gitignore 的写法"]),
        ("exclude: ['!']\n", ["1:11: exclude 的路径“!”不合 .gitignore 的写法"]),
        ("lang: &a [*a]\n", ["1:7: 不支持锚点（&）和引用（*），请写出全文"]),
        (
            "lang: zh\nselect: !!python/name:os.system [a]\n",
            ["2:9: 不支持标签 tag:yaml.org,2002:python/name:os.system"],
        ),
        ("lang: ! zh\n", ["1:7: 不支持标签 !"]),
        ('lang: zh\nexclude: [a, "\x01"]\n', ["2:15: 不是合法的 YAML：U+0001"]),
        ("rules:" + " [" * 30 + " ]" * 30, ["1:66: 不是合法的 YAML：嵌套过深"]),
        ("exclude: ['[z-a]']\n", ["1:11: exclude 的路径“[z-a]”不合 .gitignore 的写法"]),
        (f"lang: en\nrules: [{'a, ' * 101}]\n", ["2:8: rules 不能超过 100 个文件夹"]),
    ],
)
def test_errors_name_file_line_and_what_was_expected(tmp_path: Path, text: str, errors: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert list(caught.value.errors) == [f"{tmp_path / '.wengao-lint.yaml'}:{error}" for error in errors]


@pytest.mark.parametrize(
    ("text", "error"), [(b"lang: \xff\n", "不是 UTF-8 文本，应为 UTF-8"), (b"a: \xa0\n", "不是 UTF-8 文本")]
)
def test_bytes_that_are_no_yaml(tmp_path: Path, text: bytes, error: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert caught.value.errors[0].startswith(f"{tmp_path / '.wengao-lint.yaml'}: {error}")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(str(tmp_path / "no.yaml"), words_for("en"))
    assert caught.value.errors == (f"{tmp_path / 'no.yaml'}: no such file or folder",)


def test_nearest_file_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    assert find_config(str(tmp_path / "a/b/c")) is None
    (tmp_path / ".wengao-lint.yaml").touch()
    (tmp_path / "a/b/.wengao-lint.yaml").touch()
    assert find_config(str(tmp_path / "a/b/c")) == str(tmp_path / "a/b/.wengao-lint.yaml")
    assert find_config(str(tmp_path / "a")) == str(tmp_path / ".wengao-lint.yaml")
    monkeypatch.chdir(tmp_path)
    assert find_config(".") == ".wengao-lint.yaml"


def test_patterns_that_except_and_comments_are_for_exclude_alone(tmp_path: Path) -> None:
    text = "exclude: ['*.md', '!稿.md', '# 注']\n"
    assert load(tmp_path, text) == Config(exclude=("*.md", "!稿.md", "# 注"))
    with pytest.raises(ConfigError):
        load(tmp_path, "per-file-ignores: {'!稿.md': [a]}\n")


def test_a_few_mistakes_are_answered_and_all_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(name: str, *rest: Any) -> list[str]:
        asked.append(name)
        return get_close_matches(name, *rest)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    text = "".join(f"selct{number}: a\n" for number in range(500)) + "severity:\n"
    text += "".join(f"  a{number}: eror\n" for number in range(500))
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert (len(caught.value.errors), len(asked)) == (1000, MOST_LOOKS)
    assert caught.value.errors[0].endswith(":1:1: 没有设置项“selct0”，是否为“select”？")
    assert caught.value.errors[-1].endswith(":1001:9: severity 不能为“eror”，应为 error、warning、info、off 之一")


@pytest.mark.parametrize("line", ["  - 目录{0}/*.txt\n", "  - '[目录{0}'\n"], ids=["right", "wrong"])
def test_settings_are_read_in_steps_in_proportion(tmp_path: Path, line: str) -> None:
    def taken(number: int) -> int:
        _compiled.cache_clear()
        return steps(outcome, "exclude:\n" + "".join(line.format(n) for n in range(number)))

    def outcome(text: str) -> None:
        with suppress(ConfigError):
            load(tmp_path, text)

    taken(10)
    assert taken(800) < 2.2 * taken(400)


def test_more_patterns_than_a_run_may_have_are_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "MOST_PATTERNS", 3)
    text = "exclude: [a, b]\ngenres: {c: request, d: request, e: request}\n"
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert caught.value.errors == (f"{tmp_path}/.wengao-lint.yaml:2:22: 路径的写法不能超过 3 个",)
