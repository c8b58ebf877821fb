"""Texts that nobody writes and any reader must come back from: what grows, and what is deep."""

from __future__ import annotations

from collections.abc import Callable

GROWING: dict[str, Callable[[int], str]] = {
    "headings that are alike": lambda count: "# a\n\n" * count,
    "tags that nothing closes": lambda count: "<b>" * count,
    "tags that close nothing": lambda count: "<i>" * count + "</b>" * count,
    "blocks of HTML": lambda count: "<div>\n\na\n\n" * count,
    "blocks that close nothing": lambda count: "<div>\n\n" * count + "</p>\n\n" * count,
    "definitions of links": lambda count: "".join(f"[a{at}]: /b\n" for at in range(count)),
    "definitions with a title below": lambda count: "".join(f"[a{at}]: /b\n'c'\n" for at in range(count)),
    "definitions whose titles have no end": lambda count: "[a]: /b 'c\n" * count,
    "rows of a wide table": lambda count: (
        f"{'|a' * count}|\n{'|-' * count}|\n" + "|b|\n" * count
        if count > 128
        else "|a|\n|-|\n" + "|b|\n" * count
    ),
    "brackets": lambda count: "[" * count,
    "links that are not closed": lambda count: "[a](" * count,
    "struck text that nothing ends": lambda count: "~~a " * count,
    "marks that are escaped": lambda count: "\\*" * count,
    "stars": lambda count: "*a **b " * count,
    "lit text that nothing ends": lambda count: "==a " * count,
    "lit text": lambda count: "==a== " * count,
    "formulas that nothing ends": lambda count: "$$a $b " * count,
    "comments that nothing ends": lambda count: "<!-- a " * count,
    "footnotes": lambda count: "".join(f"a[^{at}]\n\n[^{at}]: b\n\n" for at in range(count)),
    "callouts": lambda count: "> [!note] a\n> b\n\n" * count,
    "lists": lambda count: "- a\n1. b\n" * count,
    "quotes on one line": lambda count: "> " * count + "a",
    "lists on one line": lambda count: "- " * count + "a",
    "fences that nothing ends": lambda count: "```a\n" * count,
    "code in code": lambda count: "`a `` b ``` " * count,
}
"""By what they have so many of."""

DEEP: dict[str, Callable[[int], str]] = {
    "<b><b>": lambda count: "<b>" * count + "deepest",
    "<b><b> closed": lambda count: "<b>" * count + "deepest" + "</b>" * count,
    "<div>": lambda count: "<div>\n" * count + "deepest",
    "<div> of Markdown": lambda count: "<div>\n\n" * count + "deepest" + "\n\n</div>" * count,
    "emphasis": lambda count: "*a " * count + "deepest" + " a*" * count,
    "> >": lambda count: "> " * count + "deepest",
    "- -": lambda count: "- " * count + "deepest",
    "> -": lambda count: "> - " * count + "deepest",
    "1. in lines": lambda count: "".join(f"{'   ' * at}1. a\n" for at in range(count // 10)) + "deepest",
    "a link in a link": lambda count: "[" * count + "deepest" + "](a)" * count,
}
"""By what lies so many times in itself around the word `deepest`."""
