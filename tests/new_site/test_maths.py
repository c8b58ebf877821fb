"""How a new site shows formulas: what the blog's own settings said, and nothing is loaded without a word."""

from __future__ import annotations

from each import each
from mkdocs_career_roadmap.new_site.config import Blog, config_text
from mkdocs_career_roadmap.new_site.frame import SiteName, frame
from mkdocs_career_roadmap.new_site.maths import SCRIPT, Maths, has_formulas, maths_of, maths_script
from mkdocs_career_roadmap.new_site.parts import SiteParts


@each(("script", "maths"), [
    ("", Maths()),
    ("inlineMath: [['\\\\(', '\\\\)']]", Maths()),
    ("MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']], tags: 'ams'}}",
     Maths(dollars=True, numbered=True)),
    ("tex2jax: {inlineMath: [\n ['\\\\(','\\\\)'], [\"$\",\"$\"] ] }", Maths(dollars=True)),
    ('TeX: { equationNumbers: { autoNumber: "AMS" } }', Maths(numbered=True)),
    ('"delimiters": [{"left": "$", "right": "$"}]', Maths(dollars=True)),
    ("{left: '$$', right: '$$', display: true}", Maths()),
])
def test_the_settings_of_a_blog_say_what_a_formula_is(script: str, maths: Maths) -> None:
    assert maths_of(["other", script]) == maths


@each(("text", "usual", "dollars"), [
    ("$$x$$", True, True), ("\\(x\\)", True, True),
    ("for $x_1$ and", False, True), ("5$ or 6$", False, False),
    ("\\$x$ is", False, False), ("US$5 and $6", False, False), ("none", False, False)])
def test_a_page_has_formulas_if_its_reader_found_some(text: str, usual: bool, dollars: bool) -> None:
    assert has_formulas(text, Maths()) is usual
    assert has_formulas(text, Maths(dollars=True)) is dollars


def test_without_dollars_only_what_is_marked_is_looked_at() -> None:
    assert '"processHtmlClass": "arithmatex"' in maths_script(Maths())
    assert '["$", "$"]' not in maths_script(Maths())
    whole = maths_script(Maths(dollars=True, numbered=True))
    assert '["$", "$"]' in whole
    assert '"tags": "ams"' in whole
    assert "processHtmlClass" not in whole


def test_no_line_of_the_configuration_loads_anything() -> None:
    text = config_text("Me", "", "", Blog(has_maths=True), [])
    lines = [line for line in text.split("\n") if "javascript" in line or "mathjax" in line.lower()]
    assert len(lines) == 6
    assert all(line.startswith("#") for line in lines)


def test_the_settings_lie_in_the_site_if_it_has_formulas() -> None:
    identity = SiteName("Me", "", "")
    assert SCRIPT not in frame(identity, Blog(), [], SiteParts(), [])
    assert "window.MathJax" in str(frame(identity, Blog(has_maths=True), [], SiteParts(), [])[SCRIPT])
