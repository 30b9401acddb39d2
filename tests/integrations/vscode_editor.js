/** The extension as it is packed, with its real client and the real server, in an editor that has one draft open. */

const Module = require("node:module");
const { pathToFileURL } = require("node:url");
const [bundle, file, text] = process.argv.slice(2);

/** Whatever is asked of the editor beyond what stands below: a class, a function, an event, an empty place. */
const anything = new Proxy(class {}, {
  get: (target, key) => (key in target || typeof key === "symbol" || key === "then" ? target[key] : anything),
  apply: () => ({ dispose: () => undefined }),
});
const beyond = (known) =>
  new Proxy(known, { get: (target, key) => (key in target || key === "then" ? target[key] : anything) });

class Uri {
  constructor(value) {
    Object.assign(this, { value, scheme: "file", fsPath: file, path: file });
  }
  static parse = (value) => new Uri(value);
  toString() {
    return this.value;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(startLine, startCharacter, endLine, endCharacter) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class EventEmitter {
  listeners = [];
  event = (listener) => {
    this.listeners.push(listener);
    return { dispose: () => undefined };
  };
  fire = (value) => this.listeners.forEach((listener) => listener(value));
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false };
  cancel() {}
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append = (part) => new CodeActionKind(this.value ? `${this.value}.${part}` : part);
}
CodeActionKind.Empty = new CodeActionKind("");
for (const kind of ["QuickFix", "Refactor", "RefactorExtract", "RefactorInline", "RefactorRewrite", "Source"]) {
  CodeActionKind[kind] = new CodeActionKind(kind);
}
CodeActionKind.SourceFixAll = CodeActionKind.SourceOrganizeImports = CodeActionKind.Source;

const uri = new Uri(pathToFileURL(file).href);
const draft = { uri, fileName: file, languageId: "plaintext", version: 1, isClosed: false, getText: () => text };

/** Print what came, end the extension, and so the server. */
async function end(found) {
  console.log(JSON.stringify(found));
  await extension.deactivate();
  process.exit(0);
}

const collection = {
  set: (_uri, found) =>
    end(found.map(({ range, message, severity, code }) => ({ ...range.start, message, severity, code }))),
  delete() {},
  clear() {},
  dispose() {},
};

const vscode = beyond({
  version: "1.99.0",
  commands: anything,
  tasks: anything,
  Uri,
  Position,
  Range,
  Diagnostic,
  EventEmitter,
  CancellationTokenSource,
  CodeActionKind,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  extensions: { getExtension: () => undefined },
  env: { language: "zh-cn", appName: "editor" },
  workspace: beyond({
    isTrusted: true,
    textDocuments: [draft],
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (_name, otherwise) => otherwise }),
  }),
  window: beyond({
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: beyond({ all: [] }),
    createOutputChannel: () => ({ append: console.error, appendLine: console.error, show() {}, dispose() {} }),
    showErrorMessage: async (message) => end({ message }),
  }),
  languages: beyond({
    match: (selector) => (selector.some((each) => each.language === draft.languageId && each.scheme === "file") ? 1 : 0),
    createDiagnosticCollection: () => collection,
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const extension = require(bundle);
void extension.activate({ subscriptions: [], extension: { id: "wengao-lint.wengao-lint" } });
