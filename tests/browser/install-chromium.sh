#!/bin/sh
# Make sure there is a Chromium for the browser tests: the one that is there, else
# Debian's if we may install it, else Playwright's own. $1: the environment's bin folder.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends chromium fonts-liberation >/dev/null
else
  "$1/playwright" install chromium
fi
