/** The interpreter that the Python extension has selected, where that extension is installed. */

import * as vscode from "vscode";

/** The part of the Python extension's interface that is used here. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath: (resource?: vscode.Uri) => { readonly path: string };
    resolveEnvironment: (environment: {
      readonly path: string;
    }) => Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

/** The path of the active interpreter; none in a folder that is not trusted, whose environment may be anything. */
export async function activeInterpreter(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  if (!extension || !vscode.workspace.isTrusted) {
    return undefined;
  }
  const { environments } = await extension.activate();
  const environment = await environments?.resolveEnvironment(environments.getActiveEnvironmentPath(folder));
  return environment?.executable.uri?.fsPath;
}
