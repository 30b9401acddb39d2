import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { ExtensionContext } from "vscode";
import { activate, deactivate } from "../src/extension";
import { clients } from "./client";
import { state, Uri, window } from "./editor";

const INSTALL = "请在 wengao-lint 的源码文件夹里运行 pip install '.[lsp]'，或在设置 wengaoLint.path 中写明它的位置。";
const OFFERED = ["打开设置", "怎样安装", "再试一次", "查看输出"];

let scratch: string;
const searchPath = process.env.PATH;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "wengao-lint-"));
  process.env.PATH = path.join(scratch, "bin");
  clients.length = 0;
  window.activeTextEditor = undefined;
  state.events.removeAllListeners();
  Object.assign(state, { settings: {}, folders: [{ uri: Uri.file(scratch) }], trusted: true, interpreter: undefined });
  Object.assign(state, { said: [], executed: [], tasks: [], shown: [] });
});

afterEach(async () => {
  await deactivate();
  process.env.PATH = searchPath;
  rmSync(scratch, { recursive: true });
});

/** A program in the place of the command, which prints its arguments and its input, or what it is told to. */
function install(folder = "bin", script = 'console.log(JSON.stringify([args, input]))'): string {
  const program = path.join(scratch, folder, "wengao-lint");
  const body = `const args = process.argv.slice(2), input = require("fs").readFileSync(0, "utf8");\n${script}\n`;
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, `#!${process.execPath}\n${body}`);
  chmodSync(program, 0o755);
  return program;
}

const start = (): Promise<void> => {
  const context = { subscriptions: [], extension: { id: "wengao-lint.wengao-lint" } };
  return activate(context as unknown as ExtensionContext);
};
const use = (name: string, ...values: unknown[]): Promise<unknown> =>
  Promise.resolve(state.commands.get(`wengaoLint.${name}`)?.(...values));
