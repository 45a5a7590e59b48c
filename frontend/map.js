/*
 * Learners by key points, as a table of which only the rows in sight exist. The server sets `data`,
 * texts and the first rows included, and is asked for further rows as they come into sight. Rows and
 * cells are plain elements of the page, so that its links and styles are those of every other; keys
 * move within it as in any grid (WAI-ARIA), and Tab leaves it.
 */
const BLOCK = 50;
const AROUND = 3;

const element = (name, styles, text) => {
  const made = document.createElement(name);
  if (styles) made.className = styles;
  if (text !== undefined) made.textContent = text;
  return made;
};

/* Laid out as blocks, which is faster and keeps to its heights; so it says itself what it is. */
const ROLES = { thead: "rowgroup", tbody: "rowgroup", tfoot: "rowgroup", tr: "row", td: "gridcell", col: "columnheader", colgroup: "columnheader", row: "rowheader" };
const part = (name, styles, scope) => {
  const made = element(name, styles);
  made.setAttribute("role", ROLES[scope ?? name]);
  if (scope) made.scope = scope;
  return made;
};

const worded = (made, lang) => {
  if (lang) made.lang = lang;
  return made;
};

class KeyPointMap extends HTMLElement {
  #data;
  #blocks = new Map();
  #rows = new Map();
  #spare = [];
  #body;
  #above = this.#space();
  #below = this.#space();
  #at = { row: 0, column: 0 };
  #height = 40;
  #heads = 1;
  #resized = new ResizeObserver(() => this.#draw());

  constructor() {
    super();
    this.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("focusin", ({ target }) => this.#entered(target));
  }

  connectedCallback() {
    this.tabIndex = -1;
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    this.#heads = data.groups.length ? 2 : 1;
    const sorting = this.contains(document.activeElement) && document.activeElement.dataset.column;
    this.#blocks = new Map([[0, data.first]]);
    this.#rows.clear();
    this.#spare = [];
    this.#at = { row: 0, column: 0 };
    this.#body = part("tbody");
    this.#body.append(this.#above, this.#below);
    const table = element("table");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-label", data.label);
    table.setAttribute("aria-rowcount", this.#heads + data.count + 1);
    table.append(this.#head(data), this.#body, this.#foot(data));
    this.replaceChildren(table);
    this.scrollTop = 0;
    this.#draw();
    // Whoever sorted by a button stands on the one that took its place.
    if (sorting) this.#stand(this.querySelector(`button[data-column="${sorting}"]`));
  }

  #stand(button) {
    if (!button) return;
    const first = this.querySelector('tfoot button[tabindex="0"]');
    if (button.closest("tfoot") && first) [first.tabIndex, button.tabIndex] = [-1, 0];
    button.focus({ preventScroll: true });
  }

  #head({ groups, points, point, words, sorted, descending }) {
    const head = part("thead");
    if (groups.length) {
      const row = part("tr");
      row.setAttribute("aria-rowindex", 1);
      row.append(part("td", "name"), part("td", "average"));
      for (const { title, lang, span } of groups) {
        const cell = part("th", "group", "colgroup");
        cell.ariaColSpan = span;
        cell.style.setProperty("--span", span);
        cell.append(worded(element("span", "", title), lang));
        row.append(cell);
      }
      head.append(row);
    }
    const row = part("tr");
    row.setAttribute("aria-rowindex", this.#heads);
    for (const column of ["name", "average"]) {
      const cell = part("th", column, "col");
      cell.setAttribute("aria-sort", sorted !== column ? "none" : descending ? "descending" : "ascending");
      const button = element("button", "plain", words[column]);
      button.type = "button";
      button.dataset.column = column;
      button.addEventListener("click", () => this.$server.sort(column));
      cell.append(button);
      row.append(cell);
    }
    points.forEach(({ title, lang }, place) => {
      const cell = part("th", "point", "col");
      cell.title = title;
      if (place === point) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      cell.append(worded(element("span", "", title), lang));
      row.append(cell);
    });
    head.append(row);
    return head;
  }

  #foot({ points, words, count, overall }) {
    const row = part("tr");
    row.setAttribute("aria-rowindex", this.#heads + count + 1);
    const name = part("th", "name", "row");
    name.append(element("span", "", words.average), element("small", "", words.begun));
    const all = this.#average(overall, "");
    all.className = "average";
    row.append(name, all, ...points.map((point, place) => this.#sum(point, place)));
    const foot = part("tfoot");
    foot.append(row);
    return foot;
  }

  #average(percent, begun) {
    const cell = part("td");
    const [styles, text] = this.#shade(percent);
    cell.append(element("span", styles, text), element("small", "", begun));
    return cell;
  }

  /* The average of a key point puts the learners whom it is made of in its order. */
  #sum({ title, average, begun }, place) {
    const cell = this.#average(average, begun);
    if (!average) return cell;
    const button = element("button");
    button.type = "button";
    button.dataset.column = `point-${place}`;
    button.tabIndex = this.#data.points.findIndex((each) => each.average) === place ? 0 : -1;
    button.setAttribute("aria-label", `${average} ${begun}, ${this.#data.words.sort}: ${title}`);
    button.append(...cell.childNodes);
    button.addEventListener("click", () => this.$server.sortBy(place));
    cell.append(button);
    return cell;
  }

  #space() {
    const row = element("tr", "space");
    row.setAttribute("aria-hidden", "true");
    return row;
  }

  /* The class and the words of a figure; none says that nothing was begun. */
  #shade(percent) {
    return percent === "" || percent === undefined
      ? ["shade sn", "–"]
      : [`shade s${this.#data.shades.findLastIndex((from) => percent >= from)}`, percent];
  }

