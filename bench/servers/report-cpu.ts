/** Loaded before a server that is measured: tells its processor time when it is asked, and ends it with its parent. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
process.on('disconnect', () => process.exit());
// A server that fails at its start ends as it would without a parent.
process.channel?.unref();
