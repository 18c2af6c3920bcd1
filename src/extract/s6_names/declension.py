"""Declension classes of surnames and given names that the dictionary does not have.

Each row gives the ending of the nominative and of the five oblique cases of one class; reading a row backwards turns
a form into its possible nominatives, so that nothing can come out whose class does not have the form that went in.
Source of the classes and of the alternations: Z. Saloni et al., "Słownik gramatyczny języka polskiego" (SGJP), and
K. Kowalik, "Jak odmieniać nazwiska", for the surnames.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

CASES: Final = ("gen", "dat", "acc", "inst", "loc")
_VOWELS: Final = frozenset("aąeęioóuyäöüáé")


@dataclass(frozen=True, slots=True)
class Guess:
    """One way to read a form of an unknown name."""

    nominative: str
    case: str
    gender: str
    """``m`` or ``f``."""
    rule: str
    weight: float
    """Plausibility among the guesses of one form, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Row:
    rule: str
    genders: str
    nominative: str
    endings: tuple[str, ...]
    before: str
    """What must stand before the ending: ``V`` a vowel, ``C`` a consonant, empty: anything."""
    weight: float


# rule | genders | what stands before | weight | nominative, genitive, dative, accusative, instrumental, locative
_TABLE: Final = """
adjective    m  -  1.0  ki kiego kiemu kiego kim kim
adjective    m  -  0.9  gi giego giemu giego gim gim
adjective    m  C  0.5  i iego iemu iego im im
adjective    m  C  0.7  y ego emu ego ym ym
adjective    f  -  1.0  ka kiej kiej ką ką kiej
adjective    f  -  0.9  ga giej giej gą gą giej
adjective    f  C  0.2  ia iej iej ią ią iej
adjective    f  C  0.7  a ej ej ą ą ej
possessive   f  C  0.9  ówna ówny ównie ównę ówną ównie
possessive   f  C  0.9  owa owej owej ową ową owej
foreign-e    m  C  0.3  e ego emu ego em em
foreign-i    m  C  0.4  i iego iemu iego im im
foreign-y    m  C  0.8  y y'ego y'emu y'ego ym ym
foreign-mute m  C  0.9  e e'a e'owi e'a em 'u
apostrophe   m  -  0.9  - 'a 'owi 'a 'em 'ie
consonant    m  -  1.0  b ba bowi ba bem bie
consonant    m  -  1.0  p pa powi pa pem pie
consonant    m  -  1.0  w wa wowi wa wem wie
consonant    m  -  1.0  f fa fowi fa fem fie
consonant    m  -  1.0  v va vowi va vem vie
consonant    m  -  1.0  m ma mowi ma mem mie
consonant    m  -  1.0  n na nowi na nem nie
consonant    m  -  1.0  t ta towi ta tem cie
consonant    m  -  1.0  st sta stowi sta stem ście
consonant    m  -  1.0  d da dowi da dem dzie
consonant    m  -  1.0  s sa sowi sa sem sie
consonant    m  -  1.0  z za zowi za zem zie
consonant    m  -  1.0  r ra rowi ra rem rze
consonant    m  -  1.0  ł ła łowi ła łem le
consonant    m  -  0.9  l la lowi la lem lu
consonant    m  V  1.0  j ja jowi ja jem ju
consonant    m  V  1.0  k ka kowi ka kiem ku
consonant    m  C  0.5  k ka kowi ka kiem ku
consonant    m  -  1.0  g ga gowi ga giem gu
consonant    m  -  1.0  h ha howi ha hem hu
consonant    m  V  1.0  c ca cowi ca cem cu
consonant    m  -  1.0  cz cza czowi cza czem czu
consonant    m  -  1.0  sz sza szowi sza szem szu
consonant    m  -  1.0  ż ża żowi ża żem żu
consonant    m  -  1.0  rz rza rzowi rza rzem rzu
consonant    m  -  0.9  dz dza dzowi dza dzem dzu
consonant    m  -  0.8  x xa xowi xa xem xie
consonant    m  -  0.4  x ksa ksowi ksa ksem ksie
consonant    m  V  0.9  y ya yowi ya yem yu
consonant    m  V  0.8  i ia iowi ia iem iu
soft         m  V  1.0  ń nia niowi nia niem niu
soft         m  -  1.0  ś sia siowi sia siem siu
soft         m  -  1.0  ź zia ziowi zia ziem ziu
soft         m  -  1.0  ć cia ciowi cia ciem ciu
soft         m  -  1.1  dź dzia dziowi dzia dziem dziu
soft         m  V  0.9  b bia biowi bia biem biu
soft         m  -  0.9  p pia piowi pia piem piu
soft         m  V  0.9  w wia wiowi wia wiem wiu
soft         m  V  0.9  m mia miowi mia miem miu
consonant    m  -  1.0  ck cka ckowi cka ckiem cku
fleeting     m  C  0.7  ek ka kowi ka kiem ku
fleeting     m  -  0.65  ciek ćka ćkowi ćka ćkiem ćku
fleeting     m  -  0.65  siek śka śkowi śka śkiem śku
fleeting     m  -  0.65  ziek źka źkowi źka źkiem źku
fleeting     m  -  0.65  niek ńka ńkowi ńka ńkiem ńku
fleeting     m  V  1.1  niec ńca ńcowi ńca ńcem ńcu
fleeting     m  V  1.1  wiec wca wcowi wca wcem wcu
fleeting     m  -  1.0  piec pca pcowi pca pcem pcu
fleeting     m  -  0.9  biec bca bcowi bca bcem bcu
fleeting     m  -  1.0  ziec źca źcowi źca źcem źcu
fleeting     m  -  0.9  rzec rca rcowi rca rcem rcu
fleeting     m  -  0.9  lec lca lcowi lca lcem lcu
fleeting     m  C  0.9  el la lowi la lem lu
fleeting     m  -  0.8  weł wła włowi wła włem wle
fleeting     m  -  0.9  zioł zła złowi zła złem źle
fleeting     m  -  0.9  cioł tła tłowi tła tłem tle
fleeting     m  C  0.3  er ra rowi ra rem rze
fleeting     m  -  1.1  pień pnia pniowi pnia pniem pniu
fleeting     m  -  1.0  bień bnia bniowi bnia bniem bniu
fleeting     m  -  1.0  cień tnia tniowi tnia tniem tniu
fleeting     m  -  1.0  dzień dnia dniowi dnia dniem dniu
fleeting     m  -  1.0  czeń cznia czniowi cznia czniem czniu
fleeting     m  -  0.9  sień śnia śniowi śnia śniem śniu
fleeting     m  -  0.9  wień wnia wniowi wnia wniem wniu
vowel-change m  -  0.8  ół oła ołowi oła ołem ole
vowel-change m  C  0.5  ów owa owowi owa owem owie
vowel-change m  C  0.5  óz oza ozowi oza ozem ozie
vowel-change m  C  0.5  óg oga ogowi oga ogiem ogu
vowel-change m  C  0.6  ój oja ojowi oja ojem oju
vowel-change m  C  0.9  ąb ębia ębiowi ębia ębiem ębiu
vowel-change m  C  0.6  ąb ęba ębowi ęba ębem ębie
vowel-change m  C  0.8  ąż ęża ężowi ęża ężem ężu
a-hard       mf -  0.9  ba by bie bę bą bie
a-hard       mf -  0.9  pa py pie pę pą pie
a-hard       mf -  0.9  wa wy wie wę wą wie
a-hard       mf -  0.9  fa fy fie fę fą fie
a-hard       mf -  0.9  ma my mie mę mą mie
a-hard       mf -  0.9  na ny nie nę ną nie
a-hard       mf -  0.9  ta ty cie tę tą cie
a-hard       mf -  0.9  sta sty ście stę stą ście
a-hard       mf -  0.9  da dy dzie dę dą dzie
a-hard       mf -  0.9  sa sy sie sę są sie
a-hard       mf -  0.9  za zy zie zę zą zie
a-hard       mf -  0.9  ra ry rze rę rą rze
a-hard       mf -  0.9  ła ły le łę łą le
a-hard       mf -  1.0  ka ki ce kę ką ce
a-hard       mf -  1.0  ga gi dze gę gą dze
a-hard       mf -  0.9  cha chy sze chę chą sze
a-hard       mf -  0.8  ha hy że hę hą że
a-soft       mf -  0.9  la li li lę lą li
a-soft       mf V  0.9  ca cy cy cę cą cy
a-soft       mf -  0.9  cza czy czy czę czą czy
a-soft       mf -  0.9  sza szy szy szę szą szy
a-soft       mf -  0.9  ża ży ży żę żą ży
a-soft       mf -  0.9  dza dzy dzy dzę dzą dzy
a-soft       mf V  0.6  ja i i ję ją i
a-soft       mf -  0.9  nia ni ni nię nią ni
a-soft       mf -  0.9  sia si si się sią si
a-soft       mf -  0.9  zia zi zi zię zią zi
a-soft       mf -  0.9  cia ci ci cię cią ci
a-soft       mf -  0.9  dzia dzi dzi dzię dzią dzi
a-soft       mf -  0.8  bia bi bi bię bią bi
a-soft       mf -  0.8  pia pi pi pię pią pi
a-soft       mf -  0.4  wia wi wi wię wią wi
a-soft       mf -  0.8  mia mi mi mię mią mi
a-foreign    mf C  1.0  ia ii ii ię ią ii
o-enko       m  -  1.1  enko enki ence enkę enką ence
o-hard       m  -  0.8  ko ki ce kę ką ce
o-hard       m  -  1.0  ło ły le łę łą le
o-hard       m  -  0.4  ro ry rze rę rą rze
o-hard       m  -  0.3  no ny nie nę ną nie
o-hard       m  -  0.3  to ty cie tę tą cie
o-hard       m  -  0.3  do dy dzie dę dą dzie
o-foreign    m  C  0.3  o a owi a em ie
"""


