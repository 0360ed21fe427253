"""Admin pages as a browser has them: what stands in the fields, and the press of a button."""

from bs4 import BeautifulSoup


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def typed(response) -> dict[str, str | list[str]]:
    """What the page's form would send if its button were pressed."""
    form = max(soup(response).select("form[method=post]"), key=lambda form: len(form.select("*")))
    found: dict[str, str | list[str]] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = field["name"], field.get("type")
        if kind in ("submit", "file") or "__prefix__" in name:
            continue
        if kind in ("checkbox", "radio"):
            if field.has_attr("checked"):
                found.setdefault(name, []).append(field.get("value", "on"))
        elif field.name == "select":
            chosen = field.select_one("option[selected]")
            found[name] = chosen["value"] if chosen else ""
        elif field.name == "textarea":
            found[name] = field.text.removeprefix("\n")
        else:
            found[name] = field.get("value", "")
    return found


def texts(response, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in soup(response).select(selector)]
