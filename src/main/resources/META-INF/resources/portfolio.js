/*
 * Draws each chart from the table beside it, so that it shows no more than the page does. The library, 233 kB compressed,
 * is fetched when the page is painted and a chart comes into sight.
 */
(() => {
  "use strict";

  const LIBRARY = "/_static/echarts/dist/echarts.common.min.js";
  const COLOURS = ["#8a939a", "#0b5d4e", "#b25e00"];
  const INK = "#1b1f23";
  /** Planned is striped and taken out dotted, so that no bar is known by its colour alone. */
  const PATTERNS = [
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -Math.PI / 4, color: "rgba(255,255,255,.7)" },
    { symbol: "none" },
    { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6, color: "rgba(255,255,255,.8)" },
  ];

  let library;

  function load() {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = () => resolve(window.echarts);
      script.onerror = reject;
      document.head.append(script);
    });
    return library;
  }

  /** Planned, measured and taken out: the first three columns of figures. */
  function figuresOf(table) {
    const heads = [...table.querySelectorAll("tr.heads th")].slice(1, 4).map((head) => head.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    return {
      names: rows.map((row) => row.cells[0].textContent.trim()),
      series: heads.map((name, column) => ({
        name,
        figures: rows.map((row) => {
          const figure = row.cells[column + 1].querySelector("data");
          return figure ? { value: Number(figure.value), said: figure.textContent } : { value: null, said: "" };
        }),
      })),
    };
  }

  function draw(figure) {
    const { names, series } = figuresOf(document.getElementById(figure.dataset.table));
    if (names.length === 0) {
      return;
    }
    const upright = figure.dataset.upright === "true";
    const place = figure.querySelector(".chart-place");
    place.style.height = `${upright ? 300 : 70 + names.length * 64}px`;
    const chart = window.echarts.init(place, null, { renderer: "svg" });
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    const groups = {
      type: "category",
      data: names,
      inverse: !upright,
      axisTick: { show: false },
      axisLabel: { color: INK, ...(upright ? {} : { width: Math.min(180, place.clientWidth / 3), overflow: "break" }) },
    };
    const amounts = {
      type: "value",
      axisLabel: { color: INK, formatter: (number) => numbers.format(number), hideOverlap: true },
    };
    chart.setOption({
      animation: false,
      color: COLOURS,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: PATTERNS } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: INK },
      legend: { top: 0, left: 0, textStyle: { color: INK }, selectedMode: false },
      grid: { left: 8, right: 56, top: 40, bottom: 8, containLabel: true },
      xAxis: upright ? groups : amounts,
      yAxis: upright ? amounts : groups,
      series: series.map(({ name, figures }) => ({
        name,
        type: "bar",
        data: figures.map((each) => each.value),
        barMaxWidth: 18,
        silent: true,
        label: {
          show: names.length <= (upright ? 6 : 12) && place.clientWidth > 400,
          position: upright ? "top" : "right",
          color: INK,
          fontSize: 11,
          formatter: ({ dataIndex }) => figures[dataIndex].said,
        },
        labelLayout: { hideOverlap: true },
      })),
    });
    place.setAttribute("role", "img");
    place.setAttribute("aria-labelledby", `${figure.dataset.table}-said`);
    new ResizeObserver(() => chart.resize()).observe(place);
  }

  function start() {
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((each) => each.isIntersecting)) {
        seen.unobserve(entry.target);
        load().then(() => draw(entry.target));
      }
    }, { rootMargin: "200px" });
    document.querySelectorAll("figure.chart-of").forEach((figure) => seen.observe(figure));
  }

  /** After the first paint. */
  const soon = window.requestIdleCallback ?? ((task) => setTimeout(task, 1));
  window.addEventListener("load", () => soon(start));
  document.addEventListener("htmx:afterSettle", () => soon(start));

  /** A chart that was never scrolled to is not on the screen, but it is on paper. */
  window.addEventListener("beforeprint", () => {
    if (window.echarts) {
      document.querySelectorAll("figure.chart-of").forEach((figure) => {
        if (!figure.querySelector(".chart-place").hasChildNodes()) {
          draw(figure);
        }
      });
    }
  });
})();
