"""The comparison of an import with its blog sees what is lost: one that cannot turn red says nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from jekyll.compare import build_old, compare_blog
from jekyll.oracle import build_site, write
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site import destination
from mkdocs_career_roadmap.new_site.frame import Plan
from same_article import KINDS, WORDS, article_of, differences, share
from same_site import ENOUGH, build_new, hold, tell

POST = """\
---
title: The tower
---
Fifty swifts over the tower, and none of them rests.

![Nest](/img/nest.png) ![Egg](/img/egg.png)

| bird | count |
|---|---|
| swift | 50 |

<iframe src="https://films.example/embed/swift"></iframe>

<video src="/img/flight.mp4" controls></video>

<audio controls><source src="/img/call.ogg"></audio>

~~~ python
count = 50
~~~

{% highlight python linenos %}
nests = 12
eggs = 30
{% endhighlight %}

See [the count](https://count.example/2020) and [about me](/about.html).
"""
BLOG = {
    "_config.yml": "title: Birds\nurl: https://birds.example\nheader_pages: [about.md]\n"
                   "theme: not-installed\nplugins: [not-installed-either]\n",
    "_posts/2020-05-01-tower.md": POST,
    "about.md": "---\ntitle: About\n---\n# About\n\nBirds of [a tower]({% post_url 2020-05-01-tower %}).\n",
    "img/nest.png": "n", "img/egg.png": "e", "img/flight.mp4": "f", "img/call.ogg": "c",
}


class Built(NamedTuple):
    old: Path
    new: Path
    made: Plan


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    temp = tmp_path_factory.mktemp("same")
    write(temp / "blog", BLOG)
    made = plan(temp / "blog", Wishes())
    changes = destination.compare(temp / "new", made.files, overwrite=False)
    destination.write(temp / "new", made.files, changes)
    assert build_new(temp / "new") == []
    return Built(build_old(temp / "blog", temp / "copy"), temp / "new", made)


def tower_of(folder: Path) -> Path:
    return next(file for file in folder.glob("site/**/index.html")
                if "none of them" in (text := file.read_text("utf-8")) and "md-post--excerpt" not in text)


def test_an_import_that_loses_nothing_is_whole(built: Built) -> None:
    found = hold("birds", built.made, built.old, built.new)
    assert found.faults() == []
    assert len(found.compared) == 2
    before = {kind: sum(page.kinds[kind].before for page in found.compared) for kind in KINDS}
    assert before == {"pictures": 2, "tables": 1, "frames": 3, "code": 2, "links": 3}
    assert found.share(WORDS) == 1.0
    assert (found.addresses[0], found.files[0]) == (2, 4)
    assert found.menu[0] >= 2


@pytest.mark.parametrize(("kind", "pattern", "lost"), [
    ("pictures", r"<img[^>]*egg[^>]*>", "egg.png"),
    ("tables", r"</?(table|thead|tbody|tr|t[hd])\b[^>]*>", "bird count swift 50"),
    ("frames", r"<iframe.*?</iframe>", "swift"),
    ("frames", r"<video.*?</video>", "flight.mp4"),
    ("frames", r"(?s)<audio.*?</audio>", "call.ogg"),
    ("code", r"(?s)<pre[^>]*>(?:(?!</pre>).)*count.*?</pre>", "count=50"),
    ("code", r"(?s)<table class=\"highlighttable.*?</table>|<pre[^>]*>(?:(?!</pre>).)*nests.*?</pre>",
     "nests=12eggs=30"),
    ("links", r"<a href=\"https://count[^>]*>", "the count → https://count.example/2020"),
    ("links", r"<a href=\"[^\"]*about[^>]*>(?=about)", "about me"),
    (WORDS, r"and none of them rests", "and none of them rests."),
])
def test_a_loss_is_named_with_its_page(
    built: Built, tmp_path: Path, kind: str, pattern: str, lost: str
) -> None:
    shutil.copytree(built.new, tmp_path / "new")
    file = tower_of(tmp_path / "new")
    text, count = re.subn(pattern, "", file.read_text("utf-8"))
    assert count
    file.write_text(text, "utf-8")
    found = hold("birds", built.made, built.old, tmp_path / "new")
    assert any(fault.startswith(f"{kind}: ") for fault in found.faults()), found.faults()
    page = next(one for one in found.pages if one.path == "_posts/2020-05-01-tower.md")
    assert any(lost.startswith(one.rstrip(".")) for one in page.kinds[kind].lost), page.kinds[kind]
    assert ENOUGH.keys() == page.kinds.keys()


def test_a_page_a_file_and_an_entry_of_the_menu_that_are_gone_are_named(built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.new, tmp_path / "new")
    (tmp_path / "new/site/img/egg.png").unlink()
    for file in tmp_path.glob("new/site/about*"):
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    found = hold("birds", built.made, built.old, tmp_path / "new")
    assert found.addresses == (2, ["/about.html"])
    assert found.files == (4, ["img/egg.png"])
    assert [fault for fault in found.faults() if "menu" in fault] == ["the menu leads nowhere: about/"]


def test_a_figure_of_its_plugin_is_one_and_what_is_in_other_blocks_is_shown(tmp_path: Path) -> None:
    text = ('{% figure class:"a" caption:"A *wing*" %}\n![Wing](/wing.png)\n{% endfigure %}\n\n'
            "{% unheard %}*of*{% endunheard %} {% unseen a %}\n")
    write(tmp_path / "blog", {"_config.yml": "title: x\n", "a.md": f"---\n---\n{text}"})
    html = (build_old(tmp_path / "blog", tmp_path / "copy") / "a.html").read_text("utf-8")
    assert article_of(html).words == ["A", "wing", "of"]
    assert "<figcaption><p>A <em>wing</em></p>" in html


def test_a_warning_is_seen(built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.new, tmp_path / "new")
    with (tmp_path / "new/docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[Gone](gone.md)\n")
    told = build_new(tmp_path / "new")
    assert any("gone.md" in line for line in told), told
    (tmp_path / "new/mkdocs.yml").write_text("nav: {", "utf-8")
    assert build_new(tmp_path / "new")


def test_words_in_another_order_and_more_of_a_thing_are_told() -> None:
    found = differences(article_of("<p>one two three four</p>"),
                        article_of("<p>one three two four<img src=a.png></p>"))
    assert share(found[WORDS], WORDS) == 0.75
    assert found["pictures"].more == ("a.png",)
    assert found["pictures"].lost == ()


def test_what_the_theme_adds_is_no_content_and_what_the_page_says_is() -> None:
    page = ('<main><nav>Menu</nav><article class="md-content__inner md-typeset"><h1>About</h1>'
            '<nav class="md-tags"><a href="x">birds</a></nav>'
            '<h2>Nests<a class="headerlink" href="#n">¶</a></h2><script>let x</script></article></main>')
    assert article_of(page).words == ["Nests"]
    assert article_of(page, title="About").words == ["About", "Nests"]
    assert article_of(page).things["links"] == []


def test_blanks_at_the_edge_of_a_formula_are_not_seen() -> None:
    assert article_of(r"<p>\[ x \] y</p>").words == article_of(r"<p>\[x\] y</p>").words == [r"\[x\]", "y"]


def test_a_link_within_the_site_is_one_with_its_own_address_or_without() -> None:
    one = article_of('<a href="https://birds.example/a">A</a>', "birds.example")
    assert one.things["links"] == article_of('<a href="../a/">A</a>').things["links"] == ["A"]
    assert article_of('<a href="https://other.example/a">A</a>', "birds.example").things["links"] == [
        "A → https://other.example/a"]


@pytest.mark.parametrize("program", ["exit 3", "Process.kill(:KILL, Process.pid)", "exit 0"])
def test_a_jekyll_that_dies_or_builds_nothing_is_no_jekyll(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "blog", BLOG)
    monkeypatch.setattr("jekyll.oracle._JEKYLL", program)
    with pytest.raises(RuntimeError, match="jekyll"):
        build_site(tmp_path / "blog", tmp_path / "site")
    assert tell([str(tmp_path / "blog")], compare_blog, partial(Path, tmp_path, "temp")) == 1
    assert "jekyll" in capsys.readouterr().out


def test_the_command_prints_a_row_and_ends_with_1_for_what_is_broken(tmp_path: Path) -> None:
    write(tmp_path / "birds", BLOG)
    write(tmp_path / "broken", {"_config.yml": "a: b\n", "_posts/2020-01-01-a.md": "---\n---\n{% for %}\n"})

    def run(*names: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "jekyll.compare", *(str(tmp_path / name) for name in names)]
        return subprocess.run(words, capture_output=True, text=True, check=False,
                              cwd=Path(__file__).parent)

    done = run("birds")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\| birds \| 2 \| 2/2 \| 4/4 \| 100\.00% \| 2/2 \| 1/1 \| 3/3 \| 2/2 \| 3/3 \| 3/3 \| "
                     r"0 \| [\d.]+ \| clean \| clean \|", done.stdout)
    done = run("broken", "birds")
    assert done.returncode == 1
    assert "jekyll ended with 1" in done.stdout
    assert "| birds |" in done.stdout
