// Which draft is in view: a tab for each.

function add(draft, {open = true} = {}) {
  drafts.push(draft);
  if (open) openDraft(draft);
  else showTabs();
  return draft;
}

function openDraft(draft) {
  keepTyped();
  current = draft;
  document.body.classList.toggle("file", draft?.kind === "file");
  if (draft?.kind !== "file") rewrite(draft);
  showTabs();
  showOptions();
  render();
  if (draft && !draft.data && !draft.problems.length && !draft.asking) check(draft);
}

function closeDraft(draft) {
  draft.asking?.abort();
  const place = drafts.indexOf(draft);
  drafts.splice(place, 1);
  if (draft !== current) return showTabs();
  current = null;
  openDraft(drafts[Math.min(place, drafts.length - 1)] || null);
}

// The text of the field; a new one where none is open.
function written() {
  if (current?.kind === "text") return current;
  const draft = draftOf("text", "", "");
  drafts.push(draft);
  current = draft;
  document.body.classList.remove("file");
  showTabs();
  showOptions();
  return draft;
}

const titleOf = draft => draft.kind === "file" ? draft.name : draft.name || words.pasted;

function showTabs() {
  const host = byId("drafts");
  host.hidden = !drafts.length;
  host.replaceChildren(
    ...drafts.map(draft => {
      const counts = WORST_FIRST.map(severity => [severity, (draft.data?.findings || []).filter(each => each.severity === severity).length]).filter(([, count]) => count);
      const state = draft.problems.length ? make("span", {class: "count error", title: words.failed}, "!")
        : draft.data ? counts.length ? counts.map(([severity, count]) => make("span", {class: `count ${severity}`, title: words.severities[severity]}, String(count))) : make("span", {class: "count ok", title: words.clean_draft}, "✓") : make("span", {class: "count"}, "…");
      return make("span", {class: "tab", "aria-current": draft === current ? "true" : undefined},
        make("button", {type: "button", class: "to", onclick: () => openDraft(draft), "aria-pressed": String(draft === current)}, make("span", {class: "name", dir: "auto"}, titleOf(draft)), state),
        make("button", {type: "button", class: "close", onclick: () => closeDraft(draft), "aria-label": fill(words.close_draft, {name: titleOf(draft)})}, "×"));
    }),
    make("button", {type: "button", class: "tab new", onclick: () => { openDraft(null); byId("text").focus(); }}, `＋ ${words.new_text}`));
}

function sibling(by) {
  const next = drafts[drafts.indexOf(current) + by];
  if (next) openDraft(next);
}
