/** Where the command is: nothing here knows of VS Code, so that every platform can be tried on any. */

import * as path from "node:path";

/** What the search depends on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** The variable PATH. */
  readonly searchPath: string;
  /** Whether a file is there that can be run. */
  readonly isProgram: (file: string) => boolean;
}

/** The file name of the command. */
export const commandName = (platform: NodeJS.Platform): string =>
  platform === "win32" ? "wengao-lint.exe" : "wengao-lint";

/**
 * The absolute path of the command: what the setting names and nothing else, where it names anything; otherwise beside
 * the active interpreter of Python, then on PATH. Folders on PATH that are not absolute are passed over, because they
 * may be those of a foreign project.
 */
export function locate(
  setting: string,
  interpreter: string | undefined,
  { platform, searchPath, isProgram }: Surroundings,
): string | undefined {
  const on = platform === "win32" ? path.win32 : path.posix;
  const name = commandName(platform);
  if (setting) {
    return isProgram(setting) ? setting : undefined;
  }
  const folders = [
    ...(interpreter ? [on.dirname(interpreter)] : []),
    ...searchPath.split(on.delimiter).filter((folder) => on.isAbsolute(folder)),
  ];
  return folders.map((folder) => on.join(folder, name)).find(isProgram);
}
