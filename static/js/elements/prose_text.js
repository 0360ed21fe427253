// <prose-text> turns its text box into an editor with few tools. Without it the box holds plain HTML.
// The editor is the package's own file; its style element is turned off (CSP), see css/admin/prose.css.

import {
  Bold, BulletList, Document, Editor, HardBreak, History, Italic, Link, ListItem, OrderedList,
  Paragraph, Text,
} from "../../django_prose_editor/editor.js";

const TOOLS = [
  ["bold", "bold", (chain) => chain.toggleBold()],
  ["italic", "italic", (chain) => chain.toggleItalic()],
  ["bullets", "bulletList", (chain) => chain.toggleBulletList()],
  ["numbers", "orderedList", (chain) => chain.toggleOrderedList()],
];
const PROTOCOLS = ["http", "https", "mailto", "tel"];

class ProseText extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("textarea");
    if (this.editor || !this.box || this.box.disabled || this.box.id.includes("__prefix__")) return;
    this.buttons = new Map();
    this.box.before(this.toolbar());
    this.editor = new Editor({
      element: this,
      injectCSS: false,
      content: this.box.value,
      extensions: [
        Document, Paragraph, Text, HardBreak, History, Bold, Italic, BulletList, OrderedList, ListItem,
        Link.configure({ enableTarget: false, openOnClick: false, protocols: PROTOCOLS }),
      ],
      editorProps: { attributes: this.names() },
      onUpdate: ({ editor }) => this.write(editor),
      onTransaction: () => this.refresh(),
    });
    this.box.dataset.replaced = "";
    this.label?.addEventListener("click", () => this.editor.commands.focus());
    this.refresh();
  }

  get label() {
    return document.querySelector(`label[for="${CSS.escape(this.box.id)}"]`);
  }

  names() {
    if (this.label) this.label.id ||= `${this.box.id}_label`;
    const described = this.box.getAttribute("aria-describedby");
    return {
      role: "textbox",
      "aria-multiline": "true",
      ...(this.label ? { "aria-labelledby": this.label.id } : {}),
      ...(described ? { "aria-describedby": described } : {}),
      ...(this.box.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
    };
  }

  write(editor) {
    this.box.value = editor.isEmpty ? "" : editor.getHTML();
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  toolbar() {
    const bar = document.createElement("div");
    bar.className = "prose-tools";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", this.dataset.tools);
    for (const [name, mark, act] of TOOLS) {
      bar.append(this.tool(name, mark, () => act(this.editor.chain().focus()).run()));
    }
    bar.append(this.tool("link", "link", () => this.askForAddress()));
    bar.append((this.unlink = this.tool("unlink", "", () => this.editor.chain().focus().unsetLink().run())));
    bar.addEventListener("keydown", (event) =>
      this.walk(event, [...bar.children].filter((button) => !button.hidden)));
    [...bar.children].forEach((button, index) => (button.tabIndex = index ? -1 : 0));
    return bar;
  }

  tool(name, mark, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset[name];
    button.addEventListener("click", act);
    if (mark) this.buttons.set(mark, button);
    return button;
  }

  // One stop for the Tab key, arrows inside: the pattern for toolbars.
  walk(event, buttons) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  }

  refresh() {
    if (!this.editor) return;
    this.unlink.hidden = !this.editor.isActive("link");
    for (const [mark, button] of this.buttons) {
      button.setAttribute("aria-pressed", this.editor.isActive(mark));
    }
  }

  askForAddress() {
    const dialog = document.createElement("dialog");
    const id = `${this.box.id}_address`;
    dialog.className = "prose-link";
    dialog.innerHTML = `<form method="dialog"><label for="${id}"></label><input id="${id}" type="text" inputmode="url">
      <div class="prose-link__acts"><button value="done" class="default"></button><button value=""></button></div></form>`;
    const [done, cancel] = dialog.querySelectorAll("button");
    const field = dialog.querySelector("input");
    dialog.querySelector("label").textContent = this.dataset.address;
    done.textContent = this.dataset.done;
    cancel.textContent = this.dataset.cancel;
    field.value = this.editor.getAttributes("link").href || "https://";
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue === "done") this.link(field.value.trim());
      else this.editor.commands.focus();
    });
    document.body.append(dialog); // outside the page's form: a form may not stand in a form
    dialog.showModal();
  }

  link(href) {
    const chain = this.editor.chain().focus().extendMarkRange("link");
    if (!href || href === "https://") chain.unsetLink().run();
    else if (this.editor.state.selection.empty && !this.editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
  }
}

customElements.define("prose-text", ProseText);
