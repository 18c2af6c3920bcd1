"""Names in the nominative, and who is who within one article."""

from extract.s6_names.identity import Entities, Institution, Person, resolve
from extract.s6_names.normaliser import InstitutionName, NameNormaliser, PersonName

__all__ = ["Entities", "Institution", "InstitutionName", "NameNormaliser", "Person", "PersonName", "resolve"]
