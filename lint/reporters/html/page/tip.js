// A note over the text, beside what it is about.

const tip = (() => {
  const element = byId("tip");
  let leaving = 0;
  let scrolled = 0;

  function show(at, content, pointer = null) {
    stay();
    scrolled = scrollY;
    element.replaceChildren(content);
    element.hidden = false;
    const box = at.getClientRects()[0] || at.getBoundingClientRect();
    const [x, top, bottom] = pointer ? [pointer.clientX, pointer.clientY - 6, pointer.clientY + 14] : [box.left, box.top, box.bottom];
    const left = Math.max(8, Math.min(x - 12, innerWidth - element.offsetWidth - 8));
    const below = bottom + 8 + element.offsetHeight <= innerHeight;
    element.style.left = `${left}px`;
    element.style.top = `${below ? bottom + 8 : Math.max(8, top - 8 - element.offsetHeight)}px`;
  }

  function hide() {
    stay();
    element.hidden = true;
  }

  // A tip stays where it was shown; once its place has scrolled away it goes.
  const follow = () => { if (Math.abs(scrollY - scrolled) > 60) hide(); };
  const stay = () => clearTimeout(leaving);
  const leave = () => { stay(); leaving = setTimeout(hide, 160); };
  element.addEventListener("mouseenter", stay);
  element.addEventListener("mouseleave", leave);
  return {show, hide, leave, follow};
})();
