// The draft as its reader sees it, its findings marked in place.

function paper(data, numbered) {
  const TAGS = {title: "h2", heading: "h3", table: "pre", code: "pre", html: "pre", front_matter: "pre"};
  const begun = new Set();
  const anchors = new Map();
  const relatedOf = new Map();

  function piece(each) {
    if (typeof each === "string") return each;
    const {text, style = "", findings = [], related = [], anchor, mended} = each;
    const attributes = {class: style};
    let element;
    if (findings.length) {
      const first = findings.filter(index => !begun.has(index));
      first.forEach(index => begun.add(index));
      element = make("mark", {...attributes, class: `at ${style}`, "data-findings": findings.join(" ")}, text);
      if (first.length) {
        element.dataset.begins = first.join(" ");
        element.tabIndex = 0;
        element.setAttribute("role", "button");
        element.setAttribute("aria-describedby", first.map(index => `message-${index}`).join(" "));
      }
      if (!text) element.classList.add("point");
    } else {
      element = make("span", attributes, text);
    }
    for (const index of related) {
      if (!relatedOf.has(index)) relatedOf.set(index, []);
      relatedOf.get(index).push(element);
    }
    if (related.length) element.classList.add("related");
    if (mended) element.classList.add("mended");
    if (anchor !== undefined) {
      element.dataset.anchor = anchor;
      if (!anchors.has(anchor)) anchors.set(anchor, element);
    }
    return element;
  }

  // Signatures are set so far in that they still fit on a line, as their author meant them to.
  function indent(each, role) {
    const length = each.pieces.reduce((sum, part) => sum + (part.text ?? part).length, 0);
    const most = ["signature", "date"].includes(role) ? Math.max(0, 27 - length) : 20;
    return Math.min(each.indent, most);
  }

  // A table of a draft as a table, where all of its rows have cells and no finding stands in it.
  function cells({pieces, rows: known}) {
    if (pieces.length !== 1 || pieces[0].findings || pieces[0].anchor !== undefined) return null;
    const lines = (pieces[0].text ?? pieces[0]).split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line && !/^[\s|:+\-—─]+$/.test(line));
    const rows = lines.map(line => /^[|│┃]/.test(line) ? line.replace(/^[|│┃]|[|│┃]$/g, "").split(/[|│┃]/) : line.split(/\t|[ \u3000]{2,}/));
    if (known) rows.splice(0, rows.length, ...known);
    else if (!rows.length || rows.some(row => row.length < 2)) return null;
    return make("table", {}, rows.map(row => make("tr", {}, row.map(cell => make("td", {}, cell.trim())))));
  }

  // Where a title may break, so that its words stay whole (GB/T 9704-2012 7.3.1); a single character follows its word.
  function part(block) {
    const segments = [...new Intl.Segmenter("zh", {granularity: "word"}).segment(block.textContent)];
    const breaks = segments.filter((each, place) => place && each.isWordLike && segments[place - 1].isWordLike && each.segment.length > 1).map(each => each.index);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = breaks.map(each => each - start).filter(each => each >= 0 && each < node.length);
      start += node.length;
      for (const place of within.reverse()) (place ? node.splitText(place) : node).before(make("wbr"));
    }
    block.classList.add("parted");
  }

  const blocks = data.paragraphs.map(each => {
    const role = each.role || "body";
    const block = make(TAGS[role] || "p", {class: `para ${role}`, "data-line": each.line, dir: "auto"});
    if (each.indent) block.style.textIndent = `${indent(each, role)}em`;
    if (each.align) block.classList.add(each.align);
    if (each.gap) block.classList.add("gap");
    if (each.level) block.dataset.level = each.level;
    if (role === "list_item" && each.ordinal !== undefined) block.dataset.bullet = each.ordinal ? `${each.ordinal}.` : "•";
    if (each.part) {
      block.classList.add("begins");
      block.dataset.part = words.parts[each.part] || "";
    }
    const table = role === "table" && cells(each);
    if (table) block.classList.add("drawn");
    block.append(...(table ? [table] : each.pieces.map(piece)));
    if (role === "title" && Intl.Segmenter) part(block);
    return block;
  });
  const element = make("div", {class: `paper${data.markdown ? " markdown" : ""}`, lang: "zh-CN", tabindex: "-1", "aria-label": words.text, role: "region"}, blocks);
  const marks = [...element.querySelectorAll("mark")];
  const indices = (mark, key = "findings") => (mark.dataset[key] || "").split(" ").filter(Boolean).map(Number);

  // Show the marks of the findings that the filters leave.
  function refresh(shown) {
    for (const mark of marks) {
      const left = indices(mark).filter(shown);
      const severity = worst(left.map(index => data.findings[index].severity));
      mark.classList.remove(...WORST_FIRST);
      if (severity) mark.classList.add(severity);
      mark.classList.toggle("off", !left.length);
      const begins = indices(mark, "begins").filter(shown);
      if (mark.dataset.begins !== undefined) {
        mark.tabIndex = begins.length ? 0 : -1;
        if (begins.length) mark.dataset.number = begins.map(index => numbered(index)).join(",");
        else delete mark.dataset.number;
      }
    }
  }

  const of = index => marks.filter(mark => indices(mark).includes(index));

  return {
    element, blocks, indices, refresh, of,
    first: index => marks.find(mark => indices(mark, "begins").includes(index)),
    related: index => relatedOf.get(index) || [],
    anchor: index => anchors.get(index),
  };
}
