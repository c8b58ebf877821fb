"""How a day is written in each language: for English always, for the others where Babel is not installed.

The names and their order are those of the CLDR 48, https://github.com/unicode-org/cldr-json
(`cldr-dates-full`, skeletons `yMMMd`, `yMMM` and `y`), with Western digits throughout.
"""

from __future__ import annotations

from typing import NamedTuple

from ..dates import PartialDate


class Calendar(NamedTuple):
    """How one language writes days."""

    day: str
    """With the places `{day}`, `{month}` and `{year}`."""

    month: str
    year: str
    names: tuple[str, ...]
    """What the twelve months are called."""

    def written(self, day: PartialDate) -> str:
        """Return a day as exact as it is: to the day, the month or the year."""
        shape = self.day if day.day else self.month if day.month else self.year
        name = self.names[day.month - 1] if day.month else ""
        return shape.format(day=day.day, month=name, year=day.year)


def _spaced(names: str) -> Calendar:
    return Calendar("{day} {month} {year}", "{month} {year}", "{year}", tuple(names.split()))


def _numbered(day: str, month: str, year: str) -> Calendar:
    return Calendar(day, month, year, tuple(str(number) for number in range(1, 13)))


CALENDARS = {
    "en": _spaced("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "de": _spaced("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.")._replace(
        day="{day}. {month} {year}"),
    "fr": _spaced("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    "es": _spaced("ene feb mar abr may jun jul ago sept oct nov dic"),
    "zh": _numbered("{year}年{month}月{day}日", "{year}年{month}月", "{year}年"),
    "ja": _numbered("{year}年{month}月{day}日", "{year}年{month}月", "{year}年"),
    "ko": _numbered("{year}년 {month}월 {day}일", "{year}년 {month}월", "{year}년"),
    "pt": _spaced("jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.")._replace(
        day="{day} de {month} de {year}", month="{month} de {year}"),
    "it": _spaced("gen feb mar apr mag giu lug ago set ott nov dic"),
    "nl": _spaced("jan feb mrt apr mei jun jul aug sep okt nov dec"),
    "ar": _spaced("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    "hi": _spaced("जन॰ फ़र॰ मार्च अप्रैल मई जून जुल॰ अग॰ सित॰ अक्टू॰ नव॰ दिस॰"),
}
"""By the language, as `LANGUAGES` has them."""
