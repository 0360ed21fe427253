// <ordered-rows> lets rows change places by buttons. Without it the number field "Ordning" does the same.

const ROW = ":scope .inline-related:not(.empty-form)";

class OrderedRows extends HTMLElement {
  connectedCallback() {
    if (this.said || !this.querySelector("[name$='-position']")) return;
    this.dataset.ready = "";
    this.said = document.createElement("p");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    this.append(this.said);
    this.rows.forEach((row) => this.equip(row));
    this.addEventListener("formset:added", ({ target }) => this.take(target));
    this.refresh();
  }

  get rows() {
    return [...this.querySelectorAll(ROW)];
  }

  take(row) {
    row.querySelector(".row-moves")?.remove();
    this.equip(row);
    this.number();
    this.refresh();
  }

  equip(row) {
    const moves = document.createElement("span");
    moves.className = "row-moves";
    moves.append(this.button(row, -1, this.dataset.up), this.button(row, 1, this.dataset.down));
    row.querySelector("h3").append(moves);
  }

  button(row, step, word) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.step = step;
    const hidden = document.createElement("span");
    hidden.className = "visually-hidden";
    hidden.textContent = ` ${row.querySelector(".inline_label").textContent.trim()}`;
    button.append(word, hidden);
    button.addEventListener("click", () => this.move(row, step, button));
    return button;
  }

  move(row, step, button) {
    const rows = this.rows;
    const place = rows.indexOf(row) + step;
    if (place < 0 || place >= rows.length) return;
    step < 0 ? rows[place].before(row) : rows[place].after(row);
    this.number();
    this.refresh();
    button.focus();
    this.said.textContent = this.dataset.said
      .replace("{place}", place + 1)
      .replace("{count}", rows.length);
  }

  // Rows that are new and still empty keep the number they came with, so that they are not saved.
  number() {
    this.rows.forEach((row, index) => {
      const field = row.querySelector("[name$='-position']");
      if (field) field.value = index + 1;
    });
  }

  refresh() {
    const rows = this.rows;
    rows.forEach((row, index) => {
      for (const button of row.querySelectorAll(".row-moves button")) {
        const isEnd = index === (button.dataset.step < 0 ? 0 : rows.length - 1);
        button.setAttribute("aria-disabled", isEnd);
      }
    });
  }
}

customElements.define("ordered-rows", OrderedRows);
