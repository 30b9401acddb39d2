// Chinese or English, switched in place: the drafts stay.

const SPOKEN = "wengao-lint language";

function speak(name) {
  language = name in read("both") ? name : "zh";
  words = read("both")[language];
  document.documentElement.lang = words.lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words[element.dataset.label]);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = words[element.dataset.hint];
  byId("language").lang = language === "en" ? "zh-CN" : "en";
  const {u, ...keys} = words.key_list;
  byId("key-list").replaceChildren(...Object.entries({...keys, ...words.web_keys}).map(([key, meaning]) => make("div", {},
    make("dt", {}, key.split(" ").map(each => make("kbd", {}, each))), make("dd", {}, meaning))));
  theme.show();
}

function startLanguage() {
  let kept = null;
  try { kept = localStorage.getItem(SPOKEN); } catch { /* a page may be refused storage */ }
  speak(kept || language);
  byId("language").addEventListener("click", () => {
    speak(language === "en" ? "zh" : "en");
    try { localStorage.setItem(SPOKEN, language); } catch { /* the same */ }
    keepTyped();
    showTabs();
    showOptions();
    render();
    drafts.forEach(draft => check(draft));
  });
}
