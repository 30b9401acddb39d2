// The draft that the address names, or the table of all.

const view = (() => {
  let opened = null;

  function open(number) {
    const element = byId(`draft-${number}`);
    if (!element) return close();
    const data = JSON.parse(element.textContent);
    const places = {
      outline: make("nav", {class: "side outline", "aria-label": words.outline}),
      text: make("div", {class: "middle"}),
      list: make("aside", {class: "side list", "aria-label": words.findings}),
    };
    reader.show(data, places);
    const host = byId("draft");
    host.replaceChildren(
      make("div", {class: "head"}, reader.head(data)),
      make("div", {class: "columns"}, places.outline, places.text, places.list));
    opened = number;
    byId("overview").hidden = true;
    host.hidden = false;
    document.title = fill(words.report_of, {name: fileOf(data)});
    trail(number);
    refresh();
    scrollTo(0, 0);
  }

  // A run of many drafts is printed whole: the overview, and each draft on pages of its own.
  function everything() {
    if (opened !== null) return;
    byId("printed").replaceChildren(...overview.openable().map(number => {
      const data = JSON.parse(byId(`draft-${number}`).textContent);
      const items = data.findings.map((finding, index) => make("li", {class: `card ${finding.severity}`},
        make("p", {class: "message"}, `${index + 1} ${words.severities[finding.severity]}${words.colon}${finding.message}`),
        make("p", {class: "place"}, fill(words.place, finding))));
      return make("article", {class: "printed"},
        make("div", {class: "head"}, reader.head(data)),
        paper(data, index => String(index + 1)).element,
        make("ol", {class: "cards"}, items));
    }));
  }
  addEventListener("beforeprint", everything);
  addEventListener("afterprint", () => byId("printed").replaceChildren());

  function trail(number) {
    const drafts = overview.openable();
    const place = drafts.indexOf(number);
    const link = (to, label, key) => make("a", {class: "tool", href: to === undefined ? undefined : to === "" ? "#" : `#d${to}`, "aria-disabled": to === undefined ? "true" : undefined}, label, " ", make("kbd", {}, key));
    byId("trail").replaceChildren(...(rows.length < 2 ? [] : [
      link("", words.back, "u"), link(drafts[place - 1], words.previous, "["), link(drafts[place + 1], words.next, "]"),
      make("span", {class: "hint"}, `${place + 1} / ${drafts.length}`)]));
  }

  function close() {
    reader.close();
    opened = null;
    byId("draft").hidden = true;
    byId("draft").replaceChildren();
    byId("overview").hidden = false;
    byId("trail").replaceChildren();
    document.title = words.title;
    refresh();
  }

  function refresh() {
    if (opened === null) return filters.tell(overview.all);
    filters.tell(rows[opened].counts);
    reader.refresh();
  }

  function sibling(by) {
    if (opened === null) return;
    const drafts = overview.openable();
    const next = drafts[drafts.indexOf(opened) + by];
    if (next !== undefined) location.hash = `#d${next}`;
  }

  // Open what the address says; a run of one draft opens it at once.
  function route() {
    const wanted = /^#d(\d+)$/.exec(location.hash);
    if (wanted) return open(Number(wanted[1]));
    return rows.length === 1 && byId("draft-0") ? open(0) : close();
  }

  return {route, refresh, sibling, up: () => { if (rows.length > 1) location.hash = "#"; }};
})();
