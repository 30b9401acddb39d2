// Drafts that arrive as files: dropped, pasted or chosen.

function arrive(files) {
  const arrived = [...files].map(file => {
    const draft = draftOf("file", file.name, file);
    if (file.size > limits.bytes) draft.problems = [fill(words.too_large, {most: limits.bytes})];
    return draft;
  });
  arrived.forEach((draft, index) => add(draft, {open: index === 0}));
  arrived.slice(1).forEach(draft => { if (!draft.problems.length) check(draft); });
}

function startArrivals() {
  const drop = byId("drop");
  const holdsFiles = event => [...(event.dataTransfer?.types || [])].includes("Files");
  byId("open").addEventListener("click", () => byId("files").click());
  byId("files").addEventListener("change", () => { arrive(byId("files").files); byId("files").value = ""; });
  addEventListener("dragover", event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    drop.hidden = false;
  });
  addEventListener("dragleave", event => { if (!event.relatedTarget) drop.hidden = true; });
  addEventListener("drop", event => {
    drop.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    arrive(event.dataTransfer.files);
  });
  addEventListener("paste", event => {
    const files = event.clipboardData?.files || [];
    if (files.length && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      arrive(files);
    }
  });
}
