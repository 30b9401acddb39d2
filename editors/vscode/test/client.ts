/** The language client that the tests put in the place of the real one: it remembers how it was made. */

export const CloseAction = { DoNotRestart: 1 };
export const ErrorAction = { Continue: 1 };

interface Options {
  readonly documentSelector: unknown;
  readonly errorHandler: { closed: () => unknown };
}

export const clients: LanguageClient[] = [];

export class LanguageClient {
  state: "made" | "started" | "stopped" = "made";
  constructor(
    readonly id: string,
    readonly name: string,
    readonly server: { command: string; args: string[]; options: { cwd: string } },
    readonly options: Options,
  ) {
    clients.push(this);
  }
  start(): Promise<void> {
    this.state = "started";
    return Promise.resolve();
  }
  dispose(): Promise<void> {
    this.state = "stopped";
    return Promise.resolve();
  }
}
