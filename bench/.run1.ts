import { startClient, startParlance } from '/work/main/bench/processes.ts';
import { HOST, message, withTicket } from '/work/main/bench/messages.ts';
const c=startClient(); const s=await startParlance();
const who = process.argv[2]==='ticket'? await withTicket(s.url,HOST):HOST;
const text=message(who,'user.GetUser','<webExId>hostid</webExId>');
for (let i=0;i<6;i++){ const b=await s.cpu(); const r=await c.load({url:s.url,bodies:[Buffer.from(text)],expect:'<serv:result>SUCCESS',connections:16,milliseconds:1000}); console.log((r.requests/r.seconds).toFixed(0), (((await s.cpu())-b)/r.requests*1000).toFixed(1)); }
await s[Symbol.asyncDispose](); await c[Symbol.asyncDispose]();
