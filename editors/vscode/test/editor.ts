/** The editor that the tests put in the place of the module `vscode`: it remembers what it is asked for. */

import { EventEmitter as Emitter } from "node:events";
import { pathToFileURL } from "node:url";

export interface Said {
  readonly kind: "error" | "information";
  readonly text: string;
  readonly offered: readonly string[];
}

/** What the tests set and look at. */
export const state = {
  settings: {} as Record<string, unknown>,
  folders: [] as { uri: Uri }[],
  trusted: true,
  interpreter: undefined as string | undefined,
  answer: undefined as string | undefined,
  said: [] as Said[],
  executed: [] as unknown[][],
  tasks: [] as Task[],
  shown: [] as string[],
  commands: new Map<string, (...values: unknown[]) => unknown>(),
  events: new Emitter(),
  provider: undefined as { provideTextDocumentContent: (uri: Uri) => string } | undefined,
};

const disposable = { dispose: (): void => undefined };

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query = "",
  ) {}
  static file = (name: string): Uri => new Uri("file", name);
  static from = ({ scheme, path, query }: { scheme: string; path: string; query: string }): Uri =>
    new Uri(scheme, path, query);
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return this.scheme === "file" ? pathToFileURL(this.path).href : `${this.scheme}:${this.path}?${this.query}`;
  }
}

export class EventEmitter<T> {
  private readonly emitter = new Emitter();
  event = (listener: (value: T) => void): typeof disposable => {
    this.emitter.on("event", listener);
    return disposable;
  };
  fire = (value: T): void => void this.emitter.emit("event", value);
}

export class ProcessExecution {
  constructor(
    readonly process: string,
    readonly args: string[],
    readonly options: { cwd: string; env: Record<string, string> },
  ) {}
}

export class Task {
  presentationOptions = {};
  constructor(
    readonly definition: { type: string },
    readonly scope: number,
    readonly name: string,
    readonly source: string,
    readonly execution: ProcessExecution,
    readonly problemMatchers: string,
  ) {}
}

export const TaskScope = { Workspace: 2 };
export const TaskRevealKind = { Silent: 2 };
export const ViewColumn = { Beside: -2 };

export const tasks = { executeTask: (task: Task): void => void state.tasks.push(task) };

export const extensions = {
  getExtension: (): unknown =>
    state.interpreter === undefined
      ? undefined
      : {
          activate: () => ({
            environments: {
              getActiveEnvironmentPath: () => ({ path: state.interpreter }),
              resolveEnvironment: ({ path }: { path: string }) =>
                Promise.resolve({ executable: { uri: Uri.file(path) } }),
            },
          }),
        },
};

const say =
  (kind: Said["kind"]) =>
  (text: string, ...offered: string[]): Promise<string | undefined> => {
    state.said.push({ kind, text, offered });
    const { answer } = state;
    state.answer = undefined;
    return Promise.resolve(answer);
  };

export const window = {
  activeTextEditor: undefined as unknown,
  createOutputChannel: () => ({ ...disposable, appendLine: () => undefined, show: () => undefined }),
  showErrorMessage: say("error"),
  showInformationMessage: say("information"),
  showTextDocument: (document: { uri: Uri }) => {
    state.shown.push(state.provider?.provideTextDocumentContent(document.uri) ?? "");
  },
};

export const commands = {
  registerCommand: (name: string, run: (...values: unknown[]) => unknown) => {
    state.commands.set(name, run);
    return disposable;
  },
  executeCommand: (...values: unknown[]): void => void state.executed.push(values),
};

const on =
  (name: string) =>
  (listener: (value: unknown) => void): typeof disposable => {
    state.events.on(name, listener);
    return disposable;
  };

export const workspace = {
  get workspaceFolders() {
    return state.folders;
  },
  get isTrusted() {
    return state.trusted;
  },
  getConfiguration: () => ({ get: (name: string) => state.settings[name] }),
  registerTextDocumentContentProvider: (_scheme: string, provider: typeof state.provider) => {
    state.provider = provider;
    return disposable;
  },
  openTextDocument: (uri: Uri) => Promise.resolve({ uri }),
  onDidCloseTextDocument: on("closed"),
  onDidGrantWorkspaceTrust: on("trusted"),
  onDidChangeConfiguration: on("configured"),
};
