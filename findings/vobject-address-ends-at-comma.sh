#!/usr/bin/env bash
# Package: vobject 0.9.9 (pip), a reader and writer of vCards.
# Guess:   the address, picture or key of a card is read whole, as `URL:https://birds.example/wren,lark`: a URI is one value, and
#          its commas are part of it. A list of nicknames is a list.
# Instead: what stands behind a comma is gone, in both versions of the format: the address ends at `wren`, the account of a
#          messenger at its comma, and of the nicknames the first is left. Nothing is raised, and what is written back lacks it.
# Matters: a page of authors or a contact list that passes through it links to other pages than the cards do; and a card that
#          is only read and saved has lost the rest for good.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q vobject==0.9.9
cat > read.py <<'END'
import vobject

LINES = ("URL:https://birds.example/wren,lark?page=2", "PHOTO;VALUE=uri:https://birds.example/w_300,h_300/wren.png",
         "IMPP:xmpp:wren,lark@birds.example", "NICKNAME:Wren,Lark", "TITLE:Head\\, birds")
for version in ("3.0", "4.0"):
    text = "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", "N:Wren;Jenny;;;", "FN:Jenny Wren", *LINES, "END:VCARD", ""))
    card = vobject.readOne(text)
    print(version, *(card.contents[key][0].value for key in ("url", "photo", "impp", "nickname", "title")), sep=" | ")
print("written:", *(line for line in card.serialize().split("\r\n") if line.startswith("URL")))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
3.0 | https://birds.example/wren | https://birds.example/w_300 | xmpp:wren | Wren | Head, birds
4.0 | https://birds.example/wren | https://birds.example/w_300 | xmpp:wren | Wren | Head, birds
written: URL:https://birds.example/wren
END
