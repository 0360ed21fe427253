// <read-aloud> has the browser read the page's main part in Swedish, sentence by sentence, and marks the one
// being read. Only voices of the reader's own machine: the others send the text to somebody else's server.

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, blockquote, caption, figcaption, th, td, .action-list__facts > span";
const SKIPPED = "nav, form, read-aloud, thead, code, script, .onward, [aria-hidden=true]";
const PATIENCE = 1500; // milliseconds: browsers find their voices after the page has loaded

class ReadAloud extends HTMLElement {
  connectedCallback() {
    this.speech = window.speechSynthesis;
    const canFollow = window.Intl?.Segmenter && this.checkVisibility; // what older browsers lack
    if (!this.speech || !canFollow || this.sentences) return;
    this.sentences = [];
    this.addEventListener("click", (event) => this[event.target.closest("button")?.value]?.("idle"));
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.end("idle"));
    window.addEventListener("pagehide", () => this.end("idle"));
    this.end("idle");
    this.hidden = false;
  }

  async play() {
    this.show("reading");
    this.voice = await this.swedishVoice();
    if (this.dataset.state !== "reading" || this.spoken) return; // stopped, or begun, while waiting
    if (!this.voice) return this.show("voiceless");
    this.sentences = [...sentencesOf(this.closest("main"))];
    this.speak(0);
  }

  // Not the browser's own pause: several forget what they were reading, or never go on.
  pause() {
    this.hush();
    this.show("paused");
  }

  resume() {
    if (!this.voice) return this.play();
    this.show("reading");
    this.speak(this.at);
  }

  end(state) {
    this.hush();
    this.mark(null);
    this.show(state);
  }

  speak(index) {
    this.at = index;
    const sentence = this.sentences[index];
    if (!sentence) return this.end("done");
    const spoken = new SpeechSynthesisUtterance(sentence.text);
    Object.assign(spoken, { voice: this.voice, lang: this.voice.lang });
    spoken.onend = () => spoken === this.spoken && this.speak(index + 1);
    spoken.onerror = () => spoken === this.spoken && this.end("failed");
    this.spoken = spoken;
    this.mark(sentence.range);
    this.speech.speak(spoken);
  }

  // What was being read ends, and does not go on to the next.
  hush() {
    const spoken = this.spoken;
    this.spoken = null;
    if (spoken) this.speech.cancel();
  }

  // The text itself stays as it is: a highlight where browsers have them, else a sign at the whole block.
  mark(range) {
    const follows = !this.range || isSeen(this.range);
    this.range?.block.removeAttribute("data-being-read");
    this.range = range;
    if (window.Highlight) CSS.highlights.set("being-read", new Highlight(...(range ? [range] : [])));
    else range?.block.setAttribute("data-being-read", "");
    // How it moves is said in the style sheet, which asks whether the reader wants motion.
    if (range && follows && !isSeen(range)) range.block.scrollIntoView({ block: "center" });
  }

  show(state) {
    const held = this.contains(document.activeElement) && document.activeElement;
    this.dataset.state = state;
    for (const part of this.querySelectorAll("[data-when]")) {
      part.hidden = !part.dataset.when.split(" ").includes(state);
    }
    if (held.hidden) this.querySelector("button:not([hidden])").focus();
  }

  swedishVoice() {
    const find = () => this.speech.getVoices().find((voice) => voice.localService && /^sv\b/i.test(voice.lang));
    return new Promise((found) => {
      const answer = () => found(find());
      const look = () => find() && answer();
      this.speech.addEventListener("voiceschanged", look);
      setTimeout(answer, PATIENCE);
      look();
    });
  }
}

function isSeen(range) {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

// In reading order: each with its words as spoken, and the range that holds it.
function* sentencesOf(main) {
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let [block, nodes] = [null, []];
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement;
    const own = parent.closest(BLOCKS) ?? main;
    if (parent.closest(SKIPPED) || !parent.checkVisibility()) continue;
    if (own !== block && !node.data.trim()) continue;
    if (own !== block) yield* split(block, nodes);
    if (own !== block) [block, nodes] = [own, []];
    nodes.push(node);
  }
  yield* split(block, nodes);
}

function* split(block, nodes) {
  if (!block) return;
  const text = nodes.map((node) => node.data).join("").replace(/\s/g, " ");
  const abbreviations = new Set(nodes.map((node) => node.parentElement).filter((parent) => parent.title));
  const header = block.closest("table")?.tHead?.rows[0].cells[block.matches("td") ? block.cellIndex : -1];
  let before = header ? `${header.textContent.trim()}: ` : "";
  for (const { segment, index } of new Intl.Segmenter("sv", { granularity: "sentence" }).segment(text)) {
    let words = segment.trim();
    if (!words) continue;
    const start = index + segment.indexOf(words), range = new Range();
    range.setStart(...placeOf(nodes, start));
    range.setEnd(...placeOf(nodes, start + words.length));
    range.block = block;
    for (const short of [...abbreviations].filter(({ textContent }) => words.includes(textContent))) {
      words = words.replace(short.textContent, `${short.textContent} (${short.title})`);
      abbreviations.delete(short);
    }
    yield { text: before + words.replace(/ +/g, " "), range };
    before = "";
  }
}

function placeOf(nodes, offset) {
  const node = nodes.find(({ length }) => offset <= length || ((offset -= length), false));
  return [node, offset];
}

customElements.define("read-aloud", ReadAloud);
