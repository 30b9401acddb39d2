// What there is to take away: the text, the mended file under its own name, the Word draft with comments.

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", {href: address, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const isWord = draft => draft.kind === "file" && /\.docx$/i.test(draft.name);

function save() {
  if (!current) return;
  keepTyped();
  const {content} = stateOf(current);
  if (current.kind === "file") download(content, current.name);
  else download(new Blob([content], {type: "text/plain;charset=utf-8"}), words.text_name);
}

async function annotate() {
  const draft = current;
  const done = await ask("annotate", draft);
  if (!done?.ok) return done && complain(done.lines);
  download(done.blob, fill(words.annotated_name, {stem: draft.name.replace(/\.docx$/i, "")}));
}

async function copy() {
  const text = byId("text");
  try {
    await navigator.clipboard.writeText(text.value);
    tell(words.copied);
  } catch { // a page that came without TLS from another machine has no clipboard: mark it for the drafter's own keys
    text.focus();
    text.select();
    tell(document.execCommand("copy") ? words.copied : words.copy_failed);
  }
}

function startDownloads() {
  byId("save").addEventListener("click", save);
  byId("annotate").addEventListener("click", annotate);
  byId("copy").addEventListener("click", copy);
}
