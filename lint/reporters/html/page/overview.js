// The table of drafts: sorted by any column, its numbers and the chart following the filters.

const overview = (() => {
  const counted = row => {
    const counts = {error: 0, warning: 0, info: 0};
    for (const [category, each] of Object.entries(row.counts))
      WORST_FIRST.forEach((severity, place) => { if (filters.shows(severity, category)) counts[severity] += each[place]; });
    return {...counts, total: counts.error + counts.warning + counts.info};
  };
  const all = {};
  for (const row of rows)
    for (const [category, each] of Object.entries(row.counts))
      all[category] = (all[category] || [0, 0, 0]).map((count, place) => count + each[place]);
  const lines = [...document.querySelectorAll("#drafts tbody tr")].map(line => ({line, row: rows[line.dataset.number], number: Number(line.dataset.number)}));
  const STATES = ["failed", "faulty", "clean"];
  const collator = new Intl.Collator("zh", {numeric: true});
  let sorted = "";

  function refresh() {
    for (const {line, row} of lines) {
      const counts = counted(row);
      for (const name of [...WORST_FIRST, "total"]) line.querySelector(`td.${name}`).textContent = counts[name] || "";
      line.hidden = !counts.total && line.className === "faulty";
    }
    for (const bar of document.querySelectorAll("#chart .category")) {
      const shown = WORST_FIRST.some(severity => filters.shows(severity, bar.dataset.category));
      bar.classList.toggle("off", !shown);
      bar.setAttribute("aria-pressed", String(filters.isOnly(bar.dataset.category)));
      for (const severity of WORST_FIRST)
        for (const stack of bar.querySelectorAll(`rect.${severity}`)) stack.classList.toggle("off", !filters.shows(severity, bar.dataset.category));
    }
  }

  function value({line, row}, key) {
    if (key === "path") return row.path;
    if (key === "state") return STATES.indexOf(line.className);
    return counted(row)[key];
  }

  function sort(button) {
    const key = button.dataset.key;
    const falling = sorted === key ? button.parentElement.getAttribute("aria-sort") !== "descending" : !["path", "state"].includes(key);
    const sign = falling ? -1 : 1;
    const keyed = lines.map(each => ({each, key: value(each, key)}));
    keyed.sort((one, other) => {
      const order = key === "path" ? collator.compare(one.key, other.key) : one.key - other.key;
      return sign * order || one.each.number - other.each.number;
    });
    for (const head of document.querySelectorAll("#drafts th[aria-sort]")) head.setAttribute("aria-sort", "none");
    button.parentElement.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sorted = key;
    document.querySelector("#drafts tbody").append(...keyed.map(({each}) => each.line));
  }

  function start() {
    for (const button of document.querySelectorAll("#drafts th button")) button.addEventListener("click", () => sort(button));
    for (const bar of document.querySelectorAll("#chart .category")) {
      bar.addEventListener("click", () => filters.only(bar.dataset.category));
      bar.addEventListener("keydown", event => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        filters.only(bar.dataset.category);
      });
    }
    const table = byId("drafts");
    if (table) table.addEventListener("click", event => {
      const link = within(event, "tr")?.querySelector("a");
      if (link && !within(event, "a, button")) link.click();
    });
    filters.watch(refresh);
  }

  // The drafts that can be opened, in the order of the table.
  const openable = () => [...document.querySelectorAll("#drafts tbody tr")].filter(line => line.querySelector("a")).map(line => Number(line.dataset.number));

  return {start, openable, all};
})();
