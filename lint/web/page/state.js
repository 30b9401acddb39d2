// The drafts that are open, each with its states; nothing of them is kept beyond the page.

let language = document.documentElement.dataset.language;
let words = read("both")[language];
let rules = {};
const limits = read("limits");

const MOST_STATES = 200;
const MOST_KEPT = 20_000_000; // characters or bytes of the states of a draft

const drafts = [];
let current = null;
let born = 0;

// A draft is a text of the field, or a file; ``states`` are what undo goes back to.
function draftOf(kind, name, content) {
  return {
    id: ++born, kind, name, states: [{content, mended: []}], at: 0,
    data: null, rules: {}, problems: [], cut: false, viewed: null, asking: null, running: 0,
  };
}

const stateOf = draft => draft.states[draft.at];
const sizeOf = state => typeof state.content === "string" ? state.content.length : state.content.size;

// Go on to a new state; what was undone is gone.
function advance(draft, state) {
  draft.states.splice(draft.at + 1, Infinity, state);
  draft.at += 1;
  let size = draft.states.reduce((sum, each) => sum + sizeOf(each), 0);
  while (draft.at > 0 && (draft.states.length > MOST_STATES || size > MOST_KEPT)) {
    size -= sizeOf(draft.states.shift());
    draft.at -= 1;
  }
}

// Offsets of the service are code points, those of the field are UTF-16 units.
function toUnits(text, spans) {
  if (!spans.length || !/[\ud800-\udbff]/.test(text)) return spans;
  const wanted = new Map(spans.flat().map(offset => [offset, 0]));
  let points = 0;
  let units = 0;
  for (const char of text) {
    if (wanted.has(points)) wanted.set(points, units);
    points += 1;
    units += char.length;
  }
  if (wanted.has(points)) wanted.set(points, units);
  return spans.map(span => span.map(offset => wanted.get(offset)));
}

const pointsIn = text => { let count = 0; for (const _ of text) count += 1; return count; };

function toPoints(text, spans) {
  if (!spans.length || !/[\ud800-\udbff]/.test(text)) return spans;
  return spans.map(span => span.map(offset => pointsIn(text.slice(0, offset))));
}

// The stretch that differs between two texts: where it begins, and where it ends in each.
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return {start, before: before.length - end, after: after.length - end};
}

// Spans of a text as spans of the text that it became; what was written over is no longer mended.
function carry(spans, before, after) {
  if (!spans.length || before === after) return spans;
  const change = difference(before, after);
  const shift = change.after - change.before;
  return spans.flatMap(([start, end]) => {
    if (end <= change.start) return [[start, end]];
    if (start >= change.before) return [[start + shift, end + shift]];
    return [];
  });
}

// Where a line and column, in code points, are in a text.
function unitsAt(text, line, column) {
  const lines = /\r\n|\r|\n/g;
  let start = 0;
  for (let number = 1; number < line && lines.exec(text); number += 1) start = lines.lastIndex;
  for (let left = column - 1; left > 0 && start < text.length; left -= 1) start += text.codePointAt(start) > 0xffff ? 2 : 1;
  return start;
}
