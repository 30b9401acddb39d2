filters.start();
overview.start();
filters.watch(() => view.refresh());
theme.start();
startKeys();
filters.change();
addEventListener("hashchange", view.route);
view.route();
