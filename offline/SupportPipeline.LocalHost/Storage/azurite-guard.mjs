// Runs one Azurite service inside this process and ties its life to the local host's.
//
//   node azurite-guard.mjs <blob|queue|table> <directory of the azurite package> <data directory, or - for memory> <port, or 0 for any>
//
// Azurite keeps its tables in memory and writes them to disk every five seconds and when it is asked to stop. A local
// host that is killed cannot ask. So the local host holds the other end of this process's standard input: when the pipe
// closes, for whatever reason, Azurite is stopped the graceful way, writes its files and exits.
//
// Prints one line, the port it listens on.
import { createRequire } from "node:module";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { Server } from "node:net";
import { join } from "node:path";

const [service, packageDirectory, dataDirectory, port = "0"] = process.argv.slice(2);
const inMemory = dataDirectory === "-";

if (!inMemory) {
  // The next local host on this directory waits until this file is gone (or its process is).
  mkdirSync(dataDirectory, { recursive: true });
  const pidFile = join(dataDirectory, `azurite-${service}.pid`);
  writeFileSync(pidFile, String(process.pid));
  process.on("exit", () => rmSync(pidFile, { force: true }));
}

// Ctrl+C and `kill` reach a whole process group, and the local host must be able to finish its work on a storage that is
// still there: only the pipe decides. Azurite's handler (the table service has one for SIGINT only) is kept and called.
let stopAzurite;
const once = process.once;
process.once = (name, listener) => {
  if (name === "SIGINT") stopAzurite = listener;
  return name === "SIGINT" || name === "SIGTERM" ? process : once.call(process, name, listener);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

// Unless one is asked for, the port is chosen by the system, so that any number of local hosts can start at once; the table service never says which.
const listen = Server.prototype.listen;
Server.prototype.listen = function (...where) {
  this.once("listening", () => process.stdout.write(`${this.address().port}\n`));
  return listen.apply(this, where);
};

// Azurite's own announcements are not wanted, except the last: its files are written.
console.log = (text) => {
  if (String(text).endsWith("successfully closed")) process.exit(0);
};

// LokiJS, in which Azurite keeps its records, sorts every index of a collection anew when it removes a batch, also an empty
// one, and Azurite looks for expired messages to remove at every queue request: with a thousand messages waiting, each costs
// ten milliseconds. Nothing to remove changes nothing, and a single removal updates the indexes in place.
const Loki = createRequire(join(packageDirectory, "package.json"))("lokijs");
const { Collection } = Loki;
const removeBatch = Collection.prototype.removeBatchByPositions;
Collection.prototype.removeBatchByPositions = function (positions) {
  if (positions.length === 0) return;
  return positions.length === 1 ? this.remove(this.data[positions[0]]) : removeBatch.call(this, positions);
};

// Azurite asks for one record by several keys, and LokiJS uses the index of the first only: every write to a list of sixty thousand rows looks at all of them,
// and every message that is deleted at all messages of the account. The index that leaves the fewest is used first.
const findOne = Collection.prototype.findOne;
Collection.prototype.findOne = function (query, ...more) {
  const keys = Object.keys(query ?? {});
  const indexed = keys.filter((key) => typeof query[key] === "string" && this.binaryIndices[key]);
  if (indexed.length > 1) {
    const left = (key) => {
      const [first, last] = this.calculateRange("$eq", key, query[key]);
      return last - first;
    };
    const best = indexed.map((key) => ({ key, left: left(key) })).reduce((one, other) => (other.left < one.left ? other : one)).key;
    query = Object.fromEntries([best, ...keys.filter((key) => key !== best)].map((key) => [key, query[key]]));
  }
  return findOne.call(this, query, ...more);
};

// A query looks at every row of the table, whatever partition it names. When all of its conditions have to hold and one of them is the partition, only that
// partition is looked at; the query itself then decides as before.
if (service === "table") {
  const { default: Store } = createRequire(join(packageDirectory, "package.json"))("./dist/src/table/persistence/LokiTableMetadataStore.js");
  const wholePartition = /^\(*PartitionKey eq '((?:[^']|'')*)'/;
  const query = Store.prototype.queryTableEntities;
  Store.prototype.queryTableEntities = function (context, account, table, options, ...more) {
    const [, key] = wholePartition.exec(options?.filter ?? "") ?? [];
    if (key === undefined || / or | not |^not /i.test(options.filter)) return query.call(this, context, account, table, options, ...more);
    const narrowed = Object.create(this);
    narrowed.getEntityCollection = (...where) => {
      const all = this.getEntityCollection(...where);
      return { chain: () => all.chain().find({ PartitionKey: key.replaceAll("''", "'") }) };
    };
    return query.call(narrowed, context, account, table, options, ...more);
  };
}

// A save that is under way has taken the changes as saved already, so LokiJS sees nothing left to write when it is closed,
// and this process would exit before the file is there: five seconds of storage lost. Closing waits for the save.
const close = Loki.prototype.close;
Loki.prototype.close = function (callback) {
  this.throttledSaveDrain(() => close.call(this, callback));
};

const stop = () => (stopAzurite ? stopAzurite() : setTimeout(stop, 20));
process.stdin.on("end", stop).on("error", stop).resume();
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.argv.splice(
  1, process.argv.length - 1, `azurite-${service}`,
  `--${service}Host`, "127.0.0.1", `--${service}Port`, port,
  "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
  ...(inMemory ? ["--inMemoryPersistence"] : ["--location", dataDirectory]),
);
createRequire(import.meta.url)(join(packageDirectory, "dist", "src", service, "main.js"));
