import { Figure } from "./figure.js";

/*
 * Charts as elements. The server sets `data`, texts included; ECharts draws it as SVG in the page's
 * own colours. The drawing is an image with a label.
 */
const library = () =>
  import("../../_static/echarts/6.0.0/dist/echarts.common.min.js").then(() => globalThis.echarts);

class Chart extends Figure {
  #data;
  #chart;
  #plot = document.createElement("div");
  #resized = new ResizeObserver(() => this.#chart ? this.#chart.resize() : this.#draw());
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #recolour = () => this.#draw();
  #themed = new MutationObserver(this.#recolour);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = "<style>:host{display:block}div{width:100%}</style><slot></slot>";
    this.#plot.setAttribute("role", "img");
    root.prepend(this.#plot);
  }

  set data(data) {
    this.#data = data;
    this.#plot.setAttribute("aria-label", data.label);
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  connectedCallback() {
    this.#resized.observe(this);
    this.#dark.addEventListener("change", this.#recolour);
    this.#themed.observe(document.documentElement, { attributeFilter: ["style"] });
    this.#draw();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#dark.removeEventListener("change", this.#recolour);
    this.#themed.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  async #draw() {
    if (!this.#data || !this.isConnected) return;
    this.#plot.style.height = `${this.height(this.#data)}px`;
    const echarts = await library();
    if (!this.isConnected || !this.clientWidth) return;
    this.#chart ??= echarts.init(this.#plot, null, { renderer: "svg" });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#chart.setOption({ ...this.option(this.#data, this.#colours()), animation: !still, animationDuration: 300 }, true);
  }

  /* Tokens are light-dark() pairs, so the browser has to work them out. */
  #colours() {
    const probe = document.createElement("i");
    this.shadowRoot.append(probe);
    const colour = (value) => {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const result = {
      ink: colour("var(--ink)"),
      muted: colour("var(--ink-2)"),
      line: colour("var(--line)"),
      surface: colour("var(--surface)"),
      accent: colour("var(--accent)"),
      second: colour("var(--warn)"),
      soft: colour("var(--accent-soft)"),
      font: getComputedStyle(this).fontFamily,
    };
    probe.remove();
    return result;
  }

  tooltip(colours, text) {
    return {
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      padding: [8, 12],
      textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 14 },
      extraCssText: "max-width:260px;white-space:normal;border-radius:10px",
      formatter: (at) => escape(text(at)),
    };
  }
}

const escape = (text) => {
  const span = document.createElement("span");
  span.textContent = text ?? "";
  return span.innerHTML;
};
const label = (colours) => ({ color: colours.muted, fontFamily: colours.font, fontSize: 12 });

class Retention extends Chart {
  height() {
    return 190;
  }

  option({ weeks, goal, goalName }, colours) {
    const share = (value) => (value === undefined ? null : value);
    const lowest = Math.min(...weeks.map((week) => week.low ?? 1), goal ?? 1);
    const area = (name, data, style) => ({
      name,
      type: "line",
      stack: "chance",
      data,
      symbol: "none",
      silent: true,
      lineStyle: { opacity: 0 },
      areaStyle: style,
      emphasis: { disabled: true },
    });
    return {
      grid: { left: 42, right: 6, top: 10, bottom: 24 },
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "line", lineStyle: { color: colours.line } },
        ...this.tooltip(colours, ([at]) => weeks[at.dataIndex].tip ?? weeks[at.dataIndex].name),
      },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: weeks.map((week) => week.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...label(colours), hideOverlap: true, alignMinLabel: "left", alignMaxLabel: "right" },
      },
      yAxis: {
        type: "value",
        min: Math.max(0, Math.floor(lowest * 5) / 5),
        max: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
        axisLabel: { ...label(colours), formatter: percent },
      },
      series: [
        area("low", weeks.map((week) => share(week.low)), { opacity: 0 }),
        area("range", weeks.map((week) => (week.low === undefined ? null : week.high - week.low)), { color: colours.soft, opacity: 1 }),
        {
          type: "line",
          data: weeks.map((week) => share(week.rate)),
          symbol: "circle",
          symbolSize: 7,
          lineStyle: { color: colours.accent, width: 3 },
          itemStyle: { color: colours.accent, borderColor: colours.surface, borderWidth: 1.5 },
          emphasis: { disabled: true },
          markLine: goal && {
            silent: true,
            symbol: "none",
            data: [{ yAxis: goal }],
            lineStyle: { color: colours.muted, type: "dashed" },
            label: { formatter: goalName, position: "insideStartTop", ...label(colours) },
          },
        },
      ],
    };
  }
}

