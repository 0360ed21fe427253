// <searched-select> puts a search field over a list. Without it the list is chosen from as it is.

class SearchedSelect extends HTMLElement {
  connectedCallback() {
    // The empty row is what new rows are copied from: each copy makes its own field.
    if (this.search || this.closest(".empty-form")) return;
    this.select = this.querySelector("select");
    if (!this.select || this.select.options.length < 6) return;
    this.all = [...this.select.children];
    this.groups = this.all.map((child) => [child, [...child.querySelectorAll("option")]]);
    this.build();
  }

  build() {
    const label = document.createElement("label");
    label.className = "searched-select__label";
    label.textContent = this.dataset.label;
    label.htmlFor = `${this.select.id}-sok`;
    this.search = document.createElement("input");
    this.search.type = "search";
    this.search.id = label.htmlFor;
    this.search.autocomplete = "off";
    this.search.addEventListener("input", () => this.narrow());
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it is not the page that is sent
    });
    this.said = document.createElement("p");
    this.said.className = "searched-select__said";
    this.said.setAttribute("role", "status");
    this.prepend(label, this.search, this.said);
  }

  // Options cannot be hidden in every browser: those that do not fit are taken out, the chosen one never.
  narrow() {
    const words = this.search.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
    const chosen = this.select.value;
    let count = 0;
    const fits = (option, text) => words.every((word) => text.includes(word));
    const shown = this.groups.flatMap(([child, options]) => {
      if (!options.length) return [child];
      const kept = options.filter((option) => {
        const text = `${child.label} ${option.text}`.toLocaleLowerCase("sv");
        const is_found = fits(option, text);
        count += is_found;
        return is_found || option.value === chosen;
      });
      child.replaceChildren(...kept);
      return kept.length ? [child] : [];
    });
    this.select.replaceChildren(...shown);
    this.select.value = chosen;
    this.select.size = words.length ? Math.min(Math.max(count + 1, 2), 8) : 0;
    this.said.textContent = words.length ? this.words(count) : "";
  }

  words(count) {
    if (count === 0) return this.dataset.none;
    return count === 1 ? this.dataset.one : this.dataset.many.replace("{count}", count);
  }
}

customElements.define("searched-select", SearchedSelect);
