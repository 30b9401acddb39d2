// The draft in view: checked, shown, and its state told.

// Check a draft as it is now; an answer that is no longer wanted is let go.
async function check(draft) {
  draft.asking?.abort();
  const asking = new AbortController();
  draft.asking = asking;
  const asked = stateOf(draft).content;
  if (draft === current) status(words.checking);
  if (draft.kind === "text" && !asked.trim()) {
    draft.asking = null;
    Object.assign(draft, {data: null, problems: [], viewed: asked});
    return shown(draft);
  }
  const found = await ask("view", draft, {}, asking.signal);
  if (!found || draft.asking !== asking) return;
  draft.asking = null;
  if (found.ok && found.answer.draft) {
    const {answer} = found;
    const notes = [...answer.errors, ...answer.notices].map(each => each.message);
    Object.assign(draft, {data: {...answer.draft, path: titleOf(draft)}, rules: answer.rules, problems: [], notes, cut: answer.cut, viewed: asked});
  } else {
    Object.assign(draft, {data: null, problems: found.lines || found.answer.errors.map(each => each.message), notes: [], cut: false, viewed: asked});
  }
  shown(draft);
}

function shown(draft) {
  showTabs();
  if (draft === current) render();
}

const countsOf = data => {
  const counts = {};
  for (const finding of data?.findings || []) {
    const category = categoryOf(finding.rule);
    counts[category] ??= [0, 0, 0];
    counts[category][WORST_FIRST.indexOf(finding.severity)] += 1;
  }
  return counts;
};

// Show the draft in view; where a finding was chosen and is still there, it stays chosen.
function render() {
  const data = current?.data || null;
  const before = reader.data()?.findings[reader.chosen()];
  const places = {outline: byId("outline"), text: byId("shown"), list: byId("list")};
  const tops = [places.outline.scrollTop, places.list.scrollTop];
  const counts = countsOf(data);
  document.body.classList.toggle("empty", !current || (!data && !current.problems.length && !current.asking && current.kind === "text"));
  document.body.classList.toggle("found", Boolean(data));
  filters.start(data ? [{counts}] : []);
  complain(current?.problems || []);
  if (data) {
    rules = current.rules;
    reader.show(data, places, {mend: mendButton, silence, edit: current.kind === "text" ? editButton : undefined});
    byId("head").replaceChildren(...reader.head(data,
      choiceOf(current).genre ? make("p", {class: "hint"}, words.genre_changed) : "",
      current.cut ? make("p", {class: "hint"}, words.cut) : "",
      (current.notes || []).map(line => make("p", {class: "hint note-line"}, line))).filter(Boolean).flat(Infinity).filter(Boolean));
    filters.tell(counts);
    filters.change();
    const again = before ? data.findings.findIndex(each => each.rule === before.rule && each.line === before.line && each.column === before.column) : -1;
    if (again >= 0) reader.select(again, {scroll: false, aloud: false});
    [places.outline.scrollTop, places.list.scrollTop] = tops;
  } else {
    reader.close();
    for (const place of [...Object.values(places), byId("head")]) place.replaceChildren();
  }
  showActions();
  document.title = current ? `${titleOf(current)} · ${words.app}` : words.app;
  status(current?.asking ? words.checking : data ? data.findings.length ? fill(words.checked, {count: data.findings.length}) : words.clean_draft : "");
}

function showActions() {
  byId("actions").hidden = !current;
  if (!current) return;
  const safe = mendable(current, true);
  byId("mend-safe").textContent = fill(words.mend_safe, {count: safe});
  byId("mend-safe").disabled = !safe;
  byId("mend-all").hidden = mendable(current, false) === safe;
  byId("undo").disabled = !current.at;
  byId("redo").disabled = current.at === current.states.length - 1;
  byId("copy").hidden = current.kind === "file";
  byId("save").textContent = current.kind === "file" ? words.save_file : words.save_text;
  byId("save").disabled = current.kind === "file" && !current.at;
  byId("annotate").hidden = !isWord(current) || !current.data?.findings.length;
}

const status = text => { byId("state").textContent = text; };
const tell = text => { say(text); status(text); };

function complain(lines) {
  byId("problems").hidden = !lines.length;
  byId("problems").replaceChildren(...lines.map(line => make("span", {}, line)));
}
