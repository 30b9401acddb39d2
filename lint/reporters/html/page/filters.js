// What is shown: severities and categories, for the table of drafts and for the draft that is open.

const filters = (() => {
  let categories = [];
  const hidden = {severity: new Set(), category: new Set()};
  const watching = [];
  const chips = [];

  const shows = (severity, category) => !hidden.severity.has(severity) && !hidden.category.has(category);
  const change = () => {
    press();
    watching.forEach(watcher => watcher());
  };

  function flip(kind, name) {
    if (!hidden[kind].delete(name)) hidden[kind].add(name);
    change();
  }

  function only(category) {
    const alone = !hidden.category.has(category) && hidden.category.size === categories.length - 1;
    hidden.category = new Set(alone ? [] : categories.filter(other => other !== category));
    change();
  }

  const isOnly = category => categories.length > 1 && !hidden.category.has(category) && hidden.category.size === categories.length - 1;

  function reset() {
    hidden.severity.clear();
    hidden.category.clear();
    change();
  }

  function chip(kind, name, label) {
    const count = make("span", {class: "count"});
    const button = make("button", {type: "button", class: `chip ${name}`, "data-filter": name, onclick: () => flip(kind, name)}, label, count);
    chips.push({kind, name, button, count});
    return button;
  }

  // Buttons for what is found in some drafts; what was hidden before stays so.
  function start(counted) {
    const total = category => counted.reduce((sum, row) => sum + (row.counts[category] || []).reduce((a, b) => a + b, 0), 0);
    categories = [...new Set(counted.flatMap(row => Object.keys(row.counts)))];
    categories.sort((one, other) => total(other) - total(one) || one.localeCompare(other));
    chips.length = 0;
    if (!categories.length) return byId("filters").replaceChildren();
    const severities = WORST_FIRST.map(severity => chip("severity", severity, words.severities[severity]));
    const kinds = categories.map(category => chip("category", category, nameOf(category)));
    byId("filters").replaceChildren(
      make("div", {class: "row", role: "group", "aria-label": words.by_severity}, severities),
      make("div", {class: "row", role: "group", "aria-label": words.by_category}, kinds),
      make("button", {type: "button", class: "tool reset", id: "reset", onclick: reset}, words.reset),
    );
    press();
  }

  function press() {
    for (const {kind, name, button} of chips) button.setAttribute("aria-pressed", String(!hidden[kind].has(name)));
    if (chips.length) byId("reset").hidden = !hidden.severity.size && !hidden.category.size;
  }

  // The numbers on the buttons; counts are of a draft or of all, by category and severity.
  function tell(counts) {
    for (const {kind, name, button, count} of chips) {
      const found = Object.entries(counts)
        .filter(([category]) => kind === "severity" || category === name)
        .reduce((sum, [, each]) => sum + (kind === "severity" ? each[WORST_FIRST.indexOf(name)] : each.reduce((a, b) => a + b, 0)), 0);
      count.textContent = String(found);
      button.hidden = !found;
    }
  }

  return {start, shows, tell, reset, only, isOnly, change, watch: watcher => watching.push(watcher)};
})();
