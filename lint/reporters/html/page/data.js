// What the page holds: its words, a row for each draft, and what is said of each rule.

const words = read("words");
const rows = read("rows");
const rules = read("rules");
