"""A name found once is found everywhere: bare surnames, head nouns and quoted parts of names given whole elsewhere."""

from __future__ import annotations

from extract.s5_entities.forms import NOM, SG, Form
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

_KEY = 3
_NEAR = 200  # surnames that begin alike and are compared: keeps the time linear in the text
_MAX_ENDING = 4


def same_name(a: Form, b: Form) -> bool:
    """Whether two forms may be inflections of one name: a common dictionary lemma, else a common stem."""
    if a.lower == b.lower:
        return True
    if a.lemmas & b.lemmas and (a.surname or a.given) and (b.surname or b.given):
        return True
    return stems_agree(a.lower, b.lower)


def stems_agree(a: str, b: str) -> bool:
    """Whether two words differ in no more than an inflectional ending ("Bzury", "Bzurą"; "Wrzosek", "Wrzoskiem")."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    return common >= max(3, shortest - 2) and longest - common <= _MAX_ENDING


def bare_surnames(words: WordList, chosen: list[Proposal]) -> list[Proposal]:
    """Mentions of a surname alone, for the surnames of the full names in ``chosen``."""
    surnames: dict[str, dict[str, tuple[Form, Proposal]]] = {}
    taken = _taken(words, chosen)
    for p in chosen:
        if p.kind is EntityKind.PERSON and p.end - p.start > 1:
            at = p.start if p.rule.endswith("surname-first") else p.end - 1
            form = words[at].form
            surnames.setdefault(form.lower[:_KEY], {}).setdefault(form.lower, (form, p))
    found: list[Proposal] = []
    if not surnames:
        return found
    for i, word in enumerate(words):
        form = word.form
        if taken[i] or not form.capital or len(form.text) < 3:
            continue
        if word.first and form.common and not _acts(words, i):
            continue
        end, last = i + 1, form
        if (
            end + 1 < len(words)
            and words[end].form.text in DASHES
            and not words[end].space
            and words[end + 1].form.capital
        ):
            end, last = end + 2, words[end + 1].form
        if form.place and (
            not form.surname or (end < len(words) and words[end].form.adjective and words[end].form.capital)
        ):
            continue
        alike = list(surnames.get(last.lower[:_KEY], {}).values())[:_NEAR]
        match = next((p for f, p in alike if same_name(last, f)), None)
        if match is None or form.head is not None or (word.shouted and form.common):
            continue
        if (
            end < len(words)
            and words[end].form.capital
            and not words[end].barrier
            and not taken[end]
            and not words[end].form.given
        ):
            continue
        if (
            i > 0
            and not word.barrier
            and words[i - 1].form.capital
            and not words[i - 1].first
            and not taken[i - 1]
            and not (words[i - 1].form.common)
        ):
            continue
        for k in range(i, end):
            taken[k] = True
        found.append(
            Proposal(
                EntityKind.PERSON,
                i,
                end,
                "entities.person.surname",
                0.7,
                words.read(i, end),
                anchor=(match.start, match.end),
            )
        )
    return found


def _acts(words: WordList, i: int) -> bool:
    """Whether a nominative surname stands before a verb: there it is no common noun that opens the sentence."""
    if i + 1 >= len(words) or words[i + 1].barrier or not words[i].form.surname & SG & NOM:
        return False
    return words[i + 1].form.verbal and not words[i + 1].form.capital


def bare_heads(words: WordList, chosen: list[Proposal], lexicon: Lexicon) -> list[Proposal]:
    """Head nouns alone that repeat the last institution named with them ("Fundacja zaprasza", "prezeska fundacji")."""
    whole = sorted((p for p in chosen if p.kind is EntityKind.INSTITUTION and p.anchor is None), key=lambda p: p.start)
    if not whole:
        return []
    taken = _taken(words, chosen)
    named: dict[str, Proposal] = {}
    found: list[Proposal] = []
    queue = iter(whole)
    upcoming = next(queue, None)
    for i, word in enumerate(words):
        while upcoming is not None and upcoming.start <= i:
            lemma = _head_lemma(words, upcoming)
            if lemma:
                named[lemma] = upcoming
            upcoming = next(queue, None)
        head = word.form.head
        if taken[i] or head is None or head.lemma not in named or word.shouted or not word.form.head_mask & SG:
            continue
        if head.has("free") and i > 0 and not word.barrier and words[i - 1].form.noun | words[i - 1].form.adjective:
            continue  # "Komendant Policji": of an office
        if not (_capital_alone(words, i) or _after_post(words, i, lexicon)):
            continue
        home = named[head.lemma]
        found.append(
            Proposal(
                EntityKind.INSTITUTION,
                i,
                i + 1,
                "entities.institution.short",
                0.6,
                word.form.text,
                anchor=(home.start, home.end),
            )
        )
    return found


def _capital_alone(words: WordList, i: int) -> bool:
    word = words[i]
    if not word.form.capital or word.form.head is None or word.form.head.kind in ("acronym", "office", "media", "unit"):
        return False
    after = words[i + 1].form if i + 1 < len(words) and not words[i + 1].barrier else None
    if after is not None and (after.capital or after.text in OPENING):
        return False
    return not word.first or not word.form.head.has("weak")


def _after_post(words: WordList, i: int, lexicon: Lexicon) -> bool:
    """Whether "prezeska fundacji" stands there: a post, then the noun in small letters, then no tail of its own."""
    if i == 0 or words[i].barrier or words[i].form.capital:
        return False
    if not words[i - 1].form.lemmas & lexicon.titles or words[i - 1].form.text == ".":
        return False
    after = words[i + 1].form if i + 1 < len(words) and not words[i + 1].barrier else None
    return after is None or not after.alpha or after.capital


def _head_lemma(words: WordList, p: Proposal) -> str:
    first = p.heads[0][0] if p.heads else p.start
    heads = (words[k].form.head for k in range(first, p.end))
    return next((head.lemma for head in heads if head is not None), "")


def spelt_acronyms(words: WordList, chosen: list[Proposal]) -> list[Proposal]:
    """Words of capitals that are the first letters of an institution of the text."""
    letters: dict[str, Proposal] = {}
    for p in chosen:
        if p.kind is EntityKind.INSTITUTION and p.end - p.start > 2:
            for spelt in _first_letters(words, p):
                letters.setdefault(spelt, p)
    if not letters:
        return []
    taken = _taken(words, chosen)
    found: list[Proposal] = []
    for i, word in enumerate(words):
        form = word.form
        if taken[i] or word.shouted or form.text not in letters or form.head is None or form.head.kind != "acronym":
            continue
        home = letters[form.text]
        rule = "entities.institution.acronym"
        found.append(Proposal(EntityKind.INSTITUTION, i, i + 1, rule, 0.8, form.text, anchor=(home.start, home.end)))
    return found


def _first_letters(words: WordList, p: Proposal) -> tuple[str, ...]:
    """The capitals of a name without its place, with and without those of its small words."""
    inner = [words[k].form for k in range(p.start, p.end) if words[k].form.alpha]
    for k in range(len(inner) - 1, 0, -1):
        if inner[k].lower in ("w", "we"):
            inner = inner[:k]
            break
    capital = "".join(f.text[0] for f in inner if f.capital)
    every = "".join(f.text[0] for f in inner)
    return tuple(s for s in dict.fromkeys((capital, every, every.upper())) if len(s) > 1)


def quoted_names(words: WordList, chosen: list[Proposal]) -> list[Proposal]:
    """Quoted words that an institution of the text has in its name ("Fundacja „Cichy Port”", "z „Cichego Portu”")."""
    names: dict[str, list[tuple[list[Form], Proposal]]] = {}
    for p in chosen:
        if p.kind is EntityKind.INSTITUTION:
            inner = _inside(words, p)
            if inner:
                names.setdefault(inner[0].lower[:_KEY], []).append((inner, p))
    if not names:
        return []
    taken = _taken(words, chosen)
    found: list[Proposal] = []
    for i in range(len(words) - 2):
        if words[i].form.text not in OPENING or taken[i] or not words[i + 1].form.capital:
            continue
        for inner, p in names.get(words[i + 1].form.lower[:_KEY], ()):
            end = i + 1 + len(inner)
            if end >= len(words) or words[end].form.text not in CLOSING or any(taken[i:end]):
                continue
            if all(same_name(words[i + 1 + k].form, form) for k, form in enumerate(inner)):
                text = words.read(i + 1, end)
                rule = "entities.institution.quoted"
                found.append(Proposal(EntityKind.INSTITUTION, i + 1, end, rule, 0.7, text, anchor=(p.start, p.end)))
                break
    return found


def _inside(words: WordList, p: Proposal) -> list[Form]:
    """The words between the quotation marks of a name."""
    marks = [k for k in range(p.start, p.end) if words[k].form.text in OPENING or words[k].form.text in CLOSING]
    if len(marks) < 2 or marks[1] - marks[0] < 2:
        return []
    return [words[k].form for k in range(marks[0] + 1, marks[1])]


def _taken(words: WordList, chosen: list[Proposal]) -> list[bool]:
    taken = [False] * len(words)
    for p in chosen:
        if p.kind is not EntityKind.PLACE:
            taken[p.start : p.end] = [True] * (p.end - p.start)
    return taken
