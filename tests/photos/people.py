"""Invented holders of travel documents and their machine-readable zones (ICAO Doc 9303, parts 3 to 7).

Every name is put together by chance out of common names; every number is drawn within the pattern of its state.
It draws nothing: pages.py does.
"""

import dataclasses
import datetime

# state: (surnames, given names, pattern of a passport number). In patterns A is a letter, 9 a digit,
# X a digit or one of Germany's letters; all else stands for itself. A name with ' is printed with it.
STATES = {
    "KHM": (["SOK", "CHEA", "KEO", "CHHUM", "HENG", "NHEM"], ["DARA", "SOPHEAK", "BOPHA", "RATANAK", "SREY MOM"], "N9999999"),
    "CHN": (["WANG", "LI", "ZHANG", "OUYANG", "LYU", "XU"], ["XIAOMING", "WEI", "JIANGUO", "YUXUAN", "HAO", "NA"], "EA9999999"),
    "VNM": (["NGUYEN", "TRAN", "LE", "PHAM", "VU"], ["THI THU HUONG", "VAN HUNG", "QUOC BAO", "MINH", "THI MAI ANH"], "C9999999"),
    "THA": (["CHAIYAPHUM", "SRISUWAN", "RATTANAKOSIN", "WONGSAWANG", "BOONMEE"], ["SOMCHAI", "KANOKWAN", "PRASERT", "NUTTAPONG"], "AA9999999"),
    "KOR": (["KIM", "LEE", "PARK", "CHOI", "NAMGUNG"], ["MINJUN", "SEO YEON", "JI HOON", "HAEUN", "DO YUN"], "M99999999"),
    "MMR": (["AUNG MYINT OO", "THIN THIN KHAING", "KYAW ZIN", "SU SU", "ZAW MIN HTUN"], [], "MB999999"),
    "IDN": (["SUHARTINI", "BUDI SANTOSO", "WAYAN SUDARMA", "SLAMET"], [], "X9999999"),
    "D": (["MUELLER", "VON DER HEIDE", "SCHMIDT-ROTTLUFF", "GROSSE", "WEISS"], ["ANNA LENA", "JUERGEN", "KARL-HEINZ", "JOERG"], "CXXXXXXXX"),
    "GBR": (["O'CONNOR", "SMITH", "FEATHERSTONEHAUGH", "LLOYD-JONES", "MACDONALD"], ["OLIVER JAMES", "SIOBHAN", "D'ARCY", "AMELIA"], "999999999"),
    "FRA": (["DE LA ROCHEFOUCAULD", "D'ALEMBERT", "LEFEVRE", "BERNARD"], ["JEAN-PIERRE", "MARIE-CLAIRE ANNE", "CHLOE"], "99AA99999"),
    "USA": (["JOHNSON", "GARCIA-LOPEZ", "WASHINGTON", "NG"], ["MICHAEL", "EMILY ROSE", "TYLER Q"], "A99999999"),
    "AUS": (["TAYLOR", "O'BRIEN", "NGUYEN-WALKER"], ["JACK", "CHARLOTTE MAE", "ZOE"], "PA9999999"),
    "JPN": (["SATO", "SUZUKI", "WATANABE", "OOTANI"], ["HARUTO", "YUI", "KENTAROU"], "TR9999999"),
    "IND": (["VENKATARAMANASUBRAMANIAM", "PATEL", "IYER", "SINGH"], ["LAKSHMI NARAYANAN", "PRIYA", "RAJ KUMAR"], "Z9999999"),
    "PHL": (["DELA CRUZ", "SANTOS", "MACARAEG"], ["MARIA CRISTINA", "JOSE ANGELO", "JUNJUN"], "P9999999A"),
    "LAO": (["PHOMMACHANH", "SOUVANNAVONG", "KEOVILAY"], ["BOUNMY", "KHAMPHENG", "NOY"], "PA9999999"),
    "MYS": (["BINTI ABDULLAH", "TAN", "LIM"], ["NUR AISYAH", "WEI JIE", "MUHAMMAD HAFIZ BIN ROSLI"], "A99999999"),
    "LKA": (["WICKRAMASINGHE ARACHCHIGE", "RANATUNGA MUDIYANSELAGE"], ["DON CHAMINDA PRIYANTHA KUMARA", "NADEESHA SANDAMALI THILAKARATHNA"], "N9999999"),
    "ESP": (["FERNANDEZ DE CORDOBA", "GARCIA PEREZ", "IBANEZ"], ["MARIA DEL CARMEN", "JOSE LUIS"], "PAA999999"),
    "BGD": (["RAHMAN", "CHOWDHURY", "BEGUM"], ["MD SHAFIQUL", "FATEMA", "ABU SAYEED MOHAMMAD"], "A99999999"),
    "RUS": (["IVANOV", "SHCHERBAKOVA", "KUZNETSOV"], ["ALEKSEI", "EKATERINA", "IURII"], "999999999"),
    "TUR": (["YILMAZ", "OEZTUERK", "DEMIR"], ["AYSE GUEL", "MEHMET"], "U99999999"),
    "XXA": (["AL-HASHIMI", "SAID"], ["YUSUF", "MARYAM"], "999999999"),
}
NAMES_OF_STATES = {
    "KHM": "KINGDOM OF CAMBODIA", "CHN": "PEOPLE'S REPUBLIC OF CHINA", "VNM": "VIET NAM", "THA": "THAILAND", "KOR": "REPUBLIC OF KOREA",
    "MMR": "MYANMAR", "IDN": "INDONESIA", "D": "BUNDESREPUBLIK DEUTSCHLAND", "GBR": "UNITED KINGDOM", "FRA": "FRANCE", "USA": "UNITED STATES",
    "AUS": "AUSTRALIA", "JPN": "JAPAN", "IND": "INDIA", "PHL": "PHILIPPINES", "LAO": "LAO P.D.R.", "MYS": "MALAYSIA", "LKA": "SRI LANKA",
    "ESP": "ESPANA", "BGD": "BANGLADESH", "RUS": "RUSSIAN FEDERATION", "TUR": "TURKIYE", "XXA": "CONVENTION OF 28 SEPTEMBER 1954",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GERMAN = "0123456789CFGHJKLMNPRTVWXYZ"
# The day on which every picture is taken, so that the same seed gives the same picture in every year.
TODAY = datetime.date(2026, 11, 22)


@dataclasses.dataclass
class Holder:
    """Who the document is for, and its zone. `layout` is TD1, TD2, TD3, MRVA or MRVB."""

    layout: str
    state: str
    surname: str
    given: str
    number: str
    birth: datetime.date
    expiry: datetime.date
    sex: str
    code: str
    lines: list[str]


def check_digit(text: str) -> str:
    """Doc 9303 part 3, 4.9: weights 7, 3, 1."""
    value = {"<": 0} | {str(n): n for n in range(10)} | {letter: n + 10 for n, letter in enumerate(LETTERS)}
    return str(sum(value[c] * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def checked(text: str) -> str:
    return text + check_digit(text)


def zone_name(surname: str, given: str, width: int) -> str:
    """Both identifiers in the width there is: cut when they are too long, and then without a filler at the end."""
    def letters(name: str) -> str:
        return name.replace("'", "").replace("-", "<").replace(" ", "<")

    first, second = letters(surname), letters(given)
    if not second:
        return first[:width].ljust(width, "<")
    first = first[: width - 3]
    return f"{first}<<{second}"[:width].ljust(width, "<")


def number_like(rng, pattern: str) -> str:
    drawn = {"A": LETTERS, "9": "0123456789", "X": GERMAN}
    # The letters before the digits of a pattern are those that its state prints; only A between digits is drawn.
    head = len(pattern) - len(pattern.lstrip(LETTERS))
    free = "X" if pattern.startswith("CX") else ""
    return "".join(
        c if i < head and c != free else rng.choice(list(drawn[c])) for i, c in enumerate(pattern)
    )


def days(rng, first: datetime.date, last: datetime.date) -> datetime.date:
    return first + datetime.timedelta(days=int(rng.integers(0, (last - first).days + 1)))


def yymmdd(day: datetime.date) -> str:
    return day.strftime("%y%m%d")


def optional_data(rng, state: str, width: int) -> str:
    """What some states put into the field that Doc 9303 leaves to them."""
    digits = "".join(str(n) for n in rng.integers(0, 10, 14))
    text = {"KOR": f"{digits[:7]}V{digits[7:12]}", "VNM": digits[:12], "THA": digits[:13], "ESP": f"A{digits[:10]}"}.get(state, "")
    if state == "CHN":
        text = "".join(rng.choice(list(LETTERS)) for _ in range(14))
    return text[:width].ljust(width, "<")


def holder(rng, layout: str, state: str | None = None) -> Holder:
    state = state or str(rng.choice(list(STATES)))
    surnames, givens, pattern = STATES[state]
    surname, given = str(rng.choice(surnames)), str(rng.choice(givens)) if givens else ""
    number = number_like(rng, pattern)
    birth = days(rng, datetime.date(1941, 1, 1), datetime.date(2024, 6, 30))
    expiry = days(rng, datetime.date(2026, 12, 1), datetime.date(2036, 10, 31))
    sex = str(rng.choice(["M", "F", "<"], p=[0.48, 0.48, 0.04]))
    code = {
        "TD3": str(rng.choice(["P<", "PN", "PO", "PD"], p=[0.8, 0.1, 0.05, 0.05])),
        "TD1": str(rng.choice(["I<", "ID", "AR"])), "TD2": str(rng.choice(["I<", "ID"])), "MRVA": "V<", "MRVB": "V<",
    }[layout]
    lines = zone(rng, layout, code, state, (surname, given), number, birth, expiry, sex)
    return Holder(layout, state, surname, given, number, birth, expiry, sex, code.replace("<", ""), lines)


def zone(rng, layout, code, state, names, number, birth, expiry, sex) -> list[str]:
    issuer, number = state.ljust(3, "<"), checked(number.ljust(9, "<"))
    dates = checked(yymmdd(birth)) + sex + checked(yymmdd(expiry))
    if layout == "TD3":
        optional = optional_data(rng, state, 14)
        digit = rng.choice(["<", "0"]) if not optional.strip("<") else check_digit(optional)
        second = number + issuer + dates + optional + str(digit)
        return [code + issuer + zone_name(*names, 39), second + check_digit(second[:10] + second[13:20] + second[21:43])]
    if layout == "TD2":
        second = number + issuer + dates + optional_data(rng, "", 7)
        return [code + issuer + zone_name(*names, 31), second + check_digit(second[:10] + second[13:20] + second[21:35])]
    if layout == "TD1":
        optional = optional_data(rng, "VNM" if state == "VNM" else "", 15)
        first = code + issuer + number + optional
        second = dates + issuer + "<" * 11
        composite = check_digit(first[5:30] + second[:7] + second[8:15] + second[18:29])
        return [first, second + composite, zone_name(*names, 30)]
    width = 44 if layout == "MRVA" else 36
    # A visa is issued by the state that is visited, to a national of another.
    host = str(rng.choice(["KHM", "THA", "GBR", "D", "USA"])).ljust(3, "<")
    kind = str(rng.choice(["B2", "EB", "T1", ""]))
    second = number + issuer + dates + kind
    return [code + host + zone_name(*names, width - 5), second.ljust(width, "<")]
