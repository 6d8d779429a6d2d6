import { startClient, startParlance, startServer } from './processes.ts';
import { HOST, message } from './messages.ts';
const c=startClient();
const s= process.argv[2]==='bare'? await startServer('bench/servers/bare-http.ts',['/tmp/answer.json']) : await startParlance();
const t1=message(HOST,'user.GetUser','<webExId>hostid</webExId>');
for (let i=0;i<5;i++){ const b=await s.cpu(); const r=await c.load({url:s.url,bodies:[Buffer.from(t1)],expect:'<serv:result>SUCCESS',connections:16,milliseconds:1000}); console.log((r.requests/r.seconds).toFixed(0), (((await s.cpu())-b)/r.requests*1000).toFixed(1)); }
for (const x of [s,c]) await x[Symbol.asyncDispose]();
