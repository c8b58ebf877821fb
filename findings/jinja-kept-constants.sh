#!/usr/bin/env bash
# Package: Jinja2 3.1.6 (pip).
# Guess:   FileSystemBytecodeCache keeps how a template was compiled, as Python's own .pyc files do; what its filters say is asked
#          when a page is made, so a site in English and the same site in German may share the folder.
# Instead: a filter that gets a constant, `{{ "done" | word }}`, is asked while the template is compiled, and its answer is in
#          what is kept. The name of the file there knows the template and its text, and nothing of filters: the German site says
#          "Done", and so does every later release of the program that has corrected the filter. A filter that gets a variable
#          is right on the same page, so the page is half in one language and half in the other.
#          `Environment(optimized=False)` changes nothing of that, `pass_context` does.
# Matters: generators of sites that translate words by a filter, and keep compiled templates from one build to the next.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > sites.py <<'END'
import os
import sys
from importlib.metadata import version

from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, pass_context

WORDS = {"en": {"done": "Done"}, "de": {"done": "Fertig"}}
TEXT = '{{ "done" | word }} in the heading, {{ status | word }} in the list'


def page(language, folder, is_of_page=False, **options):
    os.makedirs(folder, exist_ok=True)
    env = Environment(loader=DictLoader({"page.html": TEXT}), bytecode_cache=FileSystemBytecodeCache(folder), **options)
    env.filters["word"] = lambda word: WORDS[language][word]
    if is_of_page:
        env.filters["word"] = pass_context(lambda page, word: WORDS[language][word])
    return env.get_template("page.html").render(status="done")


language = sys.argv[1]
print(version("jinja2"), language, "alone:       ", page(language, f"of-{language}"))
print(version("jinja2"), language, "shared:      ", page(language, "shared"))
print(version("jinja2"), language, "pass_context:", page(language, "of-page", is_of_page=True))
print(version("jinja2"), language, "no optimizer:", page(language, "plain", optimized=False))
END
python3 -m venv env
env/bin/pip install -q jinja2==3.1.6
for language in en de; do
    env/bin/python sites.py $language # each site is built by a run of its own
done | tee seen
diff seen - <<'END'
3.1.6 en alone:        Done in the heading, Done in the list
3.1.6 en shared:       Done in the heading, Done in the list
3.1.6 en pass_context: Done in the heading, Done in the list
3.1.6 en no optimizer: Done in the heading, Done in the list
3.1.6 de alone:        Fertig in the heading, Fertig in the list
3.1.6 de shared:       Done in the heading, Fertig in the list
3.1.6 de pass_context: Fertig in the heading, Fertig in the list
3.1.6 de no optimizer: Done in the heading, Fertig in the list
END
