// All that is said of a finding, for its card in the list and for the tip over the text.

function details(finding, index, shown) {
  const rule = rules[finding.rule];
  const lines = [];
  const line = (name, ...content) => lines.push(make("div", {}, make("dt", {}, name), make("dd", {}, content)));
  if (finding.fix) line(words.fix, changes(finding.fix), shown.mend?.(finding, index));
  if (rule) line(words.why, rule.why);
  const source = finding.source === "practice" ? words.practice : finding.source;
  line(words.source, source, rule && source !== words.tiers[rule.tier] ? make("span", {class: "tier"}, words.tiers[rule.tier]) : "");
  const id = make("code", {}, finding.rule);
  const page = rule && rule.page;
  line(words.rule, rule ? `${rule.title} ` : "", page ? make("a", {class: "link", href: page, target: "_blank", rel: "noopener noreferrer"}, id) : id, shown.silence?.(finding.rule));
  if (finding.related) line(words.related, make("ul", {class: "places"}, finding.related.map((place, number) => make("li", {},
    make("button", {type: "button", class: "link", onclick: () => shown.related(index, number)}, fill(words.place, place)),
    place.message ? ` ${place.message}` : ""))));
  return make("dl", {class: "details"}, lines);
}

function changes(fix) {
  const shown = fix.changes.map(change => make("li", {}, edited(change)));
  if (fix.more) shown.push(make("li", {class: "more"}, fill(words.more_changes, {count: fix.more})));
  return [make("ul", {class: "changes"}, shown), make("p", {class: "safety"}, words.fixes[fix.safe ? "safe" : "unsafe"])];
}

// A change in what stands around it.
function edited(change) {
  const visible = text => text.replace(/\r\n|\r|\n/g, "⏎").replace(/\u3000/g, "　");
  return [
    change.before,
    change.deleted ? make("del", {}, visible(change.deleted)) : "",
    change.inserted ? make("ins", {}, visible(change.inserted)) : "",
    change.after];
}
