"""Jekyll itself, to compare with: `tests/jekyll/install-jekyll.sh` sees to it that it is there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


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


def build_folder(source: Path, tz: str = "UTC", *options: str) -> dict[str, bytes]:
    """Return the files of the site that Jekyll builds of a folder, by path; nothing is left there."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        command = [installed("jekyll"), "build", "--quiet", "--disable-disk-cache",
                   "--source", str(source), "--destination", str(site), *options]
        environment = {**os.environ, "TZ": tz, "LC_ALL": "C.UTF-8", "JEKYLL_ENV": "production",
                       "JEKYLL_NO_BUNDLER_REQUIRE": "true"}  # a Gemfile of the blog is not ours to install
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return {path.relative_to(site).as_posix(): path.read_bytes()
                for path in sorted(site.rglob("*")) if path.is_file()}


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def ruby(program: str, given: Sequence[object], tz: str = "UTC") -> list[object]:
    """Return what a Ruby program makes of each value: it sees `one`, and its value goes through JSON."""
    script = f"""require 'json'; require 'time'; require 'date'; require 'yaml'
        puts JSON.generate(JSON.parse(STDIN.read).map {{ |one| ({program}) }})"""
    done = subprocess.run([installed("ruby"), "-e", script], input=json.dumps(list(given)), text=True,
                          env={**os.environ, "TZ": tz, "LC_ALL": "C.UTF-8"}, capture_output=True, check=True)
    found: list[object] = json.loads(done.stdout)
    return found
