"""Care providers, units and streets. House numbers are higher than any that exists there."""

from dataclasses import dataclass
from random import Random

ORGANISATIONS = [
    # short name, name, kind, hours that a phone works without contact
    ("kommunen", "Falkenbergs kommun", "kommun", 72),
    ("humana", "Humana", "privat", 48),
    ("atradalen", "Ätradalens Omsorg", "lov", 72),
    ("skreanas", "Skreanäs Hemvård", "lov", 24),
]


@dataclass(frozen=True)
class Place:
    """A unit; `town` and `postcode` are where its patients live, `rehab` who prescribes for them."""

    key: str
    name: str
    organisation: str
    town: str = ""
    postcode: str = ""
    rehab: str = ""


REHAB = [
    Place("rehab-centrum", "Rehab Centrum", "kommunen"),
    Place("rehab-inlandet", "Rehab Inlandet", "kommunen"),
]
CARE = [
    Place("skrea", "Hemtjänst Skrea", "kommunen", "Skrea", "311 42", "rehab-centrum"),
    Place("centrum-norra", "Hemtjänst Centrum Norra", "kommunen", "Falkenberg", "311 31", "rehab-centrum"),
    Place("centrum-sodra", "Hemtjänst Centrum Södra", "kommunen", "Falkenberg", "311 37", "rehab-centrum"),
    Place("troinge", "Hemtjänst Tröinge", "kommunen", "Falkenberg", "311 45", "rehab-centrum"),
    Place("vinberg", "Hemtjänst Vinberg", "kommunen", "Vinberg", "311 50", "rehab-centrum"),
    Place("glommen", "Hemtjänst Glommen", "kommunen", "Glommen", "311 98", "rehab-centrum"),
    Place("langas", "Hemtjänst Långås", "kommunen", "Långås", "311 61", "rehab-centrum"),
    Place("sloinge", "Hemtjänst Slöinge", "kommunen", "Slöinge", "311 68", "rehab-inlandet"),
    Place("vessigebro", "Hemtjänst Vessigebro", "kommunen", "Vessigebro", "311 64", "rehab-inlandet"),
    Place("ullared", "Hemtjänst Ullared", "kommunen", "Ullared", "311 60", "rehab-inlandet"),
    Place("alvsered", "Hemtjänst Älvsered", "kommunen", "Älvsered", "311 63", "rehab-inlandet"),
    Place("humana-hjortsberg", "Humana Hjortsberg", "humana", "Falkenberg", "311 32", "rehab-centrum"),
    Place("humana-herting", "Humana Herting", "humana", "Falkenberg", "311 44", "rehab-centrum"),
    Place("atradalen-atran", "Ätradalens Omsorg Ätran", "atradalen", "Ätran", "311 62", "rehab-inlandet"),
    Place("skreanas-strand", "Skreanäs Hemvård Strand", "skreanas", "Skrea", "311 42", "rehab-centrum"),
]
STREETS = [
    "Storgatan",
    "Nygatan",
    "Strandvägen",
    "Sandgatan",
    "Åvägen",
    "Kyrkvägen",
    "Skolgatan",
    "Björkvägen",
    "Rönnvägen",
    "Lingonstigen",
    "Hamnvägen",
    "Ängsvägen",
    "Stationsvägen",
    "Bokstigen",
    "Solrosvägen",
    "Hallandsvägen",
    "Smedjegatan",
    "Trädgårdsgatan",
    "Fiskaregatan",
    "Ljungvägen",
]
DOOR_NOTES = [
    "Ring på två gånger, det tar en stund.",
    "Hör dåligt. Knacka hårt och vänta.",
    "Ingång från baksidan, grinden till höger.",
    "Hund i hallen, snäll.",
    "Hissen är liten, gå före med rollatorn.",
    "Ta av skorna i farstun.",
    "Maken öppnar, men är inte alltid hemma.",
    "Vill att man ropar hej i dörren.",
]


def address(chance: Random, place: Place) -> str:
    return f"{chance.choice(STREETS)} {chance.randrange(301, 399)}, {place.postcode} {place.town}"