/* Series differ in colour, in shape and in dash. */
const lines = (colours) => [
  { symbol: "circle", lineStyle: { color: colours.accent, width: 3 }, itemStyle: { color: colours.accent } },
  { symbol: "diamond", lineStyle: { color: colours.second, width: 2, type: "dashed" }, itemStyle: { color: colours.second } },
];
const legend = (colours, names) => ({
  left: 0,
  top: 0,
  itemWidth: 28,
  selectedMode: false,
  data: names,
  textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 13 },
});
const percent = (value) => new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(value);

/* Days grow about twofold from one to the next, so they stand evenly; a bar is the range of chance. */
class Forgetting extends Chart {
  height() {
    return 240;
  }

  option({ gaps, observed, expected }, colours) {
    const names = [observed, expected];
    const lowest = Math.min(...gaps.map((gap) => Math.min(gap.low, gap.expected)));
    return {
      grid: { left: 42, right: 10, top: 34, bottom: 24 },
      legend: legend(colours, names),
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "line", lineStyle: { color: colours.line } },
        ...this.tooltip(colours, ([at]) => gaps[at.dataIndex].tip),
      },
      xAxis: {
        type: "category",
        data: gaps.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...label(colours), hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: Math.max(0, Math.floor(lowest * 5) / 5),
        max: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
        axisLabel: { ...label(colours), formatter: percent },
      },
      series: [
        { type: "bar", stack: "range", silent: true, itemStyle: { opacity: 0 }, data: gaps.map(({ low }) => low), barWidth: 14 },
        { type: "bar", stack: "range", silent: true, itemStyle: { color: colours.soft }, data: gaps.map(({ low, high }) => high - low), barWidth: 14 },
        ...names.map((name, i) => ({
          name,
          type: "line",
          symbolSize: 8,
          z: 3,
          ...lines(colours)[i],
          data: gaps.map((gap) => (i ? gap.expected : gap.observed)),
          emphasis: { disabled: true },
        })),
      ],
    };
  }
}

class Calibration extends Chart {
  height() {
    return Math.max(240, Math.min(360, this.clientWidth * 0.75));
  }

  option({ series, predicted, observed }, colours) {
    const lowest = Math.min(...series.flatMap(({ points }) => points.flatMap((point) => [point.predicted, point.observed])));
    const step = lowest >= 0.7 ? 0.05 : lowest >= 0.4 ? 0.1 : 0.2;
    const min = Math.max(0, Math.floor(lowest / step + 1e-9) * step);
    const most = Math.max(...series.flatMap(({ points }) => points.map(({ answers }) => answers)));
    const axis = (name, nameGap) => ({
      type: "value",
      min,
      max: 1,
      name,
      nameLocation: "middle",
      nameGap,
      nameTextStyle: label(colours),
      interval: step,
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
      axisLabel: { ...label(colours), formatter: percent, hideOverlap: true },
    });
    return {
      grid: { left: 62, right: 14, top: 34, bottom: 44 },
      legend: { ...legend(colours, series.map(({ name }) => name)), itemWidth: 14 },
      tooltip: { trigger: "item", ...this.tooltip(colours, (at) => series[at.seriesIndex].points[at.dataIndex].tip) },
      xAxis: axis(predicted, 28),
      yAxis: axis(observed, 46),
      series: [
        ...series.map(({ name, points }, i) => ({
          name,
          type: "scatter",
          ...lines(colours)[i],
          data: points.map(({ predicted, observed, answers }) => ({
            value: [predicted, observed],
            itemStyle: { opacity: 1 },
            symbolSize: 7 + 9 * Math.sqrt(answers / most),
          })),
          emphasis: { disabled: true },
        })),
        {
          type: "line",
          data: [[min, min], [1, 1]],
          symbol: "none",
          silent: true,
          lineStyle: { color: colours.muted, width: 1, type: "dotted" },
        },
      ],
    };
  }
}

class Workload extends Chart {
  height() {
    return 230;
  }

  option({ series, weeks }, colours) {
    return {
      grid: { left: 42, right: 10, top: 34, bottom: 24 },
      legend: legend(colours, series.map(({ name }) => name)),
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "line", lineStyle: { color: colours.line } },
        ...this.tooltip(colours, ([at]) => weeks[at.dataIndex].tip),
      },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: weeks.map((week) => week.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { ...label(colours), interval: (i) => i % 13 === 0, alignMinLabel: "left", alignMaxLabel: "right" },
      },
      yAxis: {
        type: "value",
        min: 0,
        splitNumber: 3,
        splitLine: { lineStyle: { color: colours.line, opacity: 0.6 } },
        axisLabel: label(colours),
      },
      series: series.map(({ name, values }, i) => ({
        name,
        type: "line",
        showSymbol: false,
        symbolSize: 8,
        ...lines(colours)[i],
        data: values,
        emphasis: { disabled: true },
      })),
    };
  }
}

customElements.define("kp-retention", Retention);
customElements.define("kp-forgetting", Forgetting);
customElements.define("kp-calibration", Calibration);
customElements.define("kp-workload", Workload);
