// Runs Azurite for as long as the process that started it: that process holds the other end of standard input, which the
// operating system closes however it ends. Ctrl+C reaches every process of a terminal: Azurite leaves it to its parent, which
// may have to finish a write first.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? process : once.call(process, event, listener);
};
process.on("SIGINT", () => {});
process.stdin.on("end", () => process.emit("SIGTERM")).resume();
require("azurite/dist/src/azurite.js");
