// One draft: its outline, its text and its list of findings, which follow one another.

const fileOf = data => data.path.split("/").pop();

const reader = (() => {
  let opened = null;

  // Show a draft in elements for the outline, the text and the list; ``more`` are buttons of the shell in the details.
  function show(data, places, more = {}) {
    tip.hide();
    const shows = index => filters.shows(data.findings[index].severity, categoryOf(data.findings[index].rule));
    const numbered = index => String(index + 1);
    const sheet = paper(data, numbered);
    const tree = outline(data, goTo);
    const shown = {
      ...more,
      related: (index, number) => { select(index); flash(sheet.related(index)[number] || sheet.first(index)); },
      inText: index => { select(index); const mark = sheet.first(index); mark?.focus({preventScroll: true}); },
    };
    const cards = list(data, numbered, index => select(index), shown);
    places.outline.replaceChildren(make("h3", {}, words.outline), tree.element);
    const drawings = data.pictures.map(each => picture(each, index => data.findings[index].severity, goTo, tip));
    places.text.replaceChildren(...drawings.map(drawing => drawing.element), sheet.element);
    places.list.replaceChildren(make("h3", {}, words.findings, " ", cards.count), cards.empty, cards.element);
    opened = {data, sheet, tree, cards, drawings, shows, chosen: null};
    hover(sheet, shown);
  }

  // The name of a draft, its genre and its counts.
  function head(data, ...more) {
    const counts = WORST_FIRST.map(severity => {
      const count = data.findings.filter(finding => finding.severity === severity).length;
      return count ? make("li", {class: severity}, make("b", {}, String(count)), ` ${words.counted[severity]}`) : "";
    });
    return [
      make("h2", {class: "path", dir: "auto", title: data.path}, fileOf(data)),
      data.genre ? make("p", {class: "genre"}, `${words.genre}${words.colon}${data.genre}`) : "",
      more,
      make("ul", {class: "figures small"}, counts)];
  }

  function close() {
    tip.hide();
    opened = null;
  }

  function refresh() {
    if (!opened) return;
    const {sheet, tree, cards, drawings, shows} = opened;
    sheet.refresh(shows);
    tree.refresh(shows);
    cards.refresh(shows);
    for (const drawing of drawings) drawing.refresh(shows);
    if (opened.chosen !== null && !shows(opened.chosen)) select(null);
  }

  // Choose a finding: its place, its card and its section show it.
  function select(index, {scroll = true, aloud = true} = {}) {
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
    if (aloud) say(`${index + 1}${words.colon}${words.severities[finding.severity]} ${finding.message}`);
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

  return {
    show, head, close, refresh, select, step, toList, goTo, flash,
    chosen: () => opened?.chosen ?? null,
    data: () => opened?.data ?? null,
  };
})();
