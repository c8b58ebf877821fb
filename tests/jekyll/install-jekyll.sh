#!/bin/sh
# Make sure there is a Jekyll 4.3 for the tests of the import: the one that is there, else Debian's if
# we may install it, else the gem's, in the home folder.
set -eu
if command -v jekyll >/dev/null 2>&1; then exit 0; fi
if command -v ruby >/dev/null 2>&1 && [ -x "$(ruby -e 'print Gem.user_dir')/bin/jekyll" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends jekyll >/dev/null
elif command -v gem >/dev/null 2>&1; then
  gem install --quiet --user-install --no-document jekyll -v '~> 4.3.0'
else
  echo "The tests of the import from Jekyll need Jekyll 4.3: install it, or Ruby with its gem command." >&2
  exit 1
fi