def _rows() -> dict[str, tuple[tuple[_Row, int], ...]]:
    """Rows by the ending of a form, with the position of its case in ``CASES``."""
    index: dict[str, list[tuple[_Row, int]]] = {}
    for line in _TABLE.split("\n"):
        if not line:
            continue
        rule, genders, before, weight, nominative, *endings = line.split()
        row = _Row(rule, genders, nominative.replace("-", ""), tuple(endings), before.replace("-", ""), float(weight))
        for number, ending in enumerate(endings):
            index.setdefault(ending, []).append((row, number))
    return {ending: tuple(rows) for ending, rows in index.items()}


_INDEX: Final = _rows()
_LONGEST: Final = max(map(len, _INDEX))


def guesses(form: str) -> tuple[Guess, ...]:
    """Every nominative that some class of the table allows for ``form`` in an oblique case of the singular.

    ``form`` is a single word; its first letter's case is kept. The order is that of the table, longest ending first.
    """
    found: list[Guess] = []
    plain = form.replace("’", "'")
    for size in range(min(_LONGEST, len(plain) - 2), 0, -1):
        stem, ending = plain[:-size], plain[-size:]
        for row, number in _INDEX.get(ending, ()):
            if not _stands(row, stem):
                continue
            weight = row.weight * (0.6 + 0.05 * size)
            found.extend(
                Guess(stem + row.nominative, CASES[number], gender, f"names.person.{row.rule}", weight)
                for gender in row.genders
            )
    return tuple(found)


