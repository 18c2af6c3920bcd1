"""The parts of a release, each written in several layouts that tell the same facts."""

from __future__ import annotations

import random
from collections.abc import Callable

from .happenings import GENITIVE, KINDS, Facts

_MONTHS = [
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
]  # fmt: skip
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_WEEKDAYS = ("w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę")


# --- days


def _days(facts: Facts, notation: str) -> str:
    a, b = facts.start, facts.end
    if a == b:
        return {
            "words": f"{a.day} {_MONTHS[a.month - 1]} {a.year} r.",
            "digits": f"{a:%d.%m.%Y} r.",
            "roman": f"{a.day} {ROMAN[a.month - 1]} {a.year} r.",
            "weekday": f"{_WEEKDAYS[a.weekday()]}, {a.day} {_MONTHS[a.month - 1]} {a.year} r.,",
        }[notation]
    if a.month == b.month:
        return {
            "words": f"w dniach {a.day}–{b.day} {_MONTHS[a.month - 1]} {a.year} r.",
            "digits": f"w dniach {a.day}-{b:%d.%m.%Y} r.",
            "roman": f"{a.day} - {b.day} {ROMAN[a.month - 1]} {a.year} r.",
            "weekday": f"{a.day}-{b.day} {_MONTHS[a.month - 1]} {a.year} r.",
        }[notation]
    first = f"{a.day} {_MONTHS[a.month - 1]}" + (f" {a.year}" if a.year != b.year else "")
    return f"od {first} do {b.day} {_MONTHS[b.month - 1]} {b.year} r."


NOTATIONS = ("words", "digits", "roman", "weekday")


# --- the head of the release: what, when, where, by whom


def _reported(facts: Facts, notation: str, rng: random.Random) -> str:
    noun, (_, verb) = facts.noun, KINDS[facts.noun]
    genitive = GENITIVE[noun]
    organiser = rng.choice(
        [
            f"Organizatorem {genitive} {facts.organiser[2]} {facts.organiser[0]}.",
            f"Wydarzenie zostało zorganizowane przez {facts.organiser[1]}.",
            f"Organizator: {facts.organiser[0]}",
        ]
    )
    glue = "\n\n" if organiser.startswith("Organizator:") else " "
    place = f"w {facts.venue[1]} w {facts.town.loc}"
    return (
        f"Za nami „{facts.title}”\n\n"
        f"{noun.capitalize()} „{facts.title}” {verb} {_days(facts, notation)} {place}.{glue}{organiser}\n"
    )


def _labelled(facts: Facts, notation: str, rng: random.Random) -> str:
    days = _days(facts, notation).removeprefix("w dniach ").rstrip(",")
    label = rng.choice(["Termin", "Kiedy"])
    return (
        f"{facts.noun.capitalize()} „{facts.title}”\n\n{label}: {days}\nMiejsce: {facts.venue[0]} w {facts.town.loc}\n"
        f"Organizator: {facts.organiser[0]}\n"
    )


HEADS: dict[str, Callable[[Facts, str, random.Random], str]] = {"reported": _reported, "labelled": _labelled}


# --- talks


def _timed(facts: Facts) -> str:
    rows = [f"{t.start} – {t.end} „{t.title}” – {t.named}, {t.institution[0]}" for t in facts.talks]
    return "Program:\n\n8.30 – 9.00 Rejestracja uczestników\n" + "\n".join(rows) + "\n"


def _timed_brackets(facts: Facts) -> str:
    rows = [f"{t.start}-{t.end} {t.title} ({t.named}, {t.institution[0]})" for t in facts.talks]
    return "Program:\n\n" + "\n".join(rows) + "\n"


def _timed_below(facts: Facts) -> str:
    rows = [f"{t.start} – {t.end}\n{t.title}\n{t.named}, {t.institution[0]}" for t in facts.talks]
    return "PROGRAM\n\n" + "\n\n".join(rows) + "\n"


def _bullets(facts: Facts) -> str:
    return "Wykłady:\n\n" + "\n".join(f"• {t.named}, {t.institution[0]} – „{t.title}”" for t in facts.talks) + "\n"


def _bullets_title_first(facts: Facts) -> str:
    rows = [f"- „{t.title}” – {t.named} ({t.institution[0]})" for t in facts.talks]
    return "W programie znalazły się wykłady:\n" + "\n".join(rows) + "\n"


