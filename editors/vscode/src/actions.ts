/** What the other commands do: check a folder as a task, and mend everything that can be mended safely. */

import * as vscode from "vscode";
import { commandName } from "./locate";
import { command, commonOptions, folder, selection, words } from "./settings";

/** Check a folder; the findings in drafts that are not open go to the Problems panel. */
export async function checkFolder(chosen: vscode.Uri | undefined): Promise<void> {
  const where = chosen ?? folder();
  const program = await command();
  if (!where) {
    void vscode.window.showInformationMessage(words().noFolder);
  } else if (!program) {
    void vscode.window.showErrorMessage(words().absent(commandName(process.platform)));
  } else {
    await vscode.tasks.executeTask(checkTask(program, where.fsPath));
  }
}

function checkTask(program: string, where: string): vscode.Task {
  const options = [...commonOptions(), ...selection()];
  const args = ["check", "--color", "never", "--column-unit", "utf16", ...options, "--", "."];
  const execution = new vscode.ProcessExecution(program, args, { cwd: where, env: { PYTHONUTF8: "1" } });
  const definition = { type: "process" };
  const scope = vscode.TaskScope.Workspace;
  const task = new vscode.Task(definition, scope, words().checkTask, "wengao-lint", execution, "$wengao-lint");
  task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Silent };
  return task;
}

/** Mend everything in the draft of the editor that `check --fix` would mend. */
export async function fixAll(): Promise<void> {
  if (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand("editor.action.sourceAction", {
      kind: "source.fixAll.wengao-lint",
      apply: "first",
    });
  } else {
    void vscode.window.showInformationMessage(words().noDraft);
  }
}
