#!/usr/bin/env bash
# Package: watchdog 7.1.0 (pip), beside watchdog 6.0.0.
# Guess:   the watch that `schedule` returns has the path that was asked for, as up to 6.0.0; a table by path, or a second
#          observer that gets the first one's watches, works with it.
# Instead: since 7 the `path` of a file's watch is its folder, and `is_recursive` is False. Two files of a folder are one key in a
#          table by path. Scheduled again by its path, as beside the first observer or after a pause, it tells of all files
#          of the folder.
# Matters: a preview that watches mkdocs.yml and one more file, and keeps its watches by path, forgets one of them when it stops
#          watching the other; and it builds for each file that lies beside.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > watch.py <<'END'
import pathlib
import tempfile
import time
from importlib.metadata import version

from watchdog.events import FileSystemEventHandler
from watchdog.observers.polling import PollingObserver


class Names(FileSystemEventHandler):
    def __init__(self):
        self.names = set()

    def on_modified(self, event):
        if not event.is_directory:
            self.names.add(pathlib.Path(event.src_path).name)


with tempfile.TemporaryDirectory() as folder:
    paths = [pathlib.Path(folder, name) for name in ("mkdocs.yml", "words.yml", "other.yml")]
    for path in paths:
        path.write_text("a: 1\n")
    first, second, names = PollingObserver(timeout=0.1), PollingObserver(timeout=0.1), Names()
    watches = [first.schedule(FileSystemEventHandler(), str(path)) for path in paths[:2]]
    print(version("watchdog"), "paths:", *(watch.path.replace(folder, "site") for watch in watches))
    print(version("watchdog"), "in a table by path:", len({watch.path: watch for watch in watches}))
    second.schedule(names, watches[0].path)
    second.start()
    time.sleep(0.5)
    for path in paths:
        path.write_text("a: 22\n")
    time.sleep(1)
    second.stop()
    second.join()
    print(version("watchdog"), "scheduled by the first path, told of:", *sorted(names.names))
END
for version in 6.0.0 7.1.0; do
    python3 -m venv env-$version
    env-$version/bin/pip install -q watchdog==$version
    env-$version/bin/python watch.py
done | tee seen
diff seen - <<'END'
6.0.0 paths: site/mkdocs.yml site/words.yml
6.0.0 in a table by path: 2
6.0.0 scheduled by the first path, told of: mkdocs.yml
7.1.0 paths: site site
7.1.0 in a table by path: 1
7.1.0 scheduled by the first path, told of: mkdocs.yml other.yml words.yml
END
