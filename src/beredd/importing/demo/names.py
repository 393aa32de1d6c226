"""Common Swedish names, put together by chance."""

from collections.abc import Iterator
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


OLD_WOMEN = _words("""
    Karin Ingrid Birgitta Margareta Elsa Greta Gun Maj-Britt Inga-Lill Gunvor Barbro Ulla Kerstin Berit Siv
    Anna-Lisa Astrid Märta Svea Vera Rut Sonja Britta Inger Gerd Solveig Dagny Ebba Linnéa Majken Vivi Ragnhild
    Asta Ellen Aina
""")
OLD_MEN = _words("""
    Lars Karl-Erik Sven Nils Bengt Gösta Åke Rune Olle Bertil Sture Arne Gunnar Ingvar Stig Kjell Leif Hans-Olof
    Evert Tage Folke Holger Helge Ragnar Allan Börje Rolf Sixten Torsten Valter Yngve Östen Kurt Bror Harry
""")
STAFF = _words("""
    Anna Sara Emma Maria Jenny Linda Amina Fatima Elin Johanna Malin Therese Sofia Hanna Ida Frida Josefin Moa
    Klara Leila Samira Zahra Nora Wilma Agnes Tuva Lova Petra Annika Camilla Veronica Åsa Carina Marie Susanne
    Lotta Eva Johan Erik Anders Mikael Daniel Ali Ahmed Omar Yusuf Marcus Viktor Oskar Emil Adam Hugo Liam Jonas
    Peter Fredrik Mattias Henrik Stefan Kristian Robin Simon Milad Hassan Goran Dragan Luka
""")
LAST = _words("""
    Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson
    Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Axelsson
    Berg Bergström Lundberg Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg
    Wallin Engström Eklund Danielsson Håkansson Lundin Gunnarsson Björk Bergman Holm Samuelsson Fransson Wikström
    Isaksson Bergqvist Arvidsson Nyström Holmberg Löfgren Söderberg Nyberg Blomqvist Claesson Mårtensson Nordström
    Hassan Ahmed Ali Mohammed Abdi Petrović Kovač Nowak
""")
LETTERS = str.maketrans("åäöéćčšž", "aaoeccsz")


def people(chance: Random, first: tuple[str, ...]) -> Iterator[str]:
    """Full names, each once, without end as long as there are pairs."""
    seen: set[str] = set()
    while len(seen) < len(first) * len(LAST):
        name = f"{chance.choice(first)} {chance.choice(LAST)}"
        if name not in seen:
            seen.add(name)
            yield name


def username(name: str) -> str:
    """Anna-Lisa Åberg signs in as anna-lisa.aberg."""
    return name.lower().translate(LETTERS).replace(" ", ".")
