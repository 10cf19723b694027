// Installs what package-lock.json pins into node_modules. Builds may run side by side (several test projects, an IDE and a
// terminal): one installs, the others wait for it, because `npm ci` begins by deleting node_modules.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";

const marker = "node_modules/.package-lock.json";
const lock = "obj/azurite-install.lock";
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const installed = () => modified(marker) >= Math.max(modified("package.json"), modified("package-lock.json"));

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (gone) {
    return gone.code === "EPERM";
  }
};

// A lock whose owner died is broken. True when the lock is ours.
const take = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (taken) {
    if (taken.code !== "EEXIST") throw taken;
  }
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
  } catch {
    // Released this moment.
  }
  return false;
};

mkdirSync("obj", { recursive: true });
while (!take()) await new Promise((resolve) => setTimeout(resolve, 100));
try {
  if (!installed()) {
    const npm = "npm ci --no-audit --no-fund --ignore-scripts --loglevel=error";
    const { status } = spawnSync(npm, { shell: true, stdio: "inherit" });
    if (status !== 0) process.exitCode = status ?? 1;
    else utimesSync(marker, new Date(), new Date());
  }
} finally {
  rmSync(lock, { force: true });
}
