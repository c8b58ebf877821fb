#!/bin/sh
# Make sure there is a Chromium for the browser tests: the one without a window that is there,
# else Debian's if we may install it, else any other, else Playwright's own.
# $1: the environment's bin folder.
set -eu
has() {
  for name; do if command -v "$name" >/dev/null 2>&1; then return 0; fi; done
  return 1
}
if has chromium-headless-shell; then exit 0; fi
if [ "$(id -u)" = 0 ] && has apt-get; then
  apt-get update -q >/dev/null
  apt-get install -y -q --no-install-recommends chromium-headless-shell fonts-liberation >/dev/null && exit 0
fi
if has chromium chromium-browser google-chrome; then exit 0; fi
"$1/playwright" install --only-shell chromium