def _sentences(facts: Facts) -> str:
    verbs = ["{t} wygłosił|wygłosiła {n} z {i}.", "Z referatem „{T}” wystąpił|wystąpiła {n} z {i}."]
    told = []
    for number, talk in enumerate(facts.talks):
        form = verbs[number % 2]
        for pair in ("wygłosił|wygłosiła", "wystąpił|wystąpiła"):
            form = form.replace(pair, pair.split("|")[talk.person.feminine])
        told.append(
            form.replace("{t}", f"Wykład „{talk.title}”")
            .replace("{T}", talk.title)
            .replace("{n}", talk.named)
            .replace("{i}", talk.institution[1])
        )
    return " ".join(told) + "\n"


def _one_sentence(facts: Facts) -> str:
    a, b, c = (f"{t.named} z {t.institution[1]} („{t.title}”)" for t in facts.talks)
    return f"Wykłady wygłosili: {a}, {b} oraz {c}.\n"


TALKS: dict[str, Callable[[Facts], str]] = {
    "timed": _timed,
    "timed, brackets": _timed_brackets,
    "timed, name below": _timed_below,
    "bullets": _bullets,
    "bullets, title first": _bullets_title_first,
    "sentences": _sentences,
    "one sentence": _one_sentence,
}
TIMED = ("timed", "timed, brackets", "timed, name below")
"""The layouts that tell the hours."""


# --- panels


def _and(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " i " + names[-1]


def _panel_labels(facts: Facts) -> str:
    people = ", ".join(p.nom for p in facts.panelists)
    return f"Panel dyskusyjny „{facts.panel}”\nModerator: {facts.moderator.nom}\nPaneliści: {people}\n"


def _panel_lines(facts: Facts) -> str:
    people = "\n".join(f"• {p.nom}" for p in facts.panelists)
    return f"Panel „{facts.panel}”\n\nModerator:\n{facts.moderator.nom}\n\nPaneliści:\n{people}\n"


def _panel_sentence(facts: Facts) -> str:
    verb = "poprowadziła" if facts.moderator.feminine else "poprowadził"
    people = _and([p.nom for p in facts.panelists])
    return f"Panel „{facts.panel}” {verb} {facts.moderator.nom}. W panelu wzięli udział: {people}.\n"


def _panel_genitive(facts: Facts) -> str:
    verb = "moderowała" if facts.moderator.feminine else "moderował"
    people = _and([p.gen for p in facts.panelists])
    return f"Panel „{facts.panel}” z udziałem {people} {verb} {facts.moderator.nom}.\n"


PANELS: dict[str, Callable[[Facts], str]] = {
    "labels": _panel_labels, "label lines": _panel_lines, "sentence": _panel_sentence, "genitive": _panel_genitive,
}  # fmt: skip


# --- awards


def _places(facts: Facts) -> str:
    rows = [f"{ROMAN[n]} miejsce – {p.nom}, {s}" for n, (p, s) in enumerate(facts.laureates)]
    return "Laureaci konkursu „Złote Pióro”:\n\n" + "\n".join(rows) + "\n"


def _places_digits(facts: Facts) -> str:
    rows = [f"{n + 1}. miejsce: {p.nom} ({s})" for n, (p, s) in enumerate(facts.laureates)]
    return "Wyniki konkursu „Złote Pióro”:\n" + "\n".join(rows) + "\n"


def _places_after(facts: Facts) -> str:
    rows = [f"{n + 1}) {p.nom} ({s}) – {ROMAN[n]} miejsce" for n, (p, s) in enumerate(facts.laureates)]
    return "Laureaci konkursu „Złote Pióro”:\n" + "\n".join(rows) + "\n"


def _places_prose(facts: Facts) -> str:
    a, b, c = (p for p, _ in facts.laureates)
    verb = "zajęła" if a.feminine else "zajął"
    told = f"I miejsce {verb} {a.nom}, II miejsce – {b.nom}, a III miejsce – {c.nom}."
    return f"Rozstrzygnięto konkurs „Złote Pióro”. {told}\n"


def _places_dative(facts: Facts) -> str:
    a, b, c = (p.dat for p, _ in facts.laureates)
    told = f"Pierwsze miejsce przyznano {a}, drugie – {b}, a trzecie – {c}."
    return f"Rozstrzygnięto konkurs „Złote Pióro”. {told}\n"


AWARDS: dict[str, Callable[[Facts], str]] = {
    "places": _places,
    "digits": _places_digits,
    "places after": _places_after,
    "prose": _places_prose,
    "dative": _places_dative,
}
WITH_SCHOOLS = ("places", "digits", "places after")
"""The layouts that tell the laureates' schools; they are lists."""
