/*
 * What a row of a cohort's table is drawn from: a few figures for each cell. Words that are the same
 * in every row stand once on the table, as `words`.
 */
const STEP = 8;
const BAR = 6;
const HEIGHT = 20;

const filled = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, n) => values[n]);
const shown = (value, style) => new Intl.NumberFormat(document.documentElement.lang, { style }).format(value);

/* Read out as one picture; drawn when both its figures and the table's words are there. */
class Drawing extends HTMLElement {
  #value;

  get value() {
    return this.#value;
  }

  set value(value) {
    if (value === this.#value) return;
    this.#value = value;
    this.#drawn();
  }

  connectedCallback() {
    this.#drawn();
  }

  #drawn() {
    const words = this.closest("vaadin-grid")?.words;
    if (!words || this.#value === undefined) return;
    this.setAttribute("role", "img");
    this.draw(this.#value, words);
  }
}

/*
 * A learner's key points of one quiz as small bars, from "S92 G40 N0": the height says how much is
 * retained, so that colour is not the only signal; each bar names its key point on hover, and the
 * whole is read out as a count of each level.
 */
class KeyPointStrip extends Drawing {
  draw(value, { levels, quizzes }) {
    const { title, points } = quizzes[this.getAttribute("quiz")];
    const counts = {};
    const bars = value.split(" ").filter(Boolean).map((point, nth) => {
      const level = levels[point[0]];
      const percent = Number(point.slice(1));
      counts[point[0]] = (counts[point[0]] ?? 0) + 1;
      const bar = document.createElement("i");
      bar.className = level.style;
      bar.style.setProperty("--retained", `${percent}%`);
      bar.title = filled(level.point, points[nth], shown(percent / 100, "percent"));
      return bar;
    });
    const sums = Object.entries(levels).map(([level, { points: sum }]) => filled(sum, counts[level] ?? 0));
    this.setAttribute("aria-label", `${title}: ${sums.join(", ")}`);
    this.replaceChildren(...bars);
  }
}

/* Answers by week from "0 3 12" as bars, as high as the learner's own busiest week. */
class WeeksTrend extends Drawing {
  draw(value, { trend }) {
    const weeks = value.split(" ").map(Number);
    const words = filled(trend, weeks.length, weeks.map((answers) => shown(answers, "decimal")).join(", "));
    this.setAttribute("aria-label", words);
    this.title = words;
    const most = Math.max(1, ...weeks);
    const width = weeks.length * STEP;
    const bars = weeks.map((answers, week) => {
      const height = answers === 0 ? 1 : Math.max(2, Math.round((HEIGHT * answers) / most));
      return `<rect x="${week * STEP}" y="${HEIGHT - height}" width="${BAR}" height="${height}" rx="1"${answers === 0 ? ' class="none"' : ""}/>`;
    });
    this.innerHTML = `<svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" aria-hidden="true">${bars.join("")}</svg>`;
  }
}

customElements.define("kp-strip", KeyPointStrip);
customElements.define("kp-weeks", WeeksTrend);
