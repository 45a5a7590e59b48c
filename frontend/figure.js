/*
 * A file of its own, so that no page has it from a time when another file had to have it: browsers
 * keep each for an hour.
 */
const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

/* What stands for the drawing: { caption, headings, rows }, the first cell of each row its heading. */
export class Figure extends HTMLElement {
  #table;

  set table({ caption, headings, rows }) {
    const heading = (text, scope) => Object.assign(element("th", text), { scope });
    const row = (cells) => {
      const made = element("tr");
      made.append(...cells);
      return made;
    };
    const [table, head, body] = ["table", "thead", "tbody"].map((name) => element(name));
    head.append(row(headings.map((text) => heading(text, "col"))));
    body.append(...rows.map(([first, ...others]) => row([heading(first, "row"), ...others.map((text) => element("td", text))])));
    table.append(element("caption", caption), head, body);
    this.#table?.remove();
    // Around the table: a table itself cannot be made smaller than its text.
    this.#table = Object.assign(element("div"), { className: "sr-only" });
    this.#table.append(table);
    this.append(this.#table);
  }
}
