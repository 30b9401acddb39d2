/** The extension: what it registers with the editor when a draft is opened or a command is used. */

import * as vscode from "vscode";
import { checkFolder, fixAll } from "./actions";
import { Server } from "./server";
import { SECTION } from "./settings";
import { SCHEME, Views } from "./views";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("wengao-lint");
  const running = new Server(log, context.extension.id);
  const views = new Views();
  const { registerCommand } = vscode.commands;
  server = running;
  context.subscriptions.push(
    log,
    running,
    registerCommand("wengaoLint.checkFolder", checkFolder),
    registerCommand("wengaoLint.fixAll", fixAll),
    registerCommand("wengaoLint.showOutline", (file?: vscode.Uri) => views.show("outline", file)),
    registerCommand("wengaoLint.showCorrespondence", (file?: vscode.Uri) => views.show("correspondence", file)),
    registerCommand("wengaoLint.restart", () => running.restart()),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, views),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      views.forget(uri);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration(SECTION) && !change.affectsConfiguration(`${SECTION}.trace`)
        ? running.restart()
        : undefined,
    ),
  );
  await running.restart();
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
