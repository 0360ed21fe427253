"""A person who has a keyboard and nothing else."""

import datetime as dt

from playwright.sync_api import Locator, Page, expect

FAR = 800
"""More stops than any page has."""


class Keyboard:
    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, wanted: Locator) -> None:
        """By Tab, round the page if need be, once all of it has come."""
        expect(wanted).to_have_count(1)
        self.page.wait_for_load_state()
        element = wanted.element_handle()
        for _ in range(FAR):
            if element.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard never reaches {wanted}")

    def press(self, wanted: Locator) -> None:
        """A link or a button."""
        self.reach(wanted)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        """Instead of what stands there."""
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def write_day(self, field: Locator, day: dt.date) -> None:
        """Into a date field, part by part, in the order that this browser has them."""
        self.reach(field)
        self.page.keyboard.type(day.strftime(self._taken("date", "%Y%m%d", "%m%d%Y", "%d%m%Y")))

    def write_time(self, field: Locator, time: dt.time) -> None:
        self.reach(field)
        self.page.keyboard.type(time.strftime(self._taken("time", "%H%M", "%I%M%p")))

    def _taken(self, kind: str, *orders: str) -> str:
        """The order of the parts: a person sees it; we try it on an empty page."""
        tried, moment = (
            self.page.context.new_page(),
            dt.datetime(2021, 12, 31, 20, 45, tzinfo=dt.UTC),
        )
        wanted = {"date": moment.date().isoformat(), "time": f"{moment:%H:%M}"}[kind]
        for order in orders:
            tried.set_content(f"<input type={kind}>")
            field = tried.locator("input")
            field.focus()
            tried.keyboard.type(moment.strftime(order))
            if field.input_value() == wanted:
                tried.close()
                return order
        raise AssertionError(f"no order of the parts of a {kind} fits this browser")

    def choose(self, group: Locator, word: str) -> None:
        """One of several radio buttons: Tab to the group, arrows within it."""
        radios = group.get_by_role("radio")
        checked = group.locator("input[type=radio]:checked")
        wanted = group.get_by_role("radio", name=word, exact=True)
        self.reach(checked if checked.count() else radios.first)
        if not checked.count():
            self.page.keyboard.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"the arrows never reach {word}")

    def pick(self, select: Locator, word: str) -> None:
        """In a list that drops down: by its first letters."""
        self.reach(select)
        self.page.keyboard.type(word)
