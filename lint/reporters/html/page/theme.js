// Light, dark, or as the system has it: the dark style is a sheet of its own whose medium is switched.

const theme = (() => {
  const MEDIA = {auto: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen"};
  const order = Object.keys(MEDIA);
  let current = "auto";

  function set(name) {
    current = name in MEDIA ? name : "auto";
    byId("dark").media = MEDIA[current];
    document.documentElement.dataset.theme = current;
    show();
    try { localStorage.setItem("wengao-lint theme", current); } catch { /* a page may be refused storage */ }
  }

  const show = () => byId("theme").replaceChildren(`${words.theme}${words.colon}${words.themes[current]} `, make("kbd", {}, "t"));

  function start() {
    let kept = "auto";
    try { kept = localStorage.getItem("wengao-lint theme") || "auto"; } catch { /* the same */ }
    byId("theme").addEventListener("click", next);
    set(kept);
  }

  const next = () => set(order[(order.indexOf(current) + 1) % order.length]);
  return {start, next, show};
})();
