/** What the extension itself says: in Chinese, or in English where `wengaoLint.lang` is `en`. */

export interface Words {
  absent: (name: string) => string;
  noPath: (path: string) => string;
  notStarted: (reason: string) => string;
  failed: (reason: string) => string;
  unknownReason: string;
  openSettings: string;
  openReadme: string;
  tryAgain: string;
  showLog: string;
  noDraft: string;
  noFolder: string;
  checkTask: string;
  outline: string;
  correspondence: string;
}

const INSTALL = "pip install '.[lsp]'";

const CHINESE: Words = {
  absent: (name) =>
    `没有找到命令 ${name}：选用的 Python 环境和 PATH 里都没有。请在 wengao-lint 的源码文件夹里运行 ${INSTALL}，` +
    "或在设置 wengaoLint.path 中写明它的位置。",
  noPath: (path) => `设置 wengaoLint.path 所写的“${path}”不存在，或者不是程序。`,
  notStarted: (reason) => `wengao-lint 的语言服务器没有启动：${reason}`,
  failed: (reason) => `wengao-lint 未能完成：${reason}`,
  unknownReason: "原因不明，请看“输出”面板",
  openSettings: "打开设置",
  openReadme: "怎样安装",
  tryAgain: "再试一次",
  showLog: "查看输出",
  noDraft: "请先打开一份文稿。",
  noFolder: "请先打开一个文件夹。",
  checkTask: "检查文件夹",
  outline: "结构",
  correspondence: "对应",
};

const ENGLISH: Words = {
  absent: (name) =>
    `The command ${name} is neither in the selected Python environment nor on PATH. Run ${INSTALL} in the source folder ` +
    "of wengao-lint, or set wengaoLint.path.",
  noPath: (path) => `wengaoLint.path names “${path}”, which does not exist or is no program.`,
  notStarted: (reason) => `The language server of wengao-lint did not start: ${reason}`,
  failed: (reason) => `wengao-lint failed: ${reason}`,
  unknownReason: "see the Output panel",
  openSettings: "Open Settings",
  openReadme: "How to Install",
  tryAgain: "Try Again",
  showLog: "Show Output",
  noDraft: "Open a draft first.",
  noFolder: "Open a folder first.",
  checkTask: "check folder",
  outline: "outline",
  correspondence: "correspondence",
};

export const wordsFor = (lang: string): Words => (lang === "en" ? ENGLISH : CHINESE);
