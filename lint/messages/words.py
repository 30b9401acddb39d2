"""The texts of the interface: what each of them is for."""

import msgspec


class Words(msgspec.Struct, frozen=True):
    """The interface texts of one language; braces name what is filled in."""

    summary: str
    clean: str
    totals: str
    failed: str
    incomplete: str
    nothing: str
    empty: str
    empties: str
    unread: str
    unchecked: str
    no_rules: str
    settings_there: str
    settings_written: str
    missing: str
    denied: str
    held: str
    unwritable_or_held: str
    folder: str
    unreadable: str
    undecodable: str
    not_word: dict[str, str]
    stopped: str
    genre_stopped: str
    overruns: dict[str, str]
    more: str
    internal: str
    unwritable: str
    unwritable_place: str
    not_regular: str
    too_large: str
    disk_full: str
    long_name: str
    memory: str
    standard_output: str
    needs_extra: str
    not_restorable: str
    clashes: dict[str, str]
    no_reader: str
    option_or_file: str
    left_alone: str
    reasons_to_leave: dict[str, str]
    unsound: str
    quoted: str
    annotated: str
    mended: str
    fixable: str
    would_mend: str
    baseline_written: str
    baseline_gone: str
    baseline_entry: str
    not_a_baseline: str
    unknown_name: str
    unknown_genre: str
    did_you_mean: str
    config_encoding: str
    config_yaml: str
    config_mapping: str
    yaml_problems: dict[str, str]
    config_option: str
    config_options: str
    config_rule_alone: str
    config_package: str
    config_package_folder: str
    no_rules_folder: str
    config_key: str
    config_name: str
    config_deep: str
    config_alias: str
    config_tag: str
    config_folders: str
    config_patterns: str
    config_twice: str
    config_list: str
    config_text: str
    config_address: str
    config_pairs: dict[str, str]
    config_pattern: str
    config_choice: str
    basis: str
    related_place: str
    related_more: str
    habit: str
    habit_and_right: str
    joined: str
    source: str
    severity: str
    why: str
    message: str
    fix: str
    fixes: dict[str, str]
    severities: dict[str, str]
    tiers: dict[str, str]
    places_explained: str
    valid: str
    invalid: str
    fixed: str
    tested: str
    trial: str
    trial_results: dict[str, str]
    trial_in_time: str
    trial_none: str
    trial_complete: str
    trial_no_genre: str
    trial_not: str
    trial_no_concept: str
    genre: str
    no_genre: str
    genre_reasons: dict[str, str]
    genre_keys: dict[str, str]
    parts: dict[str, str]
    pieces: dict[str, str]
    flags: dict[str, str]
    masked: str
    roles: dict[str, str]
    unanswered: str
    no_correspondence: str
    no_folder: str
    no_suggestion: str
    nearest_answer: str
    comma: str
    semicolon: str
    aside: str
    needs_pygls: str
    needs_web: str
    web_taken: str
    web_unbound: str
    web_no_sockets: str
    web_at: str
    web_names: str
    web_bad_name: str
    needs_watchfiles: str
    watching: str
    cache_holds: str
    cache_cleared: str
    cache_without_folder: str
    cache_foreign: str
    cache_no_folder: str
    quick_fix: str
    quick_fix_unsafe: str
    fix_all: str
    suppress: str
    ignored_by: str
