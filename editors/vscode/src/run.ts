/** One run of the command, as a promise. */

import { spawn } from "node:child_process";

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Run a program on an input until it ends; one that cannot be started ends with the status null. */
export function run(program: string, options: readonly string[], input: string, folder?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, options, { cwd: folder, env: { ...process.env, PYTHONUTF8: "1" } });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", (error) => {
      resolve({ status: null, output, errors: error.message });
    });
    child.on("close", (status) => {
      resolve({ status, output, errors });
    });
    child.stdin.on("error", () => undefined); // it may end before it has read everything
    child.stdin.end(input);
  });
}
