import assert from "node:assert/strict";
import { test } from "node:test";
import { commandName, locate } from "../src/locate";

const cases: [string, NodeJS.Platform, string, string | undefined, string, string[], string | undefined][] = [
  ["the setting", "linux", "/opt/w", "/venv/bin/python", "/usr/bin", ["/opt/w", "/venv/bin/wengao-lint"], "/opt/w"],
  ["a setting that names nothing", "linux", "/opt/w", "/venv/bin/python", "/usr/bin", ["/usr/bin/wengao-lint"], undefined],
  ["the environment before PATH", "linux", "", "/venv/bin/python", "/usr/bin", ["/venv/bin/wengao-lint", "/usr/bin/wengao-lint"], "/venv/bin/wengao-lint"],
  ["PATH without an environment", "linux", "", undefined, "/bin:/usr/bin", ["/usr/bin/wengao-lint"], "/usr/bin/wengao-lint"],
  ["PATH where the environment lacks it", "darwin", "", "/venv/bin/python", "/usr/local/bin", ["/usr/local/bin/wengao-lint"], "/usr/local/bin/wengao-lint"],
  ["no folder that is not absolute", "linux", "", undefined, "::bin:.", ["wengao-lint", "bin/wengao-lint"], undefined],
  ["Windows", "win32", "", "C:\\venv\\Scripts\\python.exe", "C:\\Windows;D:\\工具", ["D:\\工具\\wengao-lint.exe"], "D:\\工具\\wengao-lint.exe"],
  ["an environment on Windows", "win32", "", "C:\\venv\\Scripts\\python.exe", "", ["C:\\venv\\Scripts\\wengao-lint.exe"], "C:\\venv\\Scripts\\wengao-lint.exe"],
  ["nowhere", "linux", "", undefined, "/usr/bin", [], undefined],
];

for (const [title, platform, setting, interpreter, searchPath, programs, expected] of cases) {
  test(`the command is found: ${title}`, () => {
    const isProgram = (file: string): boolean => programs.includes(file);
    assert.equal(locate(setting, interpreter, { platform, searchPath, isProgram }), expected);
  });
}

test("the command's file name is that of the platform", () => {
  assert.deepEqual(["win32", "linux", "darwin"].map((each) => commandName(each as NodeJS.Platform)), [
    "wengao-lint.exe",
    "wengao-lint",
    "wengao-lint",
  ]);
});
