from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from lint.cli.main import main
from lint.config.config_file import Config, load_config
from lint.messages.language import words_for
from lint.rulebook.rulebook import builtin_folder, load_rulebook

NAME = ".wengao-lint.yaml"


def test_configuration_loads_as_the_defaults_and_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["init"])
    assert result.exit_code == 0
    assert yaml.safe_load(result.stdout)["repos"][0]["hooks"] == [{"id": "wengao-lint"}]
    assert result.stderr == f"已写好 {NAME}。要在提交前检查，在 .pre-commit-config.yaml 中写：\n\n"
    assert load_config(NAME, words_for("zh")) == Config()

    Path(NAME).write_text("lang: en\n", encoding="utf-8")
    again = CliRunner().invoke(main, ["init"])
    assert (again.exit_code, again.stdout, again.stderr) == (2, "", f"{NAME}: 已有配置，没有改动\n")
    assert Path(NAME).read_text(encoding="utf-8") == "lang: en\n"


def test_every_commented_setting_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "."]).exit_code == 0
    lines = Path(NAME).read_text(encoding="utf-8").splitlines()
    settings = [line.removeprefix("# ") for line in lines if not line.startswith("# ") or _is_setting(line)]
    Path(NAME).write_text("\n".join(settings), encoding="utf-8")
    config = load_config(NAME, words_for("zh"))
    assert all(getattr(config, name) for name in Config.__struct_fields__)
    book = load_rulebook([builtin_folder()])
    known = {name for rule in book.rules for name in (rule.id, rule.category)}
    assert {*config.select, *config.ignore, *config.severity} <= known
    assert all(known.issuperset(names) for names in config.per_file_ignores.values())
    assert {*config.genres.values()} <= {genre.name for genre in book.genres}


def _is_setting(line: str) -> bool:
    """A commented line of YAML and not of prose."""
    return line.startswith("#   ") or line.removeprefix("# ").split(":")[0].replace("-", "").isascii()


def test_folder_that_is_none(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "no")])
    assert (result.exit_code, result.stdout) == (2, "")
