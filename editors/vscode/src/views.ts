/** The outline of a draft and the correspondence of its parts, each a read-only text beside the draft. */

import * as path from "node:path";
import * as vscode from "vscode";
import { commandName } from "./locate";
import { run } from "./run";
import { command, commonOptions, words } from "./settings";

export const SCHEME = "wengao-lint";

export type View = "outline" | "correspondence";

/** The texts of the views, by their addresses. */
export class Views implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  /** Forget the text of a view that was closed. */
  forget(uri: vscode.Uri): void {
    this.texts.delete(uri.toString());
  }

  /** Show a view of a file, or of the draft in the editor as it is, saved or not. */
  async show(view: View, file: vscode.Uri | undefined): Promise<void> {
    const draft = file ? undefined : vscode.window.activeTextEditor?.document;
    const uri = file ?? draft?.uri;
    if (!uri || uri.scheme === SCHEME) {
      void vscode.window.showInformationMessage(words().noDraft);
      return;
    }
    const text = await this.text(view, uri, draft);
    if (text !== undefined) {
      const name = `${path.basename(uri.path)}.${words()[view]}.txt`;
      const address = vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query: uri.toString() });
      this.texts.set(address.toString(), text);
      this.changed.fire(address);
      const document = await vscode.workspace.openTextDocument(address);
      await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside, true);
    }
  }

  /** What the command prints; undefined where that is nothing, and the reason is told. */
  private async text(view: View, uri: vscode.Uri, draft?: vscode.TextDocument): Promise<string | undefined> {
    const program = await command();
    if (!program) {
      void vscode.window.showErrorMessage(words().absent(commandName(process.platform)));
      return undefined;
    }
    const wanted = view === "correspondence" ? ["--correspondence"] : [];
    const source = draft ? ["--stdin-filename", name(draft), "--", "-"] : ["--", uri.fsPath];
    const folder = uri.scheme === "file" ? path.dirname(uri.fsPath) : undefined;
    const args = ["outline", ...commonOptions(), ...wanted, ...source];
    const { status, output, errors } = await run(program, args, draft?.getText() ?? "", folder);
    if (status !== 0) {
      void vscode.window.showErrorMessage(words().failed(errors.trim() || words().unknownReason));
    } else if (!output) {
      void vscode.window.showInformationMessage(errors.trim());
    }
    return status === 0 && output ? output : undefined;
  }
}

/** A file name for a draft, whose suffix chooses the reader. */
const name = (draft: vscode.TextDocument): string =>
  draft.uri.scheme === "file" ? draft.uri.fsPath : `untitled${draft.languageId === "markdown" ? ".md" : ".txt"}`;
