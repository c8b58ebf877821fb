"""How often a slip of the fingers is understood, measured by the whole way a word takes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from depth import MOST
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY, STATUS_ALIASES
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.names import fold_word, slug
from mkdocs_career_roadmap.vocabulary.settings import Settings
from mkdocs_career_roadmap.vocabulary.slips import edit_distance

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ENOUGH = 0.95
"""The share of slips whose first suggestion must be what was meant."""
OF_A_WORD = min(40, max(3, MOST // 8))
"""The slips of a word that are tried; a build for each."""
OF_A_NAME = min(8, max(1, MOST // 20))

GOALS = (
    "Efficient vision",
    "Robots that find their way",
    "Honest language models",
    "Lead a small research group",
    "A search engine for proteins",
    "Cheaper batteries",
    "Weather forecasts for farmers",
    "Teach compilers well",
    "Private learning on phones",
    "A theory of deep networks",
    "Become a professor",
    "Publish a textbook on statistics",
    "Quantum error correction",
    "Clean water sensors",
    "Found a company",
    "Medical imaging without labels",
    "Open climate data",
    "Understand protein folding",
    "Run a data team",
    "Speak Japanese at work",
)
MILESTONES = (
    "Reproduce a detector on COCO",
    "Prune and quantise a detector",
    "Sensorimotor maps",
    "Point-goal navigation",
    "Sim-to-real on a wheeled robot",
    "Read forty papers",
    "Energy benchmark",
    "Workshop on efficiency",
    "First grant proposal",
    "Two interns to a paper",
    "Survey of calibration",
    "Conformal intervals",
    "A model that abstains",
    "Open source release",
    "Thesis proposal",
    "Course on optimisation",
    "Label one dawn chorus",
    "Pretrain on unlabelled audio",
    "Field test in May",
    "Shipping the ranking model",
    "Pass the qualifying exam",
    "Replicate the baseline",
    "Write the related work",
    "Collect a pilot data set",
    "Ethics approval",
    "First conference talk",
    "Camera-ready version",
    "Rebuttal",
    "Poster in Vienna",
    "Internship at a hospital",
    "Kubernetes certificate",
    "Move the tests to CI",
    "Halve the training time",
    "Tutorial for beginners",
    "Postdoc application",
    "Negative results report",
    "User study with nurses",
    "Dissertation defence",
    "Patent filing",
    "Lab website",
)
FOREIGN = [
    "aliases",
    "archives",
    "asciidoc",
    "banner",
    "bibliography",
    "blog",
    "cascade",
    "changefreq",
    "class",
    "color",
    "comment_status",
    "cover",
    "cssclass",
    "csl",
    "custom_edit_url",
    "disable_toc",
    "display_toc",
    "editor",
    "expires_at",
    "expiryDate",
    "ext",
    "extra",
    "feed",
    "footer",
    "format",
    "full_width",
    "header",
    "headless",
    "hero",
    "id_prefix",
    "in_search_index",
    "insert_anchor_links",
    "kernel",
    "lastmod",
    "license",
    "linkTitle",
    "listing",
    "markup",
    "math",
    "menu",
    "menus",
    "meta",
    "mermaid",
    "metadata",
    "modified",
    "navigation_order",
    "outputs",
    "page_template",
    "pagination",
    "params",
    "path",
    "plugins",
    "position",
    "prev_post",
    "publishDate",
    "published_at",
    "reading_time",
    "repo_name",
    "resources",
    "revision",
    "score",
    "sidebar",
    "sidebar_label",
    "sidebar_position",
    "sitemap",
    "skip_build",
    "sort_by",
    "slides",
    "source_url",
    "stylesheets",
    "summary",
    "sub_title",
    "theme",
    "thumbnail",
    "timezone",
    "toc_depth",
    "tocdepth",
    "translation_key",
    "twitter",
    "url",
    "uuid",
    "videos",
    "word_count",
]
"""Keys of Jekyll, Hugo, Zola, Docusaurus, Obsidian and Quarto, none of them ours."""
UNRELATED = [
    "above", "accident", "account", "acid", "actor", "adult", "afraid", "agent", "album", "alley",
    "amount", "anchor", "ancient", "animal", "answer", "apple", "apron", "arrow", "artist",
    "aspect", "attic", "autumn", "award", "axis", "bacon", "badge", "bakery", "balance", "banana",
    "barrel", "basket", "beach", "beetle", "blanket", "blood", "board", "bottle", "brave", "bread",
    "bridge", "broken", "budget", "butter", "button", "cactus", "canal", "cancer", "candle",
    "career", "carpet", "castle", "ceiling", "circle", "climate", "cloud", "coast", "college",
    "comedy", "copper", "corner", "couple", "damage", "danger", "daring", "deaf", "decade",
    "dinner", "dolphin", "donkey", "double", "dozen", "dragon", "drama", "dream", "drive", "eager",
    "earth", "easy", "echo", "edge", "eleven", "engine", "estate", "even", "evening", "exam",
    "exile", "famous", "farmer", "feather", "fence", "field", "fire", "flower", "foot", "forest",
    "formal", "frame", "friend", "frozen", "fruit", "garage", "garden", "gather", "ghost", "giant",
    "gift", "glacier", "glass", "glove", "golden", "goose", "green", "group", "guest", "guitar",
    "hammer", "harvest", "heaven", "hidden", "honey", "honor", "horse", "hotel", "idle", "image",
    "income", "index", "insect", "iron", "island", "issue", "jacket", "jungle", "junior", "keen",
    "kettle", "kingdom", "kitchen", "knee", "lantern", "laser", "latter", "laugh", "lemon", "load",
    "local", "lonely", "machine", "magic", "magnet", "margin", "market", "master", "meal", "method",
    "middle", "mile", "minor", "moan", "model", "moment", "mother", "motive", "mountain", "napkin",
    "nature", "needle", "noise", "north", "notice", "novel", "ocean", "only", "opening", "orange",
    "orbit", "oyster", "paper", "parade", "parcel", "parent", "parrot", "partner", "path", "peace",
    "pencil", "penguin", "people", "pepper", "piano", "pillow", "plain", "planet", "plate",
    "pocket", "poem", "point", "pond", "prince", "prize", "proof", "quartz", "quiver", "rabbit",
    "radio", "rapid", "raven", "reader", "ready", "ribbon", "river", "rough", "royal", "saddle",
    "salad", "salt", "sample", "scale", "school", "science", "screen", "seat", "senate", "shape",
    "sharp", "sheet", "shield", "shift", "shock", "shore", "signal", "single", "skin", "sleep",
    "snow", "social", "soil", "song", "south", "space", "spider", "spoon", "spring", "start",
    "station", "steam", "stone", "storm", "street", "studio", "style", "sugar", "supper", "table",
    "tail", "talent", "taste", "temple", "ticket", "tiger", "timber", "tomato", "tooth", "topic",
    "tower", "trade", "train", "travel", "treaty", "tribe", "tunnel", "turtle", "umbrella", "uncle",
    "unicorn", "unit", "velvet", "violin", "voice", "voyage", "wagon", "waist", "walnut", "water",
    "weapon", "wedding", "wheat", "whisper", "window", "wonder", "wood", "world", "xylophone",
    "yellow", "yogurt", "young", "zebra", "zero", "zipper",
]
"""Everyday words, among them those nearest to ours; none is one letter from one of ours or from
another, for a `goat` may be a slip of goal."""
SHORT = ["a", "on", "to", "do", "is", "be", "it", "ok", "go", "up", "as", "by", "we", "me", "x", "xyz", "qqq"]


def slips(word: str) -> set[str]:
    """Return what one slip makes of a word: a letter more, less or other, or two swapped."""
    places = range(len(word) + 1)
    found = {word[:i] + c + word[i:] for i in places for c in LETTERS}
    found |= {word[:i] + c + word[i + 1 :] for i in places[:-1] for c in LETTERS}
    found |= {word[:i] + word[i + 1 :] for i in places[:-1]}
    return found | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-2]}


def cases(words: Iterable[str], known: Callable[[str], bool], each: int) -> list[tuple[str, str]]:
    """Return pairs of a slip and the word that was meant, without slips that are words themselves."""
    chance = random.Random(2026)
    found = []
    for word in words:
        wrong = sorted(slip for slip in slips(word) if not known(slip) and slip.strip())
        found += [(slip, word) for slip in chance.sample(wrong, min(each, len(wrong)))]
    return found


def told(*pages: str, **settings: bool) -> list[str]:
    sources = [Source(f"p{n}.md", page) for n, page in enumerate(pages)]
    chosen = Settings(**settings)  # type: ignore[arg-type]
    site = build(sources, as_of=date(2026, 4, 1), settings=chosen, words=Words())
    return [p.message for p in site.problems if "did you mean" in p.message]


def meant(messages: list[str]) -> str | None:
    """Return the first suggestion."""
    found = [re.search(r"did you mean (['\"])(.*?)\1\?", message) for message in messages]
    return next((match[2] for match in found if match), None)


def share(
    pairs: list[tuple[str, str]], suggested: Callable[[str], str | None], same: Callable[[str], object]
) -> float:
    right = sum((found := suggested(slip)) is not None and same(found) == same(word) for slip, word in pairs)
    return right / len(pairs)


def field(key: str) -> str | None:
    return meant(told(f"---\ndate: 2026-03-02\ngoal: x\nmilestone: y\n{key}: z\n---\n"))


def status(word: str) -> str | None:
    return meant(told(f"---\ndate: 2026-03-02\ngoal: x\nmilestone: y\nstatus: '{word}'\n---\n"))


@pytest.mark.slow
def test_slips_in_fields_are_understood() -> None:
    known = {fold_word(key).replace(" ", "_") for key in BY_KEY}
    pairs = cases(BY_KEY, lambda slip: slip in known or slip.strip("_") in known, OF_A_WORD)
    assert len(pairs) >= OF_A_WORD * 30
    assert share(pairs, field, lambda key: BY_KEY[key].name if key in BY_KEY else key) >= ENOUGH


@pytest.mark.slow
def test_slips_in_statuses_are_understood() -> None:
    pairs = cases(STATUS_ALIASES, lambda slip: fold_word(slip) in STATUS_ALIASES, OF_A_WORD)
    assert len(pairs) >= OF_A_WORD * 30
    assert share(pairs, status, lambda word: STATUS_ALIASES.get(fold_word(word))) >= ENOUGH


@pytest.mark.slow
@pytest.mark.parametrize(("key", "names"), [("goal", GOALS), ("milestone", MILESTONES)])
def test_slips_in_names_are_understood_where_they_are_declared(key: str, names: tuple[str, ...]) -> None:
    pages = [f"---\ntype: {key}\nid: {slug(name)}\ntitle: {name}\n---\n" for name in names]
    slugs = {slug(name) for name in names}
    pairs = cases([n.lower() for n in names], lambda slip: slug(slip) in slugs or not slug(slip), OF_A_NAME)

    def suggested(slip: str) -> str | None:
        return meant(told(*pages, f"---\n{key}: '{slip}'\n---\n", declared_only=True))

    assert share(pairs, suggested, slug) >= ENOUGH


@pytest.mark.slow
@pytest.mark.parametrize(("key", "names"), [("goal", GOALS), ("milestone", MILESTONES)])
def test_slips_in_long_words_of_names_are_understood_where_posts_name_them(
        key: str, names: tuple[str, ...]) -> None:
    posts = [f"---\n{key}: {name}\n---\n" for name in names for _ in range(2)]
    slugs = {slug(name) for name in names}
    known = {word for name in names for word in slug(name).split("-")}

    def is_in_short_word(slip: str) -> bool:
        """True too for a slip in a word's first letter: of both, only what is swapped or doubled is known."""
        words = [word for word in slug(slip).split("-") if word not in known]
        return any(len(word) < 6 or word[0] not in {w[0] for w in known if near(w, word)} for word in words)

    def near(one: str, two: str) -> bool:
        return edit_distance(one, two, 1) <= 1

    pairs = [(slip, word) for slip, word in cases(
        [n.lower() for n in names], lambda slip: slug(slip) in slugs or not slug(slip), 2 * OF_A_NAME)
        if not is_in_short_word(slip)]
    assert len(pairs) >= len(names)

    def suggested(slip: str) -> str | None:
        return meant(told(*posts, f"---\n{key}: '{slip}'\n---\n"))

    assert share(pairs, suggested, slug) >= ENOUGH


def test_unrelated_word_is_no_slip_of_a_status() -> None:
    assert {word: found for word in (*UNRELATED, *SHORT) if (found := status(word)) is not None} == {}


def test_unrelated_key_is_no_slip_of_a_field() -> None:
    keys = (*FOREIGN, *UNRELATED, *SHORT)
    assert {key: found for key in keys if (found := field(key)) is not None} == {}
    assert {key: found for key in keys if (found := meant(told(f"---\n{key}: z\n---\n"))) is not None} == {}


@pytest.mark.slow
def test_unrelated_names_are_no_slips_of_each_other() -> None:
    posts = [f"---\nmilestone: {word}\n---\n" for word in (*UNRELATED, *(m.lower() for m in MILESTONES))]
    assert told(*posts) == []
