import pytest

from lint.rulebook.rule_site import rule_page


@pytest.mark.parametrize(
    ("site_url", "rule", "page"),
    [
        ("https://wengao.example/", "numbering/gap", "https://wengao.example/rules/numbering/gap/"),
        ("https://wengao.example/a", "numbering/gap", "https://wengao.example/a/rules/numbering/gap/"),
        ("", "numbering/gap", ""),
        ("https://wengao.example/", "elements/of-a-house", ""),
    ],
)
def test_built_in_rules_have_a_page_on_the_site(site_url: str, rule: str, page: str) -> None:
    assert rule_page(site_url, rule) == page
