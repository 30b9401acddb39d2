"""The offline bundle: a folder to carry to a Windows machine without a network, and the same as a .zip.

It holds the wheels of wengao-lint and of all that reading Word drafts and writing the report take, 安装.cmd, which
installs them beside the Python that is there, and 检查文稿.cmd, onto which drafts are dropped: it opens the report.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELS = "wheels"

INSTALL = r"""@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "HOME_OF_IT=%LOCALAPPDATA%\wengao-lint\program"
set "WHEELS=%~dp0wheels"
set "PYTHON="
where py >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON where python >nul 2>nul && set "PYTHON=python"
if not defined PYTHON (
  echo 没有找到 Python，请先安装 Python 3.11 或更新的版本。
  pause
  exit /b 2
)
%PYTHON% -m venv --clear "%HOME_OF_IT%" || goto failed
"%HOME_OF_IT%\Scripts\python.exe" -m pip install --quiet --no-index --find-links "%WHEELS%" "wengao-lint[office]"
if errorlevel 1 goto failed
echo 安装好了。把文稿或文件夹拖到“检查文稿.cmd”上就可以检查。
pause
exit /b 0
:failed
echo 没有装好：请把上面的提示发给提供这个文件夹的人。
pause
exit /b 2
"""

CHECK = r"""@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "PYTHONUTF8=1"
set "PROGRAM=%LOCALAPPDATA%\wengao-lint\program\Scripts\wengao-lint.exe"
set "REPORT=%TEMP%\文稿检查报告.html"
if not exist "%PROGRAM%" (
  echo 还没有安装，请先双击“安装.cmd”。
  pause
  exit /b 2
)
if "%~1"=="" (
  echo 请把文稿或文件夹拖到这个图标上。
  pause
  exit /b 2
)
if exist "%REPORT%" del "%REPORT%"
"%PROGRAM%" check --output "html=%REPORT%" -- %*
set "STATUS=%ERRORLEVEL%"
if "%STATUS%"=="2" pause
if exist "%REPORT%" start "" "%REPORT%"
exit /b %STATUS%
"""

NOTE = """\
wengao-lint 离线安装包

1. 需要 Python {python}（64 位 Windows），没有的请先安装。
2. 双击“安装.cmd”，不需要网络，也不需要管理员权限。
3. 把文稿（.docx、.txt、.md）或文件夹拖到“检查文稿.cmd”上，报告会在浏览器中打开。文稿不会被改动，也不会上传。
卸载：删除 %LOCALAPPDATA%\\wengao-lint 文件夹。
"""


def bundle(folder: Path, *, platform: str | None, python: str) -> Path:
    """Make the bundle in a folder that is not there yet; the path of the .zip beside it."""
    wheels = folder / WHEELS
    wheels.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)], check=True)
    [own] = wheels.glob("wengao_lint-*.whl")
    foreign = ["--platform", platform, "--python-version", python] if platform else []
    subprocess.run(
        [*pip, "download", "--only-binary", ":all:", *foreign, "--dest", str(wheels), f"{own}[office]"], check=True
    )
    for name, text in {"安装.cmd": INSTALL, "检查文稿.cmd": CHECK, "说明.txt": NOTE.format(python=python)}.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))


def main() -> None:
    """Make the bundle that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default="dist/文稿检查", type=Path, help="the folder to make")
    parser.add_argument("--platform", default="win_amd64", help="for which system; 'here' for this one")
    parser.add_argument("--python", default="3.13", help="for which version of Python")
    given = parser.parse_args()
    if given.folder.exists():
        parser.error(f"{given.folder} is there already")
    platform = None if given.platform == "here" else given.platform
    print(bundle(given.folder.absolute(), platform=platform, python=given.python))


if __name__ == "__main__":
    main()