def _stands(row: _Row, stem: str) -> bool:
    last = stem[-1].lower()
    if row.before and (last in _VOWELS) != (row.before == "V"):
        return False
    whole = stem + row.nominative
    return len(whole) > 2 and any(c in _VOWELS for c in whole.lower())


_PLURAL: Final = {
    "owie": "nom", "ów": "gen", "om": "dat", "ami": "inst", "ach": "loc", "scy": "nom", "ccy": "nom",
    "skich": "gen", "ckich": "gen", "skim": "dat", "ckim": "dat", "skimi": "inst", "ckimi": "inst",
}  # fmt: skip


def plural_stems(form: str) -> tuple[tuple[str, str], ...]:
    """Possible (masculine nominative singular, case) of a surname that names several of a family ("Kosowie")."""
    found: list[tuple[str, str]] = []
    for ending, case in _PLURAL.items():
        if not form.endswith(ending) or len(form) < len(ending) + 3:
            continue
        stem = form[: -len(ending)]
        if ending[:2] in ("sk", "ck", "sc", "cc"):
            found.append((stem + ending[0] + "ki", case))
        else:
            found.extend((stem + last, case) for last in ("", "a", "o"))
    return tuple(found)


def feminine_adjective(lemma: str) -> str:
    """Feminine nominative of an adjective's masculine nominative: ``polski`` -> ``polska``, ``tani`` -> ``tania``."""
    if lemma.endswith(("ki", "gi", "y")):
        return lemma[:-1] + "a"
    return lemma + "a" if lemma.endswith("i") else lemma


def takes_no_endings(form: str) -> bool:
    """Whether a woman's surname of this shape is never inflected: it ends in a consonant or in ``-o -e -i -y -u``."""
    return not form.lower().endswith(("a", "ą", "ę"))


ALL_SLOTS: Final = tuple(product(("m", "f"), ("nom", *CASES)))
