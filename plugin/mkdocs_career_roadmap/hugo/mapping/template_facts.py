"""What a template of a shortcode may know of a page, and of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ..blog.components import Components
from ..blog.config import HugoConfig
from ..blog.pages import HugoPage, PageSort
from ..shortcodes.template_values import Known


def site_facts(config: HugoConfig, components: Components) -> Known:
    """Return what is known of a site, by names in lower case."""
    code = config.text("locale") or config.text("languageCode")
    is_many = len(config.languages) > 1
    return Known(
        {
            "params": config.mapping("params"),
            "title": config.text("title"),
            "baseurl": config.text("baseurl"),
            "copyright": config.text("copyright"),
            "language": _language(config, code),
            "languagecode": code,
            "data": lambda: components.data,
            "ismultilingual": is_many,
            "hugo": Known(
                {
                    "data": lambda: components.data,
                    "environment": "production",
                    "isproduction": True,
                    "isserver": False,
                    "isdevelopment": False,
                    "isextended": True,
                    "ismultilingual": is_many,
                }
            ),
        }
    )


def _language(config: HugoConfig, code: str) -> Known:
    own = config.mapping("languages", config.language)
    return Known(
        {
            "lang": config.language,
            "name": config.language,
            "languagecode": code,
            "locale": code,
            "languagename": str(own.get("languagename") or own.get("label") or ""),
            "params": config.mapping("params"),
        }
    )


def page_facts(page: HugoPage, where: str, config: HugoConfig) -> Known:
    """Return what is known of a page that lies at an address, by names in lower case."""
    params = page.data.get("params")
    data = page.data
    stem, ending = posixpath.splitext(posixpath.basename(page.name))
    folder = posixpath.dirname(page.name)
    kind = data.get("type")
    made = Known(
        {
            "params": {**data, **(params if isinstance(params, Mapping) else {})},
            "title": page.title,
            "linktitle": str(data.get("linktitle") or page.title),
            "description": str(data.get("description") or ""),
            "draft": data.get("draft") is True,
            "relpermalink": f"{config.baseurl}{where}",
            "permalink": f"{config.url}{config.baseurl}{where}",
            "section": page.section,
            "type": kind if isinstance(kind, str) else page.section or "page",
            "kind": str(page.sort),
            "ispage": page.sort is PageSort.PAGE,
            "ishome": page.sort is PageSort.HOME,
            "issection": page.sort is PageSort.SECTION,
            "lang": config.language,
            "language": _language(config, config.text("locale") or config.text("languageCode")),
            "file": Known(
                {
                    "path": page.name,
                    "dir": f"{folder}/" if folder else "/",
                    "ext": ending.lstrip("."),
                    "logicalname": posixpath.basename(page.name),
                    "basefilename": stem,
                    "contentbasename": page.stem,
                }
            ),
        }
    )
    made["page"] = made
    return made
