// One draft opened: the outline, the text and the list of findings, which follow one another.

const tip = (() => {
  const element = byId("tip");
  let leaving = 0;
  let scrolled = 0;

  function show(at, content, pointer = null) {
    stay();
    scrolled = scrollY;
    element.replaceChildren(content);
    element.hidden = false;
    const box = at.getClientRects()[0] || at.getBoundingClientRect();
    const [x, top, bottom] = pointer ? [pointer.clientX, pointer.clientY - 6, pointer.clientY + 14] : [box.left, box.top, box.bottom];
    const left = Math.max(8, Math.min(x - 12, innerWidth - element.offsetWidth - 8));
    const below = bottom + 8 + element.offsetHeight <= innerHeight;
    element.style.left = `${left}px`;
    element.style.top = `${below ? bottom + 8 : Math.max(8, top - 8 - element.offsetHeight)}px`;
  }

  function hide() {
    stay();
    element.hidden = true;
  }

  // A tip stays where it was shown; once its place has scrolled away it goes.
  const follow = () => { if (Math.abs(scrollY - scrolled) > 60) hide(); };
  const stay = () => clearTimeout(leaving);
  const leave = () => { stay(); leaving = setTimeout(hide, 160); };
  element.addEventListener("mouseenter", stay);
  element.addEventListener("mouseleave", leave);
  return {show, hide, leave, follow};
})();

