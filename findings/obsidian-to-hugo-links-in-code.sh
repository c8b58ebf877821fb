#!/usr/bin/env bash
# Package: obsidian-to-hugo 12023.3.21 (pip), which makes posts of Hugo from a vault of Obsidian.
# Guess:   it translates [[links]] and ==marks== of notes, and leaves code alone, in which Obsidian has neither.
# Instead: in fences and in backticks too `[[nodiscard]]` becomes a link of Hugo, `a[[1]]` also, and what stands between
#          two == a mark: `a ==b && c== d`. An embedded picture becomes an image whose address is a reference to a page.
# Matters: Hugo ends at the reference to a page "nodiscard" that nobody wrote; and code with two comparisons in one line is
#          printed with tags in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q obsidian-to-hugo==12023.3.21
mkdir vault hugo
cat > vault/a.md <<'END'
A [[Wren]] is ==small==.

```cpp
[[nodiscard]] bool same() { return a ==b && c== d; }
```

In R, `birds[[1]]` is the first. ![[nest.png]]
END
env/bin/python -m obsidian_to_hugo --obsidian-vault-dir vault --hugo-content-dir hugo
tee seen < hugo/a.md
diff seen - <<'END'
A [Wren]({{< ref "Wren" >}}) is <mark>small</mark>.

```cpp
[nodiscard]({{< ref "nodiscard" >}}) bool same() { return a <mark>b && c</mark> d; }
```

In R, `birds[1]({{< ref "1" >}})` is the first. ![nest.png]({{< ref "nest.png" >}})
END
