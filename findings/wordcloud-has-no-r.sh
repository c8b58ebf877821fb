#!/usr/bin/env bash
# Package: wordcloud 1.9.6 (pip).
# Guess:   a cloud counts each word of a text as it stands, without the small words of English such as "the" and "of".
# Instead: R is one of the small words, and is never there. C, C++ and C# are one word, C. "news" counts as the plural of "new"
#          and Pandas, the library, as that of "panda", as soon as both occur; Node.js and Vue.js are two times "js".
# Matters: clouds of what somebody learned or writes about: R is missing from a statistician's, and the text is not
#          asked for what its words mean, so nobody notices.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q wordcloud==1.9.6
cat > count.py <<'END'
from wordcloud import WordCloud

for text in ("R R R Rust", "C C++ C#", "news news new", "Pandas Pandas", "Pandas Pandas panda", "Node.js Vue.js", "Redis Kubernetes"):
    print(text, "->", WordCloud().process_text(text))
END
env/bin/python count.py | tee seen
diff seen - <<'END'
R R R Rust -> {'Rust': 1}
C C++ C# -> {'C': 3}
news news new -> {'new': 3}
Pandas Pandas -> {'Pandas': 2}
Pandas Pandas panda -> {'Panda': 3}
Node.js Vue.js -> {'Node': 1, 'js': 2, 'Vue': 1}
Redis Kubernetes -> {'Redis': 1, 'Kubernetes': 1}
END
