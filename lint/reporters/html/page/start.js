filters.start(rows);
overview.start();
filters.watch(() => view.refresh());
theme.start();
startKeys({u: view.up, "[": () => view.sibling(-1), "]": () => view.sibling(1)});
filters.change();
addEventListener("hashchange", view.route);
view.route();
