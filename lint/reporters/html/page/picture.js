// Causes, problems and measures in columns, joined by lines; the words behind a line on hover and focus.

function picture(data, severityOf, goTo, tip) {
  const WIDTH = data.columns[0].width;
  const role = name => words.roles[name];
  const spots = data.boxes.map(() => []);
  const told = [];

  // An element in the colour of the findings that tell of these lacks; colourless where none does, or none is shown.
  function coloured(lacks, element) {
    told.push({element, findings: lacks.flatMap(lack => lack.findings)});
    return element;
  }

  const columns = data.columns.map(column => draw("g", {class: "column"},
    draw("text", {class: "role", x: column.x + WIDTH / 2, y: 14, "text-anchor": "middle"}, `${role(column.role)}  ${column.count}`),
    draw("text", {class: "heading", x: column.x + WIDTH / 2, y: 30, "text-anchor": "middle"}, column.heading)));

  const links = data.links.map(link => {
    const [one, other] = [data.boxes[link.problem], data.boxes[link.answer]];
    const label = `${one.name} — ${other.name}${words.colon}${link.words.join(words.comma)}`;
    const line = draw("g", {class: `link w${link.weight}`, tabindex: 0, role: "img", "aria-label": label},
      draw("path", {class: "reach", d: link.path}), draw("path", {class: "stroke", d: link.path}));
    spots[link.problem].push(line);
    spots[link.answer].push(line);
    const show = event => {
      lit([line], [link.problem, link.answer]);
      tip.show(line, make("div", {class: "terms"},
        make("p", {class: "pair"}, one.name, make("span", {}, " ↔ "), other.name),
        make("p", {}, make("span", {class: "name"}, words.terms), link.words.join(words.comma) || "—"),
        make("p", {class: "hint"}, fill(words.strength, link))), event.clientX === undefined ? null : event);
    };
    line.addEventListener("mouseenter", show);
    line.addEventListener("focus", show);
    for (const leaving of ["mouseleave", "blur"]) line.addEventListener(leaving, () => { lit(null); tip.leave(); });
    return line;
  });

  const boxes = data.boxes.map((box, index) => {
    const lacks = (box.lacks || []).map(lack => words.missing[lack.role]);
    const x = box.x + 12;
    const shown = draw("g", {class: `box ${box.role}${lacks.length ? " lacking" : ""}`, tabindex: 0, role: "button", "aria-label": [box.name, ...lacks].join(words.comma)},
      draw("title", {}, [box.name, ...lacks].join("\n")),
      draw("rect", {x: box.x + 1, y: box.y, width: WIDTH - 2, height: box.height, rx: 4}),
      box.lines.map((text, place) => draw("text", {x, y: box.y + 23 + 19 * place}, text)),
      (box.lacks || []).map((lack, place) => coloured([lack], draw("text", {class: "lack", x, y: box.y + 23 + 19 * (box.lines.length + place)}, `✕ ${lacks[place]}`))));
    if (box.lacks) coloured(box.lacks, shown);
    shown.addEventListener("click", () => goTo({anchor: box.anchor}));
    shown.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      goTo({anchor: box.anchor}, {focus: true});
    });
    for (const entering of ["mouseenter", "focus"]) shown.addEventListener(entering, () => lit(spots[index], [index, ...data.links.flatMap(link => link.problem === index ? [link.answer] : link.answer === index ? [link.problem] : [])]));
    for (const leaving of ["mouseleave", "blur"]) shown.addEventListener(leaving, () => lit(null));
    return shown;
  });

  // An open end where a line is missing.
  const stubs = data.boxes.flatMap(box => {
    const y = box.y + box.height / 2;
    return (box.lacks || []).map(lack => {
      const left = lack.role === "causes" || box.role === "measures";
      const [from, to] = left ? [box.x, box.x - 18] : [box.x + WIDTH, box.x + WIDTH + 18];
      return coloured([lack], draw("g", {class: "stub"}, draw("path", {d: `M${from} ${y}H${to}`}), draw("circle", {cx: to, cy: y, r: 4})));
    });
  });

  function lit(lines, indices = []) {
    drawing.classList.toggle("lit", lines !== null);
    for (const line of links) line.classList.toggle("on", Boolean(lines && lines.includes(line)));
    boxes.forEach((box, index) => box.classList.toggle("on", indices.includes(index)));
  }

  const drawing = draw("svg", {class: "drawing", viewBox: `0 0 ${data.width} ${data.height}`, role: "group", "aria-label": words.picture}, columns, links, stubs, boxes);
  drawing.style.maxWidth = `${Math.round(data.width * 1.2)}px`;
  // The same in words, where there is no room for columns.
  const go = box => make("button", {type: "button", onclick: () => goTo({anchor: box.anchor}, {focus: true})}, box.name);
  const missed = box => (box.lacks || []).map(lack => coloured([lack], make("li", {class: "lack"}, `✕ ${words.missing[lack.role]}`)));
  const answers = data.boxes.flatMap((box, index) => {
    if (box.role !== "problems") return box.lacks ? [make("li", {}, go(box), make("ul", {}, missed(box)))] : [];
    const own = data.links.filter(link => link.problem === index).map(link => data.boxes[link.answer]);
    return [make("li", {}, go(box), make("ul", {},
      own.map(answer => make("li", {}, role(answer.role), words.colon, go(answer))),
      missed(box)))];
  });
  const element = make("details", {class: "picture", open: true},
    make("summary", {}, words.picture),
    make("p", {class: "hint"}, words.picture_hint),
    make("div", {class: "canvas"}, drawing),
    make("ul", {class: "answers"}, answers));

  // Show what is lacking in the colour of the findings that the filters leave.
  function refresh(shown) {
    for (const {element, findings} of told) {
      element.classList.remove(...WORST_FIRST);
      const severity = worst(findings.filter(shown).map(severityOf));
      if (severity) element.classList.add(severity);
    }
  }

  return {element, refresh};
}
