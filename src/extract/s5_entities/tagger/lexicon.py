"""Closed lists behind a few features: general Polish words only. The weights decide what each is worth.

A change here changes the features, so the model must be trained again (``tools/train_tagger.py``).
"""

from __future__ import annotations

ORGANISATION_HEADS = frozenset(
    """administracja agencja akademia akademik ambasada archidiecezja archiwum areszt asocjacja bank biblioteka biuro
    browar bursa caritas cech centrala centrum chorągiew chór cukrownia delegatura diecezja dom dyrekcja dywizja
    ekstraklasa elektrownia elektrociepłownia fabryka federacja filharmonia filia firma fundacja fundusz galeria gazeta
    gimnazjum giełda główny grupa hospicjum huta hurtownia inspekcja inspektorat instytucja instytut izba jednostka
    kancelaria kapituła kasa kasyno katedra klinika klub koalicja kolegium koło komenda komenda komisariat komisja
    komitet kompania komuna koncern konfederacja kongregacja konserwatorium konsorcjum konsulat kopalnia korporacja
    kościół krajowy kuratorium laboratorium liceum liga lotnictwo ludowy ministerstwo młodzieżowy muzeum nadleśnictwo
    narodowy obserwatorium ochotniczy oddział odlewnia okręg opera operator organizacja orkiestra ośrodek pałac
    państwowy parafia parlament partia placówka platforma poczta pogotowie policja politechnika poradnia powiatowy
    prokuratura przedsiębiorstwo przedstawicielstwo przedszkole przychodnia rada radio rafineria redakcja rozgłośnia
    ruch rząd samorząd sanatorium sąd sejm sejmik sekretariat senat seminarium sieć składnica sojusz spółdzielnia
    spółka sportowy starostwo stocznia stowarzyszenie straż studio studium szkoła szpital świetlica teatr technikum
    telewizja towarzystwo trybunał unia uczelnia uniwersytet urząd warsztat wodociągi województwo wojsko wspólnota
    wydawnictwo wydział wytwórnia zachęta zakład zarząd zasadniczy zespół zgromadzenie zjednoczenie zrzeszenie związek
    żandarmeria żłobek żeglarski""".split()
)
"""Lemmas that open an organisation's name."""

PERSON_TITLES = frozenset(
    """abp adiunkt admirał adwokat aktor aktorka arcybiskup architekt asp aspirant asesor autor autorka bp biskup brat
    burmistrz car cesarz ciotka doc docent doktor doktorantka dominikanin dowódca dr dyrektor dyrektorka dziadek
    dziekan dziennikarka dziennikarz dyrygent dyrygentka ekspert ekspertka felczer generał gen gubernator hab historyk
    hrabia hr ing insp inspektor inż inżynier jezuita kanclerz kandydat kanonik kap kapitan kapral kard kardynał
    kierownik kierowniczka kol kolega koleżanka komendant komendantka komisarz kom komandor kompozytor kom konsul
    koordynator koordynatorka kpt król królowa książę księżna księżniczka ks ksiądz kurator kuratorka lek lekarka lekarz
    lic licencjat lider liderka major malarka malarz marszałek mec mecenas mgr magister minister mjr mł moderator
    moderatorka nadinsp nadkom naczelnik nadinspektor nauczyciel nauczycielka o obywatel ojciec obrońca pan pani
    papież panna pastor pedagog pisarka pisarz płk plut poeta poetka podinsp podinspektor podkom podkomisarz podpułkownik
    por porucznik poseł posłanka ppor ppłk pracownik pracowniczka prałat premier prezes prezeska prezydent prof profesor
    profesorka prokurator prorektor proboszcz prowadzący prymas przełożona przewodnicząca przewodniczący przeor
    psycholog psycholożka pułkownik radca radna radny ratownik red redaktor redaktorka rektor reżyser reżyserka rotmistrz
    rzeczniczka rzecznik salezjanin sekretarz senator sędzia sierżant siostra skarbnik sołtys sołtyska specjalista
    specjalistka s st starosta starszy strażak sp szef szefowa sztab śp św święty święta świadek trener trenerka tow
    towarzysz uczennica uczeń wdowa wicedyrektor wiceburmistrz wicemarszałek wiceminister wicepremier wiceprezes
    wiceprezydent wiceprzewodnicząca wiceprzewodniczący wicestarosta wicewojewoda wikary wiolonczelistka wnuk wojewoda
    wójt współautor wuj zastępca zakonnica żona mąż syn córka""".split()
)
"""Lemmas and abbreviations that stand before a person's name."""

LINKS = frozenset("w we z ze przy im imienia ds do dla na nad pod i oraz nr d s k przeciw ku od".split())
"""Lower-case words that may stand inside an organisation's name."""
