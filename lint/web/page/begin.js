theme.start();
startLanguage();
startKeys({
  "[": () => sibling(-1),
  "]": () => sibling(1),
  f: () => { if (reader.chosen() !== null) mendOne(reader.chosen()); },
  z: undo,
  y: redo,
  e: () => { if (reader.chosen() !== null) editAt(reader.data().findings[reader.chosen()]); },
});
startOptions();
startMending();
startDownloads();
startArrivals();
startWriting();
startSamples();
filters.watch(() => reader.refresh());
render();
if (byId("text").value) { written(); later(); } // what a browser kept over a reload
