"""How bash, zsh and fish ask for words and take them, where click 8.5 loses what stands before a `=` or `:`.

Zsh puts a word in place of all that was begun, so `--status=d` became `done`; fish shows only words that
begin so, and had none for it. Bash cuts a word at `=` and `:`, so that behind `--open move:` it had none.
"""

from __future__ import annotations

import os
import re

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

_OPTION = re.compile(r"--[^=]+=")


def _with_option(complete: ShellComplete, args: list[str], begun: str) -> list[CompletionItem]:
    """Return what is offered in place of all that was begun: `--status=done` for `--status=d`."""
    found = ShellComplete.get_completions(complete, args, begun)
    if option := _OPTION.match(begun):
        for item in found:
            item.value = option[0] + item.value
    return found


class _Zsh(ZshComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return _with_option(self, args, incomplete)

    def format_completion(self, item: CompletionItem) -> str:
        # A colon ends the word of one with a title; click before 8.2 left it as it is.
        value = item.value.replace(":", r"\:") if item.help else item.value
        return f"{item.type}\n{value}\n{item.help or '_'}"


class _Fish(FishComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return _with_option(self, args, incomplete)


class _Bash(BashComplete):
    source_template = BashComplete.source_template.replace(
        'COMP_WORDS="${COMP_WORDS[*]}"', 'COMP_WORDS="${COMP_LINE:0:$COMP_POINT}"')

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words up to the cursor, as the shell itself would cut the line, and the last one."""
        line = os.environ["COMP_WORDS"]
        words = split_arg_string(line)[1:]
        return (words, "") if line[-1:].isspace() or not words else (words[:-1], words[-1])

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what is offered in place of the part behind the last `=` or `:`, where bash cuts."""
        found = _with_option(self, args, incomplete)
        kept = max(incomplete.rfind("="), incomplete.rfind(":")) + 1
        for item in found:
            item.value = item.value[kept:]
        return found


def teach() -> None:
    """Let click ask these, in this program alone."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
