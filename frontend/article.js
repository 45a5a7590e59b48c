/*
 * An article in which passages are marked: arrow keys go from sentence to sentence, with Shift they
 * take more of them, Enter and Space press the buttons above; by mouse any words are marked. How
 * often each sentence is asked about is said to voices and shown by its colour and a line.
 */
class Article extends HTMLElement {
  #sentences = [];
  #at = 0;
  #from = 0;

  connectedCallback() {
    this.setAttribute("role", "listbox");
    this.setAttribute("aria-multiselectable", "true");
    this.setAttribute("tabindex", "0");
    this.addEventListener("keydown", this.#key);
    this.addEventListener("click", this.#click);
  }

  set paragraphs(paragraphs) {
    this.#sentences = [];
    this.replaceChildren(
      ...paragraphs.map((sentences) => {
        const paragraph = document.createElement("div");
        paragraph.setAttribute("role", "group");
        sentences.forEach((sentence) => paragraph.append(this.#sentence(sentence)));
        return paragraph;
      }),
    );
    this.#at = Math.min(this.#at, Math.max(0, this.#sentences.length - 1));
    this.#from = this.#at;
  }

  #sentence({ text, point, asked, note }) {
    const span = document.createElement("span");
    span.setAttribute("role", "option");
    span.setAttribute("aria-selected", "false");
    span.id = `kp-sentence-${this.#sentences.length}`;
    span.textContent = text;
    if (note) {
      span.classList.toggle("point", point);
      span.dataset.asked = asked;
      span.title = note;
      span.setAttribute("aria-description", note);
    }
    this.#sentences.push(span);
    return span;
  }

  /* The words that are marked, as they stand in the article. */
  quote() {
    const selection = getSelection();
    if (!selection.isCollapsed && this.contains(selection.anchorNode) && this.contains(selection.focusNode)) {
      return selection.toString().replace(/\s*\n\s*/g, "\n\n");
    }
    return [...this.children]
      .map((paragraph) =>
        [...paragraph.children]
          .filter((sentence) => sentence.getAttribute("aria-selected") === "true")
          .map((sentence) => sentence.textContent)
          .join("")
          .trim(),
      )
      .filter((words) => words)
      .join("\n\n");
  }

  #click = (event) => {
    const at = this.#sentences.indexOf(event.target.closest("[role=option]"));
    if (at < 0 || !getSelection().isCollapsed) return;
    this.#go(at, event.shiftKey);
  };

  #key = (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) {
      const started = this.querySelector("[aria-selected=true]") !== null;
      const to = started ? this.#at + step : this.#at;
      this.#go(Math.max(0, Math.min(to, this.#sentences.length - 1)), event.shiftKey);
      event.preventDefault();
    } else if (event.key === "Enter" || event.key === " ") {
      const button = this.parentElement.querySelector(`[data-article-key="${event.key}"]`);
      if (button && !button.disabled) button.click();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Escape") {
      document.querySelector(".item-form :is(vaadin-text-field,vaadin-text-area)")?.focus();
    }
  };

  #go(at, more) {
    this.#at = at;
    if (!more) this.#from = at;
    const [first, last] = [Math.min(this.#from, at), Math.max(this.#from, at)];
    getSelection().removeAllRanges();
    this.#sentences.forEach((sentence, i) => sentence.setAttribute("aria-selected", String(i >= first && i <= last)));
    this.setAttribute("aria-activedescendant", this.#sentences[at].id);
    this.#sentences[at].scrollIntoView({ block: "nearest" });
  }
}
customElements.define("kp-article", Article);
