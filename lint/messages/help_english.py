"""The help of commands and options in English; the Chinese stands beside each of them in ``lint.cli``."""

COMMANDS: dict[str, tuple[str, str]] = {
    "wengao-lint": (
        "",
        "Check the structure of Chinese drafts: numbering, hierarchy, placeholders, punctuation. "
        "wengao-lint FILE... is wengao-lint check FILE...",
    ),
    "check": (
        "Check the structure of drafts.",
        "Check the structure of drafts. PATH is a file or folder, the current folder by default; - is standard "
        "input.\n\nIn folders .txt, .md, .markdown and .docx are checked, as .gitignore allows. Exit status: 0 nothing "
        "at or above --fail-on; 1 findings; 2 something could not be checked.",
    ),
    "rule": (
        "List the rules, or explain one.",
        "List the rules, or those of a category; explain one with its source, reason and examples, in which ⟦ ⟧ mark "
        "the place.",
    ),
    "test": (
        "Run the examples of rules.",
        "Run the examples of rules and genres: nothing may be found in valid ones, and in invalid ones what is found "
        "must stand at ⟦ ⟧. DIR is a folder of house rules, the built-in rules by default.",
    ),
    "outline": (
        "Show the tree of a draft.",
        "Show the tree of a draft: its texts and their genres, markers and headings of each level, their lines, and "
        "what is not read as prose. FILE is - for standard input.",
    ),
    "genres": (
        "List the genres, or explain one.",
        "List the genres, or print the titles, sections and closing of one, named by id or name. House genres stand in "
        "the folder genres of a folder of rules.",
    ),
    "lexicon": (
        "Suggest a lexicon from past drafts.",
        "Suggest concepts from a folder of past drafts: words that stand in pairs of a problem and its measure. The "
        "YAML that is printed loads as it is; edit it and save it in the folder lexicons of your rules, where it is "
        "merged by name.",
    ),
    "schema": (
        "Print the JSON Schema of a file of rules.",
        "Print the JSON Schema of a file that holds a rule (the default), genre, lexicon or settings (config), for "
        "editors.",
    ),
    "init": (
        "Write settings to start from.",
        "Write a commented .wengao-lint.yaml into a folder (the current one by default), and show the settings for "
        "pre-commit. Settings that are there already are left alone.",
    ),
    "cache": (
        "Show or clear the cache.",
        "Show the folder of the cache, the number of its files and their size. It holds validated rules, findings and "
        "the hashes of annotated copies, and only you can read it; check --no-cache uses none.",
    ),
    "server": (
        "Run the language server, for editors.",
        "Run the language server: an editor talks to it over standard input and output, and drafts are checked as they "
        "are written. docs/integrations/lsp.md says how it is set up.",
    ),
    "web": (
        "Serve the page for drafters.",
        "Serve a page on which drafts are dropped, pasted or written, and checked as they change. No draft is kept or "
        "sent on.\n\nOnly this machine is answered by default; docs/web.md says how an office network is served, and "
        "how macros in WPS and Word ask.",
    ),
}
"""By command: the line in a list of commands, and the text of its own help."""

OPTIONS: dict[str, str] = {
    "allowed_host": "A further name or address by which the page may be visited; several times for several.",
    "annotate": "Write a copy of each .docx (NAME.批注.docx) with a comment for each finding; the draft stays.",
    "baseline": "Leave out the findings that are noted in this baseline.",
    "cache_dir": "Keep the cache in the folder wengao-lint inside this folder, not in the system's cache folder.",
    "clear": "Clear the cache.",
    "color": "Colours.",
    "column_unit": "What columns count in the formats text and full: characters, UTF-8 bytes, UTF-16 units, width.",
    "config": "Use these settings; look for no .wengao-lint.yaml.",
    "correspondence": "Show which measure answers which problem and cause instead, with scores and words.",
    "diff": "Show what --fix would change, and change nothing; exit with 1 where it would.",
    "exit_zero": "Exit with 0 whatever is found; with 2 where something could not be checked.",
    "fail_on": "Exit with 1 from this severity on; warning by default.",
    "fix": "Write the fixes that leave the meaning alone into the drafts, then report the rest.",
    "folder": "The folder of past drafts.",
    "genre": "The genre of the drafts, whatever their titles say; wengao-lint genres lists them.",
    "host": "Answer on this address.",
    "ignore": "Leave out these rules or categories; with commas or several times.",
    "isolated": "Read no settings file.",
    "jobs": "Processes for many drafts; as many as processors by default.",
    "lang": "The language of messages and help; zh by default.",
    "max_bytes": "The most bytes of a draft; 20 MiB by default.",
    "no_cache": "Use no cache of rules and findings.",
    "opens": "Open the browser once it serves.",
    "output": "Several outputs of one run: --output sarif=report.sarif --output text=-; - is standard output.",
    "output_file": "Write to a file instead of standard output.",
    "output_format": "The format, text by default.",
    "port": "The port.",
    "quiet": "Write no summary.",
    "report_unused": "Whether to report comments that silence nothing.",
    "rules": "A further folder of rules; several times for several; a rule replaces the built-in one of its name.",
    "select": "Use only these rules or categories; with commas or several times.",
    "show_files": "Only list the drafts that would be checked.",
    "show_settings": "Only list the settings and rules in force.",
    "statistics": "List the numbers by rule at the end.",
    "stdin_filename": "The name of standard input (-), which is shown and decides the format.",
    "trust_proxy": "The service stands behind a reverse proxy: take the name of the host from it.",
    "unsafe_fixes": "Also the fixes to be looked over afterwards, such as renumbering.",
    "watch": "Check again when a draft, a rule or the settings are saved; Ctrl+C ends it.",
    "write_baseline": "Note the present findings in a baseline, and report them no more.",
}
"""By the name that an option has in Python, the same in every command."""
