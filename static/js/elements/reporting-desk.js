// <reporting-desk> says what htmx is doing with a row, and keeps quick changes to it apart.
// Everything works without this file: the page is then saved by its one button.

const WORDS = {
  saving: "Sparar …",
  early: "Inte sparat än. Tryck på Spara.",
  signedOut: "Inte sparat. Du är utloggad. Logga in igen i ett nytt fönster och spara sedan raden. Det du skrev står kvar.",
  failed: "Inte sparat. Det gick inte att nå servern. Det du skrev står kvar: försök igen om en stund.",
};

const TYPED = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";

class ReportingDesk extends HTMLElement {
  connectedCallback() {
    this.addEventListener("htmx:before:request", (event) => this.beforeRequest(event));
    this.addEventListener("htmx:response:error", (event) => this.refused(event));
    this.addEventListener("htmx:error", (event) => this.say(event.target, WORDS.failed));
    this.addEventListener("htmx:before:swap", (event) => this.beforeSwap(event));
    this.addEventListener("htmx:after:swap", (event) => this.afterSwap(event));
    this.addEventListener("keydown", (event) => this.onEnter(event));
    this.addEventListener("change", (event) => this.holdDay(event), { capture: true });
    this.addEventListener("focusout", (event) => this.releaseDay(event));
    this.tellWhatCameEarly();
  }

  // On a slow line a choice can be made before this file is here, and nothing has saved it.
  tellWhatCameEarly() {
    for (const row of this.querySelectorAll(".desk-row:has([data-quiet])")) {
      const isWritten = [...row.querySelectorAll(TYPED)].some((field) => field.value !== field.defaultValue);
      if (isWritten || [...this.choices(row)].some(isOtherwise)) this.say(row, WORDS.early);
    }
  }

  // A second change waits for the first one's answer, and was made knowing it.
  beforeRequest(event) {
    const row = event.target.closest(".desk-row");
    if (row?.querySelector(".desk-row__theirs") && event.detail.ctx.sourceEvent.type !== "click") {
      event.preventDefault(); // what the other editor wrote is replaced by a press on the button only
      return;
    }
    const seen = row?.querySelector(`[name="${row.id}-seen"]`);
    const { body } = event.detail.ctx.request;
    if (seen && body) body.set(seen.name, seen.value);
    this.say(row, WORDS.saving, { aloud: false });
  }

  refused(event) {
    const { status } = event.detail.ctx.response;
    if (status === 409 || status === 422) return; // the row itself says what is wrong
    this.say(event.target, status === 403 ? WORDS.signedOut : WORDS.failed);
  }

  say(place, words, { aloud = true } = {}) {
    const said = place?.closest?.(".desk-row")?.querySelector(".desk-row__said");
    if (said) said.textContent = words;
    if (aloud) this.querySelector("#desk-said").textContent = words;
  }

  afterSwap(event) {
    for (const kept of this.querySelectorAll("[hx-morph-skip]")) kept.removeAttribute("hx-morph-skip");
    // A message must not hide in a folded part.
    for (const folded of this.querySelectorAll("details:not([open]):has([aria-invalid])")) {
      folded.open = true;
    }
    if (event.detail.ctx.response.status === 409) this.showTheirs(event.target);
  }

  // After a conflict, fields left alone show what the other editor wrote. A browser keeps the choices that
  // were made by hand, so those are put back; what has been changed since the request stays.
  beforeSwap(event) {
    const { response, request } = event.detail.ctx;
    this.keepWhatIsTyped(event.target, request);
    this.later = new Map();
    if (response.status !== 409) return;
    for (const field of this.choices(event.target)) {
      const chosen = field.options ? field.value : this.chosen(event.target, field.name);
      if (chosen !== request.body.get(field.name)) this.later.set(field, chosen);
    }
  }

  // The answer tells what was sent; in a field that has been written in since, it would undo that.
  keepWhatIsTyped(place, { body }) {
    for (const field of place.closest(".desk-row").querySelectorAll(TYPED)) {
      field.toggleAttribute("hx-morph-skip", body.has(field.name) && body.get(field.name) !== field.value);
    }
  }

  showTheirs(row) {
    for (const field of this.choices(row)) {
      for (const option of field.options ?? []) option.selected = option.defaultSelected;
      if (!field.options) field.checked = field.defaultChecked;
    }
    for (const [field, chosen] of this.later) {
      if (field.options) field.value = chosen;
      else field.checked = field.value === chosen;
    }
  }

  choices(place) {
    return place.closest(".desk-row").querySelectorAll("select, [type=radio], [type=checkbox]");
  }

  chosen(place, name) {
    return place.closest(".desk-row").querySelector(`[name="${name}"]:checked`)?.value ?? null;
  }

  // A day is written part by part, and each part makes some day: only the one that is left there is saved.
  holdDay(event) {
    if (event.target.type !== "date" || !event.isTrusted) return;
    event.stopPropagation();
    this.heldDay = event.target;
  }

  releaseDay({ target: field }) {
    if (field !== this.heldDay) return;
    this.heldDay = null;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Enter saves the row one stands in, not the first of the page.
  onEnter(event) {
    const field = event.target;
    if (event.key !== "Enter" || field.tagName !== "INPUT" || event.isComposing) return;
    const row = field.closest(".desk-row");
    if (!row) return;
    event.preventDefault();
    row.querySelector(".desk-row__save").click();
  }
}

// Than the server sent it.
function isOtherwise(field) {
  if (!field.options) return field.checked !== field.defaultChecked;
  const sent = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(0, sent);
}

customElements.define("reporting-desk", ReportingDesk);
