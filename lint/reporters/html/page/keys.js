// Keys that work anywhere on the page.

function startKeys() {
  const dialog = byId("keys");
  byId("show-keys").addEventListener("click", () => dialog.showModal());
  const actions = {
    n: () => view.step(1),
    p: () => view.step(-1),
    b: () => view.toList(),
    u: () => view.up(),
    "[": () => view.sibling(-1),
    "]": () => view.sibling(1),
    t: () => theme.next(),
    "?": () => { tip.hide(); dialog.showModal(); },
    Escape: () => tip.hide(),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !(event.key in actions)) return;
    actions[event.key]();
    if (event.key !== "Escape") event.preventDefault();
  });
  document.addEventListener("scroll", tip.follow, {passive: true});
}