/** Wait for what the extension does on its own, ten seconds at most. */
async function until(done: () => boolean): Promise<void> {
  for (let times = 0; !done() && times < 1000; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok(done());
}
const only = <T>(values: T[]): T => {
  assert.equal(values.length, 1);
  return values[0] as T;
};

function open(text: string, uri = Uri.file(path.join(scratch, "请示.txt")), languageId = "plaintext"): void {
  window.activeTextEditor = { document: { uri, languageId, getText: () => text } };
}

test("the server on PATH is started for texts and Markdown, saved or not", async () => {
  const program = install();
  await start();
  const { server, options, state: how } = only(clients);
  assert.deepEqual([server.command, server.args, server.options.cwd, how], [program, ["server"], scratch, "started"]);
  assert.deepEqual(options.documentSelector, [
    { scheme: "file", language: "plaintext" },
    { scheme: "untitled", language: "plaintext" },
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
  ]);
  assert.deepEqual(state.said, []);
});

test("the active environment comes before PATH, but not in a folder that is not trusted", async () => {
  const [onPath, active] = [install(), install("venv/bin")];
  state.interpreter = path.join(scratch, "venv/bin/python");
  await start();
  state.trusted = false;
  await use("restart");
  assert.deepEqual(clients.map(({ server }) => server.command), [active, onPath]);
});

test("settings become options, paths from the workspace's folder", async () => {
  install();
  state.settings = { lang: "en", config: "w.yaml", rules: ["house", "/all"], select: ["numbering"], ignore: ["a/b", "c"] };
  await start();
  const options = ["--lang", "en", "--config", path.join(scratch, "w.yaml"), "--rules", path.join(scratch, "house")];
  const chosen = ["--rules", "/all", "--select", "numbering", "--ignore", "a/b", "--ignore", "c"];
  assert.deepEqual(only(clients).server.args, ["server", ...options, ...chosen]);
});

test("changed settings start the server anew, those of the trace alone do not", async () => {
  install();
  await start();
  const change = (...names: string[]): object => ({ affectsConfiguration: (name: string) => names.includes(name) });
  state.events.emit("configured", change("wengaoLint", "wengaoLint.trace"));
  state.events.emit("configured", change("editor"));
  state.settings = { ignore: ["numbering"] };
  state.events.emit("configured", change("wengaoLint"));
  await until(() => clients.at(-1)?.state === "started" && clients.length > 1);
  assert.deepEqual(clients.map((client) => client.state), ["stopped", "started"]);
  assert.deepEqual(clients[1]?.server.args, ["server", "--ignore", "numbering"]);
});

test("a command that is nowhere is explained, and looked for again when asked", async () => {
  state.answer = "再试一次";
  await start();
  const text = `没有找到命令 wengao-lint：选用的 Python 环境和 PATH 里都没有。${INSTALL}`;
  assert.deepEqual(state.said[0], { kind: "error", text, offered: OFFERED });
  await until(() => state.said.length === 2);
  install();
  await use("restart");
  assert.equal(only(clients).state, "started");
});

test("a setting that names no program is explained, and leads to the setting", async () => {
  install();
  state.settings = { path: path.join(scratch, "none") };
  state.answer = "打开设置";
  await start();
  await until(() => state.executed.length > 0);
  const text = `设置 wengaoLint.path 所写的“${scratch}/none”不存在，或者不是程序。`;
  assert.deepEqual(state.said, [{ kind: "error", text, offered: OFFERED }]);
  assert.deepEqual(state.executed, [["workbench.action.openSettings", "wengaoLint.path"]]);
});

test("how to install is in the extension's own pages", async () => {
  state.answer = "怎样安装";
  await start();
  await until(() => state.executed.length > 0);
  assert.deepEqual(state.executed, [["extension.open", "wengao-lint.wengao-lint"]]);
});

test("a server that does not start says why in its own words", async () => {
  install("bin", 'console.error("一行\\n没有安装 pygls"); process.exit(2)');
  await start();
  const text = "wengao-lint 的语言服务器没有启动：没有安装 pygls";
  assert.deepEqual(state.said, [{ kind: "error", text, offered: OFFERED }]);
  assert.deepEqual(clients, []);
});

test("a server that ends is started again three times and no more", async () => {
  install();
  await start();
  for (let times = 2; times <= 4; times += 1) {
    clients.at(-1)?.options.errorHandler.closed();
    await until(() => clients.filter((client) => client.state === "started").length === times);
  }
  clients.at(-1)?.options.errorHandler.closed();
  assert.equal(clients.length, 4);
  assert.deepEqual(state.said.map(({ text }) => text), ["wengao-lint 的语言服务器没有启动：原因不明，请看“输出”面板"]);
});

test("a folder is checked by a task whose findings are problems", async () => {
  const program = install();
  state.settings = { select: ["numbering"], lang: "zh" };
  await start();
  await use("checkFolder", Uri.file("/work/文稿"));
  await use("checkFolder");
  const [task, ofWorkspace] = state.tasks;
  const options = ["--lang", "zh", "--select", "numbering", "--", "."];
  assert.deepEqual(task?.execution.args, ["check", "--color", "never", "--column-unit", "utf16", ...options]);
  assert.deepEqual([task.execution.process, task.execution.options.cwd], [program, "/work/文稿"]);
  assert.deepEqual([task.name, task.problemMatchers], ["检查文件夹", "$wengao-lint"]);
  assert.equal(ofWorkspace?.execution.options.cwd, scratch);
});

test("without a folder there is nothing to check", async () => {
  install();
  state.folders = [];
  await start();
  await use("checkFolder");
  assert.deepEqual([state.tasks, state.said], [[], [{ kind: "information", text: "请先打开一个文件夹。", offered: [] }]]);
});

test("mending all is the editor's own action of that kind", async () => {
  install();
  await start();
  await use("fixAll");
  assert.equal(only(state.said).text, "请先打开一份文稿。");
  open("一、时间\n");
  await use("fixAll");
  assert.deepEqual(state.executed, [
    ["editor.action.sourceAction", { kind: "source.fixAll.wengao-lint", apply: "first" }],
  ]);
});

test("the outline and the correspondence are those of the draft as it is in the editor", async () => {
  install();
  state.settings = { rules: ["house"] };
  await start();
  open("未存盘的文字");
  await use("showOutline");
  await use("showCorrespondence");
  const rules = ["--rules", path.join(scratch, "house")];
  const source = ["--stdin-filename", path.join(scratch, "请示.txt"), "--", "-"];
  assert.deepEqual(state.shown.map((text) => JSON.parse(text) as unknown), [
    [["outline", ...rules, ...source], "未存盘的文字"],
    [["outline", ...rules, "--correspondence", ...source], "未存盘的文字"],
  ]);
});

test("a draft without a file has a name by its language; a Word draft is read from its file", async () => {
  install();
  await start();
  open("# 标题\n", Uri.from({ scheme: "untitled", path: "Untitled-1", query: "" }), "markdown");
  await use("showOutline");
  await use("showOutline", Uri.file(path.join(scratch, "请示.docx")));
  assert.deepEqual(state.shown.map((text) => JSON.parse(text) as unknown), [
    [["outline", "--stdin-filename", "untitled.md", "--", "-"], "# 标题\n"],
    [["outline", "--", path.join(scratch, "请示.docx")], ""],
  ]);
});

test("what the command says in place of a view is told", async () => {
  install("bin", 'console.error("请示.txt: 没有可对应的部分")');
  await start();
  open("一、时间\n");
  await use("showCorrespondence");
  install("bin", 'console.error("请示.txt: 不是文本"); process.exit(2)');
  await use("showOutline");
  assert.deepEqual(state.said, [
    { kind: "information", text: "请示.txt: 没有可对应的部分", offered: [] },
    { kind: "error", text: "wengao-lint 未能完成：请示.txt: 不是文本", offered: [] },
  ]);
  assert.deepEqual(state.shown, []);
});

test("the extension speaks English where that is set", async () => {
  state.settings = { lang: "en" };
  await start();
  const { text, offered } = only(state.said);
  assert.match(text, /^The command wengao-lint is neither in the selected Python environment nor on PATH\./);
  assert.deepEqual(offered, ["Open Settings", "How to Install", "Try Again", "Show Output"]);
});
