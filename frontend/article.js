/*
 * An article in which passages are marked: arrow keys go from sentence to sentence, with Shift they
 * take more of them, Enter and Space press the buttons above; by mouse any words are marked, and by
 * touch all sentences from one that is tapped to another. How often each sentence is asked about, and
 * whether it is a key point, is said to voices and shown by a line and a sign.
 */
class Article extends HTMLElement {
  #sentences = [];
  #at = 0;
  #from = 0;
  #pointer = "";

  connectedCallback() {
    this.setAttribute("role", "listbox");
    this.setAttribute("aria-multiselectable", "true");
    this.setAttribute("tabindex", "0");
    this.addEventListener("keydown", this.#key);
    this.addEventListener("pointerdown", ({ pointerType }) => (this.#pointer = pointerType));
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
    return (
      this.#words((paragraph) => selectedIn(paragraph)) ||
      this.#words((paragraph) =>
        [...paragraph.children]
          .filter(marked)
          .map((sentence) => sentence.textContent)
          .join(""),
      )
    );
  }

  #words(ofParagraph) {
    return [...this.children]
      .map((paragraph) => ofParagraph(paragraph).trim())
      .filter((words) => words)
      .join("\n\n");
  }

  #click = (event) => {
    const at = this.#sentences.indexOf(event.target.closest("[role=option]"));
    if (at < 0 || !getSelection().isCollapsed) return;
    if (this.#pointer === "touch" && this.#sentences.some(marked)) {
      // Fingers have no Shift: a second tap takes all up to there, one on what is marked lets go of it.
      if (marked(this.#sentences[at])) this.#unmark();
      else this.#go(at, true);
    } else {
      this.#go(at, event.shiftKey);
    }
  };

  #key = (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) {
      const started = this.#sentences.some(marked);
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

  #unmark() {
    this.#sentences.forEach((sentence) => sentence.setAttribute("aria-selected", "false"));
    this.removeAttribute("aria-activedescendant");
  }
}

const marked = (sentence) => sentence.getAttribute("aria-selected") === "true";

/* What of a paragraph is selected by the mouse, also when the selection goes on beyond the article. */
function selectedIn(paragraph) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(paragraph)) return "";
  if (!paragraph.contains(range.startContainer)) range.setStart(paragraph, 0);
  if (!paragraph.contains(range.endContainer)) range.setEnd(paragraph, paragraph.childNodes.length);
  return range.toString();
}
customElements.define("kp-article", Article);
