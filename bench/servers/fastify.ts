/** For comparison: a route of Fastify, with its defaults, that does what the yardstick does. */
import Fastify from 'fastify';
import { PATH } from '../load.ts';
import { readAnswer } from './answer.ts';

const { headers, ...answer } = readAnswer();
const body = Buffer.from(answer.body);

const app = Fastify({ keepAliveTimeout: 65_000 });
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
app.post(PATH, async (_request, reply) => reply.headers(headers).send(body));
console.log(`ready at ${await app.listen({ host: '127.0.0.1', port: 0 })}`);
