// Elements are made from text nodes and attributes only: nothing of a draft is ever read as markup.

const byId = id => document.getElementById(id);
const read = id => JSON.parse(byId(id).textContent);
const WORST_FIRST = ["error", "warning", "info"];

function make(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== ""));
  return element;
}

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const categoryOf = rule => rule.split("/")[0];
const nameOf = category => words.categories[category] || category;
const worst = severities => WORST_FIRST.find(severity => severities.includes(severity)) || "";
const say = text => { byId("said").textContent = text; };

function toggle(element, attribute, on) {
  if (on) element.setAttribute(attribute, "");
  else element.removeAttribute(attribute);
}

// Scroll a side column, and not the page, until an element in it is seen.
function nudge(element) {
  const side = element.closest(".side");
  const [box, frame] = [element.getBoundingClientRect(), side.getBoundingClientRect()];
  const [above, below] = [frame.top + 44 - box.top, box.bottom - frame.bottom + 12];
  if (above > 0) side.scrollTop -= above;
  else if (below > 0) side.scrollTop += Math.min(below, -above);
}

// The element on whose account something happens, by selector, within a container.
const within = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null;
