// Asks a status page everything that the npm package statuspage.io can ask, as its documentation says, and prints what it got.
const { Statuspage } = require("statuspage.io");

(async () => {
  const statuspage = new Statuspage("ours");
  statuspage.setApiUrl(process.argv[2]);
  const api = statuspage.api;
  console.log(
    JSON.stringify({
      status: await api.getStatus(),
      summary: await api.getSummary(),
      components: await api.getComponents(),
      incidents: await api.incidents.getAll(),
      unresolved: await api.incidents.getUnresolved(),
      upcoming: await api.scheduledMaintenances.getUpcoming(),
    }),
  );
})().catch((failure) => {
  console.error(failure.message);
  process.exitCode = 1;
});
