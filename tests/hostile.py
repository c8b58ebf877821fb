"""Pieces of text that are hard to read when there are many: what opens and never closes, say.

Tests count the work that they make; `make bench` measures how its time grows.
"""

from __future__ import annotations

KRAMDOWN = [
    "*", "* ", "a*", "*a ", "**_a* ", "_a ", "[", "![", "[a](", "[a][", "[a](b 'c' ", "{:", "{::a ", "`",
    "` a", "$$a", "<", "<a ", "<a b='", "<b>", "a <code>", "<!--", "<p><b>", "<div>\n",
    "<div markdown='1'>\n", "</div>\n", ">", "> * ", "- + ", "1. ", '"', "'a ", "~~a ", "~~~\n", "|a",
    "| a |\n", "a\n: b\n", "[^a]: b\n", "[a]: b\n", "# a\n", "\\", "&a;", "* a\n\n", "{:.b}\n", "^\n", "--",
    "$$ a\n\n", "\n", "    a\n", "<a  ",
]

LIQUID = [
    "{{",
    "{%",
    "{{ {% ",
    "{{ }",
    "{% raw %}",
    "{% comment %}",
    "{% if x %}",
    "{% capture a %}",
    "{{ `x }}",
    "<p {{ x }}",
    "](",
    "``{{x}} ` ",
    "{% raw %}{%- endraw %}",
    "- {% highlight c %}x{% endhighlight %}\n",
    "$$ {{ x }}\n\n",
]

PROSE = ["[", "![", "[a](", "[a](<", "[a][", "[a]: ", "](", "`", "` ", "```\n", "- ", "* ", "> ", "# ", "#",
     "\t", " ", "<!--", "<!-- -->", "{", "(", "*", "_", "\\", "a\n=\n", "\n\n", "# Lessons\n",
     "## Lessons\n- a\n", "href='"]
PROSE_BEFORE = ["", "# ", "# a", "# Lessons\n", "# Lessons\n- ", "b.md `"]
"""What may stand before."""

FRONT_MATTER = {
    "a: [[": lambda n: "a: " + "[" * n,
    "a: {a: {": lambda n: "a: " + "{a: " * (n // 4),
    "- - ": lambda n: "- " * (n // 2),
    "a: [],[]": lambda n: "a: " + "[]," * (n // 3),
    "one key": lambda n: "a: b\n" * (n // 5),
    "many keys": lambda n: "".join(f"zzzzzz{number:06}:\n" for number in range(n // 14)),
    "backslashes": lambda n: "a: '" + "\\" * n,
    "%": lambda n: "%" * n,
    "!": lambda n: "!" * n,
    "#": lambda n: "a: " + "#a " * (n // 3),
    "names": lambda n: "goal: [" + "x," * (n // 2) + "]",
    "empty lines": lambda n: "a: |\n" + " \n" * (n // 2),
    "x": lambda n: "x" * n,
}
"""Front matter of about so many characters."""

PAGE = [
    "x", " ", "\n", "\t", "#", "# ", "# x\n", "## Lessons\n- x\n", "`", "``` ", "```\n", "~~~\n",
    "```roadmap\n", "[", "]", "](", "[x](", "[x](a.md) ", "![", "[[", "[x]: ", "[x]: a.md\n", "<",
    "<a href='", "<!--", "-->", "<!-- ", "*", "**", "_", "__", "* x\n", "- ", "- x\n", "1. ", "> ", "|",
    "{", "}", "{{", "{%", "\\", "&", "a: b\n", "a:\n", "---\n", "...\n", "=", "===\n", "x\n=\n", "x: ",
    "\"", "'", "!", "é", "\u2028", "\x85", "\x00", "    x\n", "\r", "a.md", "(a.md", "href=", "https://",
    "%", "?", "? ", "{a: ", "&a [", "*a ", "<<: ", "@", ", ", "#x ", " #", " #x\n",
]
PAGE_AROUND = [
    "{}",
    "---\n{}\n---\n",
    "---\ngoal: x\nmilestone: y\n---\n{}",
    "---\ngoal: {}\n---\n",
    "---\n{}",
    "# T\n\n## Lessons\n\n{}",
]
"""Where they may stand."""
