/** The language server: started, started anew when the settings change, and its absence explained. */

import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { commandName } from "./locate";
import { run } from "./run";
import { command, commandSetting, commonOptions, folder, SECTION, selection, words } from "./settings";

export const LANGUAGES = ["plaintext", "markdown"];

/** How often a server that has ended by itself is started again. */
const MOST_RESTARTS = 3;

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private begunAgain = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: vscode.OutputChannel,
    private readonly extension: string,
  ) {}

  /** Start the server, in place of one that runs; one start at a time, in the order asked for. */
  restart(): Promise<void> {
    return (this.turn = this.turn.then(() => this.stop()).then(() => this.start()));
  }

  async stop(): Promise<void> {
    const running = this.client;
    this.client = undefined;
    await running?.dispose().catch((error: unknown) => {
      this.log.appendLine(String(error));
    });
  }

  dispose(): void {
    void this.stop();
  }

  private async start(): Promise<void> {
    const program = await command();
    if (!program) {
      const setting = commandSetting();
      this.explain(setting ? words().noPath(setting) : words().absent(commandName(process.platform)));
      return;
    }
    const args = ["server", ...commonOptions(), ...selection()];
    const refusal = await this.refusal(program, args);
    if (refusal) {
      this.explain(words().notStarted(refusal));
      return;
    }
    const where = folder()?.fsPath;
    const options = { ...(where ? { cwd: where } : {}), env: { ...process.env, PYTHONUTF8: "1" } };
    const client = new LanguageClient(SECTION, "wengao-lint", { command: program, args, options }, this.options());
    try {
      await client.start();
      this.client = client;
    } catch (error) {
      this.log.appendLine(String(error)); // the client has told the writer
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
      outputChannel: this.log,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    };
  }

  /** What to do about a server that has ended: begin again, but not for ever, and not where it never began. */
  private closed(): CloseHandlerResult {
    const ended = this.client;
    this.client = undefined;
    if (ended && (this.begunAgain += 1) <= MOST_RESTARTS) {
      void this.restart();
    } else if (ended) {
      this.explain(words().notStarted(words().unknownReason));
    }
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /**
   * Why the server cannot be started, in its own words: found out before the client tries, which would speak of
   * connections. A server that has nothing to read ends at once, with the status 2 only where something is missing.
   */
  private async refusal(program: string, args: readonly string[]): Promise<string | undefined> {
    const { status, errors } = await run(program, args, "", folder()?.fsPath);
    return status === null || status > 1 ? (/[^\n]+$/.exec(errors.trim())?.[0] ?? words().unknownReason) : undefined;
  }

  /** Say what is wrong and offer what can be done; the answer is not waited for. */
  private explain(what: string): void {
    const said = words();
    void vscode.window
      .showErrorMessage(what, said.openSettings, said.openReadme, said.tryAgain, said.showLog)
      .then((chosen) => {
        switch (chosen) {
          case said.openSettings:
            return vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.path`);
          case said.openReadme:
            return vscode.commands.executeCommand("extension.open", this.extension);
          case said.tryAgain:
            return this.restart();
          case said.showLog:
            this.log.show();
            return undefined;
          default:
            return undefined;
        }
      });
  }
}
