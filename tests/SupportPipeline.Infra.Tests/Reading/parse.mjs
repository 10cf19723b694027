// Reads every .bicep file below a folder and prints what it says as JSON: path -> tree of [type, line, text or children].
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import Parser from "web-tree-sitter";

const folder = process.argv[2];
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Parser.Language.load(new URL("../node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm", import.meta.url).pathname));

const shown = (node) => {
  const type = node.isMissing ? "MISSING" : node.isNamed ? node.type : "";
  const line = node.startPosition.row + 1;
  return node.childCount === 0 ? [type, line, node.text] : [type, line, node.children.map(shown)];
};

const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".bicep"));
const trees = files.map((file) => [relative(folder, join(folder, file)), shown(parser.parse(readFileSync(join(folder, file), "utf8")).rootNode)]);
console.log(JSON.stringify(Object.fromEntries(trees)));