  /* Brings the rows in sight, and a few around them, into the table, and takes the others out. */
  #draw() {
    if (!this.#data || !this.isConnected || !this.clientHeight) return;
    const { count } = this.#data;
    const top = this.scrollTop;
    const head = this.querySelector("thead").offsetHeight;
    const first = Math.max(0, Math.min(count, Math.floor(top / this.#height) - AROUND));
    const last = Math.min(count, Math.ceil((top + this.clientHeight - head) / this.#height) + AROUND);
    const gone = [...this.#rows].filter(([index]) => index < first || index >= last);
    // Before anything is short of its height, or where it is scrolled to would be lost.
    this.#above.style.height = `${first * this.#height}px`;
    this.#below.style.height = `${(count - last) * this.#height}px`;
    if (gone.some(([, row]) => row.contains(document.activeElement))) this.focus({ preventScroll: true });
    for (const [index, row] of gone) {
      row.remove();
      this.#rows.delete(index);
      this.#spare.push(row);
    }
    let before = this.#above;
    for (let index = first; index < last; index++) {
      let row = this.#rows.get(index);
      if (!row) {
        row = this.#spare.pop() ?? this.#row();
        this.#rows.set(index, row);
        before.after(row);
        this.#fill(row, index);
      }
      before = row;
    }
    const measured = this.#rows.get(first)?.offsetHeight;
    if (measured && measured !== this.#height) {
      this.#height = measured;
      this.#draw();
    }
  }

  #row() {
    const row = part("tr");
    const name = part("th", "name", "row");
    name.append(this.#link());
    const average = part("td", "average");
    average.append(element("span"), element("small"));
    row.append(name, average);
    for (let i = 0; i < this.#data.points.length; i++) {
      const cell = part("td");
      cell.append(this.#link());
      row.append(cell);
    }
    return row;
  }

  #link() {
    const link = element("a");
    link.setAttribute("router-link", "");
    return link;
  }

  #fill(row, index) {
    row.setAttribute("aria-rowindex", this.#heads + index + 1);
    const known = this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
    if (!known) this.#ask(Math.floor(index / BLOCK));
    const [id, name, average, begun, figures] = known ?? ["", "…", "", "", ""];
    const { points, address } = this.#data;
    const cells = row.cells;
    const title = cells[0].firstElementChild;
    title.textContent = name;
    title.title = name;
    title.href = address + id;
    [cells[1].firstElementChild.className, cells[1].firstElementChild.textContent] = this.#shade(average);
    cells[1].lastElementChild.textContent = begun;
    const each = figures.split(",");
    for (let i = 0; i < points.length; i++) {
      const link = cells[i + 2].firstElementChild;
      const [styles, text] = this.#shade(each[i]);
      if (link.className !== styles) link.className = styles;
      link.textContent = text;
      link.href = `${address}${id}?point=${points[i].id}`;
    }
    for (let i = 0; i < cells.length; i++) this.#stop(row, i).tabIndex = this.#is(index, i) ? 0 : -1;
  }

  /* What takes the focus of a cell. */
  #stop(row, column) {
    const cell = row.cells[column];
    return cell.classList.contains("average") ? cell : cell.firstElementChild;
  }

  #is(row, column) {
    return row === this.#at.row && column === this.#at.column;
  }

  async #ask(block) {
    const { data } = this;
    if (this.#blocks.has(block)) return;
    this.#blocks.set(block, []);
    const rows = await this.$server.rows(block * BLOCK, BLOCK);
    if (this.#data !== data) return;
    this.#blocks.set(block, rows);
    for (const [index, row] of this.#rows) {
      if (Math.floor(index / BLOCK) === block) this.#fill(row, index);
    }
  }

  #entered(target) {
    const cell = target.closest("tbody :is(th,td)");
    if (cell) this.#move(cell.parentElement.ariaRowIndex - this.#heads - 1, cell.cellIndex);
  }

  #move(row, column) {
    const stop = (at) => this.#rows.has(at.row) && this.#stop(this.#rows.get(at.row), at.column);
    const [before, after] = [stop(this.#at), stop({ row, column })];
    if (before) before.tabIndex = -1;
    if (after) after.tabIndex = 0;
    this.#at = { row, column };
  }

  #key(event) {
    if (event.altKey || event.metaKey || event.target.closest("thead")) return;
    if (event.target.closest("tfoot")) return this.#along(event);
    const page = Math.max(1, Math.floor(this.clientHeight / this.#height) - 6);
    const { row, column } = this.#at;
    const end = this.#data.points.length + 1;
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? this.#data.count - 1 : row, end],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    this.#go(Math.max(0, Math.min(this.#data.count - 1, to[0])), Math.max(0, Math.min(end, to[1])));
  }

  /* From average to average; Tab leaves them. */
  #along(event) {
    const stops = [...this.querySelectorAll("tfoot button")];
    const at = stops.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = stops[Math.max(0, Math.min(stops.length - 1, to))];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    this.#sideways(next.closest("td"));
  }

  /* Into sight beside what covers the edges. */
  #go(row, column) {
    const covered = this.querySelector("thead").offsetHeight + this.querySelector("tfoot").offsetHeight;
    const y = row * this.#height;
    const top = Math.min(y, Math.max(this.scrollTop, y + this.#height + covered - this.clientHeight));
    this.scrollTop = top;
    this.#draw();
    this.#move(row, column);
    const stop = this.#stop(this.#rows.get(row), column);
    stop.focus({ preventScroll: true });
    if (column) this.#sideways(stop.closest("th,td"));
  }

  #sideways(cell) {
    const name = this.querySelector("th.name").offsetWidth;
    const { offsetLeft: x, offsetWidth: width } = cell;
    this.scrollLeft = Math.min(x - name, Math.max(this.scrollLeft, x + width - this.clientWidth));
  }
}

customElements.define("kp-map", KeyPointMap);
