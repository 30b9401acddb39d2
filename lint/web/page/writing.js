// The field: checked a moment after the last key, never while an input method composes, its caret left alone.

const PAUSE = 300;
let composing = false;
let waiting = 0;

function later() {
  clearTimeout(waiting);
  if (composing) return;
  status(words.typing);
  waiting = setTimeout(() => { keepTyped(); if (current?.kind === "text") check(current); }, PAUSE);
}

// Make what was typed a state of the draft.
function keepTyped() {
  clearTimeout(waiting);
  if (current?.kind !== "text") return;
  const text = byId("text").value;
  const state = stateOf(current);
  if (text === state.content) return;
  advance(current, {content: text, mended: carry(state.mended, state.content, text)});
}

// Have the field hold the state of a draft, the caret after what differs.
function rewrite(draft) {
  const field = byId("text");
  const text = draft ? stateOf(draft).content : "";
  if (field.value === text) return;
  const change = difference(field.value, text);
  const top = field.scrollTop;
  field.value = text;
  field.setSelectionRange(change.after, change.after);
  field.scrollTop = top;
}

const editButton = finding => make("button", {type: "button", class: "tool edit-here", onclick: () => editAt(finding)}, words.edit_here, " ", make("kbd", {}, "e"));

function editAt(finding) {
  if (!finding || current?.kind !== "text") return;
  const field = byId("text");
  const start = unitsAt(field.value, finding.line, finding.column);
  field.focus();
  field.setSelectionRange(start, start + finding.quote.place.length);
  const row = field.scrollHeight * start / Math.max(1, field.value.length);
  field.scrollTop = Math.max(0, row - field.clientHeight / 2);
}

function startWriting() {
  const field = byId("text");
  field.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(waiting);
    current?.asking?.abort();
  });
  field.addEventListener("compositionend", () => { composing = false; written(); later(); });
  field.addEventListener("input", event => {
    if (composing || event.isComposing) return;
    written();
    later();
  });
  field.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Escape") return field.blur();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const back = event.key.toLowerCase() === "z" && !event.shiftKey;
    const forth = event.key.toLowerCase() === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    if (!back && !forth) return;
    event.preventDefault();
    if (back) undo(); else redo();
  });
}