const view = (() => {
  let opened = null;

  function open(number) {
    const element = byId(`draft-${number}`);
    if (!element) return close();
    tip.hide();
    const data = JSON.parse(element.textContent);
    const shows = index => filters.shows(data.findings[index].severity, categoryOf(data.findings[index].rule));
    const numbered = index => String(index + 1);
    const sheet = paper(data, numbered);
    const tree = outline(data, goTo);
    const shown = {
      related: (index, number) => { select(index); flash(sheet.related(index)[number] || sheet.first(index)); },
      inText: index => { select(index); const mark = sheet.first(index); mark?.focus({preventScroll: true}); },
    };
    const cards = list(data, numbered, index => select(index), shown);
    const host = byId("draft");
    host.replaceChildren(
      head(data, number),
      make("div", {class: "columns"},
        make("nav", {class: "side outline", "aria-label": words.outline}, make("h3", {}, words.outline), tree.element),
        make("div", {class: "middle"}, data.pictures.map(each => picture(each, goTo, tip)), sheet.element),
        make("aside", {class: "side list", "aria-label": words.findings}, make("h3", {}, words.findings, " ", cards.count), cards.empty, cards.element)));
    opened = {number, data, sheet, tree, cards, shows, chosen: null};
    hover(sheet, shown);
    byId("overview").hidden = true;
    host.hidden = false;
    document.title = fill(words.report_of, {name: nameOf(data)});
    trail(number);
    refresh();
    scrollTo(0, 0);
  }

  const nameOf = data => data.path.split("/").pop();

  // A run of many drafts is printed whole: the overview, and each draft on pages of its own.
  function everything() {
    if (opened) return;
    byId("printed").replaceChildren(...overview.openable().map(number => {
      const data = JSON.parse(byId(`draft-${number}`).textContent);
      const items = data.findings.map((finding, index) => make("li", {class: `card ${finding.severity}`},
        make("p", {class: "message"}, `${index + 1} ${words.severities[finding.severity]}${words.colon}${finding.message}`),
        make("p", {class: "place"}, fill(words.place, finding))));
      return make("article", {class: "printed"}, head(data, number), paper(data, index => String(index + 1)).element, make("ol", {class: "cards"}, items));
    }));
  }
  addEventListener("beforeprint", everything);
  addEventListener("afterprint", () => byId("printed").replaceChildren());

  function head(data, number) {
    const counts = WORST_FIRST.map(severity => {
      const count = data.findings.filter(finding => finding.severity === severity).length;
      return count ? make("li", {class: severity}, make("b", {}, String(count)), ` ${words.counted[severity]}`) : "";
    });
    return make("div", {class: "head"},
      make("h2", {class: "path", dir: "auto", title: data.path}, nameOf(data)),
      data.genre ? make("p", {class: "genre"}, `${words.genre}${words.colon}${data.genre}`) : "",
      make("ul", {class: "figures small"}, counts));
  }

  function trail(number) {
    const drafts = overview.openable();
    const place = drafts.indexOf(number);
    const link = (to, label, key) => make("a", {class: "tool", href: to === undefined ? undefined : to === "" ? "#" : `#d${to}`, "aria-disabled": to === undefined ? "true" : undefined}, label, " ", make("kbd", {}, key));
    byId("trail").replaceChildren(...(rows.length < 2 ? [] : [
      link("", words.back, "u"), link(drafts[place - 1], words.previous, "["), link(drafts[place + 1], words.next, "]"),
      make("span", {class: "hint"}, `${place + 1} / ${drafts.length}`)]));
  }

  function close() {
    tip.hide();
    opened = null;
    byId("draft").hidden = true;
    byId("draft").replaceChildren();
    byId("overview").hidden = false;
    byId("trail").replaceChildren();
    document.title = words.title;
    refresh();
  }

  function refresh() {
    if (!opened) return filters.tell(overview.all);
    const {data, sheet, tree, cards, shows} = opened;
    filters.tell(rows[opened.number].counts);
    sheet.refresh(shows);
    tree.refresh(shows);
    cards.refresh(shows);
    if (opened.chosen !== null && !shows(opened.chosen)) select(null);
  }

  // Choose a finding: its place, its card and its section show it.
  function select(index, {scroll = true} = {}) {
    const {data, sheet, tree, cards} = opened;
    opened.chosen = index;
    for (const mark of sheet.element.querySelectorAll(".chosen, .pointed")) mark.classList.remove("chosen", "pointed");
    cards.mark(index);
    tree.mark(index);
    if (index === null) return;
    for (const mark of sheet.of(index)) mark.classList.add("chosen");
    for (const mark of sheet.related(index)) mark.classList.add("pointed");
    if (scroll) reveal(sheet.first(index));
    const finding = data.findings[index];
    say(`${index + 1}${words.colon}${words.severities[finding.severity]} ${finding.message}`);
  }

  const reveal = element => {
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.top < 150 || box.bottom > innerHeight - 80) element.scrollIntoView({block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
  };

  function flash(element) {
    if (!element) return;
    reveal(element);
    element.classList.remove("flash");
    void element.offsetWidth; // begins the animation anew
    element.classList.add("flash");
  }

  function goTo(target, {focus = false} = {}) {
    const {sheet} = opened;
    const element = target.anchor !== undefined ? sheet.anchor(target.anchor) : sheet.blocks[target.paragraph];
    flash(element || sheet.blocks[0]);
    if (focus && element) {
      if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
      element.focus({preventScroll: true});
    }
  }

  function hover(sheet, shown) {
    const content = indices => make("div", {}, indices.map(index => {
      const finding = opened.data.findings[index];
      return make("section", {class: `note ${finding.severity}`},
        make("p", {class: "message", dir: "auto"}, make("span", {class: `tag ${finding.severity}`}, String(index + 1)), finding.message),
        details(finding, index, shown),
        make("button", {type: "button", class: "tool", onclick: () => toList(index)}, words.to_list, " ", make("kbd", {}, "b")));
    }));
    const offer = mark => {
      const indices = sheet.indices(mark).filter(opened.shows);
      if (indices.length) tip.show(mark, content(indices));
    };
    const choose = mark => {
      const indices = sheet.indices(mark, "begins").filter(opened.shows);
      const all = indices.length ? indices : sheet.indices(mark).filter(opened.shows);
      if (!all.length) return;
      const next = all[(all.indexOf(opened.chosen) + 1) % all.length];
      select(next, {scroll: false});
    };
    sheet.element.addEventListener("mouseover", event => { const mark = within(event, "mark"); if (mark) offer(mark); });
    sheet.element.addEventListener("mouseout", event => { if (within(event, "mark")) tip.leave(); });
    sheet.element.addEventListener("focusin", event => { const mark = within(event, "mark"); if (mark && mark.matches(":focus-visible")) offer(mark); });
    sheet.element.addEventListener("focusout", event => { if (within(event, "mark")) tip.leave(); });
    sheet.element.addEventListener("click", event => {
      const mark = within(event, "mark");
      if (!mark) return;
      choose(mark);
      offer(mark);
    });
    sheet.element.addEventListener("keydown", event => {
      const mark = within(event, "mark");
      if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      choose(mark);
      offer(mark);
    });
  }

  function toList(index = opened?.chosen) {
    if (!opened || index === null || index === undefined) return;
    select(index, {scroll: false});
    tip.hide();
    opened.cards.focus(index);
  }

  // The next or previous finding that is shown, from the chosen one.
  function step(by) {
    if (!opened) return;
    const left = opened.data.findings.map((_, index) => index).filter(opened.shows);
    if (!left.length) return;
    const place = left.indexOf(opened.chosen);
    const next = left[place < 0 ? (by > 0 ? 0 : left.length - 1) : (place + by + left.length) % left.length];
    tip.hide();
    select(next);
    opened.sheet.first(next)?.focus({preventScroll: true});
    tip.hide();
  }

  function sibling(by) {
    if (!opened) return;
    const drafts = overview.openable();
    const next = drafts[drafts.indexOf(opened.number) + by];
    if (next !== undefined) location.hash = `#d${next}`;
  }

  // Open what the address says; a run of one draft opens it at once.
  function route() {
    const wanted = /^#d(\d+)$/.exec(location.hash);
    if (wanted) return open(Number(wanted[1]));
    return rows.length === 1 && byId("draft-0") ? open(0) : close();
  }

  return {route, refresh, step, sibling, toList, up: () => { if (rows.length > 1) location.hash = "#"; }};
})();
