"""Closed lists behind a few features: general Polish words only. The weights decide what each is worth.

A change here changes the features, so the model must be trained again (``tools/train_tagger.py``).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORGANISATION_HEADS = _words(
    """
    administracja agencja akademia akademik ambasada apteka archidiecezja archiwum areszt asocjacja bank
    biblioteka biuro bractwo browar bursa caritas cech centrala centrum chorągiew chór cukrownia delegatura
    departament diecezja dom drukarnia drużyna dyrekcja dywizja dział dziekanat dziennik ekstraklasa
    elektrociepłownia elektrownia fabryka federacja filharmonia filia firma formacja fundacja fundusz galeria
    gazeta giełda gimnazjum grupa główny hospicjum hotel hufiec hurtownia huta inspekcja inspektorat instytucja
    instytut izba jednostka kabaret kancelaria kapela kapituła kasa kasyno katedra klinika klub koalicja
    kolegium kolej komenda komisariat komisja komitet kompania komuna koncern konfederacja kongregacja
    konserwatorium konsorcjum konsulat konwent kopalnia korporacja koło kościół krajowy księgarnia kuratorium
    kuria kurier kwartalnik laboratorium liceum liga lotnictwo ludowy miesięcznik ministerstwo muzeum
    młodzieżowy nadleśnictwo narodowy obserwatorium ochotniczy ochronka oddział odlewnia okręg opera operator
    organizacja orkiestra ośrodek parafia parlament partia pałac państwowy piekarnia placówka platforma poczta
    pogotowie policja politechnika poradnia portal powiatowy pracownia prezydium prokuratura przedsiębiorstwo
    przedstawicielstwo przedszkole przychodnia rada radio rafineria redakcja referat reprezentacja restauracja
    rozgłośnia ruch rząd samorząd sanatorium sejm sejmik sekcja sekretariat seminarium senat sieć składnica
    sojusz sportowy spółdzielnia spółka stadnina starostwo stocznia stowarzyszenie straż studio studium szkoła
    szkółka szpital sąd teatr technikum telewizja towarzystwo trybunał tygodnik uczelnia unia uniwersytet urząd
    warsztat winnica wodociągi województwo wojsko wspólnota wydawca wydawnictwo wydział wytwórnia zachęta zakon
    zakład zarząd zasadniczy zespół zgromadzenie zjednoczenie zrzeszenie związek świetlica żandarmeria żeglarski
    żłobek
    """
)
"""Lemmas that open an organisation's name."""

PERSON_TITLES = _words(
    """
    abp adiunkt admirał adwokat aktor aktorka architekt arcybiskup asesor asp aspirant autor autorka biskup bp
    brat burmistrz car cesarz ciotka córka doc docent doktor doktorantka dominikanin dowódca dr dyrektor
    dyrektorka dyrygent dyrygentka dziadek dziekan dziennikarka dziennikarz ekspert ekspertka felczer gen
    generał gubernator hab historyk hr hrabia ing insp inspektor inż inżynier jezuita kanclerz kandydat kanonik
    kap kapitan kapral kard kardynał kierowniczka kierownik kol kolega koleżanka kom komandor komendant
    komendantka komisarz kompozytor konsul koordynator koordynatorka kpt król królowa ks ksiądz książę księżna
    księżniczka kurator kuratorka lek lekarka lekarz lic licencjat lider liderka magister major malarka malarz
    marszałek mec mecenas mgr minister mjr moderator moderatorka mąż mł naczelnik nadinsp nadinspektor nadkom
    nauczyciel nauczycielka o obrońca obywatel ojciec pan pani panna papież pastor pedagog pisarka pisarz plut
    podinsp podinspektor podkom podkomisarz podpułkownik poeta poetka por porucznik poseł posłanka ppor ppłk
    pracowniczka pracownik prałat premier prezes prezeska prezydent proboszcz prof profesor profesorka
    prokurator prorektor prowadzący prymas przeor przewodnicząca przewodniczący przełożona psycholog psycholożka
    pułkownik płk radca radna radny ratownik red redaktor redaktorka rektor reżyser reżyserka rotmistrz
    rzeczniczka rzecznik s salezjanin sekretarz senator sierżant siostra skarbnik sołtys sołtyska sp specjalista
    specjalistka st starosta starszy strażak syn szef szefowa sztab sędzia tow towarzysz trener trenerka
    uczennica uczeń wdowa wiceburmistrz wicedyrektor wicemarszałek wiceminister wicepremier wiceprezes
    wiceprezydent wiceprzewodnicząca wiceprzewodniczący wicestarosta wicewojewoda wikary wiolonczelistka wnuk
    wojewoda współautor wuj wójt zakonnica zastępca śp św świadek święta święty żona
    """
)
"""Lemmas and abbreviations that stand before a person's name."""

LINKS = _words("w we z ze przy im imienia ds do dla na nad pod i oraz nr d s k przeciw ku od")
"""Lower-case words that may stand inside an organisation's name."""
