// The genre and the rules chosen for a draft, kept in this browser under a mark of its name, and not the draft.

const KEPT = "wengao-lint choices";
const MOST_CHOICES = 100;
const known = () => read("choices")[language];

const choices = (() => {
  try { return JSON.parse(localStorage.getItem(KEPT)) || {}; } catch { return {}; }
})();

// A number that stands for a name, so that the name itself is not kept.
function markOf(name) {
  let mark = 0x811c9dc5;
  for (const char of name) mark = Math.imul(mark ^ char.codePointAt(0), 0x01000193) >>> 0;
  return mark.toString(36);
}

function choiceOf(draft) {
  const kept = choices[markOf(draft.name)] || {};
  const ids = new Set(known().rules.flatMap(rule => [rule.id, categoryOf(rule.id)]));
  return {
    genre: known().genres.some(each => each.id === kept.genre) ? kept.genre : "",
    ignore: (Array.isArray(kept.ignore) ? kept.ignore : []).filter(id => ids.has(id)),
  };
}

function choose(draft, changed) {
  const mark = markOf(draft.name);
  const choice = {...choiceOf(draft), ...changed};
  delete choices[mark];
  if (choice.genre || choice.ignore.length) choices[mark] = choice;
  for (const old of Object.keys(choices).slice(0, -MOST_CHOICES)) delete choices[old];
  try { localStorage.setItem(KEPT, JSON.stringify(choices)); } catch { /* a page may be refused storage */ }
  showOptions();
  check(draft);
}

function showOptions() {
  if (!current) return;
  const choice = choiceOf(current);
  const option = (id, name) => {
    const made = make("option", {value: id}, name);
    made.selected = id === choice.genre;
    return made;
  };
  byId("genre").replaceChildren(option("", words.genre_auto), ...known().genres.map(each => option(each.id, each.name)));
  byId("rules").textContent = choice.ignore.length ? fill(words.rules_off, {count: choice.ignore.length}) : words.rules_choice;
}

// The rules by category, each with a tick; a category without one has none of its rules.
function listRules() {
  const choice = choiceOf(current);
  const off = new Set(choice.ignore);
  const groups = grouped(known().rules);
  const tick = (id, label, checked, disabled) => {
    const box = make("input", {type: "checkbox", "data-rule": id});
    box.checked = checked;
    box.disabled = disabled;
    box.addEventListener("change", () => {
      const now = new Set(choiceOf(current).ignore);
      if (box.checked) now.delete(id); else now.add(id);
      choose(current, {ignore: [...now].sort()});
      if (!id.includes("/")) listRules();
      byId("rule-list").querySelector(`[data-rule="${CSS.escape(id)}"]`).focus();
    });
    return make("label", {}, box, ` ${label}`);
  };
  byId("rule-list").replaceChildren(...[...groups].map(([category, members]) => make("section", {},
    make("h3", {}, tick(category, fill(words.category_all, {name: nameOf(category)}), !off.has(category), false)),
    make("ul", {}, members.map(rule => make("li", {}, tick(rule.id, `${rule.name} `, !off.has(category) && !off.has(rule.id), off.has(category)), make("code", {}, rule.id)))))));
}

function grouped(members) {
  const groups = new Map();
  for (const rule of members) {
    const category = categoryOf(rule.id);
    if (!groups.has(category)) groups.set(category, []);
    groups.get(category).push(rule);
  }
  return groups;
}

const silence = rule => make("button", {type: "button", class: "link off-here", onclick: () => {
  if (current) choose(current, {ignore: [...new Set([...choiceOf(current).ignore, rule])].sort()});
}}, words.rule_off);

function startOptions() {
  byId("genre").addEventListener("change", () => choose(current, {genre: byId("genre").value}));
  byId("rules").addEventListener("click", () => { listRules(); byId("rules-off").showModal(); });
  byId("rules-reset").addEventListener("click", () => { choose(current, {ignore: []}); listRules(); });
}
