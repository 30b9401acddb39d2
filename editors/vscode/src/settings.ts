/** The settings of the extension, and the options of the command that say the same. */

import { accessSync, constants, statSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { locate } from "./locate";
import { activeInterpreter } from "./python";
import { wordsFor, type Words } from "./words";

export const SECTION = "wengaoLint";

const text = (name: string): string => vscode.workspace.getConfiguration(SECTION).get<string>(name) ?? "";
const texts = (name: string): string[] => vscode.workspace.getConfiguration(SECTION).get<string[]>(name) ?? [];

/** The language of the extension's own words. */
export const words = (): Words => wordsFor(text("lang"));

/** Where the command is said to be. */
export const commandSetting = (): string => text("path");

/** The first folder of the workspace, which relative paths in settings start from. */
export const folder = (): vscode.Uri | undefined => vscode.workspace.workspaceFolders?.[0]?.uri;

/** The absolute path of the command; undefined where there is none. */
export async function command(): Promise<string | undefined> {
  const interpreter = commandSetting() ? undefined : await activeInterpreter(folder()).catch(() => undefined);
  return locate(commandSetting(), interpreter, {
    platform: process.platform,
    searchPath: process.env.PATH ?? "",
    isProgram,
  });
}

/** The options that every subcommand knows. */
export function commonOptions(): string[] {
  const lang = text("lang");
  const config = text("config");
  return [
    ...(lang ? ["--lang", lang] : []),
    ...(config ? ["--config", inFolder(config)] : []),
    ...texts("rules").flatMap((rules) => ["--rules", inFolder(rules)]),
  ];
}

/** The options that choose among the rules. */
export const selection = (): string[] =>
  ["select", "ignore"].flatMap((name) => texts(name).flatMap((rule) => [`--${name}`, rule]));

const inFolder = (name: string): string => path.resolve(folder()?.fsPath ?? "", name);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
