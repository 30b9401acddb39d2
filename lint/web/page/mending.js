// Mending: one finding, all that is safe, or all that can be; what may change the meaning is shown first.

const mendable = (draft, safe) => (draft?.data?.findings || []).filter(finding => finding.fix && (!safe || finding.fix.safe)).length;

const mendButton = (finding, index) => make("button", {type: "button", class: "tool mend", onclick: () => mendOne(index)},
  finding.fix.safe ? words.mend : words.mend_unsafe, " ", make("kbd", {}, "f"));

function mendOne(index) {
  const finding = current?.data?.findings[index];
  if (!finding?.fix) return;
  const one = {index, rule: finding.rule, line: finding.line, column: finding.column};
  return mend({what: "one", one}, finding.fix.safe);
}

const mendSafe = () => mend({what: "safe"}, true);
const mendAll = () => mend({what: "all"}, false);

// Ask for a mended draft and put it in the place of this one, unless it has changed meanwhile.
async function mend(wanted, safe) {
  const draft = current;
  if (!draft || draft.running) return;
  if (composing || draft.viewed !== stateOf(draft).content) return tell(words.changed_since);
  const asked = stateOf(draft);
  draft.running += 1;
  lock(true);
  try {
    if (!safe) {
      const seen = await ask("mend", draft, {mend: {...wanted, preview: true}});
      if (!seen?.ok) return fail(draft, seen);
      lock(false);
      if (!await confirmed(seen.answer.changes)) return;
      if (draft !== current || stateOf(draft) !== asked) return tell(words.changed_since);
      lock(true);
    }
    const done = await ask("mend", draft, {mend: wanted});
    if (!done?.ok) return fail(draft, done);
    if (stateOf(draft) !== asked) return tell(words.changed_since);
    put(draft, done.answer);
    tell(done.answer.count ? fill(words.mended_now, done.answer) : words.nothing_safe);
  } finally {
    draft.running -= 1;
    lock(false);
  }
}

const lock = on => { byId("text").readOnly = on; };

function put(draft, {data, mended}) {
  const bytes = Uint8Array.from(atob(data), char => char.charCodeAt(0));
  if (draft.kind === "file") {
    advance(draft, {content: new Blob([bytes]), mended});
    return check(draft);
  }
  const text = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);
  if (text === stateOf(draft).content) return;
  advance(draft, {content: text, mended: toUnits(text, mended)});
  rewrite(draft);
  check(draft);
}

function fail(draft, answer) {
  if (!answer) return;
  if (draft === current) complain(answer.lines);
  check(draft);
}

// Show changes, and wait for a word on them.
function confirmed(changes) {
  const dialog = byId("difference");
  byId("changes").replaceChildren(...changes.map(({line, edit}) => make("li", {}, make("span", {class: "hint"}, fill(words.line, {line}), " "), edited(edit))),
    changes.length ? "" : make("li", {class: "more"}, words.no_change));
  byId("confirm").disabled = !changes.length;
  dialog.returnValue = "cancel";
  dialog.showModal();
  byId("confirm").focus();
  return new Promise(done => dialog.addEventListener("close", () => done(dialog.returnValue === "confirm"), {once: true}));
}

function step(by) {
  const draft = current;
  if (!draft || composing || draft.running || !draft.states[draft.at + by]) return;
  draft.at += by;
  if (draft.kind === "text") rewrite(draft);
  check(draft);
}

const undo = () => { keepTyped(); step(-1); };
const redo = () => { keepTyped(); step(1); };

function startMending() {
  byId("mend-safe").addEventListener("click", mendSafe);
  byId("mend-all").addEventListener("click", mendAll);
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
}
