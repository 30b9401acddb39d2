"""``POST /api/check``: the findings in the form of ``--output-format json``, for macros and other systems."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from lint.cli.main import main
from tests.web.serving import client

DRAFT = "关于做好工作的通知\n\n    一是甲事项，抓好落实。三是乙事项，抓好落实。\n    (二)其他事项。\n"
OTHER = "一是甲。三是乙。\n"
GAP = "“一是…”序号依次为“一、三”，缺“二”；如无漏写，应为“一、二”"
UNREADABLE = bytes(range(256))
NOT_TEXT = (
    "不是可读的文稿，应为 UTF-8、GB18030 或带 BOM 的 UTF-16 文本（binary data (it holds NUL bytes), expected text）"
)


@pytest.fixture(scope="module")
def api() -> Iterator[TestClient]:
    with client() as made:
        yield made


def by_the_command(folder: Path, drafts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(folder)
    for name, data in drafts.items():
        (folder / name).write_bytes(data)
    command = ["check", "--isolated", "--no-cache", "--output-format", "json", *drafts]
    return json.loads(CliRunner().invoke(main, command).stdout)


def uploaded(*drafts: tuple[str, bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    return [("file", (name, data)) for name, data in drafts]


def test_text_in_json_gives_what_the_command_writes(
    api: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = api.post("/api/check", json={"text": DRAFT, "name": "甲.txt"})
    assert answer.status_code == 200
    assert answer.json() == by_the_command(tmp_path, {"甲.txt": DRAFT.encode()}, monkeypatch)
    assert [(each["rule"], each["line"], each["column"]) for each in answer.json()] == [
        ("numbering/gap", 3, 16),
        ("numbering/half-width-brackets", 4, 5),
        ("numbering/starts-above-one", 4, 5),
    ]


def test_files_in_a_form_give_what_the_command_writes(
    api: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = {"乙.md": OTHER.encode(), "甲.txt": DRAFT.encode("gb18030")}
    answer = api.post("/api/check", files=uploaded(*reversed(drafts.items())))
    assert answer.status_code == 200
    assert answer.json() == by_the_command(tmp_path, drafts, monkeypatch)


def test_draft_without_findings_gives_an_empty_array(api: TestClient) -> None:
    answer = api.post("/api/check", json={"text": "工作正常。\n"})
    assert (answer.status_code, answer.content) == (200, b"[]")


@pytest.mark.parametrize("field", ["text", "file"])
def test_options_are_those_of_the_command(api: TestClient, field: str) -> None:
    def rules_with(**options: Any) -> list[str]:
        if field == "text":
            answer = api.post("/api/check", json={"text": DRAFT, **options})
        else:
            answer = api.post("/api/check", files=uploaded(("甲.txt", DRAFT.encode())), data=options)
        assert answer.status_code == 200
        return [each["rule"] for each in answer.json()]

    assert rules_with(select=["numbering/gap"]) == ["numbering/gap"]
    assert rules_with(select="numbering/gap, numbering/starts-above-one") == [
        "numbering/gap",
        "numbering/starts-above-one",
    ]
    assert rules_with(ignore=["numbering"]) == []


def test_language_is_that_of_the_request(api: TestClient) -> None:
    def first(headers: dict[str, str], **options: str) -> Any:
        return api.post("/api/check", json={"text": OTHER, **options}, headers=headers).json()[0]["message"]

    assert first({}) == GAP
    english = first({}, lang="en")
    assert english.startswith("一是… markers run 一、三")
    assert first({"accept-language": "en-GB,en;q=0.9"}) == english
    assert first({"accept-language": "en"}, lang="zh") == GAP


def test_unreadable_draft_is_said_as_the_command_says_it(api: TestClient) -> None:
    answer = api.post("/api/check", files=uploaded(("照片.txt", UNREADABLE)))
    assert answer.status_code == 422
    assert answer.json() == {"errors": [{"message": NOT_TEXT, "path": "照片.txt"}]}


def test_unreadable_draft_among_others_does_not_hide_their_findings(api: TestClient) -> None:
    answer = api.post("/api/check", files=uploaded(("乙.txt", OTHER.encode()), ("照片.txt", UNREADABLE)))
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"message": NOT_TEXT, "path": "照片.txt"}]
    assert [(each["path"], each["message"]) for each in answer.json()["findings"]] == [("乙.txt", GAP)]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": ["numbering/gapp"]}, "numbering/gapp"),
        ({"genre": "notise"}, "notise"),
    ],
)
def test_unknown_option_is_said(api: TestClient, options: dict[str, Any], message: str) -> None:
    answer = api.post("/api/check", json={"text": DRAFT, **options})
    assert answer.status_code == 400
    assert message in answer.json()["errors"][0]["message"]


def test_findings_beyond_those_listed_are_counted(api: TestClient) -> None:
    listed = api.post("/api/check", json={"text": "    (一)事项。\n\n" * 2})
    assert "x-unlisted-findings" not in listed.headers
    many = api.post("/api/check", json={"text": "甲（乙\n" * 1_500, "select": ["punctuation"]})
    assert (many.status_code, len(many.json()), many.headers["x-unlisted-findings"]) == (200, 1_000, "500")


def test_path_in_a_name_of_a_form_is_left_out(api: TestClient) -> None:
    answer = api.post("/api/check", files=uploaded(("C:\\文稿\\乙.txt", OTHER.encode())))
    assert [each["path"] for each in answer.json()] == ["乙.txt"]
