// The outline: parts, sections and series, each with its state; a tree for the keyboard too.

function outline(data, goTo) {
  const entries = [];
  const tree = make("ul", {class: "tree", role: "tree", "aria-label": words.outline});

  // A row of the tree; findings are those of its own, and its state counts those below it as well.
  function row(parent, label, {findings = [], by = [], target, kind = "", folded = false, note}) {
    const children = make("ul", {role: "group"});
    const badge = make("span", {class: "badge"});
    const twisty = make("span", {class: "twisty", "aria-hidden": "true"});
    const line = make("div", {class: "line"}, twisty, make("span", {class: "label"}, label), note, badge);
    const item = make("li", {role: "treeitem", tabindex: "-1", class: kind}, line, children);
    const entry = {item, children, findings, by, note, target, badge, below: [], line};
    if (folded) item.setAttribute("aria-expanded", "false");
    line.addEventListener("click", event => {
      focus(entry);
      if (event.target === twisty && item.hasAttribute("aria-expanded")) fold(entry, item.getAttribute("aria-expanded") === "true");
      else goTo(target);
    });
    parent.children.append(item);
    for (let above = parent; above; above = above.parent) if (above.below) above.below.push(entry);
    entry.parent = parent;
    entries.push(entry);
    return entry;
  }

  function fold(entry, folded) {
    if (entry.children.childElementCount) entry.item.setAttribute("aria-expanded", String(!folded));
  }

  function group(parent, each) {
    const [first, last] = [each.items[0], each.items[each.items.length - 1]];
    const counted = fill(words.items, {count: each.items.length});
    const by = each.items.flatMap(item => item.by || []);
    const run = each.items.length > 1 ? `${first.marker}…${last.marker}` : first.marker;
    const note = each.expected ? make("span", {class: "expected"}, fill(words.expected, {expected: each.expected})) : null;
    const label = [make("span", {}, each.expected ? each.found : run), ` · ${counted}`, note];
    const faulty = by.length || each.items.some(item => item.findings);
    const target = {anchor: first.anchor};
    if (!each.inline && !each.expected) return each.items.forEach(item => node(parent, item));
    const series = row(parent, label, {kind: "series", by: each.expected ? by : [], target, folded: each.inline && !faulty});
    each.items.forEach(item => node(series, item));
  }

  function node(parent, each) {
    const label = [make("b", {}, each.marker), each.heading ? ` ${each.heading}` : ""];
    const note = each.expected ? make("span", {class: "expected"}, `→ ${each.expected}`) : null;
    const entry = row(parent, label, {findings: each.findings, by: each.by, target: {anchor: each.anchor}, note});
    (each.groups || []).forEach(below => group(entry, below));
  }

  function slot(parent, each) {
    row(parent, [make("i", {}, words.pieces[each.name]), ` ${each.text}`], {findings: each.findings, target: {paragraph: each.paragraph}, kind: "slot"});
  }

  for (const part of data.outline) {
    const entry = data.outline.length > 1
      ? row({children: tree}, words.parts[part.kind] || part.kind, {findings: part.findings, target: {paragraph: part.paragraph || 0}, kind: "part"})
      : {children: tree};
    part.before.forEach(each => slot(entry, each));
    part.groups.forEach(each => group(entry, each));
    part.after.forEach(each => slot(entry, each));
  }
  for (const entry of entries) {
    if (!entry.children.childElementCount) entry.children.remove();
    else if (!entry.item.hasAttribute("aria-expanded")) entry.item.setAttribute("aria-expanded", "true");
  }

  function refresh(shown) {
    for (const entry of entries) {
      const found = [entry, ...entry.below].flatMap(each => each.findings).filter(shown);
      const severity = worst(found.map(index => data.findings[index].severity));
      entry.badge.className = `badge ${severity || "ok"}`;
      entry.badge.textContent = found.length ? String(found.length) : "✓";
      entry.badge.title = found.length ? fill(words.has_findings, {count: found.length}) : words.no_findings;
      const asked = entry.by.filter(shown);
      if (asked.length && !found.length) {
        entry.badge.className = `badge ${worst(asked.map(index => data.findings[index].severity))}`;
        entry.badge.textContent = "•";
        entry.badge.title = words.renumbered;
      }
      entry.item.classList.toggle("broken", asked.length > 0);
    }
  }

  const visible = () => entries.filter(entry => !entry.item.parentElement.closest('[aria-expanded="false"]'));
  let current = null;

  function focus(entry, {move = true} = {}) {
    if (current) current.item.tabIndex = -1;
    current = entry;
    entry.item.tabIndex = 0;
    if (move) entry.item.focus({preventScroll: true});
    if (move) nudge(entry.line);
  }

  tree.addEventListener("keydown", event => {
    const shown = visible();
    const place = shown.indexOf(current);
    if (place < 0) return;
    const open = current.item.getAttribute("aria-expanded");
    const parent = entries.includes(current.parent) ? current.parent : null;
    const moves = {
      ArrowDown: () => shown[place + 1] && focus(shown[place + 1]),
      ArrowUp: () => shown[place - 1] && focus(shown[place - 1]),
      Home: () => focus(shown[0]),
      End: () => focus(shown[shown.length - 1]),
      ArrowRight: () => open === "false" ? fold(current, false) : open && shown[place + 1] && focus(shown[place + 1]),
      ArrowLeft: () => open === "true" ? fold(current, true) : parent && focus(parent),
      Enter: () => goTo(current.target, {focus: true}),
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    moves[event.key]();
  });
  if (entries.length) focus(entries[0], {move: false});

  // Show which section a finding stands in.
  function mark(index) {
    for (const entry of entries) entry.item.classList.toggle("here", entry.findings.includes(index));
    const entry = entries.find(each => each.findings.includes(index));
    if (!entry) return;
    for (let above = entry.parent; above && above.item; above = above.parent) fold(above, false);
    nudge(entry.line);
  }

  return {element: tree, refresh, mark};
}
