// The service: one request for one draft, tried again for a while when it is busy.

const TRIES = 5;
const pause = seconds => new Promise(done => setTimeout(done, seconds * 1000));

// What the service makes of a draft in its present state: a status and an answer; null when it was called off.
async function ask(kind, draft, more = {}, signal = undefined) {
  for (let tries = 1; ; tries += 1) {
    let response;
    try {
      response = await fetch(`api/${kind}`, {method: "POST", signal, ...requestFor(draft, more)});
      if (response.status === 503 && tries < TRIES) {
        await pause(Number(response.headers.get("Retry-After")) || 2);
        continue;
      }
      if (response.ok && kind === "annotate") return {ok: true, blob: await response.blob()};
      const answer = await response.json();
      return response.ok ? {ok: true, answer} : {ok: false, lines: answer.errors.map(each => each.message)};
    } catch (error) {
      if (error.name === "AbortError") return null;
      return {ok: false, lines: [words.unreachable]};
    }
  }
}

function requestFor(draft, more) {
  const {content, mended} = stateOf(draft);
  const choice = choiceOf(draft);
  const asked = {genre: choice.genre, ignore: choice.ignore, lang: language, ...more};
  if (draft.kind === "text") {
    const body = {text: content, name: nameSent(draft), mended: toPoints(content, mended), ...asked};
    return {headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)};
  }
  const form = new FormData();
  form.append("file", content, draft.name);
  form.append("name", draft.name);
  form.append("mended", JSON.stringify(mended));
  for (const [key, value] of Object.entries(asked)) form.append(key, key === "mend" ? JSON.stringify(value) : String(value));
  return {body: form};
}

const nameSent = draft => draft.name || "<text>";
