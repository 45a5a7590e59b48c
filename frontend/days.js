/*
 * Figures by day, for the page that everybody opens every day: drawn by the browser itself, without
 * the library that charts.js brings. The server sets `data`: a first day, a value for each day, and
 * words for each value that occurs; days are named here. The drawing is an image with a label, and
 * beside it lies a table that says the same, for those who do not see it.
 */
import { Figure } from "./figure.js";

/* Days are dates without a zone: read and written as if all were of UTC. */
const nth = (from, days) => new Date(Date.parse(from) + days * 86_400_000);
const format = (kind, options) => new Intl[kind](document.documentElement.lang, options).format;
const named = (day) => format("DateTimeFormat", { dateStyle: "full", timeZone: "UTC" })(day);
const counted = (value) => format("NumberFormat", {})(value);

const element = (name, styles, text, index) => {
  const made = document.createElement(name);
  if (styles) made.className = styles;
  if (text !== undefined) made.textContent = text;
  if (index !== undefined) made.dataset.day = index;
  return made;
};

const SHARED = `
  :host{display:block;position:relative}
  .plot{position:relative;forced-color-adjust:none;font-size:12px;color:var(--ink-2)}
  .tip{position:absolute;z-index:1;width:max-content;max-width:min(260px,100%);padding:8px 12px;border:1px solid var(--line);
    border-radius:10px;background:var(--surface);color:var(--ink);font-size:14px;box-shadow:0 2px 8px #0002;pointer-events:none}
`;

class Days extends Figure {
  #data;
  #width;
  #plot = element("div", "plot");
  #tip = element("div", "tip");
  #resized = new ResizeObserver(() => this.clientWidth !== this.#width && this.#draw());

  constructor(style) {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.append(element("style", "", SHARED + style), this.#plot, this.#tip, document.createElement("slot"));
    this.#plot.setAttribute("role", "img");
    this.#tip.hidden = true;
    this.#plot.addEventListener("pointerover", ({ target }) => this.#tell(target.closest("[data-day]")));
    this.#plot.addEventListener("pointerleave", () => (this.#tip.hidden = true));
  }

  set data(data) {
    this.#data = data;
    this.#plot.setAttribute("aria-label", data.label);
    this.table = { caption: data.label, headings: data.headings, rows: this.rows(data) };
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  #draw() {
    this.#width = this.clientWidth;
    this.#tip.hidden = true;
    if (this.#data && this.#width) this.#plot.replaceChildren(...this.drawing(this.#data, this.#width));
  }

  /* Above the day, or below where it would cover the heading, and never outside. */
  #tell(day) {
    this.#tip.hidden = !day;
    if (!day) return;
    const { from, values, tips } = this.#data;
    const at = Number(day.dataset.day);
    this.#tip.textContent = tips[values[at]].replace("{0}", named(nth(from, at)));
    const [frame, box] = [this.getBoundingClientRect(), day.getBoundingClientRect()];
    const [left, top] = [box.left - frame.left + box.width / 2, box.top - frame.top];
    const { offsetWidth: width, offsetHeight: height } = this.#tip;
    this.#tip.style.left = `${Math.max(0, Math.min(left - width / 2, frame.width - width))}px`;
    this.#tip.style.top = `${top > height + 8 ? top - height - 8 : Math.min(top + box.height, frame.height) + 8}px`;
  }
}

class Forecast extends Days {
  constructor() {
    super(`
      .plot{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);column-gap:2px;height:150px}
      .plot.few{column-gap:5px}
      .plot::after{content:"";position:absolute;inset:auto 0 21px;border-top:1px solid var(--line)}
      .day{--height:max(2px,calc((100% - 44px)*var(--share)));position:relative}
      .day i{position:absolute;inset:auto 0 22px;height:var(--height);border-radius:3px 3px 0 0;background:color-mix(in srgb,var(--accent) 32%,var(--sunken))}
      .day:first-child i{background:var(--accent)}
      .day.none i{background:var(--line)}
      .day b{position:absolute;inset:auto 0 calc(25px + var(--height));text-align:center;font-weight:400;color:var(--ink);font-variant-numeric:tabular-nums}
      .day span{position:absolute;bottom:0;left:50%;translate:-50%;white-space:nowrap}
      .plot:not(.few) .day:first-child span{left:0;translate:0}
    `);
  }

  rows({ from, values }) {
    return values.map((value, i) => [named(nth(from, i)), counted(value)]);
  }

  drawing({ values, names, few }) {
    this.shadowRoot.querySelector(".plot").classList.toggle("few", few);
    const most = Math.max(4, ...values);
    return values.map((value, i) => {
      const day = element("div", value ? "day" : "day none", undefined, i);
      day.style.setProperty("--share", value / most);
      day.append(element("i"));
      if (few) day.append(element("b", "", value));
      if (few || i % 7 === 0) day.append(element("span", "", names[i]));
      return day;
    });
  }
}

class Activity extends Days {
  constructor() {
    super(`
      .weeks{display:grid;grid-auto-flow:column;grid-template-rows:repeat(7,var(--step));grid-auto-columns:var(--step)}
      i{margin:0 var(--gap) var(--gap) 0;border-radius:min(4px,25%);background:color-mix(in srgb,var(--accent) var(--share),var(--sunken))}
      .l0{background:var(--sunken);box-shadow:inset 0 0 0 1px var(--line)}
      .l1{--share:35%}.l2{--share:55%}.l3{--share:78%}.l4{--share:100%}
      .legend{display:flex;align-items:center;justify-content:flex-end;gap:3px;padding-top:6px;font-size:13px;line-height:20px}
      .legend i{width:14px;height:14px;margin:0;border-radius:3px}
      .legend span:first-child{margin-right:5px}.legend span:last-child{margin-left:7px}
    `);
  }

  rows({ from, values }) {
    return Array.from({ length: Math.ceil(values.length / 7) }, (_, week) => [
      named(nth(from, 7 * week)),
      counted(values.slice(7 * week, 7 * week + 7).reduce((sum, each) => sum + each)),
    ]);
  }

  /* The last weeks where not all of them fit; the table has the others. */
  drawing({ values, levels, fewer, more }, width) {
    const step = Math.min(26, Math.max(13, width / Math.ceil(values.length / 7)));
    const columns = Math.max(1, Math.floor(width / step + 0.01));
    const first = Math.max(0, (Math.ceil(values.length / 7) - columns) * 7);
    const weeks = element("div", "weeks");
    weeks.style.setProperty("--step", `${step}px`);
    weeks.style.setProperty("--gap", `${step > 14 ? 3 : 2}px`);
    weeks.append(...values.slice(first).map((value, i) => element("i", `l${levels[value]}`, undefined, first + i)));
    const legend = element("div", "legend");
    const shades = [0, 1, 2, 3, 4].map((level) => element("i", `l${level}`));
    legend.append(element("span", "", fewer), ...shades, element("span", "", more));
    return [weeks, legend];
  }
}

customElements.define("kp-forecast", Forecast);
customElements.define("kp-activity", Activity);
