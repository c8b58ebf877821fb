"""What would run in a reader's browser, or lead to another site, if anything printed it as it is."""

from __future__ import annotations

from collections.abc import Mapping

PAYLOADS: Mapping[str, str] = {
    # Elements that run by themselves.
    "script": "<script>window.pwned=1</script>",
    "img": "<img src=x onerror=window.pwned=1>",
    "svg": "<svg/onload=window.pwned=1>",
    "iframe": "<iframe srcdoc='<script>top.pwned=1</script>'></iframe>",
    "details": "<details open ontoggle=window.pwned=1>",
    "autofocus": "<input autofocus onfocus=window.pwned=1>",
    "object": "<object data='data:text/html,<script>top.pwned=1</script>'></object>",
    "import": "<style>@import '//evil.example/x.css';</style>",
    "base": "<base href='//evil.example/'>",
    "refresh": "<meta http-equiv=refresh content='0;url=javascript:window.pwned=1'>",
    "unclosed": "<img src=x onerror=window.pwned=1 alt=",
    # What ends an attribute.
    "double-quote": '" onmouseover="window.pwned=1" autofocus tabindex=0 onfocus="window.pwned=1" x="',
    "single-quote": "' onmouseover='window.pwned=1' autofocus tabindex=0 onfocus='window.pwned=1' x='",
    "backtick": "` onmouseover=window.pwned=1 x=`",
    "no-quote": "x onmouseover=window.pwned=1 style=position:fixed;inset:0;z-index:9",
    "quote-element": "\"'><img src=x onerror=window.pwned=1>",
    # What ends an element, a comment or a section.
    "title": "</title><img src=x onerror=window.pwned=1>",
    "script-end": "</script><script>window.pwned=1</script>",
    "endings": "</textarea></noscript></template></select></style><img src=x onerror=window.pwned=1>",
    "comment": "--><img src=x onerror=window.pwned=1><!--",
    "comment-open": "<!-- hidden",
    "cdata": "]]><img src=x onerror=window.pwned=1>",
    # What is harmless until somebody decodes it.
    "entities": "&lt;img src=x onerror=window.pwned=1&gt;",
    "numbers": "&#60;img src=x onerror=window.pwned=1&#x3e;",
    "entities-twice": "&amp;lt;img src=x onerror=window.pwned=1&amp;gt;",
    "entity-quote": "&quot; onmouseover=&quot;window.pwned=1",
    "percent": "%3Cimg src=x onerror=window.pwned=1%3E",
    "unicode-escape": "\\u003cimg src=x onerror=window.pwned=1\\u003e",
    # Addresses.
    "javascript": "javascript:window.pwned=1",
    "javascript-case": "JaVaScRiPt:window.pwned=1",
    "javascript-tab": "java\tscript:window.pwned=1",
    "javascript-newline": "java\nscript:window.pwned=1",
    "javascript-space": " javascript:window.pwned=1",
    "javascript-control": "\x01javascript:window.pwned=1",
    "javascript-entity": "javascript&colon;window.pwned=1",
    "javascript-number": "&#106;avascript:window.pwned=1",
    "javascript-comment": "javascript://example.org/%0awindow.pwned=1",
    "data": "data:text/html,<script>window.pwned=1</script>",
    "data-base64": "data:text/html;base64,PHNjcmlwdD5vcGVuZXIucHduZWQ9MTwvc2NyaXB0Pg==",
    "vbscript": "vbscript:window.pwned=1",
    "other-host": "//evil.example/x",
    "other-host-triple": "///evil.example/x",
    "other-host-backslash": "\\\\evil.example\\x",
    "other-host-mixed": "/\\evil.example/x",
    # Other languages.
    "jinja": "{{ 7*7 }}{{ config }}",
    "jinja-block": "{% raw %}{{ x }}{% include 'x' %}",
    "format": "{0}{n}{page.__class__}%s%(x)s",
    "markdown-link": "[x](javascript:window.pwned=1)",
    "markdown-image": '![x](x" onerror="window.pwned=1)',
    "markdown-table": "| a | b |<img src=x onerror=window.pwned=1>",
    "markdown-code": "`x` **y** ~~~ <http://evil.example>",
    "wiki": "[[wiki]] --8<-- \"x\"",
    # Letters.
    "line-separator": "a\u2028<img src=x onerror=window.pwned=1>\u2029b",
    "right-to-left": "\u202e<img src=x onerror=window.pwned=1>",
    "controls": "\x01\x02\x7f\x1b[2J<img src=x onerror=window.pwned=1>",
    "long": "Donaudampfschiff" * 8,
}
"""By what they try. None is longer than 130 letters, so that a title has room for them."""

BAD_LINKS = tuple(name for name in PAYLOADS if name.split("-")[0] in (
    "javascript", "data", "vbscript", "other") and name.rpartition("-")[2] not in (
    "entity", "number", "tab", "newline"))
"""Those that no field for addresses takes. In an address, `&` is a letter; a tab or an end of a line
is read as a space, with which it is none.
"""
