"""The same release written otherwise: changes of signs and of the page that no reader takes for a change of facts."""

from __future__ import annotations

import re
from collections.abc import Callable

Change = Callable[[str], str]


def _sub(pattern: str, replacement: str) -> Change:
    return lambda text: re.sub(pattern, replacement, text)


# A dash between spaces parts phrases, whatever its length; between numbers it needs no spaces. A hyphen without
# spaces belongs to a word and is left alone.
DASHES: dict[str, Change] = {
    "hyphen": _sub(r" [–-] ", " - "),
    "en dash": _sub(r" [–-] ", " – "),
    "em dash": _sub(r" [–-] ", " — "),
    "tight between numbers": _sub(r"(?<=\d) [–-] (?=\d)", "–"),
    "tight hyphen between numbers": _sub(r"(?<=\d) [–-] (?=\d)", "-"),
    "minus": _sub(r" [–-] ", " − "),
}

QUOTES: dict[str, Change] = {
    "straight": _sub("[„”]", '"'),
    "english": lambda text: text.replace("„", "“"),
    "guillemets": lambda text: text.replace("„", "«").replace("”", "»"),
    "reversed guillemets": lambda text: text.replace("„", "»").replace("”", "«"),
    "two commas": lambda text: text.replace("„", ",,"),
    "closing both": lambda text: text.replace("„", "”"),
    "german": lambda text: text.replace("”", "“"),
    "two apostrophes": lambda text: text.replace("„", "''").replace("”", "''"),
}

SPACES: dict[str, Change] = {
    "no-break after short words": _sub(r"\b(w|z|i|o|r\.|dr|prof\.|nr|godz\.) ", "\\1\u00a0"),
    "no-break everywhere": lambda text: text.replace(" ", "\u00a0"),
    "two spaces": lambda text: text.replace(". ", ".  "),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "spaces at line ends": _sub(r"(?<=\S)\n", "  \n"),
    "three blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "blank lines with a no-break space": lambda text: text.replace("\n\n", "\n\u00a0\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "zero-width spaces at line starts": _sub(r"(?m)^(?=\S)", "\u200b"),
    "no line end at the end": lambda text: text.rstrip("\n"),
}


def _numbered(text: str, form: str) -> str:
    lines, number = [], 0
    for line in text.split("\n"):
        number = number + 1 if line.startswith("• ") else 0
        lines.append(form.format(number) + line[2:] if number else line)
    return "\n".join(lines)


BULLETS: dict[str, Change] = {
    "hyphen": _sub("(?m)^• ", "- "),
    "en dash": _sub("(?m)^• ", "– "),
    "asterisk": _sub("(?m)^• ", "* "),
    "middle dot": _sub("(?m)^• ", "· "),
    "square": _sub("(?m)^• ", "▪ "),
    "private use": _sub("(?m)^• ", "\uf0b7 "),
    "tab": _sub("(?m)^• ", "•\t"),
    "indented": _sub("(?m)^• ", "    • "),
    "numbers": lambda text: _numbered(text, "{}. "),
    "numbers in brackets": lambda text: _numbered(text, "{}) "),
    "check mark": _sub("(?m)^• ", "✓ "),
    "no bullets": _sub("(?m)^• ", ""),
}

TOP = ["Przejdź do treści", "Strona główna > Aktualności", "Drukuj | Udostępnij"]
BOTTOM = ["Powrót", "Drukuj", "Udostępnij na Facebooku", "Liczba odsłon: 312", "Ta strona używa plików cookies."]


FURNITURE: dict[str, Change] = {
    **{f"top: {line}": lambda text, line=line: f"{line}\n\n{text}" for line in TOP},  # type: ignore[misc]
    **{f"bottom: {line}": lambda text, line=line: f"{text}\n{line}\n" for line in BOTTOM},  # type: ignore[misc]
    "all": lambda text: "\n".join(TOP) + "\n\n" + text + "\n" + "\n".join(BOTTOM) + "\n",
}


def items(text: str, pattern: str, order: Callable[[list[str]], list[str]]) -> str:
    """The text with the lines that match ``pattern`` in another order."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if re.match(pattern, line)]
    for place, line in zip(places, order([lines[p] for p in places]), strict=True):
        lines[place] = line
    return "\n".join(lines)


_ITEM = r"(?:• |[IV]+ miejsce|\d+\.\d\d – )"
_HOURS = r"(?m)^(\d+)\.(\d\d) – (\d+)\.(\d\d) "
_SCHOOL_OR_OTHER = "(?:Szkoła|Uniwersytet|Politechnika|Instytut|Fundacja|Radio)"


def _ending(sign: str) -> Change:
    return _sub(f"(?m)^({_ITEM}.*)$", r"\1" + sign)


PAGE: dict[str, Change] = {
    "blank lines between items": _sub(f"(?m)^({_ITEM}.*)\n(?={_ITEM})", r"\1\n\n"),
    "semicolons after items": _ending(";"),
    "commas after items": _ending(","),
    "full stops after items": _ending("."),
    "no blank lines": _sub("\n\n", "\n"),
    "headline twice": lambda text: text.split("\n", 1)[0] + "\n\n" + text,
    "space before the colon": _sub("(?m)^(Moderator|Paneliści|Termin|Miejsce|Organizator|Program):", r"\1 :"),
    "labels in capitals": lambda text: re.sub(
        "(?m)^(?:Moderator|Paneliści|Termin|Miejsce|Organizator|Program|Laureaci konkursu|Wystąpili):",
        lambda match: match[0].upper(),
        text,
    ),
    "year without its word": _sub(r"(\d{4}) r\.", r"\1"),
    "year glued to its word": _sub(r"(\d{4}) r\.", r"\1r."),
    "hours with a colon": _sub(_HOURS, r"\1:\2 – \3:\4 "),
    "hours with a bar": _sub(_HOURS, r"\1.\2 – \3.\4 | "),
    "hours with a tab": _sub(_HOURS, "\\1.\\2 – \\3.\\4\t"),
    "hours in a line of their own": _sub(_HOURS, r"\1.\2 – \3.\4" + "\n"),
    "hours with two digits": _sub(r"(?m)^9\.", "09."),
    "hours with bullets": _sub(_HOURS, r"• \1.\2 – \3.\4 "),
    "places by digits": lambda text: re.sub("(?m)^(I+) miejsce", lambda match: f"{len(match[1])}. miejsce", text),
    "places behind the word": _sub("(?m)^(I+) miejsce", r"Miejsce \1"),
    "places in capitals": _sub("(?m)^(I+) miejsce", r"\1 MIEJSCE"),
    "places with a colon": _sub("(?m)^(I+) miejsce –", r"\1 miejsce:"),
    "places with bullets": _sub("(?m)^(I+) miejsce", r"• \1 miejsce"),
    "affiliation in brackets": _sub(f"(?m)^((?:•|I+ m|\\d).*?), ({_SCHOOL_OR_OTHER}.*)$", r"\1 (\2)"),
    "columns by bars": _sub("\t", " | "),
    "columns by spaces": _sub("\t", "    "),
}
