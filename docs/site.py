"""What MkDocs is told beside mkdocs.yml: the address of the site, and the pages that are made from the rules."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parent))

from rule_pages import navigation, pages  # beside this file, which MkDocs loads by its path

from lint.config.config_file import Config


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The one address of the site is that to which reports link; the menu has every rule, under 规则."""
    config.site_url = Config().site_url or None
    for section in config.nav or ():
        if "规则" in section:
            section["规则"] = navigation()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages in docs/ and those of the rules."""
    for path, text in pages().items():
        files.append(File.generated(config, f"rules/{path}", content=text))
    return files
