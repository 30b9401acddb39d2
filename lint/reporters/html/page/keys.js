// Keys that work anywhere on the page.

function startKeys(more) {
  const dialog = byId("keys");
  byId("show-keys").addEventListener("click", () => dialog.showModal());
  const actions = {
    n: () => reader.step(1),
    p: () => reader.step(-1),
    b: () => reader.toList(),
    t: () => theme.next(),
    "?": () => { tip.hide(); dialog.showModal(); },
    Escape: () => tip.hide(),
    ...more,
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]") || !(event.key in actions)) return;
    if (within(event, "textarea, input, select")) return;
    actions[event.key]();
    if (event.key !== "Escape") event.preventDefault();
  });
  document.addEventListener("scroll", tip.follow, {passive: true});
}
