"""The HTML of a page for readers of feeds."""

from __future__ import annotations

from each import each
from mkdocs_career_roadmap.exports.feed_content import feed_content

PAGE = "https://ada.example/blog/posts/a/"


@each(("html", "expected"), [
    ('<a href="../b/#x">b</a>', '<a href="https://ada.example/blog/posts/b/#x">b</a>'),
    ("<a href='/c'>c</a>", '<a href="https://ada.example/c">c</a>'),
    ("<img alt=x src=pic.png>", '<img alt=x src="https://ada.example/blog/posts/a/pic.png">'),
    ('<a href="#part">p</a>', f'<a href="{PAGE}#part">p</a>'),
    ('<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'),
    ('<a href="https://x.example/?a=1&amp;b=2">x</a>', '<a href="https://x.example/?a=1&amp;b=2">x</a>'),
    ('<a href="http://[">x</a>', '<a href="http://[">x</a>'),
    ('<img src="a.png" srcset="a.png 1x, b.png 2x">',
     f'<img src="{PAGE}a.png" srcset="{PAGE}a.png 1x, {PAGE}b.png 2x">'),
    ('<video poster="p.png"><source src="v.mp4"></video>',
     f'<video poster="{PAGE}p.png"><source src="{PAGE}v.mp4"></video>'),
    ('<b data-href="x" title="a > b">href="y"</b>', '<b data-href="x" title="a > b">href="y"</b>'),
    ("<h1 id=t>Title</h1>\n<p>Words.</p>", "<p>Words.</p>"),
    ("<p>Words.</p><h1>Later</h1>", "<p>Words.</p><h1>Later</h1>"),
    ('<h2>Part<a class="headerlink" href="#part" title="Link">¶</a></h2>', "<h2>Part</h2>"),
    ("<p>a<!-- hush --></p><script>x()</script><style>p{}</style>", "<p>a</p>"),
    ('<p>a</p>\n<div data-career-roadmap-block="3"></div>', "<p>a</p>"),
    ("", ""),
])
def test_it_stands_alone(html: str, expected: str) -> None:
    assert feed_content(html, PAGE) == expected
