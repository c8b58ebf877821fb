"""Jekyll itself, to compare with: `tests/jekyll/install-jekyll.sh` sees to it that it is there.

Ruby takes longer to load Jekyll than Jekyll takes to build a small blog. So it is loaded once, by a process
that waits, and each blog is built by a fork of it: no blog sees what another one left. What was asked once
is known for the rest of the process, and in forks of it: `make mutants` asks the same for each mutant.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

_FORKS = """
    ask = JSON.parse(ARGV[0]); ask['load'].each { |name| require name }
    STDIN.each_line do |line|
      ask = JSON.parse(line)
      out, err = Tempfile.new, Tempfile.new
      child = fork do
        STDIN.reopen(File::NULL); STDOUT.reopen(out); STDERR.reopen(err)
        ENV.update(ask['environment']); Dir.chdir(ask['folder'])
        ARGV.replace(ask['words'])
        eval(ask['program'], TOPLEVEL_BINDING)
      end
      Process.wait(child)
      code = $?.exitstatus || 128 + $?.termsig
      puts JSON.generate({code: code, out: IO.read(out.path), err: IO.read(err.path)})
      STDOUT.flush
      [out, err].each(&:close!)
    end
"""
_JEKYLL = "load Gem.bin_path('jekyll', 'jekyll')"


def installed(name: str) -> str:
    if found := shutil.which(name):
        return found
    if name != "ruby":  # a gem that was installed for one user is on nobody's path
        done = subprocess.run(
            [installed("ruby"), "-e", "print Gem.user_dir"], capture_output=True, check=True)
        if found := shutil.which(name, path=str(Path(done.stdout.decode(), "bin"))):
            return found
    raise RuntimeError(f"{name} is not installed; run tests/jekyll/install-jekyll.sh")


def build(files: Mapping[str, str | bytes], tz: str = "UTC", *options: str) -> dict[str, bytes]:
    """Return the files of the site that Jekyll builds of `files`, by path. Raises for what it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files)
        return build_folder(Path(folder), tz, *options)


_built: dict[tuple[object, ...], dict[str, bytes]] = {}


def build_folder(source: Path, tz: str = "UTC", *options: str) -> dict[str, bytes]:
    """Return the files of the site that Jekyll builds of a folder, by path; nothing is left there."""
    asked = (state_of(source), tz, options)
    if asked not in _built:
        _built[asked] = _build_folder(source, tz, *options)
    return dict(_built[asked])


def state_of(folder: Path) -> frozenset[tuple[str, bytes]]:
    """Return what all files of a folder are called and hold: that a tool makes the same of the same."""
    return frozenset((path.relative_to(folder).as_posix(), sha256(path.read_bytes()).digest())
                     for path in folder.rglob("*") if path.is_file())


def _build_folder(source: Path, tz: str, *options: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build_site(source, site, tz, *options)
        return {path.relative_to(site).as_posix(): path.read_bytes()
                for path in sorted(site.rglob("*")) if path.is_file()}


def build_site(source: Path, site: Path, tz: str = "UTC", *options: str) -> None:
    """Let Jekyll build the site of a folder into another. Raises for what it refuses, if it is killed, and if
    it says that all is well and no file is there.
    """
    words = ["build", "--quiet", "--disable-disk-cache",
             "--source", str(source), "--destination", str(site), *options]
    # A Gemfile of the blog is not ours to install.
    environment = {"TZ": tz, "JEKYLL_ENV": "production", "JEKYLL_NO_BUNDLER_REQUIRE": "true"}
    code, out, told = waiting("jekyll", "kramdown", "kramdown-parser-gfm").run(
        _JEKYLL, words, environment, str(site.parent))
    if code:
        raise RuntimeError(f"jekyll ended with {code}: {told}{out}")
    if not any(path.is_file() for path in site.rglob("*")):
        raise RuntimeError(f"jekyll built nothing: {told}{out}")


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


class _Waiting:
    """A Ruby that has loaded these libraries, and lets forks of itself run programs."""

    def __init__(self, libraries: Sequence[str]) -> None:
        command = [installed("ruby"), "-rjson", "-rtempfile", "-e", _FORKS, json.dumps({"load": libraries})]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"})
        atexit.register(self._end)

    def run(self, program: str, words: Sequence[str], environment: Mapping[str, str] | None = None,
            folder: str = "/") -> tuple[int, str, str]:
        """Run a program with these words; return its code, and all that it printed and complained."""
        assert self._process.stdin
        assert self._process.stdout
        asked = {
            "program": program, "words": words, "folder": folder, "environment": environment or {}}
        self._process.stdin.write(f"{json.dumps(asked)}\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["code"], answer["out"], answer["err"]

    def _end(self) -> None:
        self._process.communicate()


def waiting(*libraries: str) -> _Waiting:
    """Return the Ruby of this process that has loaded these libraries: a fork that asked the one of its
    parent would take answers that another fork waits for.
    """
    return _waiting_for(os.getpid(), libraries)


@cache
def _waiting_for(_process: int, libraries: Sequence[str]) -> _Waiting:
    return _Waiting(libraries)


@cache
def answer(libraries: tuple[str, ...], program: str, words: str, tz: str = "UTC") -> str:
    """Return what a Ruby program prints that only reckons with words. Raises for what it refuses."""
    code, out, told = waiting(*libraries).run(program, [words], {"TZ": tz})
    if code:
        raise RuntimeError(told)
    return out


def ruby(program: str, given: Sequence[object], tz: str = "UTC") -> list[object]:
    """Return what a Ruby program makes of each value: it sees `one`, and its value goes through JSON."""
    libraries = ("jekyll",) if "Jekyll" in program else ()
    out = answer(("time", "date", "yaml", *libraries),
                 f"puts JSON.generate(JSON.parse(ARGV[0]).map {{ |one| ({program}) }})",
                 json.dumps(list(given)), tz)
    found: list[object] = json.loads(out)
    return found
