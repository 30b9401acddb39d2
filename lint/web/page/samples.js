// Drafts to look at first; each opens as a text that can be changed.

function startSamples() {
  byId("samples").append(...read("samples-data").map(({name, text}) =>
    make("button", {type: "button", class: "tool", lang: "zh-CN", onclick: () => add(draftOf("text", name, text))}, name)));
}
