/** Loaded before a server that is measured: tells its processor time when it is asked, and ends it with its parent. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
process.on('disconnect', () => process.exit());
