// The findings of a draft as a list of cards; the chosen one shows all that is said of it.

function list(data, numbered, chosen, shown) {
  const cards = data.findings.map((finding, index) => {
    const open = make("button", {type: "button", class: "open", "aria-expanded": "false", "aria-controls": `details-${index}`, onclick: () => chosen(index)},
      make("span", {class: `tag ${finding.severity}`}, numbered(index), make("span", {class: "unseen"}, ` ${words.severities[finding.severity]}`)),
      make("span", {class: "message", id: `message-${index}`, dir: "auto"}, finding.message),
      make("span", {class: "place"}, make("span", {class: `severity ${finding.severity}`}, words.severities[finding.severity]), ` ${fill(words.place, finding)}`));
    const {before, place, after} = finding.quote;
    const more = make("div", {class: "more-of-it", id: `details-${index}`},
      make("p", {class: "quote", dir: "auto"}, before, make("mark", {class: finding.severity}, place), after),
      details(finding, index, shown),
      make("button", {type: "button", class: "tool to-text", onclick: () => shown.inText(index)}, words.to_text),
      shown.edit?.(finding));
    return {item: make("li", {class: `card ${finding.severity}`, "data-index": index}, open, more), open};
  });
  const empty = make("p", {class: "hint", hidden: true}, words.none_shown);
  const count = make("span", {class: "shown"});
  const element = make("ol", {class: "cards", "aria-label": words.findings}, cards.map(card => card.item));

  element.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const card = within(event, ".card");
    if (!step || !card || !within(event, ".open")) return;
    event.preventDefault();
    const left = cards.filter(each => !each.item.hidden);
    const next = left[left.findIndex(each => each.item === card) + step];
    if (next) next.open.focus();
  });

  function refresh(visible) {
    let left = 0;
    cards.forEach((card, index) => {
      card.item.hidden = !visible(index);
      left += visible(index) ? 1 : 0;
    });
    empty.hidden = left > 0;
    count.textContent = left === cards.length ? String(left) : fill(words.shown, {shown: left, total: cards.length});
  }

  function mark(index) {
    cards.forEach((card, place) => {
      card.item.classList.toggle("chosen", place === index);
      card.open.setAttribute("aria-expanded", String(place === index));
    });
    if (index !== null) nudge(cards[index].item);
  }

  return {element, empty, count, refresh, mark, focus: index => cards[index].open.focus()};
}
