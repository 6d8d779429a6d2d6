/** Serves the metrics at a port of their own, so that no proxy in front hands them out. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Context } from '../context.ts';
import { type Metrics, openMetrics } from './metrics.ts';

export interface MetricsServer extends Pick<Metrics, 'xmlMessage' | 'page'> {
  close(): Promise<void>;
}

/** Listens at `metricsHost` and `metricsPort` when it resolves. */
export async function startMetrics(context: Context): Promise<MetricsServer> {
  const metrics = openMetrics(context);
  const { metricsHost, metricsPort } = context.settings;
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    try {
      const text = await metrics.text();
      return response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
    } catch (error) {
      context.log.fault('metrics', error);
      return response.writeHead(503).end();
    }
  });
  server.listen(metricsPort, metricsHost);
  await once(server, 'listening');
  return {
    xmlMessage: metrics.xmlMessage,
    page: metrics.page,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
